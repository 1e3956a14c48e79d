"""What a question wants of its suggestions, and how follow-ups on suggestions are asked again."""

from functools import partial

import pytest

from assistant import resources
from assistant.answering.asked_about import asked_about
from assistant.answering.first_wishes import first_wishes
from assistant.answering.followups import rewrite
from assistant.answering.further import asked_further, for_another_need
from assistant.answering.need import need_of
from assistant.answering.pointing import all_pointed_out, pointed_out
from assistant.answering.wish_kinds import SAID, Wanted
from assistant.answering.wishes import Wishes, masked, wishes_in
from assistant.clusters.directory import Directory, load_directory
from assistant.vocabulary import Language, Turn


def by_wording_alone() -> bool:
    return False


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


def named(directory: Directory, text: str) -> list[tuple[int, int]]:
    """Where a text names clusters."""
    return [(m.start, m.end) for m in directory.mentions(text)]


def further(directory: Directory, *messages: str) -> str | None:
    *before, last = messages
    turns = [Turn(question=text) for text in before]
    return asked_further(last, turns, partial(named, directory), lambda text: True)


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
    turns = [Turn(question=ROOT, answer=given)]
    names = partial(named, directory)
    read = {"parle-moi de lui": Wanted.THAT_ONE}
    for message, name in (("Parle-moi du deuxième", "Xylofutur"), ("et le dernier alors ?", "Aetos")):
        pointed = pointed_out(message, turns, names)
        assert pointed and name in pointed
        whole = asked_further(pointed, turns, names, lambda text: True, lambda text: read.get(text.lower()))
        assert whole == f"{ROOT.removesuffix(' ?')}, pourquoi pas {name} ?"
    assert pointed_out("le quatrième ?", turns, names) is None
    assert pointed_out("comment préparer le premier rendez-vous ?", turns, names) is None


def test_one_region_alone_is_kept_and_is_no_need(directory: Directory) -> None:
    whole = learnt(directory, ROOT, "uniquement en Occitanie")
    assert whole == f"{ROOT.removesuffix(' ?')}, uniquement en Occitanie ?"
    found, plain = read(directory, whole)
    assert found.inside == ("Occitanie",) and "Occitanie" not in plain


@pytest.mark.parametrize(
    ("question", "about", "asked"),
    [
        ("Pourquoi pas Xylofutur pour un projet de capteurs ?", "xylofutur", "Quel partenaire pour un projet de capteurs ?"),
        ("Pourquoi pas Aerospace Valley comme partenaire ?", "aerospace-valley", "Quel partenaire ?"),
        ("Pourquoi pas Aetos ?", "aetos", "Qui contacter ?"),
        ("Pourquoi ne pas monter un projet de drones avec Aetos ?", "aetos", "Quel partenaire pour un projet de drones ?"),
        ("Que penser d'un projet avec Xylofutur sur les tonneaux ?", "xylofutur", "Quel partenaire sur les tonneaux ?"),
        ("On a une convention avec Vinseo en vue, qu'en penser ?", "vinseo", "Quel partenaire ?"),
        ("Et si on prenait Xylofutur comme référent, bonne idée ?", None, None),
        ("Que pensez-vous de Vinseo comme référent ?", "vinseo", "De qui apprendre ?"),
    ],
)  # fmt: skip
def test_an_opinion_asked_on_a_cluster_is_asked_of_what_it_would_be(
    directory: Directory, question: str, about: str | None, asked: str | None
) -> None:
    found = asked_about(question, directory.mentions(question), "fr", by_wording_alone)
    assert found == (((about,), asked) if about else None)


def test_an_opinion_in_english_is_one_too(directory: Directory) -> None:
    question = "Why not Xylofutur for a sensor project?"
    found = asked_about(question, directory.mentions(question), "en", by_wording_alone)
    assert found == (("xylofutur",), "Which partner for a sensor project?")


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi Xylofutur a-t-il été créé ?",
        "Pourquoi pas de label pour Vinseo ?",
        "Que pense la Région de Xylofutur ?",
        "Pourquoi pas une fusion ?",
        "Qui a une convention avec Vinseo ?",
        "Avec qui monter un projet de capteurs, pas Vinseo ?",
    ],
)
def test_what_asks_for_a_fact_asks_for_no_opinion(directory: Directory, question: str) -> None:
    assert asked_about(question, directory.mentions(question), "fr", by_wording_alone) is None


def test_why_not_a_cluster_is_no_refusal_of_it(directory: Directory) -> None:
    for question in ("Alors pourquoi pas Aetos sur les drones ?", "So why not Aetos on drones?"):
        assert read(directory, question)[0].without == ()
    assert read(directory, "Des drones, mais pas Aetos")[0].without == ("aetos",)


def first(directory: Directory, question: str) -> tuple[Wishes, str]:
    hidden = masked(question, [(m.start, m.end) for m in directory.mentions(question)])
    return first_wishes(Wishes(), question, hidden, LEARNT.get)


@pytest.mark.parametrize(
    ("question", "wanted", "asked"),
    [
        ("Avec quel petit cluster faire des drones ?", Wishes(wanted=frozenset({Wanted.SMALL})), "Avec quel cluster faire des drones ?"),
        ("Je cherche un gros partenaire pour l'IA", Wishes(wanted=frozenset({Wanted.LARGE})), "Je cherche un partenaire pour l'IA"),
        ("Quelles grappes pour des capteurs ?", Wishes(wanted=frozenset({Wanted.GRAPPES})), "Quelles grappes pour des capteurs ?"),
        ("Trois partenaires pour des capteurs", Wishes(count=3), "Trois partenaires pour des capteurs"),
        ("Un seul partenaire pour des capteurs", Wishes(wanted=frozenset({Wanted.ONE})), "Un seul partenaire pour des capteurs"),
        ("Qui, en Occitanie, peut nous aider ?", Wishes(inside=("Occitanie",)), "Qui, peut nous aider ?"),
        ("Quel partenaire en Bretagne pour l'eau ?", Wishes(inside=("Bretagne",)), "Quel partenaire pour l'eau ?"),
        ("De qui apprendre dans notre région ?", Wishes(wanted=frozenset({Wanted.AT_HOME})), "De qui apprendre ?"),
        ("Avec qui faire des drones, pas trop gros ?", Wishes(wanted=frozenset({Wanted.SMALL})), "Avec qui faire des drones ?"),
    ],
)  # fmt: skip
def test_a_first_question_is_heard_on_whom_it_looks_for(
    directory: Directory, question: str, wanted: Wishes, asked: str
) -> None:
    found, plain = first(directory, question)
    assert (found, plain.replace(" ?", "?")) == (wanted, asked.replace(" ?", "?"))


@pytest.mark.parametrize(
    "question",
    [
        "Je suis un cluster en Bretagne, avec qui monter un projet de robotique ?",
        "Nous sommes un petit cluster, de qui apprendre ?",
        "Petite grappe de Bretagne cherche partenaire pour des algues",
        "Notre cluster, pas trop gros, cherche un partenaire",
        "Avec qui monter un projet de tourisme en Occitanie ?",
        "De qui apprendre à animer un petit réseau ?",
        "Avec trois partenaires déjà trouvés, qui ajouter ?",
        "Un petit cluster peut-il mener un projet européen ?",
        "Quels partenaires pour un projet avec la Région Bretagne ?",
    ],
)
def test_the_pilot_and_the_subject_narrow_nothing(directory: Directory, question: str) -> None:
    assert first(directory, question) == (Wishes(), question)


@pytest.mark.parametrize("heard", sorted(set(Wanted) - set(SAID)))
def test_a_first_question_points_at_none_spoken_of_before(directory: Directory, heard: Wanted) -> None:
    asked = "Quel partenaire pour des capteurs, labellisé à la fois par nous et par Vinseo ?"
    hidden = masked(asked, [(m.start, m.end) for m in directory.mentions(asked)])
    assert first_wishes(Wishes(), asked, hidden.replace("§", "x"), lambda clause: heard) == (Wishes(), asked)


def test_what_a_follow_up_tells_stands_before_what_the_first_question_said(directory: Directory) -> None:
    told, plain = read(directory, "Avec quel petit cluster faire des drones, plutôt de grandes structures ?")
    found, _ = first_wishes(told, plain, plain, LEARNT.get)
    assert found.wanted == {Wanted.LARGE}


@pytest.mark.parametrize(
    ("message", "full"),
    [
        ("un autre, pas trop gros", "plutôt de petites structures, sauf les 5 premiers noms"),
        ("pas trop gros et hors de Bretagne", "plutôt de petites structures, hors de Bretagne"),
        ("on les connaît déjà, qui d'autre ?", "sauf les 5 premiers noms"),
        ("d'autres noms svp", "sauf les 5 premiers noms"),
        ("Merci ! D'autres noms, s'il vous plaît ?", "sauf les 5 premiers noms"),
        ("pas trop gros, stp", "plutôt de petites structures"),
        ("en Bretagne seulement", "uniquement en Bretagne"),
    ],
)
def test_a_follow_up_may_want_several_things_and_be_polite(directory: Directory, message: str, full: str) -> None:
    assert learnt(directory, ROOT, message) == f"{ROOT.removesuffix(' ?')}, {full} ?"


def test_nearness_and_no_rival_hold_together(directory: Directory) -> None:
    read = {"des voisins": Wanted.NEAR, "sans rivaux": Wanted.UNRIVALLED}
    turns = [Turn(question=ROOT), Turn(question="des voisins")]
    whole = asked_further("sans rivaux", turns, lambda text: (), lambda text: True, read.get)
    assert whole == f"{ROOT.removesuffix(' ?')}, les plus proches de nous d’abord, sans concurrents ?"


@pytest.mark.parametrize(
    "message",
    ["autre chose que Xylofutur", "Je ne veux pas de Xylofutur", "on écarte Xylofutur", "Xylofutur ne nous intéresse pas", "surtout pas Xylofutur"],
)  # fmt: skip
def test_who_is_refused_is_left_out_however_it_is_said(directory: Directory, message: str) -> None:
    assert further(directory, ROOT, message) == f"{ROOT.removesuffix(' ?')}, sauf Xylofutur ?"


def test_those_refused_one_after_the_other_are_told_together(directory: Directory) -> None:
    whole = further(directory, ROOT, "sauf Aetos", "un autre que Xylofutur")
    assert whole == f"{ROOT.removesuffix(' ?')}, sauf Aetos, Xylofutur ?"


def test_a_fact_of_one_of_the_list_does_not_end_what_was_wanted(directory: Directory) -> None:
    turns = [
        Turn(question=ROOT, answer="- **Vinseo**\n- **Xylofutur**"),
        Turn(question="Xylofutur : combien de membres ?", answer="Xylofutur comptait 278 membres."),
    ]
    whole = asked_further("et hors de Bretagne ?", turns, partial(named, directory), lambda text: text == ROOT)
    assert whole == f"{ROOT.removesuffix(' ?')}, hors de Bretagne ?"


def test_a_fact_of_the_one_named_is_no_opinion_on_it(directory: Directory) -> None:
    turns = [Turn(question=ROOT, answer="- **Vinseo**\n- **Xylofutur**")]
    names, asked = partial(named, directory), "où est installé Vinseo ?"
    heard = {"où est installé lui": Wanted.THAT_ONE}.get
    assert asked_further(asked, turns, names, lambda text: True, heard) is not None
    assert asked_further(asked, turns, names, lambda text: True, heard, lambda text: True) is None


def test_another_need_keeps_what_was_wanted(directory: Directory) -> None:
    turns = [Turn(question="Avec qui travailler sur les drones ?"), Turn(question="hors de Bretagne")]
    whole = for_another_need(
        "et sur les capteurs ?", turns, partial(named, directory), lambda text: True, lambda text: None, rewrite
    )
    assert whole == "Avec qui travailler sur les capteurs, hors de Bretagne ?"


@pytest.mark.parametrize(
    "question",
    ["Aetos et Xylofutur travaillent-ils ensemble ?", "Aetos et Xylofutur ont-ils déjà coopéré ?", "Est-ce que Aetos et Xylofutur se connaissent ?"],
)  # fmt: skip
def test_what_two_did_together_is_asked_of_both(directory: Directory, question: str) -> None:
    found, _ = read(directory, question)
    assert found.ties and found.ties_among


@pytest.mark.parametrize(
    "question",
    ["Aetos et Xylofutur travaillent dans quels secteurs ?", "Aetos et Xylofutur ont-ils des projets européens ?", "Comparer Aetos et Xylofutur"],
)  # fmt: skip
def test_what_two_do_each_is_no_tie(directory: Directory, question: str) -> None:
    assert not read(directory, question)[0].ties


def test_half_a_wish_and_half_a_question_is_a_question(directory: Directory) -> None:
    assert learnt(directory, ROOT, "pas trop gros, et comment les contacter ?") is None
    assert learnt(directory, ROOT, "merci beaucoup") is None


def test_others_under_a_new_condition_are_none_of_the_names_given(directory: Directory) -> None:
    given = "- **Vinseo**\u00a0: près.\n- **Xylofutur**\u00a0: bois."
    whole = learnt(directory, ROOT, "d'autres, pas trop gros", answer=given)
    assert whole == f"{ROOT.removesuffix(' ?')}, sauf Vinseo, Xylofutur, plutôt de petites structures ?"
    found, _ = read(directory, whole)
    assert found.without == ("vinseo", "xylofutur")


def test_after_one_of_the_list_the_list_is_still_pointed_to(directory: Directory) -> None:
    turns = [
        Turn(question=ROOT, answer="- **Vinseo**\n- **Xylofutur**\n- **Aetos**"),
        Turn(question="le deuxième ?", answer="- **Xylofutur**"),
    ]
    names = partial(named, directory)
    asked, before = pointed_out("et le troisième ?", turns, names), all_pointed_out(turns, names)
    whole = asked_further(asked or "", before, names, lambda text: True)
    assert whole == f"{ROOT.removesuffix(' ?')}, pourquoi pas Aetos ?"
