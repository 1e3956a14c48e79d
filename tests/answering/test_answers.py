"""Whole answers, on the real corpus with the real model."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.presenting import PROVENANCES, as_text
from assistant.vocabulary import AbstentionReason, Answer, Intent, Phase, PhaseSource, Provenance, Status, Turn

pytestmark = pytest.mark.model

SUBJECTS = (
    "le conseil d'administration",
    "les cotisations",
    "la part privée",
    "l'équipe",
    "la labellisation",
    "le budget",
    "les fusions",
    "la convention",
    "les référents",
    "France Clusters",
    "les grappes",
    "la phase V",
    "Cap Digital",
    "Inno'vin",
    "Xylofutur",
    "Aerospace Valley",
    "la Région",
    "la propriété intellectuelle",
    "les adhésions",
)
FORMS = (
    "Comment organiser {} ?",
    "Que sait-on sur {} ?",
    "Quels exemples pour {} ?",
    "Combien pour {} ?",
    "{} : pourquoi ?",
    "Qui peut nous aider pour {} ?",
    "Avec qui travailler sur {} ?",
    "What about {}?",
    "Et {} en 2012 ?",
)


def markers(text: str) -> set[int]:
    return {int(n) for n in re.findall(r"\[(\d+)\]", text)}


@given(form=st.sampled_from(FORMS), subject=st.sampled_from(SUBJECTS), phase=st.sampled_from([*Phase][:2]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_quote_is_on_the_page_it_cites(assistant: Interpilote, form: str, subject: str, phase: Phase) -> None:
    answer = assistant.ask(form.format(subject), phase=phase)
    shown = [*answer.citations, *(answer.abstention.nearest if answer.abstention else ())]
    for citation in shown:
        assert citation.quote in assistant.page(citation.document_id, citation.page).text
    cited = {citation.n for citation in answer.citations}
    assert markers(answer.answer) == cited
    assert {n for claim in answer.claims for n in claim.citations} <= cited
    if answer.status == Status.ABSTAINED:
        assert not answer.claims
        assert not answer.citations


def test_a_practical_question_gives_an_answer_examples_and_next_steps(assistant: Interpilote) -> None:
    answer = assistant.ask("Comment composer les collèges du conseil ?", intent=Intent.PRATIQUE)
    assert answer.status == Status.ANSWERED
    assert "trois à six collèges" in answer.claims[0].text
    assert "**Ce qui s'observe ailleurs**" in answer.answer
    assert answer.next_steps


def test_a_settled_pilot_asking_how_is_sent_to_their_own_referents_first(assistant: Interpilote) -> None:
    question = "Comment fidéliser les adhérents ?"
    answer = assistant.ask(question, cluster="inno-vin")
    assert {"eurosima", "alpha-rlh"} <= {s.cluster_id for s in answer.suggestions}
    assert "**Vos référents d'abord**" in answer.answer and "EuroSIMA" in answer.answer
    assert "vos référents" in answer.next_steps[0]
    for other in (assistant.ask(question, cluster="inno-vin", phase=Phase.STRUCTURATION), assistant.ask(question)):
        assert not other.suggestions and "Vos référents" not in other.answer


def test_when_the_corpus_is_silent_own_referents_are_the_first_to_ask(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien gagne un directeur de pôle ?", cluster="inno-vin", intent=Intent.PRATIQUE)
    assert answer.abstention is not None
    names = [contact.name for contact in answer.abstention.contacts]
    assert names.index("EuroSIMA") < names.index("France Clusters")


def test_english_suggestions_give_reasons_and_cautions_in_english(assistant: Interpilote) -> None:
    answer = assistant.ask("Whom should I learn from?", cluster="inno-vin")
    told = " ".join(
        [*answer.warnings, *(c.because for s in answer.suggestions for c in s.criteria)]
        + [caution.text for s in answer.suggestions for caution in s.cautions]
    )
    assert "is in the same region" in told and "took over Qualiméditerranée in 2017" in told
    assert "dans la même région" not in told and "adhérents" not in told and "est à" not in told


def test_a_note_says_which_sources_stand_behind_it_and_how_far_they_were_read(assistant: Interpilote) -> None:
    answer = assistant.ask("Quelles fusions de pôles ont échoué, et pourquoi ?")
    note = next(c for c in answer.citations if c.provenance == Provenance.NOTE)
    assert note.facts
    assert all(source.seen and source.grade for source in note.sources)
    assert any(source.url for source in note.sources)


@pytest.mark.parametrize("question", ["Qu'est-ce que l'interclustering ?", "Combien de membres a Xylofutur ?"])
def test_a_synthesis_is_never_shown_as_an_original(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.citations
    assert all(citation.provenance != Provenance.ORIGINAL for citation in answer.citations)
    assert PROVENANCES[Provenance.ORIGINAL]["fr"] not in as_text(answer)
    assert PROVENANCES[answer.citations[0].provenance]["fr"] in as_text(answer)


def test_an_english_answer_says_that_it_quotes_french_sources(assistant: Interpilote) -> None:
    answer = assistant.ask("What is interclustering?")
    assert answer.answer.startswith("**What the French sources say")
    assert f"“{answer.claims[0].text}” [1]" in answer.answer


def test_a_question_in_capitals_or_without_accents_gets_the_same_first_citation(assistant: Interpilote) -> None:
    question = "Quelle part de financement privé est attendue par l'État et les Régions ?"
    first = assistant.ask(question).citations[0]
    assert assistant.ask(question.upper()).citations[0] == first
    assert assistant.ask(question.replace("é", "e").replace("É", "E")).citations[0] == first


def test_an_extractive_claim_is_its_quote(assistant: Interpilote) -> None:
    answer = assistant.ask("Faut-il filtrer les adhésions ? Avec quels critères ?")
    quotes = {citation.n: citation.quote.replace("\n", " ") for citation in answer.citations}
    assert answer.claims
    for claim in answer.claims:
        assert claim.text in quotes[claim.citations[0]]


def test_a_salary_is_not_known_and_the_answer_says_whom_to_ask(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien gagne un directeur de pôle ?")
    assert answer.status == Status.ABSTAINED
    assert answer.abstention is not None
    assert answer.abstention.reason in (AbstentionReason.CHIFFRE_ABSENT, AbstentionReason.CORPUS_MUET)
    assert answer.abstention.nearest
    assert any("France Clusters" in contact.name for contact in answer.abstention.contacts)


def test_a_figure_that_a_known_cluster_lacks_is_not_replaced_by_another(assistant: Interpilote) -> None:
    answer = assistant.ask("Quel était le budget de Minalogic en 2019 ?")
    assert answer.status == Status.ABSTAINED
    assert answer.abstention is not None
    assert answer.abstention.reason == AbstentionReason.CHIFFRE_ABSENT


def test_a_figure_of_another_year_is_shown_as_such_and_not_as_the_answer(assistant: Interpilote) -> None:
    answer = assistant.ask("Quel était le budget de Nuclear Valley en 2010 ?")
    assert answer.status == Status.ABSTAINED
    assert answer.abstention is not None
    assert "2010" in answer.answer and "2020" in answer.answer
    assert "2020" in answer.abstention.nearest[0].quote


def test_a_figure_that_the_directory_has_is_given_first(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien de membres a Xylofutur ?")
    assert "278" in answer.claims[0].text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Quels sont les pôles de compétitivité en Occitanie ?", "Eurobiomed"),
        ("Quels clusters en Aquitaine travaillent sur le bois ?", "Xylofutur"),
        ("Avec quel cluster pourrais-je travailler sur l'hydrogène ?", "Tenerrdis"),
        ("Which clusters are in Brittany?", "Brit'Inov"),
    ],
)
def test_who_is_in_a_region_or_works_on_a_theme_is_listed_with_sources(
    assistant: Interpilote, question: str, name: str
) -> None:
    answer = assistant.ask(question)
    assert any(citation.title.endswith("liste du répertoire") for citation in answer.citations)
    assert name in answer.answer
    assert all(citation.provenance == Provenance.FICHE and citation.sources for citation in answer.citations[:1])


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Quels pôles travaillent sur la santé ?", "Clusters et pôles sur le thème « santé »"),
        (
            "Quels sont les clusters du numérique en Bretagne ?",
            "Clusters et pôles sur le thème « numérique » en Bretagne",
        ),
    ],
)
def test_a_list_begins_with_what_is_asked_and_no_other_region(assistant: Interpilote, question: str, head: str) -> None:
    answer = assistant.ask(question)
    assert answer.citations[0].quote.split(" : ")[0] == head


def test_a_general_question_gets_no_list(assistant: Interpilote) -> None:
    answer = assistant.ask("Quelle différence entre un pôle de compétitivité et un cluster ?")
    assert not any(citation.title.endswith("liste du répertoire") for citation in answer.citations)


def test_a_cluster_that_is_only_named_gets_its_profile(assistant: Interpilote) -> None:
    answer = assistant.ask("Qui est Cap Digital ?")
    assert answer.status == Status.ANSWERED
    assert "Cap Digital" in answer.claims[0].text


def test_the_date_asked_for_comes_first(assistant: Interpilote) -> None:
    answer = assistant.ask("Quand le FUI a-t-il été arrêté ?")
    assert "2019" in answer.claims[0].text


@pytest.mark.parametrize(
    "question", ["Digital 113, combien d'adhérents et qui préside ?", "Valorial : qui préside, et depuis quand ?"]
)
def test_what_is_asked_of_one_cluster_is_not_told_of_another(assistant: Interpilote, question: str) -> None:
    named = question.split(",")[0].split(" :")[0]
    for citation in assistant.ask(question).citations:
        names = [m.resolved.cluster.short_name for m in assistant.directory.mentions(citation.quote)]
        assert not names or named in names


def test_an_unknown_cluster_is_said_to_be_unknown(assistant: Interpilote) -> None:
    answer = assistant.ask("Quel est le budget du pôle Zorglubium ?")
    assert answer.status == Status.ABSTAINED
    assert answer.abstention is not None
    assert answer.abstention.reason == AbstentionReason.ENTITE_INCONNUE
    assert "Zorglubium" in answer.answer


def test_a_request_outside_the_field_is_declined(assistant: Interpilote) -> None:
    answer = assistant.ask("Translate this 40-page grant application into German.")
    assert answer.status == Status.ABSTAINED
    assert answer.language == "en"
    assert answer.abstention is not None
    assert answer.abstention.reason == AbstentionReason.HORS_SUJET


def test_a_vanished_cluster_leads_to_who_answers_for_it_today(assistant: Interpilote) -> None:
    answer = assistant.ask("Prod'Innov peut-il m'aider ?")
    assert answer.status == Status.ANSWERED
    assert "Agri Sud-Ouest Innovation" in answer.answer
    assert any("2010" in warning for warning in answer.warnings)


def test_an_ambiguous_request_gets_one_question_back_and_each_choice_leads_on(assistant: Interpilote) -> None:
    answer = assistant.ask("Je cherche un bon exemple dans la région.")
    assert answer.status == Status.CLARIFY
    assert answer.clarification is not None
    assert {choice.set["phase"] for choice in answer.clarification.choices} == {"structuration", "developpement"}
    for choice in answer.clarification.choices:
        again = assistant.ask(
            answer.question, cluster="inno-vin", phase=Phase(choice.set["phase"]), intent=Intent(choice.set["intent"])
        )
        assert again.status == Status.ANSWERED
        assert again.suggestions


def test_the_pilot_corrects_phase_and_intent(assistant: Interpilote) -> None:
    answer = assistant.ask(
        "Parle-moi de nos voisins", cluster="inno-vin", phase=Phase.STRUCTURATION, intent=Intent.REFERENT
    )
    assert answer.route.phase == Phase.STRUCTURATION
    assert answer.route.phase_source == PhaseSource.CHOIX
    assert answer.route.intent == Intent.REFERENT
    assert answer.suggestions


def test_partners_come_with_reasons_a_sourced_sentence_and_a_way_to_reach_them(assistant: Interpilote) -> None:
    answer = assistant.ask(
        "Avec qui monter un projet de télédétection pour la vigne ?", cluster="inno-vin", intent=Intent.PARTENAIRE
    )
    assert answer.suggestions
    assert "inno-vin" not in {suggestion.cluster_id for suggestion in answer.suggestions}
    for suggestion in answer.suggestions:
        assert suggestion.name in answer.answer
        assert suggestion.contact.website or suggestion.contact.via
    assert any(citation.provenance == Provenance.FICHE for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "intent", "said"),
    [
        ("Avec qui monter un projet de drones pour la vigne ?", Intent.PARTENAIRE, "drones, vigne"),
        (
            "Je pilote un cluster en Bretagne, quel cluster référent prendre pour apprendre ?",
            Intent.REFERENT,
            "Bretagne",
        ),
    ],
)
def test_a_pilot_without_profile_gets_suggestions_from_what_the_question_says(
    assistant: Interpilote, question: str, intent: Intent, said: str
) -> None:
    answer = assistant.ask(question, intent=intent)
    assert answer.status == Status.ANSWERED
    assert len(answer.suggestions) == 5
    assert "ce que vous avez dit seulement" in answer.warnings[0]
    assert said in answer.warnings[0]


def test_without_a_word_on_the_pilot_the_profile_is_asked_for(assistant: Interpilote) -> None:
    answer = assistant.ask("Avec qui monter un projet ?", intent=Intent.PARTENAIRE)
    assert not answer.suggestions
    assert any("Mon cluster" in step for step in answer.next_steps)


def test_what_became_of_two_clusters_together_is_told_above_their_figures(assistant: Interpilote) -> None:
    answer = assistant.ask("Où en est le rapprochement de PASS et Cosmetic Valley ?", intent=Intent.COMPARAISON)
    assert answer.comparison is not None and answer.answer.index("PASS") < answer.answer.index("\n\n| |")
    assert "F245" in {fact for citation in answer.citations[:2] for fact in citation.facts}


def test_a_cluster_named_alone_is_compared_with_peers_and_published_averages(assistant: Interpilote) -> None:
    answer = assistant.ask("Compare Xylofutur aux autres pôles", intent=Intent.COMPARAISON)
    assert answer.comparison is not None and answer.comparison.clusters[0] == "xylofutur"
    assert len(answer.comparison.peers) == 3
    assert all(peer.because in answer.answer for peer in answer.comparison.peers)
    assert (
        "pôle moyen : 187 (2012 ; La gouvernance des pôles" in answer.answer and "nommez les clusters" in answer.answer
    )
    assert markers(answer.answer) == {citation.n for citation in answer.citations}


def test_a_comparison_leaves_blanks_blank_and_cites_the_sheets(assistant: Interpilote) -> None:
    answer = assistant.ask("Compare Vitagora et Xylofutur", intent=Intent.COMPARAISON)
    assert answer.comparison is not None
    assert answer.comparison.clusters == ("vitagora", "xylofutur")
    blanks = [cell for row in answer.comparison.indicators for cell in row.cells if cell.value is None]
    assert answer.answer.count("—") == len(blanks)
    assert answer.citations


@pytest.mark.parametrize("question", ["Plastipolis et Elastopôle", "Plastipolis, Elastopôle et encore Plastipolis"])
def test_who_answers_for_several_clusters_is_told_once(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question, intent=Intent.FAIT)
    assert sum("Polymeris" in step and "Adressez-vous" in step for step in answer.next_steps) == 1
    assert len({claim.text for claim in answer.claims}) == len(answer.claims)


def test_a_follow_up_is_understood_and_shown(assistant: Interpilote) -> None:
    before = Turn(question="Quelles alliances entre pôles existent dans l'eau ?", answer="…")
    answer = assistant.ask("Et dans l'énergie ?", history=[before])
    assert answer.rewritten_question == "Quelles alliances entre pôles existent dans l'énergie ?"
    assert any(answer.rewritten_question in warning for warning in answer.warnings)


def test_old_figures_are_flagged(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien de personnes comptait l'équipe d'un pôle en moyenne en 2012 ?", intent=Intent.FAIT)
    assert "11" in answer.claims[0].text
    assert any("à vérifier" in warning and "20" in warning for warning in answer.warnings)


def test_an_english_question_gets_english_headings_and_french_quotes(assistant: Interpilote) -> None:
    answer = assistant.ask("What staff size and budget should I expect for a young cluster in its first two years?")
    assert answer.language == "en"
    assert answer.status == Status.ANSWERED
    assert "jeune cluster" in answer.claims[0].text.lower()


def test_the_same_question_gets_the_same_answer(assistant: Interpilote) -> None:
    def untimed(answer: Answer) -> Answer:
        return answer.model_copy(update={"timings_ms": {}})

    question = "Comment préparer un premier contact avec un référent ?"
    assert untimed(assistant.ask(question)) == untimed(assistant.ask(question))


def test_an_answer_tells_its_stages_in_order(assistant: Interpilote) -> None:
    events = list(assistant.stream("Comment composer le conseil d'administration ?"))
    assert [event["stage"] for event in events if "stage" in event] == ["understand", "retrieve", "suggest", "draft"]
    assert isinstance(events[-1]["answer"], Answer)


def test_what_a_hurried_question_was_taken_for_is_told_and_what_was_typed_is_kept(assistant: Interpilote) -> None:
    typed = "Combein de grapes la DATAR a-t-elle retenues ?"
    answer = assistant.ask(typed)
    meant = "Combien de grappes la DATAR a-t-elle retenues ?"
    assert answer.question == typed
    assert any(meant in warning and "guillemets" in warning for warning in answer.warnings)
    plain = assistant.ask(meant)
    assert [c.quote for c in answer.citations] == [c.quote for c in plain.citations]
    assert not any("Question comprise" in warning for warning in plain.warnings)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Quel statut juridique choisir pour une grappe", "association de la loi de 1901"),
        ("Qui fait quoi entre la Région et l'État ?", "l'État labellise les pôles"),
        ("How do French clusters get funded?", "de l'argent public"),
        ("Mon conseil régional baisse ma subvention", "trois voies"),
        ("Comment protéger les idées pendant un projet commun ?", "accord de confidentialité"),
        ("Mon président veut quitter", "libre de démissionner"),
        ("Est-ce que notre association doit payer la TVA ?", "n'est pas exonérée d'office"),
        ("Quand la subvention arrive en retard, comment payer les salaires ?", "avance de trésorerie"),
        ("Qui évalue les clusters et sur quoi ?", "confiées à des cabinets|en charge des cabinets"),
    ],
)
def test_what_every_newcomer_asks_is_answered_by_the_first_quote(assistant: Interpilote, asked: str, said: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == Status.ANSWERED
    assert re.search(said, answer.citations[0].quote)
