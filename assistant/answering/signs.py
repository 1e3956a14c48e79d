"""The signs that hurried fingers lose: capitals that mean nothing, apostrophes and hyphens typed as spaces, « ? »."""

import re
from collections.abc import Mapping

# Share of capitals from which they carry no meaning, and letters under which they may be an acronym.
SHOUTED, ACRONYM = 0.7, 12

# « d un », « l équipe », « L équipe » at the beginning: an apostrophe lost in a space.
_LOST_APOSTROPHE = re.compile(r"(\b(?:qu|[ldjmtscn])|(?:^|(?<=[.?!] ))(?:Qu|[LDJMTSCN])) (?=(?i:[aeiouyhàâéèêîôûœ]))")
_PRONOUNS = r"(?=(?:il|elle|on|ils|elles)\b)"
# Letters that stand for words as they sound, before another word: « g besoin », « c normal », « k on », « d convention ».
_LETTERS = tuple(
    (re.compile(rf"(?<![\w'’.-])(?<!\d ){letter} ?(?={after})"), meant)
    for letter, after, meant in (
        ("g", r"(?<= )\w", "j'ai "),
        ("c", r"(?<= )(?!est\b)\w", "c'est "),
        ("j", r"(?<= )[bcdfgklmnpqrstvwxz]", "je "),
        ("d", r"(?<= )[bcdfgklmnpqrstvwxz]", "de "),
        ("k", r"(?<= )\w", "que "),
        # « lAG »
        ("([ld])", r"(?<! )(?!ES\b)[A-Z]{2,}\b", r"\1'"),
    )
)
# A capital struck twice, and slips that make another word: « CComment », « Quest-ce », « combine de ».
_STRUCK = (
    (re.compile(r"\b([A-ZÀ-Ý])\1(?=[a-zà-ÿ]{2})(?!(?:[èe]mes?|n?des?)\b)"), r"\1"),
    (re.compile(r"\b([Qq])uest(?=[- ]ce\b)"), r"\1u'est"),
    (
        re.compile(r"((?:^|[.?!,:] |\b(?:et|de|depuis|pour|avec|en|à|dans|sur) )[Cc])ombine(?= d(?:e\b(?! l)|['’]))"),
        r"\1ombien",
    ),
)
# « faut il », « a t il », « qu'est ce que »: a hyphen lost in a space.
_LOST_HYPHEN = re.compile(
    r"(?<=\w)[ -]t[ '’-](?=(?:il|elle|on|ils|elles)\b)|"
    r"(?<=\best) (?=ce qu)|(?<=\b[Ee]st) (?=ce qu)|"
    r"(?:(?<=\bfaut)|(?<=\bpeut)|(?<=\bdoit)|(?<=\bdois)|(?<=\bpuis)|(?<=\best)|(?<=\bsont)|(?<=\bont)|(?<=\bfait)|(?<=\bsert)|"
    rf"(?<=\bdit)|(?<=\bvient)|(?<=\brend)|(?<=\bpeux)|(?<=\bveut)|(?<=\bsuffit)) {_PRONOUNS}|"
    r"(?:(?<=\bpeuvent)|(?<=\bdoivent)|(?<=[a-zéèê]ent)) (?=(?:ils|elles)\b)",
    re.IGNORECASE,
)
# « faut-t-il »: a verb that ends in t or d takes no other t.
_NEEDLESS_T = re.compile(r"(?<=[td])-t-(?=(?:il|elle|on|ils|elles)\b)")
# « que une » where a table put « que ».
_ELIDES = re.compile(r"\b([Qq]u)e (?=(?:un|une|il|ils|elle|elles|on)\b)")
# What a sentence that asks begins with.
_ASKS = re.compile(
    r"(?:(?:à|de|avec|pour|en|dans|sur|chez|par|depuis|vers|auprès de) |d['’])?(?:qui|quoi|que|quels?|quelles?|lequel|laquelle|combien|"
    r"comment|pourquoi|quand|où|est-ce|qu['’]est-ce|qu['’](?=[aeioué])|faut-il|peut-on|doit-on)\b",
    re.IGNORECASE,
)
_INVERSION = re.compile(r"\w-(?:t-)?(?:il|elle|on|ils|elles)\b")


def unshouted(question: str) -> str:
    """A question typed in capitals, in small letters; another as it is."""
    found = [ch for ch in question if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in found)
    return question.lower() if len(found) >= ACRONYM and capitals >= SHOUTED * len(found) else question


def joined(text: str) -> str:
    """The text with apostrophes and hyphens that were typed as spaces; of the same length."""
    return _LOST_HYPHEN.sub(lambda m: "-" if m.group() == " " else "-t-", _LOST_APOSTROPHE.sub(r"\1'", text))


def elided(text: str) -> str:
    """The text without a « t » that its verb has already, and with « qu' » before the words that ask for it."""
    return _ELIDES.sub(r"\1'", _NEEDLESS_T.sub("-", text))


def asks(sentence: str) -> bool:
    """Whether a well-written sentence is a question."""
    return bool(_ASKS.match(sentence) or _INVERSION.search(sentence))


class Phrases:
    """Replaces hasty phrases (« c koi ») by what they stand for."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = dict(phrases)
        longest = sorted(self._phrases, key=lambda phrase: (-len(phrase), phrase))
        written = "|".join(map(re.escape, longest)).replace("'", "['’]")
        self._found = re.compile(rf"(?<![\w'’-])(?:{written})(?![\w'’-])", re.IGNORECASE)

    def written_out(self, text: str) -> str:
        """The text with each capital, each phrase and each letter that stands for a word as it should be typed, the first letter of a
        phrase as it is."""
        for capital, meant in _STRUCK:
            text = capital.sub(meant, text)
        written = self._found.sub(self._written, text)
        for letter, meant in _LETTERS:
            written = letter.sub(meant, written)
        return written

    def _written(self, match: re.Match[str]) -> str:
        meant = self._phrases[match.group().lower().replace("’", "'")]
        return meant[:1].upper() + meant[1:] if match.group()[:1].isupper() else meant
