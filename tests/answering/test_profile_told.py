"""Who tells in a reply what was lacking of them is answered, wherever they say that they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.profile_told import with_profile_told
from assistant.answering.region_places import with_regions_of_places
from assistant.answering.told_texts import WITHOUT_ORDER
from assistant.clusters.territory import regions_in
from assistant.vocabulary import Turn

ASKED = [Turn(question="qui visiter ?", answer=f"Odéys et Xylofutur. [1]\n{WITHOUT_ORDER['fr']}")]


def tells(text: str) -> bool:
    return bool(regions_in(text)) or "bois" in text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("on est dans le vin en Gironde, qui visiter ?", "on est dans le vin en Nouvelle-Aquitaine, qui visiter ?"),
        ("Quels clusters à Bordeaux ?", "Quels clusters en Nouvelle-Aquitaine ?"),
        ("des partenaires près de Clermont-Ferrand ?", "des partenaires en Auvergne-Rhône-Alpes ?"),
        ("which clusters near Lyon?", "which clusters in Auvergne-Rhône-Alpes?"),
        ("Gironde", "Nouvelle-Aquitaine"),
        ("je t'ai dit Gironde", "Nouvelle-Aquitaine"),
        ("quels pôles dans le Lot ?", "quels pôles en Occitanie ?"),
    ],
)
def test_a_departement_or_a_town_is_read_as_its_region(text: str, read: str) -> None:
    assert with_regions_of_places(text, []) == read


@pytest.mark.parametrize(
    "text",
    [
        "quels clusters dans le lot ?",  # everyday words
        "quels pôles en Pays de la Loire ?",
        "Comment recruter à Lyon ?",  # neither who asks nor who is looked for
        "le siège de Cap Digital est-il à Paris ?",
        "",
    ],
)
def test_other_words_and_places_are_left(text: str) -> None:
    assert with_regions_of_places(text, []) == text


@pytest.mark.parametrize(
    ("reply", "whole"),
    [
        ("en Gironde", "Nous sommes en Nouvelle-Aquitaine. Qui visiter ?"),
        ("notre région c'est la Bretagne", "Nous sommes en Bretagne. Qui visiter ?"),
        ("je t'ai dit Bretagne !", "Nous sommes en Bretagne. Qui visiter ?"),
        ("filière bois", "Notre filière\u00a0: bois. Qui visiter ?"),
    ],
)
def test_a_reply_that_tells_what_was_lacking_asks_again_with_it(reply: str, whole: str) -> None:
    assert with_profile_told(reply, ASKED, tells) == whole


@pytest.mark.parametrize("message", ["quels clusters en Bretagne ?", "merci", "lequel en premier ?"])
def test_anything_else_is_no_such_reply(message: str) -> None:
    assert with_profile_told(message, ASKED, tells) is None


def test_nothing_is_told_where_nothing_was_lacking() -> None:
    assert with_profile_told("en Gironde", [Turn(question="qui visiter ?", answer="Odéys. [1]")], tells) is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    with_regions_of_places(text, [])
    with_profile_told(text, ASKED, tells)


@pytest.mark.model
def test_a_reply_brings_names_and_the_filiere_said_before_counts_for_partners(assistant: Interpilote) -> None:
    history = list[Turn]()
    for message in ("nous sommes une association viticole, qui visiter ?", "en Gironde", "quels partenaires ?"):
        answer = assistant.ask(message, history=history)
        history.append(Turn(question=message, answer=answer.answer))
        assert answer.suggestions or len(history) == 1
    assert "Inno'vin" in history[-1].answer
