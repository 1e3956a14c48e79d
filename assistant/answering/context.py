"""What the stages of one question share."""

from dataclasses import dataclass
from datetime import date

from assistant.answering.asked_rows import Compared
from assistant.answering.attributes import Attributes
from assistant.answering.evidence import Evidence
from assistant.answering.wishes import Wishes
from assistant.clusters.directory import Directory
from assistant.vocabulary import Comparison, Language, PilotProfile, Route, Suggestions


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a template may use: the question, its route, its evidence and what the directory says."""

    question: str
    language: Language
    asked_before: bool  # whether the conversation already holds an exchange
    route: Route
    profile: PilotProfile | None
    pilot_known: bool  # whether the profile is that of a pilot given or named, rather than what the question says
    evidence: list[Evidence]
    added: list[Evidence]  # sentences of added files that are told beside what the corpus says
    directory: Directory
    mentioned: tuple[str, ...]  # ids of the clusters that the question names, in order
    replaced: tuple[tuple[str, str], ...]  # clusters named that others answer for: (old id, today's id)
    only_named: bool  # the question names clusters and asks nothing else of them
    looked_up: tuple[Evidence, ...]  # what the sheet of a named cluster says of the field that is asked for
    told_before: str  # what they are ranked by, when they are
    told_after: tuple[str, ...]  # what is said below it: what the sheet lacks, what is not known since
    one_value: bool  # that field has one value: a town, a number
    only_help: bool  # it names no subject besides: « peut-il m'aider ? »
    notices: tuple[str, ...]  # what became of a named cluster that merged or disappeared
    wishes: Wishes  # what is wanted of the suggestions
    suggestions: Suggestions | None
    judged: bool  # the question is about the clusters suggested: what speaks against them is told too
    compared: Compared | None
    attributes: Attributes  # the words that say what may be asked of a cluster
    today: date

    @property
    def comparison(self) -> Comparison | None:
        """The figures side by side, when clusters are compared."""
        return self.compared.table if self.compared else None
