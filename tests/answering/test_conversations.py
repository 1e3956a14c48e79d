"""What a pilot said of themselves holds for the rest of the conversation."""

import pytest

from assistant import Interpilote, resources
from assistant.answering.stated_profile import own_words, stated_profile, with_what_was_said
from assistant.clusters.themes import Vocabulary, load_vocabulary
from assistant.vocabulary import Answer, Intent, Phase, PhaseSource, Status, Turn

NOVICE = Turn(
    question="Je débute, je pilote une grappe agroalimentaire en Bretagne depuis quatre mois, par où commencer ?"
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(resources.corpus() / "themes.yaml")


@pytest.mark.model
def test_whoever_said_they_begin_is_led_to_referents_of_their_region_later_on(assistant: Interpilote) -> None:
    answer = assistant.ask("Qui contacter ?", history=[NOVICE, Turn(question="Quelle taille d'équipe ?")])
    assert answer.status is Status.ANSWERED  # not asked back
    assert (answer.route.phase, answer.route.phase_source) == (Phase.STRUCTURATION, PhaseSource.QUESTION)
    assert answer.route.intent is Intent.REFERENT
    assert {"ID4MOBILITY", "Images & Réseaux"} & {suggestion.name for suggestion in answer.suggestions}


@pytest.mark.model
@pytest.mark.parametrize(
    "before",
    ["We are a wine cluster in Brittany.", "I run a seafood network in Brittany. How big is a team?",
     "Our small cluster works in Brittany, which fees are usual?", "Nous sommes en Bretagne, quel budget ?"],
)  # fmt: skip
def test_an_english_pilot_need_not_say_their_region_again(assistant: Interpilote, before: str) -> None:
    asked = assistant.ask("Whom could we learn from?", history=[Turn(question=before)], intent=Intent.REFERENT)
    assert asked.suggestions and any("Bretagne" in warning for warning in asked.warnings)


@pytest.mark.model
@pytest.mark.parametrize("before", ["Which clusters are in Brittany?", "Is a cluster in Brittany well rated?"])
def test_a_region_that_was_only_asked_about_in_english_is_not_the_pilots(assistant: Interpilote, before: str) -> None:
    asked = assistant.ask("Whom could we learn from?", history=[Turn(question=before)], intent=Intent.REFERENT)
    assert not asked.suggestions


@pytest.mark.model
def test_what_is_said_now_comes_before_what_was_said(assistant: Interpilote) -> None:
    now = "Nos instances sont votées et un projet commun est lancé : quel calendrier de conventions ?"
    assert assistant.ask(now, history=[NOVICE]).route.phase is Phase.DEVELOPPEMENT


@pytest.mark.model
def test_how_to_read_an_answer_is_said_once_and_no_question_is_offered_again(assistant: Interpilote) -> None:
    money = "Quel budget pour un jeune cluster ?"
    first = assistant.ask(money, intent=Intent.PRATIQUE)
    later = assistant.ask(money, intent=Intent.PRATIQUE, history=[Turn(question="Quelle gouvernance ?")])
    assert any("citations" in step for step in first.next_steps)
    assert not any("citations" in step for step in later.next_steps)
    assert "Et pour le financement\u00a0?" not in first.follow_ups
    assert not any("(" in question for question in first.follow_ups)


def test_region_and_filiere_said_before_complete_a_question_that_says_none(vocabulary: Vocabulary) -> None:
    found = with_what_was_said(
        stated_profile("De qui apprendre ?", vocabulary), [own_words(NOVICE.question)], vocabulary
    )
    assert found is not None and (found.regions, found.sectors) == (("Bretagne",), ("agroalimentaire",))


def test_a_region_that_was_only_asked_about_is_not_the_pilots(vocabulary: Vocabulary) -> None:
    assert with_what_was_said(None, [own_words("Quels clusters en Bretagne ?")], vocabulary) is None


def test_the_region_of_the_question_comes_before_the_one_said_earlier(vocabulary: Vocabulary) -> None:
    now = stated_profile("Je suis en Occitanie, de qui apprendre ?", vocabulary)
    found = with_what_was_said(now, [own_words(NOVICE.question)], vocabulary)
    assert found is not None and found.regions == ("Occitanie",)


def dialogue(assistant: Interpilote, *questions: str, cluster: str | None = None) -> Answer:
    """The last answer of a dialogue."""
    turns = list[Turn]()
    for question in questions:
        answer = assistant.ask(question, cluster=cluster, history=turns)
        turns.append(Turn(question=question, answer=answer.answer))
    return answer


@pytest.mark.model
def test_names_of_a_list_are_compared_and_asked_about(assistant: Interpilote) -> None:
    listed = "Quels clusters bois en Nouvelle-Aquitaine ?"
    oldest = dialogue(assistant, listed, "lequel est le plus ancien ?")
    assert oldest.comparison is not None and {"Odéys", "Xylofutur"} <= {*oldest.comparison.names.values()}
    assert "278" in dialogue(assistant, listed, "compare-les", "le deuxième, combien d'adhérents ?").answer


@pytest.mark.model
def test_the_largest_of_those_suggested_is_the_one_spoken_of_next(assistant: Interpilote) -> None:
    asked = ["Quels partenaires pour un projet hydrogène ?", "le plus gros des cinq ?", "quels risques avec lui ?"]
    sized = dialogue(assistant, *asked[:2], cluster="aerospace-valley")
    assert sized.comparison is not None
    counts = {cell.cluster_id: cell.value for cell in sized.comparison.indicators[0].cells if cell.value}
    largest = max((key for key in counts if key != "aerospace-valley"), key=lambda key: float(counts[key]))
    judged = dialogue(assistant, *asked, cluster="aerospace-valley")
    assert [s.cluster_id for s in judged.suggestions] == [largest]


@pytest.mark.model
def test_one_set_beside_us_is_a_table_and_two_without_a_tie_are_told_so(assistant: Interpilote) -> None:
    beside = assistant.ask("Avenia a-t-il plus d'adhérents que nous ?", cluster="aerospace-valley")
    assert beside.comparison is not None and set(beside.comparison.clusters) == {"avenia", "aerospace-valley"}
    untied = assistant.ask("Odéys et EuroSIMA travaillent-ils ensemble ?")
    assert untied.status is Status.ABSTAINED and "aucun lien" in untied.answer


@pytest.mark.model
def test_who_can_introduce_the_pilot_may_be_asked_at_once(assistant: Interpilote) -> None:
    answer = assistant.ask("Qui pourrait nous présenter à Xylofutur ?", cluster="vitagora")
    assert [s.name for s in answer.suggestions] == ["Xylofutur"] and "Pour être présenté" in answer.answer
