"""Follow-up questions: « et pour le financement ? » is asked again as a full question, visibly."""

import re
from collections.abc import Callable, Sequence

from assistant.index.analysis import words
from assistant.vocabulary import Turn

# The stretches of a text that name clusters.
Names = Callable[[str], Sequence[tuple[int, int]]]

_OPENING = re.compile(
    r"^\s*(?:et\b|ou alors\b|sinon\b|idem\b|même question\b|and\b|what about\b|how about\b|same\b)[\s,:]*",
    re.IGNORECASE,
)
# « Pourquoi ? » alone, « Comment ça ? », « Lesquels ? ».
_BARE = re.compile(
    r"^(?:pourquoi|comment|combien|quand|où|lesquel(?:le)?s|avec qui|à quel prix|depuis quand|why|how|when|where|which ones?|how much)"
    r"(?: (?:cela|ça|pas|donc|so|not))?$",
    re.IGNORECASE,
)
# « Dans l'énergie ? », « En Bretagne ? »: a place or a subject alone.
_PLACED = re.compile(r"^(?:en|dans|chez|pour|sur|à|in|for|on|with|avec)\b", re.IGNORECASE)
_PLACED_LONGEST = 3  # words that carry a subject
# « Quel est son budget ? », « Et lui ? »: of the cluster named before.
_POINTS = re.compile(
    r"\b(?:son|sa|ses|leurs?|lui|elle|eux|il|elles|ils|celui-ci|celle-ci|ce (?:pôle|cluster)|cette grappe|its|their|it|them|they)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:pour |chez |de |avec )?(?:lui|elle|eux|elles|celui-ci|celle-ci|it|them)$", re.IGNORECASE)
_CLITIC = re.compile(
    r"^(?:qui (?:la|le|les|l['’]) ?[\w-]+|(?:qui|comment|où|pourquoi|quand) (?:en|y) [\w ]+)$", re.IGNORECASE
)
# « Et dans mes documents ajoutés ? »: the same, looked for there.
_OWN = re.compile(
    r"^(?:dans|selon|in) (?:mes|nos|my|our) (?:documents?|fichiers?|files?)(?: (?:ajout[ée]s?|added))?$|^in my added documents$",
    re.IGNORECASE,
)
# « Comment composer le conseil » followed by « et le bureau ? »: one object stands for the other.
_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les|un|une|des)\s)", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?<!\bà )(?<!\bde )(?<!\bsur )(?<!\bdans )(?<!\bpour )(?<!\ben )\b(?:l['’]|(?:le|la|les|un|une|des|leurs?|son|sa|ses|notre|nos)\s+)"
    r"[\w'’-]+(?:\s+(?:d['’]|de\s+|du\s+)?[\w'’-]+)?$",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"\b(?:faut-il|y a-t-il|existe-t-il|s['’]agit-il|il faut|il y a|is it|il existe)\b", re.IGNORECASE
)
# « travaillent sur l'eau » followed by « et dans l'énergie ? »: the new subject or place stands for the old one.
_SUBJECT = re.compile(r"\b(?:sur|dans|pour|on|about|for)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:en|chez|à|in)\b", re.IGNORECASE)
# « organisent leur gouvernance » followed by « et pour le financement ? ».
_LAST_NOUN = re.compile(r"\b(?:l['’]|(?:le|la|les|leurs?|son|sa|ses|notre|nos|des|du)\s+)[\w'’-]+$", re.IGNORECASE)
_FOR = re.compile(r"(?:pour|sur)\s+", re.IGNORECASE)
# « et pour les petits ? » narrows who is meant; the subject stays.
_WHO = re.compile(
    r"pour\s+(?:(?:les?|la|un|une|des|nos|notre)\s+)?(?:(?:plus|tout|très)\s+)?(?:petits?|petites?|grands?|grandes?|jeunes?|nouveaux?|"
    r"nouvelles?|gros(?:ses?)?|moyen\w*|pme|tpe|eti|clusters?|p[ôo]les?|grappes?|nous|moi|start-?ups?|autres|associations?)\b",
    re.IGNORECASE,
)
_LONGEST = 8  # words that carry a subject; a longer question stands on its own


def rewrite(question: str, history: Sequence[Turn], names: Names = lambda text: ()) -> str | None:
    """The question with what it leaves unsaid, from the question before; None when it stands on its own.

    `names` finds the clusters that a text names: « et Vitagora ? » puts one name for another, « son budget » is of the
    one named last.
    """
    asked = question.strip(" ?!.\u00a0\u202f")
    if not history or len(words(question)) > _LONGEST:
        return None
    before = history[-1].question.rstrip(" ?!.\u00a0\u202f")
    opened = _OPENING.match(question)
    added = _OPENING.sub("", asked).strip()
    if _OWN.match(added):
        return f"{before}, {_small(added)}?" if added.lower().startswith("in ") else f"{before}, {_small(added)} ?"
    if _BARE.match(added) or (_CLITIC.match(added) and not names(before)):
        return f"{before}, et {added.lower()} ?" if _french(added) else f"{before}, and {added.lower()}?"
    named = _same_for(question, added, history, names)
    if named:
        return named
    placed = _PLACED.match(asked) and len(words(asked)) <= _PLACED_LONGEST
    return _put_in(before, question, added) if opened or placed else None


def _small(text: str) -> str:
    """The text with a small first letter, unless a name of capitals opens it."""
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def _french(added: str) -> bool:
    return not re.match(r"(?:why|how|when|where|which)", added, re.IGNORECASE)


def _same_for(question: str, added: str, history: Sequence[Turn], names: Names) -> str | None:
    """The question of the cluster meant: another one that is named, or the one named last."""
    before = history[-1].question
    old, new = names(before), names(added)
    if new:
        alone = not words(" ".join((added[: new[0][0]], added[new[-1][1] :])))
        if not (old and alone):
            return None
        return before[: old[0][0]] + added[new[0][0] : new[-1][1]] + before[old[-1][1] :]
    last = next(((turn.question, found) for turn in reversed(history) if (found := names(turn.question))), None)
    if last is None or not (_POINTS.search(added) or _CLITIC.match(added)) or _IMPERSONAL.search(added):
        return None
    name = last[0][last[1][-1][0] : last[1][-1][1]]
    return before if _PRONOUN.match(added) else f"{name}\u00a0: {_small(question.strip())}"


def _put_in(before: str, question: str, added: str) -> str:
    """The question before, with the new subject or place in the place of the old one."""
    added = _small(_OPENING.sub("", question).strip())
    if _ARTICLE.match(added):
        stands = _OBJECT.search(before)
        return f"{before[: stands.start()]}{added}" if stands else f"{before}, et {added}"
    who = _WHO.search(before) if _WHO.match(added) else None
    if who:
        return f"{before[: who.start()]}{added}{before[who.end() :]}"
    kind = None if _WHO.match(added) else next((kind for kind in (_SUBJECT, _PLACE) if kind.match(added)), None)
    old = list(kind.finditer(before)) if kind else []
    noun = None if old or _WHO.match(added) or not _FOR.match(added) else _LAST_NOUN.search(before)
    if noun:
        return f"{before[: noun.start()].rstrip()} {_FOR.sub('', added, count=1)}"
    return f"{before[: old[-1].start()].rstrip() if old else before} {added}"
