"""The public documents behind the notes, fetched when a person asks, so that citations open on the source itself.

HOME/fetched/<source>.<ext>     the document, as it came
HOME/fetched/<source>.json      its card: address, checksum, day; or why it did not come
HOME/fetched/<source>.part      what has come of it so far, with <source>.mark
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from assistant.errors import UnknownSource
from assistant.library.descriptions import Description
from assistant.library.downloading import Part, download
from assistant.library.facts import SourceEntry
from assistant.library.locks import writing
from assistant.library.places import checksum, place, write_card, written
from assistant.library.undelivered import Undelivered
from assistant.library.web import Rules, Web
from assistant.library.workspace import Workspace, unusable
from assistant.vocabulary import DocumentType, FileVerdict, Language, Model, Progress

FOLDER = "fetched"
_TYPES = {
    "rapport_evaluation": DocumentType.EVALUATION,
    "bonnes_pratiques": DocumentType.BONNES_PRATIQUES,
    "france_clusters": DocumentType.FRANCE_CLUSTERS,
}


class SourceVerdict(Model):
    """What became of one source: `planned` by a dry run, `failed` when it did not come, `refused` when unwanted."""

    id: str
    title: str
    url: str | None
    verdict: Literal["planned", "indexed", "unchanged", "refused", "failed"]
    code: str | None = None
    reason: str | None = None
    file: str | None = None
    bytes: int = 0
    sha256: str | None = None
    document_id: str | None = None
    pages: int = 0
    passages: int = 0


@dataclass
class Fetching:
    """One call of `corpus fetch` over the folder `fetched/` of a home."""

    folder: Path
    rules: Rules = field(default_factory=Rules)
    language: Language = "fr"
    today: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        self._web = Web(self.rules)

    def chosen(
        self, sources: Mapping[str, SourceEntry], ids: Sequence[str] = (), limit: int | None = None
    ) -> list[SourceEntry]:
        """The sources named, else all that have an address: those already there, then at most `limit` to fetch.

        What failed before comes last, so that a limit never stops on the same ones. Raises UnknownSource.
        """
        for source_id in ids:
            if source_id not in sources:
                raise UnknownSource(
                    (f"La source « {source_id} » n'existe pas.", f"There is no source “{source_id}”."),
                    ("Les identifiants sont dans corpus/sources.yaml.", "Identifiers are in corpus/sources.yaml."),
                )
        named = [sources[i] for i in dict.fromkeys(ids)] if ids else [s for s in sources.values() if s.url]
        there = [source for source in named if self.there(source)]
        to_fetch = [source for source in named if source not in there]
        to_fetch.sort(key=lambda source: bool(self._card(source).get("code")))
        return there + to_fetch[:limit]

    def there(self, source: SourceEntry) -> bool:
        """Whether the document is on the disk, as it came from this address."""
        card = self._card(source)
        try:
            return card.get("url") == source.url and checksum(self.folder / card["file"]) == card["sha256"]
        except (OSError, KeyError, TypeError):
            return False

    def plan(self, sources: Iterable[SourceEntry]) -> list[SourceVerdict]:
        """What `fetch` would do, without asking anyone."""
        return [
            self._unchanged(source)
            if self.there(source)
            else _verdict(source, "planned")
            if source.url
            else self._undelivered(source, Undelivered("sans_adresse"))
            for source in sources
        ]

    def fetch(self, source: SourceEntry) -> SourceVerdict:
        """Brings one document to the disk unless it is there; never raises for a bad source."""
        if self.there(source):
            return self._unchanged(source)
        try:
            return self._fetched(source)
        except Undelivered as failure:
            return self._undelivered(source, failure)
        except OSError as error:
            return self._undelivered(source, Undelivered("disque", detail=error.strerror or error))

    def _fetched(self, source: SourceEntry) -> SourceVerdict:
        """As `fetch`. Raises Undelivered, remembered on the card, or OSError when the disk does not take what comes."""
        part = Part(self.folder / f"{source.id}.part")
        if self._card(source).get("url") != source.url:
            part.forget()
        try:
            if not source.url:
                raise Undelivered("sans_adresse")
            self._write_card(source, {"code": "interrompu"})
            address, extension = download(self._web, source.url, part)
        except Undelivered as failure:
            self._write_card(source, {"code": failure.code})
            raise
        return self._keep(source, address, extension, part)

    def _keep(self, source: SourceEntry, address: str, extension: str, part: Part) -> SourceVerdict:
        file = self.folder / f"{source.id}{extension}"
        os.replace(part.file, file)
        part.forget()
        card = {"address": address, "file": file.name, "sha256": checksum(file), "bytes": file.stat().st_size}
        self._write_card(source, card)
        return self._unchanged(source)

    def _undelivered(self, source: SourceEntry, failure: Undelivered) -> SourceVerdict:
        word: Literal["refused", "failed"] = "refused" if failure.unwanted else "failed"
        return _verdict(source, word, code=failure.code, reason=failure.reason(self.language))

    def _unchanged(self, source: SourceEntry) -> SourceVerdict:
        card = self._card(source)
        return _verdict(source, "unchanged", file=card["file"], bytes=card["bytes"], sha256=card["sha256"])

    def _card(self, source: SourceEntry) -> dict[str, Any]:
        try:
            card = json.loads((self.folder / f"{source.id}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return card if isinstance(card, dict) else {}

    def _write_card(self, source: SourceEntry, card: dict[str, Any]) -> None:
        write_card(self.folder / f"{source.id}.json", {"url": source.url, **card, "day": self.today.isoformat()})


def bring(
    workspace: Workspace, fetching: Fetching, sources: Sequence[SourceEntry], progress: Progress
) -> list[SourceVerdict]:
    """Fetches these sources, then adds them to the library: one verdict each. Raises LibraryBusy, UnreadablePath.

    Stopped at any moment, what came stays, and the next call goes on.
    """
    try:
        with writing(fetching.folder, workspace.settings.lock_timeout_s):
            verdicts = []
            for done, source in enumerate(sources):
                progress(source.title, done / len(sources) / 2)
                verdicts.append(fetching.fetch(source))
            files = {v.id: fetching.folder / v.file for v in verdicts if v.file}
            described = {files[source.id]: description(source) for source in sources if source.id in files}
            read = workspace.ingest(
                list(files.values()),
                DocumentType.UTILISATEUR,
                lambda label, share: progress(label, 0.5 + share / 2),
                described,
            )
    except OSError as error:
        raise unusable(workspace.settings.home, error) from error
    by_path = {verdict.path: verdict for verdict in read}
    return [
        verdict.model_copy(update=_added(by_path[written(place(files[verdict.id]))]))
        if verdict.id in files
        else verdict
        for verdict in verdicts
    ]


def description(source: SourceEntry) -> Description:
    """What the registry says of a document: citations of it bear this title, publisher and year."""
    other = DocumentType.RECHERCHE if source.grade == "recherche" else DocumentType.UTILISATEUR
    kind = _TYPES.get(source.type, other)
    year, publisher = source.year, source.publisher
    return Description(title=source.title[:300], type=kind, year=year, visibility="shared", publisher=publisher)


def _added(found: FileVerdict) -> dict[str, object]:
    return found.model_dump(include={"verdict", "code", "reason", "document_id", "pages", "passages"})


def _verdict(source: SourceEntry, word: str, **more: object) -> SourceVerdict:
    return SourceVerdict.model_validate(
        {"id": source.id, "title": source.title, "url": source.url, "verdict": word, **more}
    )
