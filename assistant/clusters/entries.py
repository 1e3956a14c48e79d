"""What the directory holds: clusters and the documented relations between them. Null always means « not seen »."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from assistant.vocabulary import Model

Kind = Literal["pole_de_competitivite", "grappe_entreprises", "cluster_regional", "reseau"]
ClusterStatus = Literal["active", "historical", "merged"]
LabelKind = Literal[
    "pole",
    "pole_retire",
    "pole_refuse",
    "grappe",
    "gold",
    "silver",
    "bronze",
    "evaluation_2008",
    "evaluation_2012",
    "autre",
]
Stage = Literal["idee", "contact", "projet", "convention", "fusion", "abandon", "absence"]
Basis = Literal["proximite_thematique", "complementarite_techno_marche", "proximite_geographique", "autre"]

KIND_NAMES: dict[str, str] = {
    "pole_de_competitivite": "pôle de compétitivité",
    "grappe_entreprises": "grappe d’entreprises",
    "cluster_regional": "cluster régional",
    "reseau": "réseau",
}


class FormerName(Model):
    """A name the cluster bore, or that of a structure it took over; `note` says which when it is known."""

    name: str
    note: str | None = None


class Members(Model):
    """How many members, and the year of the count when it was seen."""

    count: int = Field(ge=0)
    year: int | None = None


class Amount(Model):
    """A team or a budget: the figure when it could be read, and always the raw wording."""

    value: float | None = Field(default=None, ge=0)
    unit: str
    year: int | None = None
    raw: str


class Label(Model):
    """A label or a public rating. `valid_until` is null when no end was seen."""

    name: str
    kind: LabelKind
    level: str | None = None
    year: int | None = None
    valid_until: date | None = None
    under_name: str | None = None
    raw: str
    sources: tuple[str, ...] = ()


class Turnover(Model):
    """A change of team that somebody reported: who says so, and when."""

    year: int
    text: str
    author: str
    sources: tuple[str, ...]


class Verified(Model):
    """What was seen in the sources, what was left null, and remarks."""

    seen: str
    left_null: tuple[str, ...] = ()
    address_not_kept: str | None = None
    note: str | None = None


class Cluster(Model):
    """One entry of `corpus/clusters.yaml`."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str = Field(min_length=2)
    short_name: str = Field(min_length=2)
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    exact_names: tuple[str, ...] = ()
    kind: Kind
    status: ClusterStatus
    merged_into: str | None = None
    fate: str | None = None
    regions: tuple[str, ...] = ()
    city: str | None = None
    founded: int | None = Field(default=None, ge=1900, le=2100)
    sectors: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    markets_from_ties: tuple[str, ...] = ()
    members: Members | None = None
    team: Amount | None = None
    budget: Amount | None = None
    labels: tuple[Label, ...] = ()
    turnover: tuple[Turnover, ...] = ()
    website: str | None = Field(default=None, pattern=r"^https?://")
    sources: tuple[str, ...] = ()
    verified: Verified

    @model_validator(mode="after")
    def _merged_says_into_what(self) -> "Cluster":
        if (self.status == "merged") != (self.merged_into is not None):
            raise ValueError("merged_into goes with status merged, and only with it")
        if self.status == "historical" and not self.fate:
            raise ValueError("a historical cluster says its fate")
        return self


class Relation(Model):
    """One entry of `corpus/relations.yaml`: a documented tie. `helpers` are those who helped the others."""

    id: str = Field(pattern=r"^R\d{3}$")
    clusters: tuple[str, ...] = Field(min_length=1)
    external_partners: tuple[str, ...] = ()
    stage: Stage
    topic: str
    basis: Basis
    year: int | None = None
    sources: tuple[str, ...] = Field(min_length=1)
    confidence: Literal["vu", "partiel"]
    note: str | None = None
    helpers: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _helpers_take_part(self) -> "Relation":
        if not set(self.helpers) <= set(self.clusters):
            raise ValueError("helpers must be among clusters")
        return self
