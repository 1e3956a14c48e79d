"""Which French words cannot stand together: what a question typed by ear gets wrong (« les pole », « pour animé »)."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from assistant.answering.lexicon import Lexicon


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PLURAL = _set(
    "des aux ces nos vos ses mes tes quels quelles leurs plusieurs quelques certains certaines différents différentes deux trois "
    "quatre cinq six sept huit neuf dix vingt trente cent lesquels lesquelles"
)
_SINGULAR = _set("un une le la du au ce cet cette mon ma ton son sa notre votre chaque aucun aucune")
_MALE, _FEMALE = _set("un le du au ce cet quel quels aucun"), _set("une la cette quelle quelles aucune ma sa")
_WHICH = _set("quel quelle quels quelles")
_WHICH_MALE, _WHICH_FEMALE = _set("quel quels"), _set("quelle quelles")
_WHICH_ONE, _WHICH_MANY = _set("quel quelle"), _set("quels quelles")
# Before a noun: « les petites entreprises ».
_BEFORE_NOUN = _set(
    "petit petite petits petites grand grande grands grandes jeune jeunes autre autres nouveau nouveaux nouvelle nouvelles bon bonne "
    "bons bonnes premier première premiers premières principal principale principaux principales même mêmes vrai vrais vraies"
)
# A pronoun may stand between what asks for an infinitive and the infinitive; « les » before a verb is one.
_CLITICS = _set("se s le la les l y en lui leur me m te t nous vous ne n pas")
_SUBJECTS = _set("qui nous vous on je j tu il elle ils elles ne n pour de d à sans y")
_INFINITIVE_AFTER = _set(
    "pour sans à de d faut peut peux doit dois veut veux va vais vont doivent peuvent veulent pouvons devons voulons souhaite "
    "faire laisser comment faudrait pourrait devrait voudrait voudrais aimerais aimerait souhaitons pourrions"
)
_ASKS = _set(
    "peut peux doit dois faut veut veux va vais doivent peuvent veulent pouvons devons puis faudrait pourrait devrait"
)
_HAVE = _set("ont ai avons avez avait avaient aurait auraient aura auront été avoir ayant")
_BE = _set("est sont était étaient sera seront serait être")
_IRREGULAR = _set(
    "perdu perdus perdue eu pris mis reçu obtenu réussi choisi fini permis repris rejoint rejointe vu voulu dû pu su tenu soutenu "
    "retenu suivi fourni produit construit élargi réuni ouvert offert découvert écrit conclu vendu rendu répondu attendu"
)
# « on construit » has a verb.
_PRESENT_TOO = _set("produit construit écrit")
_EITHER = _set("plus moins même autre autres deux trois tout bien pilote membre deuxième troisième jeune simple")
_THAT = _set("que qu qui sont sera seront serait fut dont n ne n'est soit peut doit")
_ARTICLES = _set("le la les l")
_PRONOUNS = _set("il elle on ils elles nous je vous tu t")
_DETERMINERS = _PLURAL | _ARTICLES | _PRONOUNS
_SUBJECT = _set("qui il elle ça sa se ils elles je y")
_INFINITIVES = ("oir", "enir", "isir", "rir", "frir", "faire", "être", "ndre", "ttre", "ivre", "uire", "rire")
# What is added, in log-probability, for what cannot stand there.
WRONG = 13.0
# What ends in -e may be an adjective of both genders: its articles count when they are this many.
EPICENE = 6


class Grammar:
    """`known` tells whether a word was met, `after` how often one came after another."""

    def __init__(self, lexicon: Lexicon, known: Callable[[str], bool], after: Callable[[str, str], int]) -> None:
        self._lexicon, self._known, self._after = lexicon, known, after
        self._gender = cache(self._gender_by_articles)
        self._is_noun = cache(self._comes_as_noun)

    def faults(self, history: tuple[str, ...], word: str) -> float:
        """What speaks against `word`, in small letters, after the words of `history`: 0 when nothing does."""
        if not history:
            return 0.0
        wrong = (
            self._number(history, word)
            or self._gender_of(history, word)
            or self._infinitive(history, word)
            or self._participle(history, word)
            or self._which(history, word)
            or self._little(history, word)
            or self._counted(history, word)
        )
        return WRONG if wrong else 0.0

    def _is_one(self, word: str) -> bool:
        """Whether a word is a noun or an adjective in the singular whose plural is another word."""
        if word[-1] in "sxz" or len(word) < 3:
            return False
        if word in self._lexicon.nouns:
            return self._known(word + "s")
        return word in _BEFORE_NOUN or (
            word not in _HAVE | _BE
            and word in self._lexicon.common
            and self._known(word + "s")
            and bool(self._gender(word))
        )

    def _is_many(self, word: str) -> bool:
        return word[-1] == "s" and len(word) > 3 and word not in self._lexicon.nouns and self._is_one(word[:-1])

    def _is_verb_too(self, word: str) -> bool:
        return word.endswith("e") and word + "r" in self._lexicon.verbs

    def _number(self, history: Sequence[str], word: str) -> bool:
        at = -1
        while history[at] in _BEFORE_NOUN and len(history) > -at:
            at -= 1
        before, first = history[at], history[at - 1] if len(history) > -at else ""
        many = before in _PLURAL or (before == "les" and not (self._is_verb_too(word) and first in _SUBJECTS))
        if many:
            return self._is_one(word)
        return before in _SINGULAR and self._is_many(word)

    def _gender_of(self, history: Sequence[str], word: str) -> bool:
        before = history[-1]
        if before not in _MALE and before not in _FEMALE:
            return False
        if word in _HAVE | _BE | _THAT or word in self._lexicon.verbs or len(word) == 1:
            return False
        gender = self._gender(word[:-1] if self._is_many(word) else word)
        return (before in _MALE and gender == "f") or (before in _FEMALE and gender == "m")

    def _infinitive(self, history: Sequence[str], word: str) -> bool:
        """« pour animé », « faut-il votez »: an infinitive is wanted."""
        if not self._is_participle(word):
            return False
        at = -1
        while history[at] in _CLITICS and len(history) > -at:
            at -= 1
        asked = len(history) > 1 and history[-1] in _PRONOUNS and bool(_ASKS & {*history[-3:-1]})
        return history[at] in _INFINITIVE_AFTER or asked

    def _participle(self, history: Sequence[str], word: str) -> bool:
        """« ont voter », « a crée », « on perdu »: a participle is wanted, or « ont »."""
        before = history[-1]
        passed = self._is_participle(word) or word in _IRREGULAR
        inverted = len(history) > 1 and history[-2] in _HAVE | _BE | {"a", "t"}
        if (before in _WHICH or before in _SUBJECT) and self._is_participle(word) and not inverted:
            return True
        if before == "on":
            asked = len(history) > 1 and history[-2][-1:] in "tdsx"  # « fait-on payer », « va-t-on payer »
            return (passed and word not in _PRESENT_TOO and not inverted) or (word in self._lexicon.verbs and not asked)
        if before in ("et", "est") and len(history) > 1:
            return before == "et" and history[-2] in _WHICH
        has = before in _HAVE or (before == "a" and word != "a")
        has = has or (before in _PRONOUNS and _is_inverted(history, {*_HAVE, "a"} - {"été"}))
        if not has or word in self._lexicon.common:
            return False
        if before == "a" and history[-2:-1] == ("qui",) and self._is_participle(word) and not word.endswith("é"):
            return True  # « qui a aidés »: nothing that comes before agrees
        return word in self._lexicon.verbs or (self._is_verb_too(word) and word not in self._lexicon.nouns)

    def _is_participle(self, word: str) -> bool:
        """Whether a word is a participle of the first group, or « -ez », and no noun."""
        stem = word.rstrip("s").removesuffix("e") if not word.endswith("ez") else word[:-1].removesuffix("e") + "é"
        return stem.endswith("é") and stem[:-1] + "er" in self._lexicon.verbs and not self._is_noun(word)

    def _which(self, history: Sequence[str], word: str) -> bool:
        """« quel sont », « quelle est le rôle », « quel pôle ont »."""
        before = history[-1]
        if before in _WHICH:
            one, many = before in _WHICH_ONE, before in _WHICH_MANY
            return (one and word in ("sont", "son", "étaient", "seront")) or (
                many and word in ("est", "et", "était", "sera")
            )
        if len(history) > 2 and history[-3] in _WHICH_ONE and before in ("ont", "sont") and word not in _DETERMINERS:
            return True  # not « quel rythme ont les autres »
        if len(history) > 2 and history[-3] in _WHICH and history[-2] in _BE and before in _ARTICLES:
            gender = self._gender(word[:-1] if self._is_many(word) else word)
            return (gender == "f" and history[-3] in _WHICH_MALE) or (gender == "m" and history[-3] in _WHICH_FEMALE)
        return False

    def _counted(self, history: Sequence[str], word: str) -> bool:
        """« combien de salarier », « combien d'adhérent »: what is counted is many."""
        if history[-1] not in ("de", "d") or history[-2:-1] != ("combien",):
            return False
        return word in self._lexicon.verbs or (self._is_one(word) and self._known(word + "s"))

    def _little(self, history: Sequence[str], word: str) -> bool:
        """Little words that sound alike: « son les », « peu voter », « sa marche », « ce passe », « quant on »."""
        before = history[-1]
        finite = word.endswith("e") and word + "r" in self._lexicon.verbs
        if before == "son" or before == "ton":
            return word in _ARTICLES or word == "des"
        if before == "peu":
            return word in self._lexicon.verbs or self._is_participle(word) or word.endswith(_INFINITIVES)
        if word == "peux":
            return before not in ("je", "tu", "j", "puis", "^", "comment", "que", "où", "ne")
        if word == "t":
            return before == "à" or self._is_participle(before)
        if (before in ("je", "tu", "j") and word in ("a", "à", "peut")) or (before == "t" and word == "à"):
            return True
        if before == "on" and word in ("il", "ils", "elle", "elles"):
            return True
        if before == "sa":
            if word[0] in "aeiouéèêà":
                return True  # « son » stands before a vowel, so « ça » is meant
            noun = word in self._lexicon.nouns or self._gender(word) == "f" or word in _BEFORE_NOUN
            return word in ("est", "a") or (word in self._lexicon.words and not noun)
        if before == "ce":
            return finite and word not in _THAT and self._gender(word) != "m" and not self._known_male(word)
        if before == "quant":
            return word not in ("à", "au", "aux")
        asked = len(history) > 1 and history[-2][-1] in "td"  # « aide-t-elle à », « doit-on à »
        if word == "à":
            return before in ("il", "elle", "on", "qui") and not asked
        return before in ("il", "elle", "on", "qui", "qu") and word in ("peu", "peus")

    def _known_male(self, word: str) -> bool:
        return word in self._lexicon.nouns and self._gender(word) == ""

    def _gender_by_articles(self, word: str) -> str:
        """« m », « f » or nothing of a noun in the singular, by the articles met before it."""
        male = sum(self._after(article, word) for article in ("un", "le", "du", "au", "ce", "cet", "aucun"))
        female = sum(self._after(article, word) for article in ("une", "la", "cette", "sa", "ma", "aucune"))
        if word in _EITHER or male + female < (EPICENE if word.endswith("e") else 2):
            return ""
        return "m" if male >= 5 * female else "f" if female >= 5 * male else ""

    def _comes_as_noun(self, word: str) -> bool:
        """Whether a participle is a noun as well: « les associés »."""
        if word in self._lexicon.nouns or word.removesuffix("s") in self._lexicon.nouns:
            return True
        return any(self._after(article, word) for article in ("le", "la", "les", "un", "une", "des", "nos", "d"))


def _is_inverted(history: Sequence[str], verbs: AbstractSet[str]) -> bool:
    """Whether the pronoun that ends `history` follows one of the verbs: « avons-nous », « a-t-il »."""
    before = history[-2::-1]
    return bool(before) and (before[0] in verbs or (before[0] == "t" and len(before) > 1 and before[1] in verbs))
