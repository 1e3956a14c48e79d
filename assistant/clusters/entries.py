"""What the directory holds: clusters and the documented relations between them. Null always means « not seen »."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from assistant.vocabulary import Grade, Model

Kind = Literal["pole_de_competitivite", "grappe_entreprises", "cluster_regional", "reseau"]
ClusterStatus = Literal["active", "non_verifie", "historical", "merged"]
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

THEME_FIELDS = ("sectors", "technologies", "markets")

KIND_NAMES: dict[str, str] = {
    "pole_de_competitivite": "pôle de compétitivité",
    "grappe_entreprises": "grappe d’entreprises",
    "cluster_regional": "cluster régional",
    "reseau": "réseau",
}


class Entry(Model):
    """One entry of a list of the corpus, which others name by its id."""

    id: str


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


class Share(Model):
    """The private share of the budget; `formula` when it is computed from what was seen, null when it was read."""

    percent: float = Field(ge=0, le=100)
    year: int | None = None
    raw: str
    formula: str | None = None


class Projects(Model):
    """How many projects a cluster says it has backed since it began."""

    count: int = Field(ge=1)
    year: int | None = None
    raw: str


class Label(Model):
    """A label or a public rating. `valid_until` is null when no end was seen.

    `said_by` is set when the directory is loaded: author and source of a negative judgement.
    """

    name: str
    kind: LabelKind
    level: str | None = None
    year: int | None = None
    valid_until: date | None = None
    under_name: str | None = None
    raw: str
    sources: tuple[str, ...] = ()
    said_by: str | None = None


class Origin(Model):
    """Where the value of one field comes from.

    `source`: pages seen; `secteurs`: read in the wording of the entry's own
    sectors, seen nowhere else; `declare`: said by the cluster itself, on `declared_on`. `year` is that of the value,
    null when it was not seen; `grade` says who speaks.
    """

    basis: Literal["source", "secteurs", "declare"]
    sources: tuple[str, ...] = ()
    year: int | None = None
    grade: Grade | None = None
    note: str | None = None
    declared_on: date | None = None

    @model_validator(mode="after")
    def _says_where_from(self) -> "Origin":
        if (self.basis == "source") != (bool(self.sources) and self.grade is not None):
            raise ValueError("a source, with its grade, goes with basis source, and only with it")
        if (self.basis == "declare") != (self.declared_on is not None):
            raise ValueError("declared_on goes with basis declare, and only with it")
        return self


class Reply(Model):
    """What the cluster answers to a judgement about it, in its own words, dated."""

    text: str = Field(min_length=1, max_length=2000)
    declared_on: date


class OpenToCalls(Model):
    """A cluster agrees to be called: about what, until which day included, and in the words that are shown."""

    about: str = Field(min_length=1, max_length=200)
    until: date
    raw: str


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


class Cluster(Entry):
    """One entry of `corpus/clusters.yaml`.

    `sources` are the pages behind the entry as a whole; `origins` gives, for a field that rests on something else,
    where its value comes from.
    """

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
    private_share: Share | None = None
    projects: Projects | None = None
    labels: tuple[Label, ...] = ()
    turnover: tuple[Turnover, ...] = ()
    website: str | None = Field(default=None, pattern=r"^https?://")
    open_to_calls: OpenToCalls | None = None
    sources: tuple[str, ...] = ()
    origins: dict[str, Origin] = Field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    verified: Verified

    @property
    def lives(self) -> bool:
        """True when no sign that it ended was seen; `non_verifie` with a `fate` has such a sign, unconfirmed."""
        return self.status == "active" or (self.status == "non_verifie" and self.fate is None)

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page behind the entry, those behind one field only included."""
        return tuple(dict.fromkeys([*self.sources, *(s for origin in self.origins.values() for s in origin.sources)]))

    def sources_of(self, *fields: str) -> tuple[str, ...]:
        """What the values of these fields rest on; nothing for what the cluster says of itself or what is blank."""
        found: list[str] = []
        for field in fields:
            if getattr(self, field):
                origin = self.origins.get(field)
                by_itself = origin is not None and origin.basis != "secteurs"
                found += origin.sources if origin and by_itself else self.sources
        return tuple(dict.fromkeys(found))

    def basis(self, field: str) -> str | None:
        """On what the value of `field` rests when it does not rest on the entry's sources as a whole."""
        origin = self.origins.get(field)
        return origin.basis if origin else None

    def seen(self, field: Literal["technologies", "markets"]) -> tuple[str, ...]:
        """The technologies or markets without those read in the wording of the sectors, which say nothing more."""
        return () if self.basis(field) == "secteurs" else tuple(getattr(self, field))

    @model_validator(mode="after")
    def _origins_are_of_fields(self) -> "Cluster":
        for field in self.origins:
            if field not in type(self).model_fields or not getattr(self, field):
                raise ValueError(f"origins: {field} is not a field that has a value")
        return self

    @model_validator(mode="after")
    def _merged_says_into_what(self) -> "Cluster":
        if (self.status == "merged") != (self.merged_into is not None):
            raise ValueError("merged_into goes with status merged, and only with it")
        if self.status == "historical" and not self.fate:
            raise ValueError("a historical cluster says its fate")
        return self


class Relation(Entry):
    """One entry of `corpus/relations.yaml`: a documented tie. `helpers` are those who helped the others.

    From the relations marked `tuning` the weights of partners are learnt; suggestions are measured on the others.
    """

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
    tuning: bool = False

    @model_validator(mode="after")
    def _helpers_take_part(self) -> "Relation":
        if not set(self.helpers) <= set(self.clusters):
            raise ValueError("helpers must be among clusters")
        return self
