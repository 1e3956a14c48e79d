"""A greeting, thanks or a call for help is no question to the corpus: it is answered by what can be asked here."""

import re

from assistant.index.analysis import fold
from assistant.vocabulary import Language, Said

_GREETING = re.compile(
    r"(?:(?:bonjour|bonsoir|bjr|salut|coucou|hello|hi|hey|good (?:morning|afternoon|evening))"
    r"(?: (?:a tous|tout le monde|madame|monsieur|interpilote|there|all|ca va))*)"
)
_HELP = re.compile(
    r"(?:aide|a l'aide|help|help me|(?:aide|aidez)(?:-| )moi|au secours|qui (?:es-tu|etes-vous)|(?:tu|vous) (?:es|etes) qui|who are you|"
    r"(?:que|qu'est-ce que) (?:tu |vous )?(?:sais|peux|savez|pouvez)(?:-tu|-vous| tu| vous)? faire(?: pour (?:moi|nous))?|"
    r"(?:tu |vous )?(?:sais|peux|savez|pouvez) faire quoi|a quoi (?:sers|servez)(?:-tu|-vous| tu| vous)|(?:tu sers|ca sert) a quoi|"
    r"comment (?:ca|tu) (?:marche|marches|fonctionne|fonctionnes)|comment (?:t'|vous )utiliser|what can (?:you do|i ask)|"
    r"how (?:does (?:it|this) work|do you work))"
)
_THANKS = r"(?:merci|mrc|thanks|thank you|thx)(?: (?:beaucoup|bcp|bien|infiniment|encore|a (?:toi|vous|tous)|a lot|so much|very much))*"
_GOODBYE = (
    r"(?:au revoir|a (?:bientot|plus(?: tard)?|la prochaine)|(?:bonne|belle) (?:journee|soiree|fin de journee|continuation)|"
    r"(?:good)?bye(?: bye)?|see you(?: (?:soon|later))?|have a (?:nice|good) day)"
)
_WELL = r"(?:(?:ok|super|(?:c'est )?(?:tres bien|parfait)|great|perfect|ok super)[ ,.!]*)?"
_ENDING = re.compile(
    rf"{_WELL}(?:{_THANKS}(?:[ ,.!]+(?:et |and )?{_GOODBYE})*|{_GOODBYE}(?:[ ,.!]+(?:et |and )?(?:{_GOODBYE}|{_THANKS}))*)"
)
_OF_US = r"\b(?:j'|(?:je|on|nous|i|we|c'est|ca|t'es|tu|vous|that's|very|for|tres)\b)"
# « Ok merci, je vais en parler à mon président »: thanks and a remark of a few words, which asks nothing.
_THANKED = re.compile(
    rf"(?:(?:ok|okay|top|super|cool|bon|bien|tres bien|parfait|d'accord|great|perfect|fine|ha ?ha)\b[ ,.!]*)*{_THANKS}(?! d[e'])|(?=.*{_OF_US}).*\b{_THANKS}$"
)
_ASKS = re.compile(
    r"\?|\b(?:comment|combien|pourquoi|quand(?! meme)|qui|que|qu'\w+|quoi|quel\w*|lequel|ou (?:est|sont|trouver)|est-ce|faut|peut|peux|pouvez|"
    r"sinon|autre|donne\w*|montre\w*|dis|dites|cite\w*|liste\w*|cherche\w*|compare\w*|explique\w*|veux|voudrais|aimerais|et|"
    r"how|what|which|who|whom|when|where|why|can|could|should|do|does|is|are|show|tell|list|give|find|another|other|want|need)\b"
)
_REMARK_LONGEST = 12
_ENDS = " \t\n.,;:!?…\u00a0\u202f'\"«»"

WHAT_TO_ASK: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Quelle équipe et quel budget les deux premières années ?",
        "De qui apprendre près de chez nous ?",
        "Avec qui monter un projet de capteurs ?",
    ),
    "en": (
        "What team and budget for the first two years?",
        "Whom could we learn from near us?",
        "With whom could we build a sensor project?",
    ),
}
_WELCOME: Said = {
    "fr": "Bonjour. J'aide les pilotes de clusters, chaque phrase avec sa source.\n\n"
    "- Gouvernance, équipe, budget, cotisations, labels, projets : ce que font les autres clusters.\n"
    "- Qui appeler : un référent dont apprendre, un partenaire avec qui construire. Dites votre région, votre filière et où vous "
    "en êtes.\n"
    "- Comparer des clusters, lire un appel à projets, préparer un appel ou un message.\n\n"
    "Pour commencer, demandez par exemple « {example} »",
    "en": "Hello. I help the pilots of clusters, every sentence with its source.\n\n"
    "- Governance, team, budget, fees, labels, projects: what other clusters do.\n"
    "- Whom to call: a référent to learn from, a partner to build with. Say your region, your sector and where you stand.\n"
    "- Compare clusters, read a call for projects, prepare a call or a message.\n\n"
    "To begin, ask for instance “{example}”",
}
_WELCOME_BACK: Said = {
    "fr": "Avec plaisir. Posez une autre question quand vous voulez.",
    "en": "You are welcome. Ask another question whenever you like.",
}


def courtesy(message: str, language: Language) -> str | None:
    """What to say to a message that only greets, thanks or asks for help; None for any other."""
    said = re.sub(r"\s+", " ", fold(message.lower()).replace("’", "'")).strip(_ENDS)
    greeted = _GREETING.match(said)
    rest = said[greeted.end() :].strip(_ENDS) if greeted else said
    if _ENDING.fullmatch(rest) or _only_thanks(rest):
        return _WELCOME_BACK[language]
    if (greeted and not rest) or _HELP.fullmatch(rest):
        return _WELCOME[language].format(example=WHAT_TO_ASK[language][0])
    return None


def _only_thanks(said: str) -> bool:
    """Whether a few words thank and tell something, and ask nothing."""
    found = _THANKED.match(said)
    remark = said[found.end() :].strip(_ENDS) if found else ""
    tells = not remark or bool(re.search(_OF_US, remark))
    return bool(found) and tells and len(said.split()) <= _REMARK_LONGEST and not _ASKS.search(said)
