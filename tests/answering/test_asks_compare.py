"""A table is shown when a comparison is asked for, and not for a figure of one cluster."""

import pytest

from assistant import Interpilote
from assistant.answering.asks_compare import asks_to_compare
from assistant.vocabulary import Intent, Status


@pytest.mark.parametrize(
    "question",
    [
        "Compare Eurobiomed à d'autres pôles",
        "Où se situe Vitagora par rapport à ses pairs ?",
        "Vitagora est-il plus grand que la moyenne ?",
        "Sommes-nous plus gros que Vitagora ?",
        "capenergies vs derbi",
        "Is Valorial larger than other clusters?",
    ],
)
def test_words_that_set_clusters_side_by_side_are_seen(question: str) -> None:
    assert asks_to_compare(question)


@pytest.mark.parametrize(
    "question",
    [
        "Part de PME parmi les adhérents d'Eurobiomed",
        "Taux de renouvellement des adhésions de Vitagora",
        "Combien de membres a Cosmetic Valley ?",
        "Ratio cotisations sur budget de Minalogic",
        "What share of SMEs does Eurobiomed have?",
    ],
)
def test_a_figure_of_one_cluster_is_no_comparison(question: str) -> None:
    assert not asks_to_compare(question)


@pytest.mark.model
@pytest.mark.parametrize(
    "question", ["Part de femmes dirigeantes chez les adhérents d'Eurobiomed", "Taux de croissance de Valorial"]
)
def test_a_figure_nobody_has_is_refused_rather_than_told_by_a_table_of_peers(
    assistant: Interpilote, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ABSTAINED and answer.comparison is None


@pytest.mark.model
@pytest.mark.parametrize(
    "question", ["capenergies vs derbi", "Vitagora versus Valorial", "Situe Vitagora face aux autres"]
)
def test_a_comparison_asked_in_few_words_is_a_table(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.route.intent is Intent.COMPARAISON and answer.comparison is not None
