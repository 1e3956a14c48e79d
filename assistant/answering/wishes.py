"""What a question wants of its suggestions: not this cluster, not that region, these alone, others than the first, who of
them already worked together.

Such clauses are set apart before the question is searched: « un projet de drones, sauf Aetos » looks for drones, and « sans
ceux de ma région » for nothing called région.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.own_ties import asks_own_ties
from assistant.answering.wish_kinds import SAID, SIZES, Wanted
from assistant.answering.wished_places import wished_places
from assistant.clusters.directory import Mention

_NAME = "§"  # stands for each letter of a cluster's name in what is matched
_ARTICLE = r"(?:(?:de|du|des|avec|le|la|les|the|with|p[ôo]le|cluster)\s+|[dl]['’]\s*)*"
# Names of clusters in a row, in a masked text.
NAMES = rf"{_ARTICLE}{_NAME}+(?:(?:\s*,\s*|\s+(?:et|ou|ni|and|or|nor)\s+){_ARTICLE}{_NAME}+)*"
_OTHER = (
    r"(?:autres?(?:\s+\w+){0,2}(?P<than>\s+qu(?:e\b|['’]))|(?:other|else)(?:\s+\w+){0,2}(?P<but>\s+(?:than|but)\b))"
)
_CUE = (
    r"(?:sauf|hormis|hors|except[ée]|(?:mis )?à part|en dehors (?:de\b|d['’])|sans(?: compter)?|mais pas|et pas|pas|plut[ôo]t qu(?:e\b|['’])|"
    r"except(?: for)?|excluding|apart from|besides|but not|not|without|rather than)"
)
# « Sauf Aetos », « un autre qu'Aerospace Valley »; « pourquoi pas Aetos » refuses nothing.
_WITHOUT = re.compile(rf"[\s,]*\b(?<!pourquoi )(?<!why )(?:{_OTHER}|{_CUE})\s*(?P<names>{NAMES})", re.IGNORECASE)
# « 3 noms seulement », « sauf les 5 premiers noms »: how a follow-up that wants so many, or others, is asked again.
_COUNTED = re.compile(r"[\s,]*\b(\d+)\s+(?:noms seulement|names only)\b", re.IGNORECASE)
_SKIPPING = re.compile(r"[\s,]*\b(?:sauf les (\d+) premiers noms|except the first (\d+) names)\b", re.IGNORECASE)
_TOLD = {
    wanted: re.compile(rf"[\s,]*\b(?:{'|'.join(map(re.escape, said.values()))})(?!\w)", re.IGNORECASE)
    for wanted, said in SAID.items()
}
_WHY = r"(?:(?:et\s+)?pourquoi(?:\s+pas)?|why(?:\s+not)?|(?:que|qu['’]en)\s+(?:vaut|vaudrait|penser|pensez-vous|penses-tu)|what about|how about)"
# « …, pourquoi pas Xylofutur ? »: that one judged, alone.
_ONLY = re.compile(rf"[\s,]*\b{_WHY}\s+(?P<names>{NAMES})(?=\s*(?:[?!.,]|$))", re.IGNORECASE)
_WORKED = r"(?:travaill|collabor|coop[ée]r|mont[ée]|men[ée]|worked|cooperated|partnered|built|projets?\b|projects?\b)"
_TIES = re.compile(
    rf"[\s,]*\b(?:lesquel(?:le)?s|qui|which)\b[^?]{{0,40}}\b{_WORKED}[^?]{{0,40}}?\b(?:ensemble|entre eux|en commun|together|each other)\b",
    re.IGNORECASE,
)
# « Quels pôles ont déjà travaillé avec Aerospace Valley ? »
_TIES_OF = re.compile(
    rf"\b(?:lesquels|qui|quels|quelles|avec qui|which|who|with whom)\b[^?]{{0,60}}\b(?:d[ée]j[àa]|already|ever)\b[^?]{{0,30}}{_WORKED}[^?]{{0,40}}{_NAME}|"
    rf"\bavec (?:qui|quels?)\b[^?]{{0,40}}{_NAME}[^?]{{0,20}}\bd[ée]j[àa] {_WORKED}",
    re.IGNORECASE,
)
# « Aetos et Vinseo travaillent-ils ensemble ? »
_TIES_AMONG = re.compile(
    rf"^\W*(?:(?:et|est-ce que|do|have|did|are)\s+)?{_ARTICLE}{_NAME}+(?:(?:\s*,\s*|\s+(?:et|and)\s+){_ARTICLE}{_NAME}+)+[^?§]{{0,40}}?"
    r"(?:\b(?:travaill|collabor|coop[ée]r|work|cooperat)\w*(?:-ils)?\b[^?]{0,25}\b(?:ensemble|entre eux|l['’]un avec l['’]autre|together|each other)|"
    r"\b(?:travaillé|collaboré|coopéré|cooperated)\b|\bli[ée]s\b|\bpartenaires (?:entre eux|l['’]un)|\bse connaissent|"
    r"\b(?:projets? (?:en )?communs?|projets? ensemble|accords?|conventions?|partenariats?|joint projects?)\b|know each other)",
    re.IGNORECASE,
)
# « …, qui peut nous présenter à Xylofutur ? »: how a follow-up on introductions is asked again.
_INTRODUCED = re.compile(
    rf"[\s,]*\b(?:qui peut nous présenter(?: à (?P<to>{NAMES}))?|who can introduce us(?: to (?P<with>{NAMES}))?)(?=\s*\?*$)",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:[ée]trang(?:er|ers|[èe]res?)|foreign|abroad|(?:en|au|aux|in)\s+(?:espagne|italie|allemagne|portugal|belgique|suisse|"
    r"royaume-uni|pays-bas|spain|italy|germany|belgium|switzerland|the netherlands))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to leave out of the suggestions, and what to say of them."""

    without: tuple[str, ...] = ()  # ids of clusters left out
    outside: tuple[str, ...] = ()  # regions left out
    outside_own: bool = False  # the pilot's regions too
    skip: int = 0  # suggestions already given
    only: tuple[str, ...] = ()  # ids of the clusters to judge, and no others
    ties: bool = False  # who worked with whom is what is asked
    ties_of_ours: bool = False  # with the pilot's own cluster
    ties_among: bool = False  # among the clusters that the question names
    rivalry: bool = False  # who competes with whom is what is asked
    cautions_first: bool = False  # what speaks against comes before what speaks for
    introduced: bool = False  # who can introduce the pilot is what is asked
    abroad: bool = False  # somebody outside France is looked for
    inside: tuple[str, ...] = ()  # the only regions wanted
    count: int = 0  # how many names are wanted, 0 when nothing is said
    wanted: frozenset[Wanted] = frozenset()  # small ones, the nearest, without cautions…

    @property
    def narrows(self) -> bool:
        """Whether something is to be left out, or some clusters alone are to be judged."""
        apart = self.without or self.outside or self.outside_own or self.skip or self.only
        return bool(apart or self.inside or self.count or self.wanted)

    @property
    def size(self) -> Wanted | None:
        """The size wanted, if any."""
        return next(iter(self.wanted & SIZES), None)


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with each letter of the names at `spans` replaced, as long as before."""
    for start, end in spans:
        text = text[:start] + _NAME * (end - start) + text[end:]
    return text


def wishes_in(question: str, mentions: Sequence[Mention]) -> tuple[Wishes, str]:
    """What a question wants of its suggestions, and the question without the clauses that say so."""
    text = masked(question, [(m.start, m.end) for m in mentions])
    told = {wanted: match for wanted, rule in _TOLD.items() if (match := rule.search(text)) and match.start()}
    found = Wishes(abroad=bool(_ABROAD.search(text)), wanted=frozenset(told))
    found = replace(found, ties=bool(found.wanted & {Wanted.THEIR_TIES, Wanted.OUR_TIES}))
    cut = [match.span() for match in told.values()]

    def named(match: re.Match[str], group: str = "names") -> tuple[str, ...]:
        start, end = match.span(group)
        return tuple(dict.fromkeys(m.resolved.cluster.id for m in mentions if start <= m.start < end))

    if (ties := _TIES.search(text)) and ties.start():
        found, cut = replace(found, ties=True), [*cut, ties.span()]
    elif not found.ties and _TIES_AMONG.search(text):
        return replace(found, ties=True, ties_among=True), question
    elif not found.ties and (asks_own_ties(text) or _TIES_OF.search(text)):
        return replace(found, ties=True, ties_of_ours=asks_own_ties(text)), question
    if asked := _INTRODUCED.search(text):
        found = replace(found, introduced=True, only=named(asked, "to") or named(asked, "with"))
        cut.append(asked.span())
    for match in _COUNTED.finditer(text):
        found = replace(found, count=int(match[1]))
        cut.append(match.span())
    for match in _SKIPPING.finditer(text):
        found = replace(found, skip=int(match[1] or match[2]))
        cut.append(match.span())
    for match in _ONLY.finditer(text):
        found = replace(found, only=named(match))
        cut.append(match.span())
    for match in _WITHOUT.finditer(text):
        if not _within(match, cut):
            found = replace(found, without=(*found.without, *named(match)))
            cut.append((max(match.start(), match.start("than"), match.start("but")), match.end()))
    found = _places(found, text, cut)
    return found, without_spans(question, cut)


def _places(found: Wishes, text: str, cut: list[tuple[int, int]]) -> Wishes:
    """With the regions left out and those wanted; what says so is added to `cut`."""
    for place in wished_places(text):
        span = (place.start, place.end)
        if any(start < span[1] and span[0] < end for start, end in cut):
            continue
        found = replace(
            found,
            inside=(*found.inside, *place.inside),
            outside=(*found.outside, *place.outside),
            outside_own=found.outside_own or place.own,
        )
        cut.append(span)
    return found


def _within(match: re.Match[str], cut: Iterable[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in cut)


def without_spans(question: str, cut: Iterable[tuple[int, int]]) -> str:
    """The question without these stretches, tidied."""
    for start, end in sorted(cut, reverse=True):
        question = f"{question[:start]} {question[end:]}"
    plain = re.sub(r"\s+(?=,)|\s*,(?=\s*(?:[,?!.]|$))", "", re.sub(r"\s+", " ", question)).strip(" ,:;")
    return re.sub(r"(?<!\s)\s?([?!.])$", r" \1", plain)
