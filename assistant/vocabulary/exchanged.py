"""What is shown, saved or exchanged as JSON: immutable models that refuse unknown keys."""

from typing import Literal

from pydantic import Field

from assistant.vocabulary.base import Model
from assistant.vocabulary.comparisons import Comparison
from assistant.vocabulary.words import (
    AbstentionReason,
    DocumentType,
    Grade,
    Intent,
    Language,
    Phase,
    PhaseSource,
    Provenance,
    Role,
    Seen,
    Status,
)


class PilotProfile(Model):
    """What we know of the pilot's cluster. Everything is optional: an unknown field lowers certainty."""

    cluster_id: str | None = None
    name: str | None = None
    description: str | None = None
    kind: str | None = None
    phase: Phase = Phase.INCONNUE
    regions: tuple[str, ...] = ()
    city: str | None = None
    founded: int | None = Field(default=None, ge=1900, le=2100)
    sectors: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    members: int | None = Field(default=None, ge=0)
    team: float | None = Field(default=None, ge=0, description="full-time equivalents")
    budget: float | None = Field(default=None, ge=0, description="euros a year")
    needs: tuple[str, ...] = ()


class Route(Model):
    """Phase and intent given to a question, shown to the pilot, who can correct it."""

    phase: Phase
    phase_source: PhaseSource
    intent: Intent
    confidence: float = Field(ge=0, le=1)
    reasons: tuple[str, ...] = ()


class Source(Model):
    """A source behind a note or a sheet, and how far it was read."""

    title: str
    url: str | None = None
    publisher: str | None = None
    year: int | None = None
    locator: str | None = None
    seen: Seen
    grade: Grade


class Citation(Model):
    """A claim's link to a page. `quote` is a literal substring of the page text; code has found it there."""

    n: int = Field(ge=1)
    document_id: str
    title: str
    publisher: str | None = None
    type: DocumentType
    year: int | None = None
    figures_year: int | None = None
    page: int
    page_label: str | None = None
    quote: str
    provenance: Provenance
    sources: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()


class Claim(Model):
    """A sentence of the answer and the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...]


class CriterionValue(Model):
    """One reason for or against a suggestion. `value` in [0, 1], or null when the data do not say."""

    name: str
    value: float | None = Field(default=None, ge=0, le=1)
    weight: float = Field(ge=0)
    because: str
    sources: tuple[str, ...] = ()


CautionKind = Literal["disparite", "concurrence", "antagonisme", "renouvellement", "donnee_ancienne", "fusion"]


class Caution(Model):
    """Something to know before calling a suggested cluster."""

    kind: CautionKind
    text: str
    sources: tuple[str, ...] = ()


class Contact(Model):
    """How to reach a cluster: its site, and the third parties who can introduce you."""

    website: str | None = None
    via: tuple[str, ...] = ()


class Suggestion(Model):
    """A cluster to learn from (`referent`) or to build with (`partenaire`); an explained score, best first."""

    role: Role | Literal["a_clarifier"]
    cluster_id: str
    name: str
    score: float = Field(ge=0, le=1)
    certainty: float = Field(ge=0, le=1)
    criteria: tuple[CriterionValue, ...]
    cautions: tuple[Caution, ...] = ()
    contact: Contact = Contact()


class Suggestions(Model):
    """Answer of `referents` and `partners`. `resolved_from` is the old or merged name that was asked for."""

    cluster_id: str | None
    resolved_from: str | None = None
    warnings: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


class Referral(Model):
    """Somebody who may know when the corpus does not."""

    name: str
    why: str
    source: str | None = None


class Abstention(Model):
    """The corpus does not answer: why, what is nearest, whom to ask."""

    reason: AbstentionReason
    nearest: tuple[Citation, ...] = ()
    contacts: tuple[Referral, ...] = ()


class Choice(Model):
    """A reply offered with a clarifying question, and the settings it makes (for instance the phase)."""

    label: str
    set: dict[str, str]


class Clarification(Model):
    """One short question, asked when the answer depends on what we do not know."""

    question: str
    choices: tuple[Choice, ...]


class Turn(Model):
    """One past exchange, given back as history."""

    question: str
    answer: str = ""


class ModelMessage(Model):
    """One message sent to a chat model."""

    role: Literal["system", "user"]
    content: str


class ModelExchange(Model):
    """What a chat model saw and wrote for one answer, and what code did not show of it.

    `prompt_version` is that of the file in prompts/; `interrupted` says why the model's text was not used to its end.
    """

    model: str
    prompt_version: str
    messages: tuple[ModelMessage, ...]
    completion: str
    dropped: tuple[str, ...] = ()
    interrupted: str | None = None
    seconds: float = 0.0


class Answer(Model):
    """What `ask` returns. Every `[n]` in `answer` and `claims` is an `n` of `citations`, and the reverse."""

    question: str
    rewritten_question: str | None = None
    language: Language = "fr"
    route: Route
    status: Status
    answer: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    comparison: Comparison | None = None
    next_steps: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    abstention: Abstention | None = None
    clarification: Clarification | None = None
    generator: str = "extractif"
    model_exchange: ModelExchange | None = None
    corpus_version: str
    timings_ms: dict[str, float] = Field(default_factory=dict)


class SearchResult(Model):
    """One passage found; `arms` gives its rank (from 1) in each arm that found it."""

    document_id: str
    title: str
    type: DocumentType
    page: int
    text: str
    score: float
    arms: dict[Literal["lexical", "dense"], int]
    facts: tuple[str, ...] = ()  # that its sentences rest on


class FileVerdict(Model):
    """What became of one file given to `ingest`."""

    path: str
    document_id: str | None = None
    verdict: Literal["indexed", "unchanged", "refused", "removed"]
    code: str | None = None
    reason: str | None = None
    pages: int = 0
    passages: int = 0


class Check(Model):
    """One line of `doctor`."""

    name: str
    severity: Literal["ok", "avertissement", "erreur"]
    message: str
    remedy: str | None = None
