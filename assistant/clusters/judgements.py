"""Negative judgements on a named cluster: said with year, author and grade, and unsaid when only a blog bears them.

The rule is applied once, when the directory is loaded, so that nothing that reads the directory can break it.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from assistant.clusters.entries import Cluster, Label, Relation
from assistant.clusters.names import listed
from assistant.vocabulary import Grade

PAPER = "paper"
WITHHELD = "note non reprise : vue seulement dans un blog"
_ARTICLE = "Cusin & Loubaresse, entretiens de 2012"
_LEVELS = frozenset({"moins performant", "à reconfigurer"})
_AUTHORS = {
    "evaluation_2012": "BearingPoint, Erdyn, Technopolis",
    "evaluation_2008": "BCG, CM International",
    "pole_retire": "l’État",
    "pole_refuse": "l’État",
}
GRADE_NAMES = {
    Grade.OFFICIEL: "source officielle",
    Grade.RECHERCHE: "recherche",
    Grade.ORGANISATION: "organisation",
    Grade.PRESSE: "presse",
    Grade.BLOG: "blog",
}
Grades = Mapping[str, Grade]


def site_of(source: str) -> str:
    """The name under which a source is quoted: the article, or the site that published the page."""
    return _ARTICLE if source == PAPER else (urlsplit(source).hostname or source).removeprefix("www.")


def grade_of(source: str, grades: Grades) -> Grade | None:
    """Who speaks in a source; null when the register of sources does not have it."""
    return Grade.RECHERCHE if source == PAPER else grades.get(source)


def reliable(sources: Iterable[str], grades: Grades) -> list[str]:
    """The sources better than a blog, the most reliable first; those of unknown grade are left out."""
    order = list(Grade)
    known = [(grade, s) for s in sources if (grade := grade_of(s, grades)) not in (None, Grade.BLOG)]
    return [source for grade, source in sorted(known, key=lambda pair: order.index(pair[0] or Grade.BLOG))]


def attributed(sources: Iterable[str], grades: Grades) -> str:
    """« latribune.fr (presse) et agrisudouest.fr (organisation) »: at most two, the most reliable first."""
    found: dict[str, str] = {}
    for source in reliable(sources, grades):
        grade = grade_of(source, grades)
        found.setdefault(site_of(source), GRADE_NAMES[grade] if grade else "")
    return listed([f"{site} ({grade})" for site, grade in list(found.items())[:2]])


def grade_named(sources: Iterable[str], grades: Grades) -> str:
    """The grade of the most reliable source, in words; « source sans grade » when none is known."""
    best = next(iter(reliable(sources, grades)), None)
    grade = grade_of(best, grades) if best else None
    return GRADE_NAMES[grade] if grade else "source sans grade"


def is_negative(label: Label) -> bool:
    """A label withdrawn or refused, or the lowest class of an evaluation."""
    return label.level in _LEVELS or label.kind in ("pole_retire", "pole_refuse")


def judged_in(label: Label) -> int | None:
    """The year of a judgement: the one its name bears (« retiré en 2010 »), else that of the label."""
    years = re.findall(r"\b(?:19|20)\d\d\b", label.name)
    return int(years[-1]) if years else label.year


def fair_labels(cluster: Cluster, grades: Grades) -> tuple[Label, ...]:
    """The labels as they may be said: a negative one names its author and source, or withholds the judgement."""
    labels = []
    for label in cluster.labels:
        if is_negative(label):
            by = attributed(label.sources or cluster.sources, grades)
            if by and judged_in(label):
                label = label.model_copy(update={"said_by": f"{_AUTHORS[label.kind]}, d’après {by}"})
            elif label.level is None:
                continue  # a refusal or a withdrawal that only a blog bears is not told
            else:
                label = label.model_copy(update={"level": None, "raw": WITHHELD})
        labels.append(label)
    return tuple(labels)


def fair(cluster: Cluster, grades: Grades) -> Cluster:
    """The entry with its labels as they may be said."""
    return cluster.model_copy(update={"labels": fair_labels(cluster, grades)}) if cluster.labels else cluster


def may_be_told(relation: Relation, grades: Grades) -> bool:
    """False for a failure that only blogs report."""
    return relation.stage not in ("abandon", "absence") or bool(reliable(relation.sources, grades))
