"""Everything that may be shown has words for it, in both languages."""

from assistant import resources
from assistant.answering import presenting, texts
from assistant.clusters import partners, referents
from assistant.ui.texts import STARTERS
from assistant.vocabulary import AbstentionReason, Grade, Intent, Phase, PhaseSource, Provenance, Seen


def test_every_word_of_the_vocabulary_can_be_shown() -> None:
    shown = (
        presenting.INTENTS,
        presenting.PHASES,
        presenting.PHASE_SOURCES,
        presenting.PROVENANCES,
        presenting.SEEN,
        presenting.GRADES,
        texts.ABSTENTION,
        STARTERS,
    )
    for table, words in zip(
        shown, (Intent, Phase, PhaseSource, Provenance, Seen, Grade, AbstentionReason, Phase), strict=True
    ):
        assert set(table) == set(words)
        assert all(entry.keys() == {"fr", "en"} for entry in table.values())


def test_every_criterion_has_a_name_a_pilot_reads() -> None:
    names = {criterion for family in (referents.CRITERIA, partners.CRITERIA) for criterion in family}
    assert names == presenting.CRITERIA.keys()


def test_there_is_a_prompt_for_each_route_that_a_model_may_write() -> None:
    from assistant.answering.prompts import load_prompt

    for intent in set(Intent) - {Intent.HORS_SUJET}:
        _, system, request = load_prompt(intent)
        assert "extraits" in system
        assert "{question}" in request
    load_prompt("routage", fields=("question",))
    named = {intent.value for intent in Intent} - {"hors_sujet"} | {"routage", "README"}
    assert {file.stem for file in resources.prompts().glob("*.md")} == named
