"""One reason and one question for a meeting, from the criterion that says most and its fields."""

from assistant.clusters.case import Case
from assistant.clusters.names import listed, of
from assistant.clusters.themes import shared_themes
from assistant.meetings.pairs import Pair

_NOTHING = "Le répertoire ne connaît rien qui les rapproche : à chacun de dire ce qu’il cherche."
_OPEN_QUESTIONS = {
    "referent": "Quelle décision de ses premières années {host} prendrait-il autrement aujourd’hui ?",
    "partenaire": "Que cherchez-vous que l’autre pourrait apporter, et qui suivrait le sujet dans chaque équipe ?",
    "entre_pairs": "Qu’est-ce qui vous coûte le plus de temps en ce moment, et qui vous a aidés ?",
}
_QUESTIONS = {
    (
        "referent",
        "habitude_aide",
    ): "Comment s’y est pris {host} la dernière fois qu’un autre cluster lui a demandé de l’aide, et "
    "que peut-il partager avec {guest} ?",
    (
        "referent",
        "avance",
    ): "Par quelles étapes {host} est-il passé, et laquelle {guest} devrait-il préparer dès maintenant ?",
    (
        "referent",
        "reussite_reconnue",
    ): "Qu’est-ce qui a pesé dans cette reconnaissance, et que faut-il avoir prêt pour y prétendre ?",
    (
        "referent",
        "proximite_region",
    ): "Qui, à la Région et chez les financeurs, {guest} doit-il rencontrer d’abord, et avec quoi en main ?",
    (
        "referent",
        "moyens_comparables",
    ): "Comment {host} répartit-il son équipe et son budget, et qu’a-t-il cessé de faire ?",
    ("referent", "lien_documente"): "Qu’est-il resté de cet échange, et quelle suite {guest} peut-il lui donner ?",
    (
        "partenaire",
        "complementarite",
    ): "Quel adhérent de l’un testerait la technologie de l’autre, et sur quel besoin précis ?",
    ("partenaire", "liens_deux_pas"): "Que chacun a-t-il fait avec ce partenaire commun, et peut-il vous réunir ?",
    ("partenaire", "lien_documente"): "Où en est ce lien, et quelle est la prochaine étape datée ?",
    ("partenaire", "region_commune"): "Quel équipement ou quel financeur voisin serviriez-vous mieux à deux ?",
    (
        "entre_pairs",
        "proximite_region",
    ): "À qui, dans la région, allez-vous demander conseil, et pouvez-vous y aller ensemble ?",
    (
        "entre_pairs",
        "distance",
    ): "Que pourriez-vous mettre en commun, à cette distance : un bureau, une personne, un événement ?",
    (
        "entre_pairs",
        "moyens_comparables",
    ): "Avec des moyens voisins, à quoi chacun consacre-t-il son premier recrutement ?",
    ("entre_pairs", "lien_documente"): "Qu’est-il resté de cet échange, et qu’est-ce qui a manqué ?",
}


def reason(pair: Pair) -> str:
    """Why these two: the sentence of the criterion that says most."""
    if pair.lead is None:
        return _NOTHING
    case, name = pair.candidate.case, pair.lead.name
    if name in ("proximite_region", "region_commune") and case.shared_regions:
        return _same_region(case)
    if name == "proximite_thematique" and (common := _common_themes(case)):
        return f"Thèmes communs à {case.pilot.name} et {case.candidate.short_name} : {listed(common[:3])}."
    if name == "moyens_comparables":
        return f"Des moyens à comparer à ceux {of(case.pilot.name)}. {pair.lead.because}"
    return pair.lead.because


def question(pair: Pair) -> str:
    """One question to begin the meeting with."""
    case = pair.candidate.case
    if pair.lead and (pair.kind, pair.lead.name) == ("partenaire", "proximite_thematique"):
        return _on_theme(case)
    asked = _QUESTIONS.get((pair.kind, pair.lead.name)) if pair.lead else None
    return (asked or _OPEN_QUESTIONS[pair.kind]).format(host=case.candidate.short_name, guest=case.pilot.name)


def _same_region(case: Case) -> str:
    """Said of both: a criterion speaks to one side of « votre région »."""
    regions = listed(case.shared_regions)
    return f"{case.pilot.name} et {case.candidate.short_name} couvrent la même région : {regions}."


def _on_theme(case: Case) -> str:
    common = _common_themes(case)
    if not common:
        mine, theirs = of(case.pilot.name), of(case.candidate.short_name)
        return f"Quelle question les adhérents {mine} et ceux {theirs} se posent-ils sans avoir pu y répondre seuls ?"
    return f"Sur « {common[0]} », quel projet aucun des deux ne peut porter seul, et que chacun y mettrait-il ?"


def _common_themes(case: Case) -> list[str]:
    return [case.directory.vocabulary.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
