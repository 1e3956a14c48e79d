"""Suggestions in the text of an answer: who, why in one line, what to know first, how to get in touch."""

import re
from collections.abc import Collection, Sequence
from math import inf

from assistant.answering import texts
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import SHIPPED, Evidence
from assistant.answering.on_subject import on_subject
from assistant.answering.presenting import ROLES
from assistant.answering.selection import is_about_itself, select
from assistant.answering.suggestion_texts import reach_texts, speaks_against, unnamed, weighed_texts
from assistant.answering.ties_told import HELP, LIVE_TIES
from assistant.answering.wish_kinds import Wanted
from assistant.clusters.saying import SENTENCES
from assistant.clusters.themes import stems
from assistant.vocabulary import Caution, DocumentType, Language, Suggestion

REASONS, CAUTIONS = 3, 2
# Under this value a criterion speaks against a suggestion rather than for it.
FAVOURABLE = 0.25
_OBTAINED = " a obtenu "
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")


def write_suggestions(draft: Draft, context: Context) -> None:
    """One block a suggestion, each with a sentence of its sheet that anyone can open."""
    assert context.suggestions is not None
    draft.suggestions += context.suggestions.suggestions
    draft.warnings += context.suggestions.warnings
    told = set[str]()
    for suggestion in sorted(context.suggestions.suggestions, key=lambda s: s.role == "a_clarifier"):
        if suggestion.role == "a_clarifier" and not context.judged and "a_clarifier" not in told:
            draft.heading(texts.HEADINGS["a_clarifier"][context.language])
            told.add("a_clarifier")
        _one(draft, context, suggestion, told)


def _one(draft: Draft, context: Context, suggestion: Suggestion, told_before: set[str]) -> None:
    """Appends one suggestion; what a caution says that was told of another one is not told again."""
    language = context.language
    own = [e for e in context.evidence if about(e, suggestion.cluster_id) and not is_about_itself(e)]
    quoted = select(_telling_first(own, context, suggestion), 1, chosen=draft.said, floor=-inf)
    status = f", {ROLES[suggestion.role][language]}" if context.judged and suggestion.role == "a_clarifier" else ""
    colon, alone = {"fr": "\u00a0:", "en": ":"}[language], context.judged
    if context.wishes.introduced:
        draft.lines += [
            f"- **{suggestion.name}**{colon}",
            *(f"  - {line}" for line in reach_texts(suggestion, language)),
        ]
        return
    near = Wanted.NEAR in context.wishes.wanted
    told = "" if alone else _reasons(suggestion, language, quoted, ("distance",) if near else ())
    draft.lines.append(f"- **{suggestion.name}**{status}{colon} {told}".rstrip())
    cautions = suggestion.cautions if alone else gravest(suggestion.cautions, language)
    warned = [f"  - ⚠ {_not_told(caution.text, told_before)}" for caution in cautions]
    weighed = [f"  - {line}" for line in weighed_texts(suggestion, language)] if alone else []
    first = context.wishes.cautions_first
    draft.lines += [*warned, *weighed] if first else weighed
    for evidence in [*_on_subject(context, suggestion), *quoted]:
        draft.say(evidence, before="  - ")
    draft.lines += [] if first else warned
    draft.lines += [f"  - {line}" for line in reach_texts(suggestion, language)]


def _on_subject(context: Context, suggestion: Suggestion) -> list[Evidence]:
    """The sentence of a note that tells of a référent on the subject asked about, if there is one."""
    if suggestion.role != "referent" or context.mentioned:
        return []
    found = on_subject(context.question, (), context.evidence, context.directory)
    return [evidence for evidence, named in found if suggestion.cluster_id in named][:1]


def gravest(cautions: Sequence[Caution], language: Language) -> list[Caution]:
    """The first of the cautions, which come gravest first, and whether anybody checked that the cluster is still active."""
    unchecked = SENTENCES["unverified"][language]
    return [c for at, c in enumerate(cautions) if at < CAUTIONS or unchecked in c.text]


def _not_told(text: str, told: set[str]) -> str:
    """A text without the sentences told before, its first apart; those it tells are added to them."""
    first, *others = _SENTENCE.split(text)
    new = [sentence for sentence in others if sentence not in told]
    told.update(others)
    return " ".join([first, *new])


def _telling_first(own: list[Evidence], context: Context, suggestion: Suggestion) -> list[Evidence]:
    """The sentences of a sheet that bear out why it is suggested, first: what is alive between the two; of a référent whom it
    helped, its labels; of a partner what is looked for or the pilot's filière, neighbouring themes, and last its other ties."""
    directory, vocabulary = context.directory, context.directory.vocabulary
    profile = context.profile
    wanted = vocabulary.themes_in("; ".join([context.question, *(profile.sectors if profile else ())]))
    near = {neighbour for theme in wanted for neighbour in vocabulary.neighbours[theme]}
    pilot = directory.resolve(profile.cluster_id).cluster.id if profile and profile.cluster_id else None

    lineage = directory.lineage(suggestion.cluster_id)
    helped = [frozenset(r.clusters) for r in directory.relations_of(lineage) if not lineage.isdisjoint(r.helpers)]

    def far(evidence: Evidence) -> int:
        mentions = directory.mentions(evidence.text)
        others = {m.resolved.cluster.id for m in mentions} - {suggestion.cluster_id}
        if others and pilot in others and evidence.text.startswith(LIVE_TIES):
            return 0
        if suggestion.role != "partenaire":
            if evidence.text.startswith(HELP) and any(who <= {m.cluster.id for m in mentions} for who in helped):
                return 1
            return 2 if _OBTAINED in evidence.text else 4 if others else 3
        if others:
            return 4
        themes = vocabulary.themes_in(evidence.text)
        return 1 if themes & wanted else 2 if themes & near else 3

    asked = set(stems(context.question))
    return sorted(own, key=lambda e: (far(e), -len(asked & set(stems(e.text)))))


def about(evidence: Evidence, cluster_id: str) -> bool:
    """Whether the sentence stands on the sheet of this cluster; an added file is none, whatever it says of itself."""
    document = evidence.document
    of_directory = document.origin == SHIPPED and document.type == DocumentType.ANNUAIRE
    return of_directory and document.meta.get("cluster_id") == cluster_id


def _reasons(
    suggestion: Suggestion, language: Language, quoted: Sequence[Evidence], first: Collection[str] = ()
) -> str:
    """The criteria asked about (`first`), then those that weigh most in its favour, in words; a tie that is quoted below is
    not told twice."""
    known = [c for c in suggestion.criteria if (c.value or 0.0) >= FAVOURABLE and not speaks_against(c, language)]
    if any(caution.kind == "disparite" for caution in suggestion.cautions):  # a gap in size is no merit
        known = [c for c in known if c.name != "moyens_comparables"]
    if any(evidence.text.startswith(LIVE_TIES) for evidence in quoted):
        known = [c for c in known if c.name != "lien_documente"]
    known.sort(key=lambda c: -c.weight * (c.value or 0))
    asked = [c for c in suggestion.criteria if c.name in first]
    known = [*asked, *(c for c in known if c.name not in first)]
    told = known[:REASONS] + [c for c in suggestion.criteria if c.name == "reussite_reconnue" and c.value is None]
    joint = {"fr": "\u00a0; ", "en": "; "}[language]
    return joint.join(unnamed(c.because, suggestion.name, language).rstrip(".") for c in told) + "."
