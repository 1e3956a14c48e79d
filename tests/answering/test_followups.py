import pytest

from assistant.answering.followups import Reads, asks_more, rewrite
from assistant.vocabulary import Turn

BEFORE = (Turn(question="Quelles fusions de pôles ont échoué ?", answer="…"),)


@pytest.mark.parametrize(
    ("follow_up", "full"),
    [
        ("Et dans l'énergie ?", "Quelles fusions de pôles ont échoué dans l'énergie ?"),
        ("et en Bretagne ?", "Quelles fusions de pôles ont échoué en Bretagne ?"),
        ("Sinon, en 2012 ?", "Quelles fusions de pôles ont échoué en 2012 ?"),
    ],
)
def test_a_follow_up_is_asked_again_as_a_full_question(follow_up: str, full: str) -> None:
    assert rewrite(follow_up, BEFORE) == full


def test_a_new_place_stands_for_the_old_one() -> None:
    before = (Turn(question="Quelles alliances entre pôles existent dans l'eau ?"),)
    assert rewrite("Et dans l'énergie ?", before) == "Quelles alliances entre pôles existent dans l'énergie ?"


def test_a_question_that_stands_alone_is_left_as_it_is() -> None:
    assert rewrite("Comment recruter des membres ?", BEFORE) is None


def test_nothing_is_rewritten_without_a_question_before() -> None:
    assert rewrite("Et dans l'énergie ?", ()) is None


def test_a_long_sentence_that_opens_with_and_is_a_question_of_its_own() -> None:
    text = "Et comment un cluster régional peut-il convaincre son Conseil régional de financer un deuxième chargé de projet ?"
    assert rewrite(text, BEFORE) is None


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quels pôles travaillent sur les matériaux biosourcés ?", "Et dans l'énergie ?", "Quels pôles travaillent dans l'énergie ?"),
        ("Comment les clusters organisent-ils leur gouvernance ?", "Et pour le financement ?", "Comment les clusters organisent-ils le financement ?"),
        ("Quels clusters travaillent l'eau en Occitanie ?", "et en Bretagne ?", "Quels clusters travaillent l'eau en Bretagne ?"),
    ],
)  # fmt: skip
def test_the_new_subject_or_place_stands_for_the_old_one(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        (
            "Comment est payé le temps passé par la CCI pour nous ?",
            "et la CCI elle peut être adhérente ?",
            "Comment est payé le temps passé par la CCI pour nous, et la CCI elle peut être adhérente ?",
        ),
        (
            "Le plafond est-il pour nous ?",
            "et au-dessus du plafond on rembourse ?",
            "Le plafond est-il pour nous, et au-dessus du plafond on rembourse ?",
        ),
    ],
)
def test_what_says_something_by_itself_is_put_in_the_place_of_nothing(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


def names(text: str) -> list[tuple[int, int]]:
    """Where two clusters are named."""
    return [(at, at + len(name)) for name in ("Vitagora", "Xylofutur") if (at := text.find(name)) >= 0]


def asks_field(text: str) -> bool:
    """Whether one of three fields is asked for."""
    return any(word in text for word in ("membres", "ville", "existe"))


READS = Reads(names, asks_field, lambda text: text.startswith("Quels partenaires"), lambda thing: "énergie" in thing)


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quelles fusions ont échoué ?", "Pourquoi ?", "Quelles fusions ont échoué, et pourquoi ?"),
        ("How do clusters fund themselves?", "Why?", "How do clusters fund themselves, and why?"),
        ("Comment les clusters organisent-ils leur gouvernance ?", "et pour les petits ?", "Comment les clusters organisent-ils leur gouvernance pour les petits ?"),
        ("Quelle taille d'équipe pour un pôle ?", "et pour une grappe ?", "Quelle taille d'équipe pour une grappe ?"),
        ("Comment obtenir le label or ?", "Et le label bronze ?", "Comment obtenir le label bronze ?"),
        ("Quels pôles travaillent sur l'eau ?", "Dans l'énergie ?", "Quels pôles travaillent dans l'énergie ?"),
        ("Combien de membres a Vitagora ?", "Et Xylofutur ?", "Combien de membres a Xylofutur ?"),
        ("Combien de membres a Vitagora ?", "Quel est son budget ?", "Vitagora\u00a0: quel est son budget ?"),
        ("Quel est le budget de Vitagora ?", "et lui ?", "Quel est le budget de Vitagora ?"),
    ],
)  # fmt: skip
def test_what_is_left_unsaid_comes_from_the_question_before(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)], READS) == full


def test_a_new_question_on_another_cluster_is_its_own() -> None:
    assert rewrite("Quel est le budget de Xylofutur ?", [Turn(question="Qui est Vitagora ?")], READS) is None
    assert rewrite("Que faut-il voter ?", [Turn(question="Qui est Vitagora ?")], READS) is None


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quel est le budget de Vitagora ?", "et combien de membres ?", "Vitagora\u00a0: combien de membres ?"),
        ("Quel est le budget de Vitagora ?", "combien de membres ?", "Vitagora\u00a0: combien de membres ?"),
        ("Quel est le budget de Vitagora ?", "et c'est dans quelle ville ?", "Vitagora\u00a0: c'est dans quelle ville ?"),
        ("Quel est le budget de Vitagora ?", "ok et depuis quand existe-t-il ?", "Vitagora\u00a0: depuis quand existe-t-il ?"),
    ],
)  # fmt: skip
def test_what_lacks_only_the_cluster_gets_its_name(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)], READS) == full


@pytest.mark.parametrize(
    "question", ["combien de membres en moyenne ?", "combien de membres faut-il ?", "Combien de membres avons-nous ?"]
)
def test_what_is_asked_of_others_gets_no_name(question: str) -> None:
    assert rewrite(question, [Turn(question="Quel est le budget de Vitagora ?")], READS) is None


def test_the_subject_of_a_follow_up_is_the_one_of_the_question_that_it_followed() -> None:
    turns = [Turn(question="Quel est le budget de Vitagora ?"), Turn(question="et combien de membres ?")]
    assert rewrite("et Xylofutur ?", turns, READS) == "Xylofutur\u00a0: combien de membres ?"


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quelle part du budget vient des cotisations ?", "et les subventions alors ?", "Quelle part du budget vient des subventions ?"),
        ("Quelle part du budget vient des cotisations ?", "et la vente de prestations ?", "Quelle part du budget vient de la vente de prestations ?"),
        ("Comment composer le conseil d'administration d'un cluster ?", "et le bureau ?", "Comment composer le bureau d'un cluster ?"),
        ("Comment parler du cluster aux élus ?", "et les entreprises ?", "Comment parler du cluster aux entreprises ?"),
        ("Comment convaincre les entreprises de payer leur cotisation ?", "et les laboratoires ?", "Comment convaincre les laboratoires de payer leur cotisation ?"),
        ("Quels sont les avantages d'une association ?", "et les inconvénients ?", "Quels sont les inconvénients d'une association ?"),
        ("Faut-il une association pour porter un cluster ?", "et les inconvénients ?", "Faut-il une association pour porter un cluster, et les inconvénients ?"),
    ],
)  # fmt: skip
def test_one_object_stands_for_another_in_correct_french(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


@pytest.mark.parametrize(
    "question",
    [
        "Et l'argent et l'or, c'est quoi la différence ?",
        "Et comment on recrute un directeur ?",
        "et quel budget faut-il prévoir la première année ?",
        "Et faut-il un comité scientifique ?",
    ],
)
def test_a_question_with_a_subject_of_its_own_is_asked_alone(question: str) -> None:
    assert rewrite(question, [Turn(question="Comment se passe l'obtention du label bronze ?")], READS) is None


@pytest.mark.parametrize(
    "question",
    [
        "ok et combien ça prend de temps ?",
        "et combien de temps faut-il compter ?",
        "ça coûte combien ?",
        "et comment les motiver ?",
        "c'est obligatoire ?",
        "C'est quoi le rôle de chacun ?",
        "quelle est la différence entre les deux ?",
    ],
)
def test_what_speaks_of_the_question_before_is_asked_after_it(question: str) -> None:
    full = rewrite(question, [Turn(question="Faut-il un bureau et un conseil ?")], READS)
    assert full is not None and full.startswith("Faut-il un bureau et un conseil, et ")


@pytest.mark.parametrize(
    "question", ["C'est quoi une cotisation ?", "ça vaut le coup, le label ?", "Ça sert à quoi un pôle ?"]
)
def test_what_says_of_what_it_speaks_is_its_own(question: str) -> None:
    assert rewrite(question, [Turn(question="Faut-il un bureau ?")], READS) is None


@pytest.mark.parametrize(
    "question", ["un exemple ?", "tu peux donner un exemple concret ?", "des exemples ?", "as-tu un cas concret ?"]
)
def test_an_example_is_one_of_what_was_asked(question: str) -> None:
    full = rewrite(question, [Turn(question="Comment convaincre une PME ?")])
    assert full == "Comment convaincre une PME, par exemple ?"


def test_what_comes_after_partners_and_is_no_need_is_how_to_go_about_it() -> None:
    before = [Turn(question="Quels partenaires pour un projet sur l'eau ?")]
    assert rewrite("et pour la convention ?", before, READS) == "Que prévoir pour la convention ?"
    assert rewrite("et pour l'énergie ?", before, READS) == "Quels partenaires pour un projet pour l'énergie ?"


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quelle gouvernance pour un jeune cluster ?", "et pour le financement ?", "Que savoir sur le financement ?"),
        ("Quelle forme juridique choisir ?", "et les cotisations ?", "Que savoir sur les cotisations ?"),
        ("Comment composer le conseil d'administration ?", "merci ! et l'équipe ?", "Que savoir sur l'équipe ?"),
        ("Faut-il un bureau ?", "ok et les événements ?", "Que savoir sur les événements ?"),
        ("Je débute et je dois tenir une assemblée générale dans un mois, que faire ?", "merci. et l'ordre du jour ?", "Que savoir sur l'ordre du jour ?"),
        ("Which governance should we choose?", "and the fees?", "What to know about the fees?"),
    ],
)  # fmt: skip
def test_a_topic_of_its_own_takes_the_place_of_the_one_before(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quelle gouvernance choisir en Bretagne ?", "et en Occitanie ?", "Quelle gouvernance choisir en Occitanie ?"),
        ("Quelle cotisation pour un pôle ?", "et pour un jeune cluster ?", "Quelle cotisation pour un jeune cluster ?"),
        ("Comment composer le conseil ?", "et le bureau ?", "Comment composer le bureau ?"),
        ("Quel budget pour l'équipe ?", "et pour les événements ?", "Quel budget pour les événements ?"),
        ("Comment organiser la gouvernance ?", "et le financement ?", "Comment organiser le financement ?"),
        ("Comment préparer une réunion ? Je débute.", "et la feuille de route ?", "Comment préparer la feuille de route ?"),
    ],
)  # fmt: skip
def test_what_narrows_the_question_or_is_of_the_same_sort_stays_in_it(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("ok mais si ils refusent ?", "Comment faire payer les cotisations, et si ils refusent ?"),
        ("quelles erreurs éviter ?", "Comment faire payer les cotisations, et quelles erreurs éviter ?"),
        ("quels risques ?", "Comment faire payer les cotisations, et quels risques ?"),
    ],
)
def test_a_case_or_a_risk_is_of_what_was_asked(question: str, full: str) -> None:
    assert rewrite(question, [Turn(question="Comment faire payer les cotisations ?")]) == full


def test_a_question_that_names_a_cluster_is_not_put_into_the_one_before() -> None:
    before = [Turn(question="Comment finance-t-on un cluster ?")]
    assert rewrite("et Vitagora, en quelle année est-il né ?", before, READS) is None


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("et le bureau, combien de personnes ?", "il se réunit tous les combien ?", "le bureau, combien de personnes, et il se réunit tous les combien ?"),
        ("Comment préparer un voyage d'étude ?", "qui peut le financer ?", "Comment préparer un voyage d'étude, et qui peut le financer ?"),
        ("Comment vendre des services ?", "tu as un exemple de cluster qui le fait ?", "Comment vendre des services, par exemple ?"),
    ],
)  # fmt: skip
def test_what_a_pronoun_stands_for_is_the_subject_before(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)], READS) == full


def test_a_pronoun_of_nothing_is_no_follow_up() -> None:
    before = [Turn(question="Comment recruter des membres ?")]
    assert rewrite("il faut voter quoi ?", before, READS) is None
    assert rewrite("il y a combien de pôles ?", before, READS) is None


@pytest.mark.parametrize(
    ("follow_up", "before", "more"),
    [
        ("et ça coûte combien ?", "Quel pôle visiter sur l'hydrogène ?", True),
        ("et la cyber ?", "Quel cluster sait bien accompagner la décarbonation ?", False),
        ("et en Bretagne ?", "Quels clusters travaillent sur l'eau en Occitanie ?", False),
        ("pourquoi ?", "Faut-il un commissaire aux comptes ?", False),
        ("un exemple ?", "Comment fixer les cotisations ?", False),
    ],
)
def test_only_what_asks_something_else_is_read_for_its_own_intent(follow_up: str, before: str, more: bool) -> None:
    history = [Turn(question=before, answer="")]
    whole = rewrite(follow_up, history)
    assert whole is not None
    assert asks_more(follow_up, whole, before.rstrip("? ")) is more
