"""The fields of a cluster's entry, as they are asked for and as the sentences of its sheet tell them."""

from enum import StrEnum


class Field(StrEnum):
    """What a sheet tells of a cluster; `LIENS` is what it did with a cluster that is named, `PARTENAIRES` with any."""

    MEMBRES = "membres"
    EQUIPE = "equipe"
    BUDGET = "budget"
    CREATION = "creation"
    VILLE = "ville"
    REGION = "region"
    SITE = "site"
    NATURE = "nature"
    NOMS = "noms"
    DEVENIR = "devenir"
    SECTEURS = "secteurs"
    TECHNOLOGIES = "technologies"
    MARCHES = "marches"
    LABELS = "labels"
    EVALUATION = "evaluation"
    PROJETS = "projets"
    LIENS = "liens"
    PARTENAIRES = "partenaires"
    PRESENTATION = "presentation"


TIES = (Field.LIENS, Field.PARTENAIRES)
"""Fields told by the documented relations."""
DATED = frozenset({*TIES, Field.MEMBRES, Field.EQUIPE, Field.BUDGET, Field.PROJETS, Field.LABELS, Field.EVALUATION})
"""Fields whose value is of a year: that of another year does not answer."""
ONE_VALUE = frozenset(
    {Field.MEMBRES, Field.EQUIPE, Field.BUDGET, Field.CREATION, Field.VILLE, Field.SITE, Field.EVALUATION}
)
"""Fields of one value: what it is answers, and no more is asked."""
