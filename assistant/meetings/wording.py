"""One reason and one question for a meeting, from the criterion that says most and its fields."""

from typing import Any

from assistant.clusters.case import Case
from assistant.clusters.themes import shared_themes
from assistant.meetings.guests import MEETINGS
from assistant.meetings.pairs import Pair


def reason(pair: Pair) -> str:
    """Why these two: the sentence of the criterion that says most."""
    case = pair.candidate.case
    if pair.lead is None:
        return _said(case, "nothing_known")
    name = pair.lead.name
    if name in ("proximite_region", "region_commune") and case.shared_regions:
        # Said of both: a criterion speaks to one side of « votre région ».
        return _said(case, "both_in_region", regions=case.shared_regions)
    if name == "proximite_thematique" and (common := _common_themes(case)):
        return _said(case, "themes_of_both", themes=common[:3])
    if name == "liens_deux_pas":
        return _said(case, "in_common_of_both", because=pair.lead.because)
    if name == "moyens_comparables":
        return _said(case, "means_to_compare", because=pair.lead.because)
    return pair.lead.because


def question(pair: Pair) -> str:
    """One question to begin the meeting with."""
    case = pair.candidate.case
    if pair.lead and (pair.kind, pair.lead.name) == ("partenaire", "proximite_thematique"):
        common = _common_themes(case)
        return _said(case, "ask_on_theme", theme=common[0]) if common else _said(case, "ask_of_members")
    key = f"ask_{pair.kind}_{pair.lead.name}" if pair.lead else ""
    return _said(case, key if key in MEETINGS else f"ask_{pair.kind}")


def _said(case: Case, key: str, **values: Any) -> str:
    names = {"host": case.candidate.short_name, "guest": case.pilot.name}
    return case.voice.phrase(MEETINGS[key], **names, **values)


def _common_themes(case: Case) -> list[str]:
    return [case.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
