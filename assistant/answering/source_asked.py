"""Where the last answer comes from, asked in a few words: « source ? », « d'où vient ce chiffre ? », « tu as lu ça où ? »."""

import re
from collections.abc import Sequence

from assistant.index.analysis import terms
from assistant.vocabulary import Turn

_LONGEST = 16  # words; a longer message asks more than that
_ASKED = re.compile(
    r"\b(?:la|les|ta|tes|votre|vos|une|quelles?|the|your|a|any)\s+sources?\b(?: pr[ée]cises?| exactes?)?|^(?:\W|et|ok|and)*sources?\b(?=\W*$| de ce| des? [0-9])|"
    r"\bd['’]o[uù] (?:(?:est-ce que )?(?:tu|vous) (?:le |la |les |l['’])?(?:sors|sortez|tiens|tenez)|(?:tiens|sors)-tu|(?:tenez|sortez)-vous|"
    r"(?:vient|viennent|sort|sortent|provient|proviennent)(?: donc)?(?=-| ce| cet| ça| cela| ton| ta| votre| les? chiffre| l['’]info| la donn| le montant| le taux| la phrase))|"
    r"\bo[uù] (?:est-ce )?(?:que )?(?:c['’]est |est )?(?:tu (?:l['’])?as|t['’]as|as-tu|avez-vous|vous (?:l['’])?avez|[ée]crit|marqu[ée]) ?(?:lu|vu|trouv[ée])?\b|"
    r"\b(?:lu|vu|trouv[ée]|[ée]crit|marqu[ée]) (?:ça |cela )?o[uù]\b|"
    r"\bwhere (?:does|did|do) (?=(?:that|this|it|these|those|the (?:figure|number|rule|claim|sentence)s?)\b.*\bcome from)|"
    r"\bwhere (?:is|was) (?=(?:that|this|it)\b.*\b(?:written|stated|said|from))|\bwhere did you (?:read|find|get|see)",
    re.IGNORECASE,
)
# « Tu es sûr ? », « c'est fiable ? », « c'est de quand ? »: what can be shown is the sources and how far they were read.
_DOUBTED = re.compile(
    r"(?:\W|\b(?:et|ok|ah|mais|bon|hm+|and|but|oh)\b)*(?:(?:tu es|t['’]es|vous [êe]tes|en? ?es-tu|[êe]tes-vous|en [êe]tes-vous|are you)\s+(?:bien |vraiment |absolument |really |quite )?"
    r"(?:s[ûu]re?s?|certaine?s?|certain)(?: de (?:toi|vous|ça|cela|ton coup|ce chiffre)| (?:of|about) (?:that|this|it))?|(?:c['’]est |est-ce (?:que c['’]est )?)?(?:bien |vraiment )?(?:s[ûu]r|vrai|fiable|v[ée]rifi[ée]|exact)|"
    r"(?:(?:c['’]est|c['’]est à jour|(?:ça|cela|ce chiffre|l['’]info) (?:date|remonte)) (?:de |à )?quand(?: ça)?|(?:de|à) quand (?:ça |cela |ce chiffre )?(?:date|remonte)(?:-t-il)?(?: ça| cela| ce chiffre)?)|"
    r"is (?:that|this|it) (?:right|true|reliable|correct|verified|up to date)|how (?:old|recent|reliable) is (?:that|this|it))\W*",
    re.IGNORECASE,
)
# « La source de financement », « une autre source », « la source principale »: of money, or another one.
_OF_MONEY = re.compile(
    r"\bsources? (?:principale|possible|priv[ée]e|publique|de (?:financement|revenu|recette|fonds|subvention|don|mati[èe]re|m[ée]c[ée]nat)|"
    r"d['’](?:argent|aide|[ée]nergie|inspiration|information|approvisionnement)|of (?:funding|income|revenue|money))|"
    r"\bautres? sources?|\bother sources?|\bsources? (?:pour (?!ce|[çc]a\b|le chiffre)|plus|more)",
    re.IGNORECASE,
)
# What is said of any sentence.
_ANY = frozenset(
    terms(
        "source sources précise précises exacte exactes chiffre chiffres info infos information informations donnée données "
        "réponse phrase montant taux texte passage ça cela lu vu trouvé trouver écrit marqué dit où ou savoir connaître donner donne donnez "
        "donne-moi citer cite citez préciser indiquer indiquez peux pouvez pourriez veux voudrais avoir exactement stp svp merci "
        "that this it its these those the does did do is was has can me figure number rule claim sentence come from give written stated said read find get see please can could what which where tell "
        "quoi quelle quelles mouais bon alors donc vraiment sûr vient viennent sort sortent tiens tenez sors sortez provient cette ces"
    )
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_CITED = re.compile(r"\[1\]")


def source_asked(message: str, history: Sequence[Turn]) -> frozenset[str] | None:
    """What tells the sentences whose source is asked for (terms and figures, nothing for all of them); None when no source of
    the last answer is asked for."""
    if not history or not _CITED.search(history[-1].answer) or len(message.split()) > _LONGEST:
        return None
    if _DOUBTED.fullmatch(message):
        return frozenset()
    if not _ASKED.search(message) or _OF_MONEY.search(message):
        return None
    meant = frozenset(terms(_ASKED.sub(" ", message))) - _ANY
    told = frozenset(terms(history[-1].answer))
    return meant if not meant or meant & told else None


def nearness(meant: frozenset[str], quote: str) -> float:
    """The share of what is meant that a quote says; 0 when it lacks a figure that is meant."""
    said = frozenset(terms(quote))
    if any(_FIGURE.fullmatch(term) and term not in said for term in meant):
        return 0.0
    return len(meant & said) / len(meant) if meant else 1.0
