"""A label or a public rating of a cluster as a sentence of its sheet, with its dates and who says it."""

from datetime import date

from assistant.clusters.entries import Cluster, Label
from assistant.clusters.maturity import has_lapsed, lapsed, pole_labels
from assistant.clusters.names import of
from assistant.clusters.saying import Voice, french_date
from assistant.vocabulary import Language

RATINGS = frozenset({"evaluation_2008", "evaluation_2012"})
"""Kinds of label that are ratings by a national evaluation."""


def label_text(cluster: Cluster, label: Label, today: date | None) -> str:
    """The sentence; with `today`, a label past its end is said to be."""
    name, under = cluster.short_name, f", sous le nom {label.under_name}" if label.under_name else ""
    until = f", valable jusqu’au {french_date(label.valid_until)}" if label.valid_until else ""
    if label.valid_until and today and has_lapsed(label, today):
        until = f" ; {lapsed(label.valid_until)}"
    by = f", selon {label.said_by}" if label.said_by else ""
    when = f" en {label.year}" if label.year else " (date non vue)"
    match label.kind:
        case "evaluation_2012" if label.level is None:
            return (
                f"L’évaluation nationale des pôles de 2012 (BearingPoint, Erdyn, Technopolis) a porté sur {name}{under} ; "
                "sa note n’est pas reprise ici, faute d’une autre source qu’un blog."
            )
        case "evaluation_2012" if label.said_by:
            return f"L’évaluation nationale des pôles de 2012 a classé {name} parmi les pôles « {label.level}s »{under}{by}."
        case "evaluation_2012":
            return (
                f"L’évaluation nationale des pôles de 2012 (BearingPoint, Erdyn, Technopolis) a classé {name} parmi "
                f"les pôles « {label.level}s »{under}, d’après une liste reprise par un site tiers."
            )
        case "evaluation_2008":
            return f"L’évaluation nationale des pôles de 2008 a jugé {name} « {label.level} »{by}."
        case "pole_retire":
            since = f", obtenu en {label.year}," if label.year else ""
            return f"Le label de pôle de compétitivité {of(name)}{since} a été retiré en 2010{by}."
        case "pole_refuse":
            return f"Le label de pôle de compétitivité a été refusé à {name}{when}{by}."
        case "grappe":
            return f"{name} a été retenu par l’État comme grappe d’entreprises{when}{under}."
        case "gold" | "silver" | "bronze":
            lasts = "" if until else " ; un tel label vaut deux ou trois ans"
            return f"{name} a obtenu le {label.name}{when}{under}{until}{lasts}."
        case "pole":
            article = "son" if label.name.startswith("premier") else "le"
            return f"{name} a obtenu {article} {label.name}{when}{until}{under}."
        case _:
            return f"{name} a obtenu la {label.name}{when}."


def past_label_text(cluster: Cluster, today: date, language: Language = "fr") -> str | None:
    """That the last label of pôle is past its end and nothing is known since; None for one that is held, or that has no
    known end."""
    ends = [label.valid_until for label in pole_labels(cluster) if label.valid_until]
    if not ends or max(ends) >= today:
        return None
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{cluster.short_name}{colon}{lapsed(max(ends), Voice(language))}."
