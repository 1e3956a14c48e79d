"""What a first question wants of its suggestions, beside its subject: « avec quel petit cluster », « quel partenaire en
Bretagne », « trois noms », « …, pas trop loin de chez nous ».

What stands with the word for whoever is looked for (their size, kind, region, number) is read by rule: elsewhere it speaks of
the pilot or of the subject. The other clauses are read as follow-ups are, as it was learnt.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answering.places import places_at, places_within
from assistant.answering.wish_kinds import KINDS, SAID, SIZES, Wanted
from assistant.answering.wishes import Wishes, without_spans

Wants = Callable[[str], Wanted | None]

_LOOKED_FOR = (
    r"(?:clusters?|p[ôo]les?|grappes?|partenaires?|r[ée]f[ée]rents?|structures?|r[ée]seaux?|noms?|candidats?|"
    r"partners?|networks?|names?|candidates?)"
)
_NUMBERS = {
    word: count
    for count, words in enumerate(("deux two 2", "trois three 3", "quatre four 4", "cinq five 5", "six 6", "sept seven 7", "huit eight 8"), 2)
    for word in words.split()
}  # fmt: skip
_ADJECTIVES: dict[Wanted, str] = {
    Wanted.SMALL: r"petit(?:e?s?)?|modestes?|small(?:er)?|little",
    Wanted.LARGE: r"gros(?:ses?)?|grande?s?|large|big|major",
    Wanted.NEAR: r"voisine?s?|proches? (?:de (?:chez )?nous|d['’]ici)|nearby|neighbou?ring",
    Wanted.REGIONAL: r"r[ée]gion(?:al|aux|ale|ales)|regional",
    Wanted.POLES: r"de comp[ée]titivit[ée]",
}
_ADJECTIVE = "|".join(_ADJECTIVES.values())
_SEEKING = (
    r"(?:cherch\w+|recherch\w+|trouv\w+|propos\w+|donn\w+|cit\w+|veu[xt]|voudr\w+|voul\w+|souhait\w+|faut|aimer\w+|sugg[èe]r\w+|"
    r"find|needs?|wants?|looking for|suggest|give|propose|name)(?:[- ](?:m['’]en|moi|nous|me|us))?"
)
_ONLY = r"(?:\s+(?:seulement|juste|only|just))?"
_SELF = r"(?!\s+(?:[\w'’-]+\s+){0,5}?(?:cherch|recherch|souhait|voudr|veut|veulent|seek|looking|wants?\b|wish))"
# « Quel petit cluster », « avec une grappe », « je cherche un pôle de compétitivité », « trois partenaires pour … ».
_ASKED = re.compile(
    rf"(?:\b(?:quel(?:le)?s?|which|what)\s+|(?:(?P<bare>^\W*)|(?:^|[,;:]\s*)(?:avec|with|plut[ôo]t(?: avec)?|rather|preferably)\s+|\b{_SEEKING}{_ONLY}\s+)(?:(?:une?\s+(?P<one>seule?)|un|une|des?|a\s+(?P<single>single)|a|an|some)\s+|d['’])?)"
    rf"(?:(?P<count>{'|'.join(_NUMBERS)})\s+)?(?:(?P<before>{_ADJECTIVE})\s+)?(?P<noun>{_LOOKED_FOR})\b(?:\s+(?P<after>{_ADJECTIVE})\b)?{_SELF}",
    re.IGNORECASE,
)
# « Un petit cluster peut-il … ? » looks for nobody.
_ACTS = re.compile(
    r"\s+(?:ne\s+|n['’])?(?:peu[tx]|pourra|doit|doivent|devr|a\b|a-t-|ont\b|est\b|sont\b|can\b|could\b|must\b|should\b|is\b|are\b|has\b|have\b)",
    re.IGNORECASE,
)
# « Trois noms » is how many are wanted when they are asked for; « avec trois partenaires » tells of those there are.
_COUNTED = re.compile(
    rf"(?:^\W*|\b(?:quel(?:le)?s|which|what|{_SEEKING}){_ONLY}\s+)(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE
)
# « Qui, en Occitanie, … », « avec qui travailler en Bretagne »: right after whoever is looked for, not after the project.
_WHERE = re.compile(r"\s*,?\s*(?=(?:en|de|du|dans|à|in|from|of|within)\b|d['’])", re.IGNORECASE)
_AT_HOME = re.compile(
    r"(?:en|de|du|d['’]|dans|à|in|from|of|within)\s*(?:(?:la|le|les|the)\s+|l['’])?"
    r"(?:ma|notre|my|our)\s+(?:propre\s+|own\s+)?(?:r[ée]gion|territoire|territory)\b",
    re.IGNORECASE,
)
# « Des partenaires pour le vin en Bretagne »: behind the subject, where that is no project, market or deed, which may be there.
_ELSEWHERE = re.compile(
    r"\b(?:projets?|projects?|march[ée]s?|markets?|[ée]v[ée]nements?|events?|salons?|programmes?|appels?|usines?|sites?|implant\w+|ventes?|"
    r"entreprises|companies|zones?|territoires?|construire|produire|conduire|vendre|mettre|faire|\w{3,}(?:er|ir)|to \w+)\b|"
    r"§|[;:?!.]",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[?!.,;]|$)")
# « Un partenaire drones en Bretagne »: what for, in a word.
_WHAT_FOR = re.compile(r"\s+(?!(?:en|de|du|dans|in|from|of|within)\b)[\w-]+(?=\s+(?:en|dans|in)\s)", re.IGNORECASE)
_WHO = re.compile(r"\b(?:(?:de|avec|chez|vers) )?(?:qui|whom?)\b(?:\s+(?:s['’])?[\w-]+(?:er|ir|re)\b)?", re.IGNORECASE)
# Where a clause that may be a wish begins, and where what it is for does.
_PARTED = re.compile(
    r"\s*[,;:()?!.]\s*|\s+(?=(?:sans|mais|plut[ôo]t|(?:le|la|les) (?:plus|moins)|pas trop|without|but|preferably|rather|not too|as near)\b)|"
    r"\s+(?=(?:pour|sur|afin|for|about)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:pour|sur|afin|for|about|nous|on|je|j['’]|notre|nos|mon|ma|we|our|i|my|sachant|car|parce|puisque|alors que|because|since|knowing)(?!\w)|"
    r"^(?:sans|without)\s+(?:\w+(?:er|ir|re)|\w+ing)\b",
    re.IGNORECASE,
)
# « Notre cluster, plutôt petit, cherche … »: what comes before what is asked is of the pilot.
_OF_US = re.compile(r"^\W*(?:nous|on|je|j['’]|notre|mon|ma|we|our|i|my)(?!\w)", re.IGNORECASE)
# The clause that asks, which is left whole.
_ASKS = re.compile(
    rf"^(?:(?:et|and)\s+)?(?:(?:avec|de|chez|vers|à|with|from)\s+)?(?:qui|quel(?:le)?s?|whom?|which|what)\b|\b{_SEEKING}\s+(?:un|une|des?|a|an|some)\b",
    re.IGNORECASE,
)
_LONGEST = 9  # words
# What may be wanted in passing: who worked with whom is a question of its own, « un pôle » is anyone, and nobody was spoken of
# before (« à la fois par nous et par X ») who could be that one.
_IN_PASSING = frozenset(SAID) - {Wanted.THEIR_TIES, Wanted.OUR_TIES, Wanted.POLES}
# One alone takes the others away: it has to be said.
_ONE = re.compile(r"\b(?:une? seule?|unique|(?:only|just) one|one (?:name )?only|one name|single)\b", re.IGNORECASE)


def first_wishes(wishes: Wishes, plain: str, masked_plain: str, wants: Wants) -> tuple[Wishes, str]:
    """`wishes` with those that the question says in passing, and the question without them.

    `masked_plain` is the question with the names of clusters masked, `wants` what was learnt of clauses. What was told in
    fixed words, which a follow-up adds, stands before what the question said of the same thing.
    """
    cut = list[tuple[int, int]]()
    found = _behind_the_subject(masked_plain, _beside_the_noun(masked_plain, cut), cut)
    found = _clauses(masked_plain, wants, found, cut)
    both = replace(
        wishes,
        wanted=_together(wishes.wanted, found.wanted, bool(wishes.inside)),
        inside=wishes.inside or (() if Wanted.AT_HOME in wishes.wanted else found.inside),
        count=wishes.count or found.count,
    )
    left = without_spans(plain, cut)
    return (both, left) if both != wishes and any(character.isalpha() for character in left) else (wishes, plain)


def _together(told: frozenset[Wanted], found: frozenset[Wanted], placed: bool) -> frozenset[Wanted]:
    """What was told in fixed words, and what was found that does not speak of the same thing."""
    same: list[frozenset[Wanted]] = [group for group in (SIZES, frozenset(KINDS)) if told & group]
    return told | (found - frozenset().union(*same, {Wanted.AT_HOME} if placed else ()))


def _beside_the_noun(text: str, cut: list[tuple[int, int]]) -> Wishes:
    """Size, kind, number and region said with the word for whoever is looked for; what is no subject is added to `cut`."""
    found = Wishes()
    for match in _ASKED.finditer(text):
        if match["bare"] is not None and _ACTS.match(text, match.end()):
            continue
        said = {_adjective(match[group]) for group in ("before", "after") if match[group]}
        cut += [
            match.span(group) for group in ("before", "after") if match[group] and _adjective(match[group]) not in KINDS
        ]
        if match["noun"].lower().startswith("grappe"):
            said.add(Wanted.GRAPPES)
        if match["one"] or match["single"]:
            said.add(Wanted.ONE)
        counted = match["count"] and _COUNTED.match(text, match.start())
        found = replace(
            found, wanted=found.wanted | said, count=_NUMBERS[match["count"].lower()] if counted else found.count
        )
        what_for = _WHAT_FOR.match(text, match.end())
        found = _where(text, what_for.end() if what_for else match.end(), found, cut)
    for match in _WHO.finditer(text):
        found = _where(text, match.end(), found, cut)
    return found


def _adjective(word: str) -> Wanted:
    return next(wanted for wanted, rule in _ADJECTIVES.items() if re.fullmatch(rule, word, re.IGNORECASE))


def _where(text: str, at: int, found: Wishes, cut: list[tuple[int, int]]) -> Wishes:
    """With the region that is said at this place of the text."""
    where = _WHERE.match(text, at)
    if where is None:
        return found
    if home := _AT_HOME.match(text, where.end()):
        cut.append((where.end(), home.end()))
        return replace(found, wanted=found.wanted | {Wanted.AT_HOME})
    places = places_at(text, where.end())
    if places is None:
        return found
    cut.append((where.end(), places.end))
    return replace(found, inside=(*found.inside, *places.regions))


def _behind_the_subject(text: str, found: Wishes, cut: list[tuple[int, int]]) -> Wishes:
    """With the regions that end a clause in which somebody is looked for."""
    sought = [match.end() for rule in (_ASKED, _WHO) for match in rule.finditer(text)]
    for start, places in places_within(text):
        before = [end for end in sought if end <= start]
        behind = before and not _ELSEWHERE.search(text, max(before), start) and _ENDS.match(text, places.end)
        if behind and not (found.inside or _OF_US.match(text)):
            cut.append((start, places.end))
            found = replace(found, inside=places.regions)
    return found


def _clauses(text: str, wants: Wants, found: Wishes, cut: list[tuple[int, int]]) -> Wishes:
    """With what the clauses that are neither the subject nor about the pilot want, as it was learnt."""
    spans = _spans(text)
    asking = [span for span in spans if _ASKS.search(text[slice(*span)])] or spans[:1]
    for start, end in spans:
        clause = text[start:end]
        ours = _OF_US.match(text) and start < asking[0][0]
        apart = not ours and (start, end) not in asking and all(e <= start or end <= s for s, e in cut)
        read = clause and not (_SUBJECT.match(clause) or "§" in clause or len(clause.split()) > _LONGEST)
        wanted = wants(clause) if read and apart else None
        if wanted and wanted in _IN_PASSING and (wanted is not Wanted.ONE or _ONE.search(clause)):
            found = replace(found, wanted=found.wanted | {wanted})
            cut.append((start, end))
    return found


def _spans(text: str) -> list[tuple[int, int]]:
    ends = [(match.start(), match.end()) for match in _PARTED.finditer(text)]
    spans = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True)
    return [(start, end) for start, end in spans if text[start:end].strip()]
