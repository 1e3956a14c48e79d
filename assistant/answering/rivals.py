"""Questions on rivalry: between clusters that are named (« X et Y sont-ils concurrents ? »), of the pilot's own (« qui sont nos
concurrents ? »), and what there is to fear of one (« que risque-t-on avec X ? »).

What to do about competition, or how members compete among themselves, is another question.
"""

import re
from collections.abc import Sequence

from assistant.answering.wishes import masked
from assistant.clusters.directory import Mention
from assistant.vocabulary import Language

_RIVAL = r"(?:concurren\w+|rival(?:e|es|it[ée]s?|is\w+)?|rivaux|compete|competes|competing|competitors?|competition|rivalry|rivals)"
# « Chassent-ils sur les mêmes terres ? », « se marchent-ils sur les pieds ? »
_IMAGES = (
    r"(?:m[êe]mes? (?:terrains?|terres|plates-bandes)|march\w+(?:-\w+)? (?:dessus|sur les pieds)|same (?:ground|turf|field)|"
    r"de l['’]ombre)"
)
_BETWEEN = re.compile(rf"\b(?:{_RIVAL}|{_IMAGES})\b", re.IGNORECASE)
_HOW = re.compile(
    r"^\W*(?:(?:et|mais|and|but)\s+)?(?:comment|pourquoi|que faire|faut-il|peut-on|how|why|what to do|should|can)\b",
    re.IGNORECASE,
)
_WHOSE = r"(?:nous|nos|notre|n[ôo]tres?|us|our|ours|we|(?:mon|ma|mes) (?:cluster|p[ôo]le|grappe|r[ée]seau|concurrents?|rivaux))"
_OURS = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        # « Qui sont nos concurrents ? », « quels pôles nous font concurrence ? », « avec qui sommes-nous en concurrence ? »
        rf"^(?=.*\b(?:qui|quels?|quelles?|lesquel\w*|which|who|whom|what)\b)(?=.*\b{_WHOSE}\b).*\b{_RIVAL}\b",
        # « On est en concurrence avec quels clusters ? »
        rf"\bon est\b.*\b{_RIVAL} avec (?:qui|quels?)\b",
        # « Avons-nous des concurrents ? »
        rf"\b(?:avons-nous|a-t-on|on a|do we have|have we)\b.{{0,20}}\b{_RIVAL}\b",
    )
)
# Members compete; « face à la concurrence », « sans concurrents »; whoever helps or builds is looked for.
_OF_OTHERS = re.compile(
    rf"\b(?:adh[ée]rents?|membres?|entreprises?|members?|companies|firms)\b|"
    rf"\b(?:face [àa]|sans|hors|contre|malgr[ée]|non|without|despite|against|not)(?: (?:la|les?|the|any))?[ -]{_RIVAL}|"
    r"\b(?:aid|travaill|mont|appren|appel|partenai|coop[ée]r|collabor|projet|[ée]quipe|help|work|partner|project|team)\w*",
    re.IGNORECASE,
)
_RISK = re.compile(
    rf"\b(?:{_RIVAL}|{_IMAGES}|risqu\w+|risks?|risky|dangers?|danger\w+|m[ée]fi\w+|crain\w+|pi[èe]ges?|obstacles?|freins?|inconv[ée]nients?|"
    r"drawbacks?|threats?|wary|worry|afraid)\b",
    re.IGNORECASE,
)
# The question that the pilot's rivals are candidates of.
WHO: dict[Language, str] = {"fr": "Quel partenaire ?", "en": "Which partner?"}


def asks_rivalry_between(question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question asks if the clusters it names, two at least, compete."""
    if len({m.resolved.cluster.id for m in mentions}) < 2:
        return False
    text = masked(question, [(m.start, m.end) for m in mentions])
    return bool(_BETWEEN.search(text)) and not _HOW.search(text)


def asks_own_rivals(question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question asks who competes with the pilot's cluster, and names nobody."""
    if mentions or _HOW.search(question) or _OF_OTHERS.search(question):
        return False
    return any(rule.search(question) for rule in _OURS)


def asks_risk(question: str) -> bool:
    """Whether an opinion on a cluster is asked in terms of risk or rivalry."""
    return bool(_RISK.search(question))
