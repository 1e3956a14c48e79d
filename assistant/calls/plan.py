"""The plan back from a deadline. The delays are usual practice, ours, not the call's: each pilot checks them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from assistant.calls.dates import dates_in, shown, working_day
from assistant.clusters.names import folded, listed, plural
from assistant.vocabulary import Constraint, Step


class _Usual(NamedTuple):
    days: int
    label: str
    blocking: bool = False
    named: str = ""  # how a call names the step, on text without accents


_USUAL = (
    _Usual(90, "Appeler les partenaires et vérifier que chacun peut candidater"),
    _Usual(75, "Arrêter le sujet, le chef de file, qui fait quoi et qui paie quoi"),
    _Usual(
        60,
        "Demander à chaque pôle la date de son comité de labellisation et celle du dépôt du dossier",
        True,
        r"labellis",
    ),
    _Usual(45, "Envoyer le dossier au comité de labellisation", True, r"labellis"),
    _Usual(40, "Boucler le budget par partenaire et le plan de financement"),
    _Usual(30, "Faire passer le projet en comité de labellisation", True, r"comites? de labellisation|labellis"),
    _Usual(
        21,
        "Mettre à la signature la convention ou l’accord de consortium (qui signe, en conseil ou non)",
        True,
        r"accords? de (?:consortium|partenariat|collaboration)|conventions?\b",
    ),
    _Usual(
        14,
        "Réunir les lettres d’engagement signées de chaque partenaire",
        True,
        r"lettres? d.(?:engagement|intention|adhesion)|\bsign(?:ee?s?|atures?|ataires?)\b",
    ),
    _Usual(7, "Relire le dossier en entier avec le chef de file, pièces comprises"),
    _Usual(2, "Déposer, sans attendre le dernier jour"),
)
_CLOSING = re.compile(r"date limite|cloture|au plus tard|avant le|depot|deposee?s?")


def plan(deadline: date, today: date, found: Sequence[Constraint]) -> tuple[Step, ...]:
    """The steps in the order of their days, on working days; none when the deadline is past."""
    if deadline < today:
        return ()
    steps = []
    for usual in _USUAL:
        day = working_day(deadline - timedelta(days=usual.days))
        quote = next((c.quote for c in found if usual.named and re.search(usual.named, folded(c.quote))), None)
        steps.append(Step(day=day, label=usual.label, blocking=usual.blocking, late=day < today, quote=quote))
    return tuple(steps)


def warnings(deadline: date | None, today: date, steps: Sequence[Step], found: Sequence[Constraint]) -> list[str]:
    """What is wrong with the deadline: none given, past, too near, or not the one of the text."""
    if deadline is None:
        return ["Aucune date limite donnée : ajoutez --deadline AAAA-MM-JJ pour un rétroplanning."]
    left = (deadline - today).days
    said = []
    if left < 0:
        said.append(
            f"La date limite du {shown(deadline)} est passée depuis {plural(-left, 'jour')} : pas de rétroplanning. "
            "Vérifiez s’il y a une prochaine relève."
        )
    late = [step for step in steps if step.late]
    if late:
        text = f"Date limite trop proche : {plural(left, 'jour')} pour {plural(_USUAL[0].days, 'jour')} usuels"
        stopping = sum(step.blocking for step in late)
        text += f" ; {plural(len(late), 'étape')} déjà en retard" + (
            f", dont {stopping} à même de tout arrêter" if stopping else ""
        )
        said.append(f"{text}. Appelez d’abord les pôles pour la date de leur comité, ou visez la relève suivante.")
    closing = sorted(
        {d for c in found if c.kind == "dates" and _CLOSING.search(folded(c.quote)) for d in dates_in(c.quote)}
    )
    if closing and deadline not in closing:
        told = listed([shown(d) for d in closing])
        said.append(f"Le texte donne d’autres dates que le {shown(deadline)} : {told}. Vérifiez laquelle fait foi.")
    return said
