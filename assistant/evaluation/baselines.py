"""What suggestions should beat: rankings that know one thing only, or three.

`region`: a region in common. `popularity`: relations that join the candidate to others, those with the one who asks
left out; it alone looks at relations. `tfidf`: cosine over groups of three to five letters of name, sectors,
technologies and markets. `dense`: cosine of an embedding model on the same text. `tfidf_dense_region`: the sum of the
three, each centred and reduced for each query. Like suggestions, they leave networks out; equal scores come in the
order of identifiers.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from math import log

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.names import normalized
from assistant.clusters.themes import letter_groups
from assistant.index.embedding import Embedder

Rankings = dict[str, list[str]]


def baselines(directory: Directory, embedder: Embedder | None = None) -> dict[str, Rankings]:
    """The ranking of `candidates` for each active cluster, by each baseline that looks at no relation.

    `directory` is masked; baselines with vectors need an embedder.
    """
    texts = [_text(cluster) for cluster in directory.active]
    region, letters = _region(directory), tfidf(texts)
    scores = {"region": region, "tfidf": letters}
    if embedder is not None:
        vectors = embedder.embed_passages(texts).astype(np.float64)
        dense = vectors @ vectors.T
        scores |= {"dense": dense, "tfidf_dense_region": _reduced(letters) + _reduced(dense) + _reduced(region)}
    return {name: _ranked(directory, score) for name, score in scores.items()}


def popularity(directory: Directory, joined: Mapping[str, Collection[str]]) -> Rankings:
    """The ranking by relations; `joined` tells, for each relation, the clusters it joins."""
    ids = [cluster.id for cluster in directory.active]
    counted = [[sum(j in members and i not in members for members in joined.values()) for j in ids] for i in ids]
    return _ranked(directory, np.array(counted, dtype=float))


def candidates(directory: Directory) -> list[str]:
    """The active clusters that may be suggested."""
    return [cluster.id for cluster in directory.active if cluster.kind != "reseau"]


def _text(cluster: Cluster) -> str:
    return "; ".join([cluster.name, *cluster.sectors, *cluster.technologies, *cluster.markets])


def _ranked(directory: Directory, scores: NDArray[np.float64]) -> Rankings:
    """Best first, oneself left out, equal scores in the order of identifiers."""
    ids = [cluster.id for cluster in directory.active]
    order = [ids.index(identifier) for identifier in sorted(candidates(directory))]
    return {asks: [ids[j] for j in sorted(order, key=(-scores[i]).__getitem__) if j != i] for i, asks in enumerate(ids)}


def _region(directory: Directory) -> NDArray[np.float64]:
    regions = [set(cluster.regions) for cluster in directory.active]
    return np.array([[bool(one & other) for other in regions] for one in regions], dtype=float)


def tfidf(texts: list[str]) -> NDArray[np.float64]:
    """Cosines between texts over the groups of letters of their words: (1 + log n) × (log((1 + N) / (1 + df)) + 1)."""
    counts = [Counter(_groups(text)) for text in texts]
    documents = Counter(group for count in counts for group in count)
    column = {group: at for at, group in enumerate(documents)}
    matrix = np.zeros((len(texts), len(column)))
    for row, count in enumerate(counts):
        for group, n in count.items():
            rarity = log((1 + len(texts)) / (1 + documents[group])) + 1
            matrix[row, column[group]] = (1 + log(n)) * rarity
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(norms > 0, norms, 1)
    cosines: NDArray[np.float64] = unit @ unit.T
    return cosines


def _groups(text: str) -> list[str]:
    return [group for word in normalized(text).split() for group in letter_groups(word)]


def _reduced(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row with mean 0 and deviation 1, oneself not counted."""
    others = np.where(np.eye(len(scores), dtype=bool), np.nan, scores)
    mean, deviation = np.nanmean(others, axis=1, keepdims=True), np.nanstd(others, axis=1, keepdims=True)
    reduced: NDArray[np.float64] = (scores - mean) / np.maximum(deviation, 1e-9)
    return reduced
