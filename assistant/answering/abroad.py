"""Questions on the clusters of another country: the corpus knows French ones, and of others what it tells by name.

« Combien de pôles en Belgique ? » is not answered by how many France counts.
"""

import re
from collections.abc import Sequence

from assistant.answering.evidence import Evidence
from assistant.answering.figures import has_figure

_COUNTRIES = {
    "allemagne": "allemagne|allemande?s?|germany|germans?",
    "autriche": "autriche|autrichien(?:ne)?s?|austrian?s?",
    "belgique": "belgique|belges?|wallon(?:ie|ne?s?)|belgium|belgian",
    "canada": "canada|canadien(?:ne)?s?|québec|québécois(?:es?)?|canadian",
    "chine": "chine|chinois(?:es?)?|china|chinese",
    "danemark": "danemark|danois(?:es?)?|denmark|danish",
    "espagne": "espagne|espagnole?s?|catalogne|catalane?s?|spain|spanish",
    "etats-unis": "états-unis|etats-unis|usa|américain(?:e)?s?|united states|american",
    "finlande": "finlande|finlandais(?:es?)?|finland|finnish",
    "grece": "grèce|grecs?|grecques?|greece|greek",
    "irlande": "irlande|irlandais(?:es?)?|ireland|irish",
    "italie": "italie|italien(?:ne)?s?|italy|italian",
    "japon": "japon|japonais(?:es?)?|japan|japanese",
    "luxembourg": "luxembourg|luxembourgeois(?:es?)?",
    "maroc": "maroc|marocain(?:e)?s?|morocco|moroccan",
    "norvege": "norvège|norvégien(?:ne)?s?|norway|norwegian",
    "pays-bas": "pays-bas|hollande|néerlandais(?:es?)?|the netherlands|dutch",
    "pologne": "pologne|polonais(?:es?)?|poland|polish",
    "portugal": "portugal|portugais(?:es?)?|portuguese",
    "royaume-uni": "royaume-uni|angleterre|britanniques?|united kingdom|england|british|uk",
    "suede": "suède|suédois(?:es?)?|sweden|swedish",
    "suisse": "suisses?|switzerland|swiss",
    "tunisie": "tunisie|tunisien(?:ne)?s?|tunisia|tunisian",
}
_WORDS = {country: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for country, words in _COUNTRIES.items()}
# The best sentences, one of which has to speak of the country: those that answer, and as many near them.
READ = 8


def countries_in(text: str) -> frozenset[str]:
    """The countries that a text names, France not counted."""
    return frozenset(country for country, words in _WORDS.items() if words.search(text))


def is_unanswered_abroad(question: str, number_asked: bool, evidence: Sequence[Evidence]) -> bool:
    """Whether a question is about other countries and none of the evidence, best first, tells of them; a number of theirs
    has to stand in a sentence that names them."""
    asked = countries_in(question)
    told = [e for e in evidence[:READ] if asked & countries_in(e.text)]
    return bool(asked) and not any(has_figure(e.text) or not number_asked for e in told)
