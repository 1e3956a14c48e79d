"""What a question wants of its suggestions, and how follow-ups on suggestions are asked again."""

import pytest

from assistant import resources
from assistant.answering.further import asked_further
from assistant.answering.need import need_of
from assistant.answering.wish_kinds import SAID, Wanted
from assistant.answering.wishes import Wishes, wishes_in
from assistant.clusters.directory import Directory, load_directory
from assistant.vocabulary import Language, Turn


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


def read(directory: Directory, question: str) -> tuple[Wishes, str]:
    return wishes_in(question, directory.mentions(question))


@pytest.mark.parametrize(
    ("question", "left_out", "asked"),
    [
        ("Quels partenaires pour un projet de drones, sauf Aetos ?", ("aetos",), "Quels partenaires pour un projet de drones ?"),
        ("Un partenaire pour la vigne à part Vinseo et Aetos ?", ("vinseo", "aetos"), "Un partenaire pour la vigne ?"),
        ("Avec qui, hormis le pôle Xylofutur, monter un projet bois ?", ("xylofutur",), "Avec qui, monter un projet bois ?"),
        ("Quel autre partenaire que Xylofutur pour le bois ?", ("xylofutur",), "Quel autre partenaire pour le bois ?"),
        ("Whom could we work with on drones, except Aetos?", ("aetos",), "Whom could we work with on drones ?"),
        ("Avec qui travailler sur le vin sans Qualiméditerranée ?", ("agri-sud-ouest-innovation",), "Avec qui travailler sur le vin ?"),
    ],
)  # fmt: skip
def test_a_cluster_that_is_refused_is_left_out_and_not_searched(
    directory: Directory, question: str, left_out: tuple[str, ...], asked: str
) -> None:
    found, plain = read(directory, question)
    assert found.without == left_out
    assert plain.replace(" ?", "?") == asked.replace(" ?", "?")


@pytest.mark.parametrize(
    ("question", "outside", "own"),
    [
        ("Des partenaires en dehors de la Nouvelle-Aquitaine pour la robotique viticole", ("Nouvelle-Aquitaine",), False),
        ("Avec qui monter un projet de capteurs, hors de ma région ?", (), True),
        ("Avec qui monter un projet de capteurs sans ceux de notre région ?", (), True),
        ("De qui apprendre, dans une autre région ?", (), True),
        ("De qui apprendre, sans ceux de Bretagne ?", ("Bretagne",), False),
        ("Whom should we learn from outside our region?", (), True),
        ("Avec qui monter un projet dans ma région ?", (), False),
        ("Avec qui monter un projet sans financement de la Bretagne ?", (), False),
    ],
)  # fmt: skip
def test_a_region_that_is_refused_is_left_out_and_is_no_need(
    directory: Directory, question: str, outside: tuple[str, ...], own: bool
) -> None:
    found, plain = read(directory, question)
    assert (found.outside, found.outside_own) == (outside, own)
    if outside or own:
        assert "région" not in (need_of(plain, ()) or "") and "Aquitaine" not in plain


def test_what_asks_for_nothing_of_the_kind_stays_as_it_is(directory: Directory) -> None:
    for question in (
        "Avec qui monter un projet de télédétection pour la vigne ?",
        "Pourquoi Xylofutur a-t-il été créé ?",
        "Peut-on monter un projet sans comité de labellisation ?",
        "Inno'vin et Xylofutur sont-ils concurrents ?",
    ):
        assert read(directory, question) == (Wishes(), question)


def test_one_cluster_is_judged_alone_when_it_is_the_one_asked_about(directory: Directory) -> None:
    found, plain = read(directory, "Avec qui monter un projet de capteurs, pourquoi pas Xylofutur ?")
    assert found.only == ("xylofutur",)
    assert plain == "Avec qui monter un projet de capteurs ?"


def test_who_can_introduce_is_asked_of_the_names_given(directory: Directory) -> None:
    found, plain = read(directory, "Avec qui monter un projet de capteurs, qui peut nous présenter à Xylofutur ?")
    assert (found.introduced, found.only, plain) == (True, ("xylofutur",), "Avec qui monter un projet de capteurs ?")
    assert read(directory, "De qui apprendre, qui peut nous présenter ?")[0] == Wishes(introduced=True)


def test_a_foreign_partner_is_heard(directory: Directory) -> None:
    assert read(directory, "Je voudrais un partenaire en Espagne ou en Italie")[0].abroad
    assert not read(directory, "Un partenaire pour un projet européen")[0].abroad


def further(directory: Directory, *messages: str) -> str | None:
    def names(text: str) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in directory.mentions(text)]

    *before, last = messages
    return asked_further(last, [Turn(question=text) for text in before], names, lambda text: True)


ROOT = "Avec qui monter un projet de télédétection ?"


@pytest.mark.parametrize(
    ("messages", "full"),
    [
        (["Un autre qu'Aerospace Valley ?"], "sauf Aerospace Valley"),
        (["sauf Aetos"], "sauf Aetos"),
        (["Et sans ceux de ma région ?"], "sans ceux de ma région"),
        (["Et hors de Nouvelle-Aquitaine ?"], "hors de Nouvelle-Aquitaine"),
        (["Ailleurs ?"], "dans une autre région"),
        (["Pourquoi pas Xylofutur ?"], "pourquoi pas Xylofutur"),
        (["Et Xylofutur ?"], "pourquoi pas Xylofutur"),
        (["Donne-moi cinq autres noms"], "sauf les 5 premiers noms"),
        (["D'autres ?", "Quelqu'un d'autre ?"], "sauf les 10 premiers noms"),
        (["Lesquels ont déjà travaillé ensemble ?"], "lesquels ont déjà travaillé ensemble"),
        (["Qui peut me présenter au premier ?"], "qui peut nous présenter"),
        (["Qui pourrait nous mettre en relation avec Xylofutur ?"], "qui peut nous présenter à Xylofutur"),
        (["Sans Aetos", "et hors de Bretagne"], "sauf Aetos, hors de Bretagne"),
        (["Sans Aetos", "D'autres ?", "Pourquoi pas Xylofutur ?"], "pourquoi pas Xylofutur"),
        (["D'autres ?", "Et hors de ma région ?"], "hors de ma région"),
        (
            ["D'autres ?", "Pourquoi pas Xylofutur ?", "Lesquels ont déjà travaillé ensemble ?"],
            "sauf les 5 premiers noms, lesquels ont déjà travaillé ensemble",
        ),
        (["Pourquoi pas Xylofutur ?", "Et hors de ma région ?"], "hors de ma région"),
    ],
)
def test_a_follow_up_on_suggestions_keeps_what_was_looked_for(
    directory: Directory, messages: list[str], full: str
) -> None:
    assert further(directory, ROOT, *messages) == f"{ROOT.removesuffix(' ?')}, {full} ?"


def test_an_english_follow_up_stays_english(directory: Directory) -> None:
    root = "Who should we learn from?"
    assert further(directory, root, "Anyone else than Xylofutur?") == "Who should we learn from, except Xylofutur?"
    assert further(directory, root, "Others?") == "Who should we learn from, except the first 5 names?"
    assert further(directory, root, "Why not Xylofutur?") == "Who should we learn from, why not Xylofutur?"
    assert further(directory, root, "Someone outside our region?") == "Who should we learn from, outside our region?"


def test_a_question_of_its_own_is_no_follow_up_on_suggestions(directory: Directory) -> None:
    for question in (
        "Pourquoi ?",
        "Comment préparer un premier contact ?",
        "Et pour le financement ?",
        "Qui d'autre finance les pôles ?",
        "Pas de réponse de la Région, que faire ?",
    ):
        assert further(directory, ROOT, question) is None
    assert further(directory, "Et Xylofutur ?") is None
    assert further(directory, "Avec qui Inno'vin peut-il travailler ?", "Et Xylofutur ?") is None


LEARNT = {"pas trop gros": Wanted.SMALL, "des costauds": Wanted.LARGE, "qui est à côté": Wanted.NEAR}


def learnt(directory: Directory, *messages: str, answer: str = "") -> str | None:
    *before, last = messages
    turns = [Turn(question=text, answer=answer) for text in before]
    return asked_further(last, turns, lambda text: (), lambda text: True, LEARNT.get)


def test_what_was_learnt_of_follow_ups_is_told_in_words_and_a_later_size_takes_the_place_of_the_first(
    directory: Directory,
) -> None:
    assert learnt(directory, ROOT, "pas trop gros") == f"{ROOT.removesuffix(' ?')}, plutôt de petites structures ?"
    whole = learnt(directory, ROOT, "pas trop gros", "des costauds", "qui est à côté ?")
    assert whole == f"{ROOT.removesuffix(' ?')}, plutôt de grandes structures, les plus proches de nous d’abord ?"


@pytest.mark.parametrize("wanted", list(SAID))
@pytest.mark.parametrize(("root", "language"), [(ROOT, "fr"), ("Who could join a sensor project?", "en")])
def test_each_of_these_words_is_read_again_and_not_searched(
    directory: Directory, wanted: Wanted, root: str, language: Language
) -> None:
    found, plain = read(directory, f"{root.rstrip(' ?')}, {SAID[wanted][language]} ?")
    assert found.wanted == {wanted}
    assert plain.rstrip(" ?") == root.rstrip(" ?")


def test_a_place_in_the_list_is_one_of_the_names_given(directory: Directory) -> None:
    given = "- **Vinseo**\u00a0: près.\n- **Xylofutur**\u00a0: bois.\n- **Aetos**\u00a0: drones."
    for message, name in (("parle-moi du deuxième", "Xylofutur"), ("le dernier, c'est qui ?", "Aetos")):
        assert learnt(directory, ROOT, message, answer=given) == f"{ROOT.removesuffix(' ?')}, pourquoi pas {name} ?"
    assert learnt(directory, ROOT, "le quatrième ?", answer=given) is None
    assert learnt(directory, ROOT, "comment préparer le premier rendez-vous ?", answer=given) is None


def test_one_region_alone_is_kept_and_is_no_need(directory: Directory) -> None:
    whole = learnt(directory, ROOT, "uniquement en Occitanie")
    assert whole == f"{ROOT.removesuffix(' ?')}, uniquement en Occitanie ?"
    found, plain = read(directory, whole)
    assert found.inside == ("Occitanie",) and "Occitanie" not in plain
