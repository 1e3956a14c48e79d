"""The words of the product as types. No input or output here, and no import of a heavy library."""

from assistant.vocabulary.base import Model
from assistant.vocabulary.comparisons import Average, Cell, Comparison, Indicator, Peer, Position
from assistant.vocabulary.exchanged import (
    Abstention,
    Answer,
    Caution,
    CautionKind,
    Check,
    Choice,
    Citation,
    Claim,
    Clarification,
    Contact,
    CriterionValue,
    FileVerdict,
    ModelExchange,
    ModelMessage,
    PilotProfile,
    Referral,
    Route,
    SearchResult,
    Source,
    Suggestion,
    Suggestions,
    Turn,
)
from assistant.vocabulary.indexed import (
    Edit,
    FactSpan,
    Heading,
    Page,
    Passage,
    ReadDocument,
    Span,
)
from assistant.vocabulary.meetings import Bye, Guest, Meeting, MeetingKind, MeetingRound, Meetings
from assistant.vocabulary.projects import (
    CallReading,
    Clash,
    Constraint,
    ConstraintKind,
    RoleKind,
    Step,
    Team,
    TeamMember,
    TeamRole,
)
from assistant.vocabulary.words import (
    ANNUAL_EUROS,
    BLANKS,
    OLD_AFTER_YEARS,
    AbstentionReason,
    DocumentType,
    Grade,
    Intent,
    Language,
    Phase,
    PhaseSource,
    Progress,
    Provenance,
    Role,
    Said,
    Seen,
    Status,
)
