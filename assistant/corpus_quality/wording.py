"""The passport in words, in French and in English: titles and lines, for the terminal and for the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.corpus_quality.passport import Gaps, Passport, Side
from assistant.library.facts import Verification
from assistant.resources import texts
from assistant.vocabulary import OLD_AFTER_YEARS, Language, Said

NAMED = 8  # of a list that may be long

_WORDS: dict[str, Said] = texts("passport")
_UNSURE: dict[Verification, tuple[str, str]] = {
    Verification.PARTIEL: ("confirmé en partie", "confirmed in part"),
    Verification.NON_CONTROLE: ("non relu", "not read again"),
    Verification.NON_RETROUVE: ("non retrouvé à la relecture", "not found again"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A title and its lines, plain text."""

    title: str
    lines: tuple[str, ...]


def sections(passport: Passport, language: Language) -> tuple[Section, ...]:
    """The passport for a reader; an empty section is left out."""
    return _Writer(passport, language).sections()


class _Writer:
    """Writes one passport in one language."""

    def __init__(self, passport: Passport, language: Language) -> None:
        self.passport, self.language = passport, language
        self.themes = {theme.theme: self._say(theme.fr, theme.en) for theme in passport.themes}

    def sections(self) -> tuple[Section, ...]:
        p = self.passport
        written: dict[str, list[str]] = {
            "documents": self._counts("documents", p.documents.items()),
            "themes": [self._theme(t.theme, t.notes, t.facts) for t in p.themes],
            "phase": self._counts("phase", p.phases.items()),
            "years": [", ".join(self._pair(str(year), str(count)) for year, count in p.years.items())],
            "readings": self._counts("readings", p.readings.items()),
            "grades": self._counts("grades", ((grade, sum(seen.values())) for grade, seen in p.sources.items())),
            "verification": self._counts("verification", p.verification.items()),
            "gaps": list(self._gaps(p.gaps)),
            "old": list(self._old()),
            "disagreements": [self._sides(sides) for sides in p.disagreements],
            "licences": [self._licences()],
            "expiring": list(self._expiring()),
            "changes": list(self._changes()),
        }
        return tuple(Section(self._word(key), tuple(lines)) for key, lines in written.items() if any(lines))

    def _say(self, fr: str, en: str) -> str:
        return en if self.language == "en" else fr

    def _word(self, key: str) -> str:
        return _WORDS[key][self.language] if key in _WORDS else key

    def _pair(self, name: str, value: str) -> str:
        return self._say(f"{name}\u00a0: {value}", f"{name}: {value}")

    def _counts(self, section: str, counts: Iterable[tuple[str, int]]) -> list[str]:
        return [f"{count} {self._word(f'{section}.{key}')}" for key, count in counts if count]

    def _named(self, names: tuple[str, ...]) -> str:
        more = len(names) - NAMED
        shown = ", ".join(names[:NAMED])
        return shown + (self._say(f" et {more} autres", f" and {more} more") if more > 0 else "")

    def _theme(self, theme: str, notes: int, facts: int) -> str:
        s = "s" if notes > 1 else ""
        return self._pair(self.themes[theme], f"{notes} note{s}, {facts} {self._say('faits', 'facts')}")

    def _gaps(self, gaps: Gaps) -> Iterator[str]:
        fewest = self._say("Thèmes qui reposent sur le moins de faits", "Themes resting on the fewest facts")
        yield self._pair(fewest, ", ".join(self.themes[theme] for theme in gaps.thin_themes))
        unseen = self._say(
            "Non vu dans une source, sur {} clusters actifs", "Not seen in a source, of {} active clusters"
        )
        counts = (f"{self._word(f'gaps.{f}')} {len(ids)}" for f, ids in gaps.clusters_without.items() if ids)
        yield self._pair(unseen.format(gaps.active_clusters), ", ".join(counts))
        unused = len(gaps.sources_not_used)
        if unused:
            yield self._say(f"{unused} sources dont aucun fait n'est tiré", f"{unused} sources no fact is drawn from")

    def _old(self) -> Iterator[str]:
        p = self.passport
        if p.old_figures:
            yield self._say(
                f"{p.old_figures} faits chiffrés sur {p.dated_figures} ont plus de {OLD_AFTER_YEARS} ans",
                f"{p.old_figures} facts with figures of {p.dated_figures} are more than {OLD_AFTER_YEARS} years old",
            )
        for figure in p.oldest_figures:
            yield self._pair(str(figure.year), f"{figure.text} ({figure.fact})")

    def _sides(self, sides: tuple[Side, ...]) -> str:
        """The sides of a disagreement on one line, each with its year, its first source and any doubt about it."""
        told = []
        for said in sides:
            doubt = f", {self._say(*_UNSURE[said.verification])}" if said.verification in _UNSURE else ""
            year = str(said.year) if said.year else self._say("sans date", "undated")
            told.append(self._pair(year, f"{said.text} ({said.fact}, {said.sources[0]}{doubt})"))
        return "  ↔  ".join(told)

    def _licences(self) -> str:
        count = sum(self.passport.licences.values())
        return self._say(
            f"licences des {count} sources non enregistrées\u00a0: elles sont citées, jamais reproduites",
            f"licences of the {count} sources not recorded: they are named, never reproduced",
        )

    def _expiring(self) -> Iterator[str]:
        """One line an ending, the clusters together."""
        ends: dict[tuple[str, str], list[str]] = {}
        for e in self.passport.expiring:
            guess = self._say(" (fin présumée)", " (presumed end)") if e.presumed else ""
            ends.setdefault((e.until.isoformat() + guess, e.label), []).append(e.name)
        for (until, label), names in ends.items():
            yield self._pair(f"{until}, {label}, {len(names)} cluster(s)", self._named(tuple(names)))

    def _changes(self) -> Iterator[str]:
        changes = self.passport.changes
        if changes is None:
            yield self._say("première indexation sur cette machine", "first index on this machine")
            return
        kinds = (
            (changes.added, "ajoutés", "added"),
            (changes.rewritten, "réécrits", "rewritten"),
            (changes.removed, "retirés", "removed"),
        )
        for names, fr, en in kinds:
            if names:
                yield self._pair(f"{len(names)} {self._say(fr, en)}", self._named(names))
        if not any(names for names, _, _ in kinds):
            yield self._say("aucun document livré n'a changé", "no shipped document changed")
