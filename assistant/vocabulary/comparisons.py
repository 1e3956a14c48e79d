"""Figures of clusters side by side: cells, rows, proposed peers, published averages."""

from pydantic import Field

from assistant.vocabulary.base import Model


class Cell(Model):
    """One figure of a comparison; a blank stays null.

    `note` is what a bare number would hide: how the source words it, or the amount seen when the figure is blank.
    `formula` is the sum that gave the value, with its figures, when it was computed.
    """

    cluster_id: str
    value: float | str | None = None
    year: int | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    formula: str | None = None


class Indicator(Model):
    """One row of a comparison. `mixed_years`: its figures are of several years, or of years nobody has seen."""

    name: str
    unit: str | None = None
    cells: tuple[Cell, ...]
    mixed_years: bool = False
    formula: str | None = None


class Peer(Model):
    """A cluster that was proposed for a comparison, and what makes it comparable."""

    cluster_id: str
    name: str
    because: str
    sources: tuple[str, ...] = ()


class Position(Model):
    """A cluster's figure out of a published average: `times` = figure ÷ average."""

    cluster_id: str
    times: float
    text: str


class Average(Model):
    """A published average, the fact it rests on, and where the compared clusters stand.

    `year` is that of the figure or, when `published`, that of the text that gives it without a year. `according_to` is
    that text: title, organisation, year.
    """

    name: str
    label: str
    indicator: str
    value: float = Field(gt=0)
    year: int
    published: bool = False
    fact: str = Field(pattern=r"^F\d{3}$")
    according_to: str = ""
    sources: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()


class Comparison(Model):
    """Clusters × indicators, each cell with its year and sources; `names` gives the short name of each cluster.

    `peers` are those of the clusters that were proposed, not asked for; `source_names` says what is found at an
    address: title, organisation, year.
    """

    clusters: tuple[str, ...]
    names: dict[str, str] = Field(default_factory=dict)
    indicators: tuple[Indicator, ...]
    peers: tuple[Peer, ...] = ()
    averages: tuple[Average, ...] = ()
    source_names: dict[str, str] = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()
