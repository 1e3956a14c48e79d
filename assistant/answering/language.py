"""French or English: which language's function words a question holds more of."""

import re

from assistant.vocabulary import Language

_FRENCH = frozenset(
    "le la les un une des du de et est que qui quoi quel quelle quels quelles comment pourquoi combien où "
    "pour par avec sur dans nous notre nos vous je mon ma mes il elle on ce cette ces peut faut sont au aux a à "
    # as hurried fingers write them
    "ki ke koi kel kels kelle kelles kan kand pr ds avc cmt coment ns vs jai fo peu pk pourkoi cb esk".split()
)
_ENGLISH = frozenset(
    "the a an of and is are what which who whom whose how why where when to for with on in we our you your "
    "i my it this that these do does can should could there between from by".split()
)


def detect_language(text: str, default: Language = "fr") -> Language:
    """The language with more function words; `default` on a tie."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    french, english = sum(word in _FRENCH for word in found), sum(word in _ENGLISH for word in found)
    return default if french == english else "fr" if french > english else "en"
