"""Which clusters bear a name, whatever its accents, capitals, apostrophes and punctuation, and which names are near
it."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.clusters.entries import Cluster
from assistant.clusters.mentions import names_of
from assistant.clusters.names import compact, listed, trigrams, without_articles
from assistant.errors import UnknownCluster

Via = Literal["id", "name", "alias", "former_name", "merged"]
_ALIKE = 0.5  # from this likeness of names on, one may have been meant for the other


class Names:
    """The names of all entries; when several bear one, ids come before names, names before aliases, and so on."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._clusters = clusters
        self._bearers: dict[str, list[tuple[Via, Cluster]]] = {}
        for name, via, cluster in _tiers(clusters):
            bearers = self._bearers.setdefault(compact(name), [])
            if cluster not in [bearer for _, bearer in bearers]:
                bearers.append((via, cluster))

    def bearers(self, name: str) -> list[tuple[Via, Cluster]]:
        """Who bears `name`, with or without its leading article, the likeliest first."""
        if not compact(name):
            return []
        return self._bearers.get(compact(name)) or self._bearers.get(without_articles(name)) or []

    def via(self, name: str, cluster: Cluster) -> Via:
        """What kind of name of `cluster` this is."""
        return next((via for via, bearer in self._bearers.get(compact(name), []) if bearer is cluster), "alias")

    def nearest(self, name: str, k: int = 3, least: float = 0.0) -> list[Cluster]:
        """The clusters whose names look most like `name`, best first; none that is less like it than `least`, of 1."""
        asked, grams = compact(name), trigrams(name)

        def likeness(candidate: str) -> float:
            other = trigrams(candidate)
            shared = 2 * len(grams & other) / (len(grams) + len(other))
            return 0.5 * shared + 0.5 * difflib.SequenceMatcher(None, asked, compact(candidate)).ratio()

        scored = [(max(likeness(n) for n in names_of(c)), c) for c in self._clusters]
        scored.sort(key=lambda pair: (-pair[0], pair[1].id))
        return [cluster for alike, cluster in scored[:k] if alike >= least]

    def unknown(self, name: str) -> UnknownCluster:
        """The error for a name nobody bears, which offers the nearest ones."""
        shown = name.strip()[:80]
        near = [f"{c.short_name} ({c.id})" for c in self.nearest(shown, least=_ALIKE)] if compact(shown) else []
        fr, en = (
            (f"Noms les plus proches : {listed(near)}. ", f"Nearest names: {', '.join(near)}. ") if near else ("", "")
        )
        return UnknownCluster(
            (
                f"Aucun cluster du répertoire ne s’appelle « {shown} ».",
                f"No cluster in the directory is called “{shown}”.",
            ),
            (
                f"{fr}Cherchez-le autrement (`interpilote clusters find` liste le répertoire). Le vôtre n’y est pas ? Donnez sa "
                "région, ses secteurs et sa phase dans « Mon cluster », sur la page (ou --profile FICHIER).",
                f"{en}Look for it otherwise (`interpilote clusters find` lists the directory). Yours is not there? Give its "
                "region, sectors and phase in “My cluster”, on the page (or --profile FILE).",
            ),
        )


def _tiers(clusters: Sequence[Cluster]) -> Iterator[tuple[str, Via, Cluster]]:
    yield from ((c.id, "id", c) for c in clusters)
    yield from ((name, "name", c) for c in clusters for name in (c.name, c.short_name))
    yield from ((name, "alias", c) for c in clusters for name in c.aliases)
    yield from ((former.name, "former_name", c) for c in clusters for former in c.former_names)
