"""Questions on the ties of the pilot's own cluster: « avec qui avons-nous déjà travaillé ? », « avons-nous une convention avec X ? »."""

import re

_DONE = (
    r"(?:travaill[ée]|collabor[ée]|coop[ée]r[ée]|mont[ée]|men[ée]|conduit|sign[ée]|c[ôo]toy[ée]|fr[ée]quent[ée]|rencontr[ée]|connu|[ée]chang[ée]|port[ée]|"
    r"fait|co-?labellis[ée]|worked|cooperated|collaborated|partnered|signed|met|done|run)\w*"
)
_TIE = r"(?:conventions?|accords?|alliances?|liens?|relations?|partenariats?|projets?|collaborations?|ties?|agreements?|partnerships?|projects?)"
_OURS = (
    r"(?:nous|notre (?:cluster|p[ôo]le|grappe|r[ée]seau|structure|association)|mon (?:cluster|p[ôo]le|r[ée]seau)|ma (?:grappe|structure)|"
    r"us|our (?:cluster|network|organisation))"
)
_HAVE = (
    r"(?:avons-nous|avions-nous|nous avons|nous avions|a-t-on|on a|have we|did we|do we have|"
    r"(?:notre|mon|ma|our) (?:cluster|p[ôo]le|grappe|r[ée]seau|structure)(?: (?:a|avait|has))?(?:-t-(?:il|elle))?(?: a-t-(?:il|elle))?)"
)
_ALREADY = r"(?:(?:d[ée]j[àa]|jamais|already|ever)\s+)?"
_WITH = r"\b(?:avec|parmi|entre|with|among|ensemble|together)\b"
_WHO = r"\b(?:qui|quels?|quelles?|lesquel\w*|who|whom|which)\b"
_ASKED = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        # « Avec qui avons-nous déjà travaillé ? », « quels projets avons-nous menés avec d'autres ? »
        rf"^(?=.*{_WITH}).*\b{_HAVE}\s+{_ALREADY}(?:eu\s+)?{_DONE}\b",
        rf"{_WHO}.{{0,20}}\b{_HAVE}\s+{_ALREADY}(?:c[ôo]toy|rencontr|fr[ée]quent)",
        r"\b(?:connaissons|fr[ée]quentons|c[ôo]toyons)-nous d[ée]j[àa]\b",
        # « Avons-nous une convention avec X ? »
        rf"\b{_HAVE}\s+{_ALREADY}(?:eu\s+)?(?:une?|des|an?|any|quelque)\s+(?:\w+\s+)?{_TIE}\b.{{0,40}}\b(?:avec|with)\b",
        # « Qui a déjà travaillé avec nous ? »
        rf"\b(?:a|ont|has|have)\s+{_ALREADY}{_DONE}\b.{{0,30}}\b(?:avec|with)\s+{_OURS}\b",
        # « Quels sont nos liens avec les autres ? »
        rf"^\W*(?:quel\w*|liste\w*|montre\w*|donne\w*|rappelle\w*|what|which|list|show)\b.{{0,40}}\b(?:nos|notre|mes|our)\s+(?:\w+\s+)?{_TIE}\b",
        rf"^\W*(?:quel\w*|liste\w*|montre\w*|donne\w*)\b.{{0,30}}\b{_TIE}\s+(?:\w+\s+)?(?:de|du|d['’])\s*{_OURS}\b",
        # « Quels projets avons-nous colabellisés ? », « quelles conventions avons-nous signées ? »
        rf"\bprojets?\b.{{0,20}}\b{_HAVE}\s+{_ALREADY}co-?labellis|\b{_HAVE}\s+{_ALREADY}co-?labellis.{{0,20}}\bprojets?\b",
        rf"\b(?:conventions?|accords?|alliances?|partenariats?|agreements?|partnerships?)\b.{{0,20}}\b{_HAVE}\s+{_ALREADY}{_DONE}\b",
        # « Y a-t-il un accord entre nous et X ? »
        rf"\b{_TIE}\b.{{0,20}}\b(?:entre|between)\s+{_OURS}\s+(?:et|and)\b",
    )
)
# What to do about them is another question.
_HOW = re.compile(r"^\W*(?:comment|pourquoi|faut-il|peut-on|how|why|should)\b", re.IGNORECASE)


def asks_own_ties(question: str) -> bool:
    """Whether a question asks which ties the pilot's own cluster has."""
    return not _HOW.search(question) and any(rule.search(question) for rule in _ASKED)
