"""Makes labelled folders for `eval abstention DIR… --fit` from a retrieval set, apart from other sets.

    python eval/abstention_folders.py piaf OUT --apart piaf-s --apart piaf-abst

Part of the articles goes in; in articles of several passages, some are taken out again, and their questions become
near_unanswerable; questions on articles left out are far_unanswerable. Documents and queries of the sets kept apart
are used nowhere.
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

INSIDE, TAKEN_OUT = 0.45, 0.35
Row = dict[str, Any]


def rows(file: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(folder: Path, apart: list[Path]) -> tuple[list[Row], dict[str, list[Row]]]:
    """Documents, and the queries of each, without those of the sets kept apart."""
    held = {row["text"] for other in apart for name in ("corpus", "queries") for row in rows(other / f"{name}.jsonl")}
    documents = [row for row in rows(folder / "corpus.jsonl") if row["text"] not in held]
    answers = dict(line.split("\t")[:2] for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:])
    known, asked = {row["id"] for row in documents}, defaultdict(list)
    for row in rows(folder / "queries.jsonl"):
        if row["text"] not in held and answers[row["id"]] in known:
            asked[answers[row["id"]]].append(row)
    return documents, asked


def world(
    by_title: dict[str, list[Row]], asked: dict[str, list[Row]], titles: list[str], rng: random.Random
) -> tuple[list[Row], list[tuple[Row, str, str]]]:
    """Documents of one folder, and its queries with label and document."""
    cut = int(len(titles) * INSIDE)
    kept: list[Row] = []
    found: list[tuple[Row, str, str]] = []
    for title in titles[:cut]:
        own = list(by_title[title])
        rng.shuffle(own)
        for place, row in enumerate(own):
            out = len(own) > 1 and place < len(own) * TAKEN_OUT and bool(asked[row["id"]])
            kept += [] if out else [row]
            found += [(q, "near_unanswerable" if out else "answerable", row["id"]) for q in asked[row["id"]]]
    far = [(q, "far_unanswerable", "") for title in titles[cut:] for d in by_title[title] for q in asked[d["id"]]]
    rng.shuffle(far)
    return kept, found + far[: sum(label == "answerable" for _, label, _ in found)]


def write(folder: Path, documents: list[Row], queries: list[tuple[Row, str, str]]) -> None:
    """One folder, in the form of `eval retrieval` with labels."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in documents]
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    lines = [
        json.dumps({"id": q["id"], "text": q["text"], "label": label}, ensure_ascii=False) for q, label, _ in queries
    ]
    (folder / "queries.jsonl").write_text("\n".join(lines), encoding="utf-8")
    right = [f"{q['id']}\t{document}\t1" for q, label, document in queries if label == "answerable"]
    (folder / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *right]) + "\n", encoding="utf-8")


def main() -> None:
    """Reads the command line and writes the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--apart", type=Path, action="append", default=[])
    parser.add_argument("--count", type=int, default=6)
    given = parser.parse_args()
    documents, asked = read(given.folder, given.apart)
    by_title: dict[str, list[Row]] = defaultdict(list)
    for row in documents:
        by_title[row["title"]].append(row)
    rng, titles = random.Random(0), sorted(by_title)
    for number in range(given.count):
        rng.shuffle(titles)
        write(given.out / str(number), *world(by_title, asked, titles, rng))


if __name__ == "__main__":
    main()
