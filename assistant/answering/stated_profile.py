"""What a question itself says of the pilot who gave no profile: their region and filière, and what they look for.

Enough for first suggestions: whoever asks « avec qui monter un projet de capteurs pour la vigne ? » gets names, not a
form to fill in first.
"""

import re
from collections.abc import Callable, Sequence

from assistant.answering import told_texts
from assistant.answering.need import need_of
from assistant.clusters.territory import regions_in
from assistant.clusters.themes import Vocabulary
from assistant.vocabulary import Language, PilotProfile, Suggestions

_CLAUSE = re.compile(r"[^,.;:!?]+")
# Where a pilot speaks of themselves, and where they go on to what they want.
_SELF = re.compile(
    r"^\s*(?:fili[èe]re|secteur)\b|\b(?:je (?:suis|pilote|dirige)|j['’]anime|nous (?:sommes|travaillons)|on (?:est|travaille)|"
    r"(?:mon|ma|notre) (?:cluster|p[ôo]le|grappe|fili[èe]re|r[ée]seau|structure|secteur|r[ée]gion)|"
    r"i(?:['’]m| am| run| lead| manage)|we(?:['’]re| are| run| work)|"
    r"(?:my|our)(?: [\w-]+){0,3}? (?:cluster|network|organi[sz]ation|industry|sector|region))\b",
    re.IGNORECASE,
)
_SEEK = re.compile(
    r"\b(?:cherch|recherch|veu[xt]|voul|voudr|souhait|aimer|besoin|avec qu|quels?\b|quelles?\b|qui\b|pour\b|"
    r"look|seek|search|want|need|wish|would\b|hop(?:e|ing)\b|with wh|wh(?:o|om|ich|at)\b)",
    re.IGNORECASE,
)
InFrench = Callable[[str], str]


def stated_profile(question: str, vocabulary: Vocabulary, in_french: InFrench = str) -> PilotProfile | None:
    """The region, filières and needs that a question states; null when it states none.

    Filières are those a pilot gives as their own; a theme named elsewhere is a need. `in_french` gives the words of a
    part of the question in French.
    """
    own, sought = map(in_french, _parted(question))
    sectors = tuple(sorted(vocabulary.label(theme) for theme in vocabulary.themes_in(own)))
    parts = (need_of(sought, ()) or "").split(", ")
    needs = tuple(part for part in parts if vocabulary.themes_in(part))
    regions = tuple(sorted(regions_in(in_french(question))))
    return PilotProfile(regions=regions, sectors=sectors, needs=needs) if regions or sectors or needs else None


def own_words(question: str) -> str:
    """What a question says of the pilot; empty when it says nothing."""
    return _parted(question)[0]


def with_what_was_said(
    found: PilotProfile | None, before: Sequence[str], vocabulary: Vocabulary
) -> PilotProfile | None:
    """`found` of a question, with the region and filières that the pilot gave as their own before, where the question
    says none; `before` has the own words of earlier questions, in French, of which the latest count."""
    told = found or PilotProfile()
    for own in reversed(before):
        regions, themes = tuple(sorted(regions_in(own))), sorted(vocabulary.themes_in(own))
        sectors = tuple(sorted(map(vocabulary.label, themes)))
        told = told.model_copy(update={"regions": told.regions or regions, "sectors": told.sectors or sectors})
    return told if told.regions or told.sectors or told.needs else None


def in_labels(translated: str, vocabulary: Vocabulary) -> str:
    """The themes and regions of a question of which only words in French are known, by their names."""
    return ", ".join(
        [*map(vocabulary.label, sorted(vocabulary.themes_in(translated))), *sorted(regions_in(translated))]
    )


def as_stated(suggestions: Suggestions, profile: PilotProfile, language: Language) -> Suggestions:
    """`suggestions`, which say first that they rest on the question alone, and on what of it."""
    said = [
        told_texts.STATED_PARTS[language][name].format(said=", ".join(values))
        for name, values in (("region", profile.regions), ("sector", profile.sectors), ("need", profile.needs))
        if values
    ]
    told = told_texts.STATED[language].format(said=told_texts.STATED_JOINT[language].join(said))
    return suggestions.model_copy(update={"warnings": (told, *suggestions.warnings)})


def _parted(question: str) -> tuple[str, str]:
    """What the pilot says of themselves, and the rest; clauses stay apart."""
    own, rest = list[str](), list[str]()
    for clause in _CLAUSE.findall(question):
        cue = _SELF.search(clause)
        if cue is None:
            rest.append(clause)
            continue
        seek = _SEEK.search(clause, cue.end())
        end = seek.start() if seek else len(clause)
        own.append(clause[cue.start() : end])
        rest += [clause[: cue.start()], clause[end:]]
    return ", ".join(own), ", ".join(rest)
