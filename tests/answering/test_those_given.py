"""« Le deuxième », « lui », « les deux premiers », « compare-les » are the clusters that the dialogue has spoken of."""

import pytest

from assistant.answering.beside import side_by_side
from assistant.answering.further import asked_further
from assistant.answering.pointing import all_pointed_out, pointed_out, with_our_name
from assistant.answering.those_given import spoken_of, the_one_meant, told_in
from assistant.answering.wish_kinds import Wanted
from assistant.vocabulary import Turn

FIVE = ["Valorial", "Vitagora", "Medicen", "Aetos", "Xylofutur"]
ROOT = "Avec qui monter un projet sur la santé animale ?"
GIVEN = Turn(question=ROOT, answer="\n".join(f"- **{name}**\u00a0: près." for name in FIVE))
TABLE = Turn(question="Comparer", answer="| | Medicen | Aetos |\n|---|---|---|\n| Membres | 530 | — |")
LIST = Turn(
    question="Quels clusters en Bretagne ?", answer="Clusters en Bretagne : Valorial (400 membres) et Aetos. [1]"
)


def names(text: str) -> list[tuple[int, int]]:
    """Where clusters are named."""
    return sorted((at, at + len(name)) for name in FIVE if (at := text.find(name)) >= 0)


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("le deuxième, il a combien d'adhérents ?", "Vitagora\u00a0: il a combien d'adhérents ?"),
        ("et le 3e, c'est où ?", "Medicen\u00a0: c'est où ?"),
        ("comment contacter le premier ?", "Comment contacter Valorial ?"),
        ("un autre que le premier", "Un autre que Valorial"),
        ("autre chose que le quatrième", "Autre chose qu'Aetos"),
        ("quel est le budget du dernier ?", "Quel est le budget de Xylofutur ?"),
        ("l'équipe du quatrième", "L'équipe d'Aetos"),
        ("qui peut nous présenter au second ?", "Qui peut nous présenter à Vitagora ?"),
        ("le troisième et le premier travaillent-ils ensemble ?", "Medicen et Valorial travaillent-ils ensemble ?"),
        ("le premier compte combien de membres ?", "Valorial compte combien de membres ?"),
        ("les deux premiers sont-ils concurrents ?", "Valorial et Vitagora sont-ils concurrents ?"),
        ("compare les deux derniers", "Compare Aetos et Xylofutur"),
        ("le deuxième ?", "et Vitagora ?"),
        ("ok et le troisième alors ?", "et Medicen ?"),
        ("what is the budget of the second one?", "What is the budget of Vitagora?"),
        ("quels risques avec lui ?", "Quels risques avec Valorial ?"),
        ("celui-là, il est ancien ?", "Valorial\u00a0: il est ancien ?"),
        ("qui pourrait nous le présenter ?", "Qui pourrait nous présenter à Valorial ?"),
    ],
)
def test_a_place_in_the_list_is_read_as_the_name(message: str, read: str) -> None:
    assert pointed_out(message, [GIVEN], names) == read


@pytest.mark.parametrize(
    "message",
    [
        "quel est le premier pas ?",
        "que dire au premier rendez-vous ?",
        "qui paie la deuxième année ?",
        "qui signe en premier ?",
        "le premier cercle d'adhérents, c'est quoi ?",
        "le dernier mot revient à qui ?",
        "que lui demander ?",
        "comment préparer la première réunion ?",
        "pour la première fois, qui invite ?",
        "un premier échange se prépare comment ?",
    ],
)
def test_what_is_first_of_something_else_points_at_nobody(message: str) -> None:
    assert pointed_out(message, [GIVEN], names) is None


def test_nobody_is_pointed_at_without_a_list() -> None:
    assert pointed_out("le deuxième a combien de membres ?", [Turn(question="Quelle gouvernance ?")], names) is None
    assert pointed_out("le deuxième a combien de membres ?", [], names) is None


def test_a_table_and_a_list_tell_names_as_suggestions_do() -> None:
    assert told_in(GIVEN.answer, names) == FIVE
    assert told_in(TABLE.answer, names) == ["Medicen", "Aetos"]
    assert told_in(LIST.answer, names) == ["Valorial", "Aetos"]
    assert told_in("Chez Vitagora, on vote : c'est rare. [1]", names) == []
    assert pointed_out("le second a quel budget ?", [LIST], names) == "Aetos a quel budget ?"


def test_a_ranking_tells_those_ranked_and_not_those_only_present() -> None:
    told = "Plus gros :\n\n1. Valorial comptait 400 membres. [1]\n2. Aetos comptait 90 membres. [2]\n\nPrésents aussi : Medicen et Vitagora."
    assert told_in(told, names) == ["Valorial", "Aetos"]


def test_those_spoken_of_are_the_ones_named_last_else_those_told() -> None:
    asked = [Turn(question="Que fait Vitagora ?"), Turn(question="Que fait Medicen ?")]
    assert spoken_of(asked, names) == ["Vitagora", "Medicen"]
    assert spoken_of([*asked, LIST], names) == ["Valorial", "Aetos"]
    assert spoken_of([GIVEN, Turn(question="Que fait Vitagora ?")], names) == FIVE
    assert spoken_of([GIVEN, Turn(question="Medicen et Aetos travaillent-ils ensemble ?")], names) == [
        "Medicen",
        "Aetos",
    ]
    assert spoken_of([Turn(question="Quelle gouvernance ?")], names) == []


@pytest.mark.parametrize(
    ("message", "full"),
    [
        ("compare-les", "Comparer Valorial et Aetos"),
        ("tu peux les comparer ?", "Comparer Valorial et Aetos"),
        ("mets-les côte à côte", "Comparer Valorial et Aetos"),
        ("lequel est le plus ancien ?", "Lequel est le plus ancien, Valorial ou Aetos ?"),
        ("le plus gros ?", "Lequel est le plus gros, Valorial ou Aetos ?"),
        ("qui a le plus de membres des deux ?", "Qui a le plus de membres, Valorial ou Aetos ?"),
        ("lequel a été créé en premier ?", "Lequel a été créé en premier, Valorial ou Aetos ?"),
        ("which is the oldest?", "Which is the oldest, Valorial or Aetos?"),
        ("compare them", "Compare Valorial and Aetos"),
    ],
)
def test_those_spoken_of_are_set_side_by_side(message: str, full: str) -> None:
    assert side_by_side(message, [LIST], names) == full


@pytest.mark.parametrize(
    "message",
    ["lequel choisir ?", "lequel est le plus proche ?", "un plus gros ?", "plus petits", "comparer à quoi ?", "quel est le plus gros risque ?"],
)  # fmt: skip
def test_what_asks_for_no_figure_of_theirs_is_no_comparison(message: str) -> None:
    assert side_by_side(message, [LIST], names) is None


def test_another_figure_of_the_same_table_is_asked_of_the_same_ones() -> None:
    assert side_by_side("et leurs équipes ?", [TABLE], names) == "Comparer Medicen et Aetos\u00a0: les équipes ?"
    assert side_by_side("et les cotisations ?", [TABLE], names) is None
    assert side_by_side("et les équipes ?", [LIST], names) is None


def test_the_one_that_stood_out_is_the_one_meant() -> None:
    turns = [GIVEN, Turn(question="lequel est le plus gros ?", answer=f"| | {' | '.join(FIVE)} | Odéys |\n")]
    assert the_one_meant(turns, names, lambda asked, several: "Medicen" if "gros" in asked else None) == "Medicen"
    assert the_one_meant(turns, names) == FIVE[0]


def test_him_is_no_one_who_was_just_refused() -> None:
    turns = [GIVEN, Turn(question="sauf Aetos", answer="- **Medicen**\n- **Xylofutur**")]
    assert the_one_meant(turns, names) == "Medicen"


def test_what_was_pointed_at_before_is_named_in_what_follows() -> None:
    turns = all_pointed_out(
        [GIVEN, Turn(question="le troisième ?", answer="- **Medicen**"), Turn(question="lui ?")], names
    )
    assert [turn.question for turn in turns] == [ROOT, "et Medicen ?", "lui ?"]


def test_and_us_is_the_pilots_own_cluster() -> None:
    of_one = [Turn(question="Combien de membres a Aetos ?", answer="Aetos comptait 20 membres.")]
    assert with_our_name("et nous ?", "Odéys", of_one, names) == "et Odéys ?"
    assert with_our_name("et nous ?", "", of_one, names) == "et nous ?"
    assert with_our_name("et nous ?", "Odéys", [GIVEN], names) == "et nous ?"


def further(message: str, wanted: Wanted, *history: Turn) -> str | None:
    """The message asked again after suggestions, read as wanting this."""
    read = {message.strip(" ?"): wanted}
    return asked_further(message, history or (GIVEN,), names, lambda text: text == ROOT, read.get)


def test_him_is_the_first_that_was_given_or_the_one_named() -> None:
    assert further("pourquoi ce choix ?", Wanted.THAT_ONE) == f"{ROOT.removesuffix(' ?')}, pourquoi pas Valorial ?"
    named = Turn(question="Pourquoi pas Aetos pour les drones ?", answer="- **Aetos**\u00a0: près.")
    assert the_one_meant([named], names) == "Aetos"
    assert further("quelles précautions ?", Wanted.THAT_ONE, named) == "Pourquoi pas Aetos pour les drones ?"
    assert further("qui peut nous présenter ?", Wanted.THAT_ONE, named) == "Qui peut nous présenter à Aetos ?"


def test_what_they_did_together_is_among_those_given_or_with_the_pilot() -> None:
    assert further("ils ont signé quelque chose ensemble ?", Wanted.THEIR_TIES) == (
        f"{ROOT.removesuffix(' ?')}, lesquels ont déjà travaillé ensemble ?"
    )
    one = Turn(question="Aetos et nous, bonne idée ?", answer="- **Aetos**\u00a0: près.")
    assert further("ils ont signé quelque chose ensemble ?", Wanted.THEIR_TIES, one) == (
        "Aetos et nous, bonne idée, lesquels ont déjà travaillé avec nous ?"
    )
