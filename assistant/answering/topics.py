"""A bare topic that follows a question on another one: « quelle forme juridique ? », then « et pour le financement ? »
leaves the legal form, it does not narrow it."""

import re

_THEMES = {
    "gouvernance": r"gouvernances?|conseils? d['’]administration|conseils?|bureaux?|coll[èe]ges?|comit[ée]s?|assembl[ée]es?|ag|pr[ée]siden\w+|"
    r"statuts?|votes?|ordres? du jour|quorum|mandats?|governance|boards?|committees?",
    "forme": r"formes? juridiques?|associations?|personnalit[ée] morale|soci[ée]t[ée]s?|gie|scic|legal form",
    "financement": r"financements?|budgets?|cotisations?|subventions?|recettes?|ressources propres|tr[ée]sorerie|argent|tarifs?|fiscalit[ée]|tva|"
    r"imp[ôo]ts?|aides?|funding|fees?|grants?|money",
    "equipe": r"[ée]quipes?|salari[ée]e?s?|permanents?|animat(?:eur|rice)s?|charg[ée]e?s? de mission|direct(?:eur|rice|ion)s?|salaires?|embauches?|"
    r"recrutements?|fiches? de poste|team|staff|salar(?:y|ies)",
    "membres": r"membres|adh[ée]rents?|adh[ée]sions?|members?",
    "animation": r"animations?|[ée]v[ée]nements?|ateliers?|rencontres?|salons?|congr[èe]s|clubs?|events?|workshops?",
    "communication": r"communication|site (?:web|internet)|r[ée]seaux sociaux|lettre d['’]information|newsletter|presse|logo",
    "strategie": r"feuilles? de route|strat[ée]gies?|plans? d['’]actions?|roadmap|strategy",
    "label": r"labels?|labellisations?|certifications?",
    "evaluation": r"[ée]valuations?|indicateurs?|tableaux? de bord|bilans?|indicators?",
    "projets": r"projets?|appels? à projets|consortiums?|projects?|calls?",
    "propriete": r"propri[ée]t[ée] intellectuelle|pi|brevets?|confidentialit[ée]|intellectual property|patents?",
    "partenariats": r"partenariats?|conventions?|accords?|alliances?|fusions?|partnerships?|mergers?",
    "europe": r"europe|international|export",
    "risques": r"assurances?|rgpd|donn[ée]es personnelles|insurance",
}
_OF_THEME = {theme: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for theme, words in _THEMES.items()}
_BARE = re.compile(
    r"^(?:(?:pour|sur|côté|niveau|concernant|quant (?:à|aux?)|en matière de|for|about|on)\s+)?"
    r"(?P<thing>(?:(?:le|la|les|l['’]|un|une|des|the|notre|nos|our)\s*)?(?P<noun>(?!(?:avec|dans|chez|en|par|sans|with|in)(?![\w-]))[^\W\d_][\w'’-]*)(?:\s+(?:du|de|d['’]|à|aux?|des)\s*[\w'’-]+|\s+[\w'’-]+){0,2})$",
    re.IGNORECASE,
)
# « Combien coûte … », « comment organiser … » are asked of any topic.
_OF_ANY = re.compile(
    r"^(?:combien (?:coûte\w*|de temps)|(?:quel(?:le)?s?|à quel) (?:budget|coût|prix|d[ée]lais?|calendrier|outils?|rôle|risques?|erreurs?|[ée]tapes?)|"
    r"à quoi ser\w+|c['’]est quoi|qu['’]est-ce qu\w*|qui (?:s['’]occupe|d[ée]cide|paie|finance)|quelle part|how much|what is|"
    r"comment (?:les \w+ |un \w+ )?(?:bien )?(?:organis|g[èe]r|structur|pilot|d[ée]fini|construi|pr[ée]par|mett|am[ée]lior|[ée]valu|suiv|pr[ée]sent|parl))",
    re.IGNORECASE,
)
# What tells of the pilot before it asks leaves no room for another topic.
_TELLS_FIRST = re.compile(r"^(?:je|j['’]|nous|on|notre|mon|ma|i|we|our)(?!\w)", re.IGNORECASE)
_ROOM = 10  # words


def themes_in(text: str) -> frozenset[str]:
    """The themes that a text names."""
    return frozenset(theme for theme, words in _OF_THEME.items() if words.search(text))


def own_topic(before: str, added: str) -> str | None:
    """The topic that takes the place of the one asked about before; None when what is added narrows that question, puts
    a thing of the same sort in its place, or is no topic."""
    found = _BARE.match(added)
    if not found:
        return None
    new, old = themes_in(found["thing"]), themes_in(before)
    if not new:
        return None
    if _TELLS_FIRST.match(before) and len(before.split()) > _ROOM:
        return found["thing"]
    if not old or new & old or len(old) > 1 or _OF_ANY.match(before):
        return None
    return found["thing"]


def sentence_that_asks(text: str) -> str:
    """Of several sentences, the last one that asks; else the text as it is."""
    parts = re.split(r"(?<=[?!.])\s+", text)
    asking = [part for part in parts[:-1] if part.rstrip().endswith("?")]
    last_asks = re.match(
        r"(?:comment|pourquoi|combien|quel|quand|où|qui|que|qu['’]|à quoi|faut-il|peut-on|est-ce|how|why|what|which|who|when|where)\b",
        parts[-1],
        re.IGNORECASE,
    )
    if len(parts) == 1 or last_asks or not asking:
        return parts[-1] if last_asks else text
    return asking[-1].rstrip(" ?\u00a0\u202f")
