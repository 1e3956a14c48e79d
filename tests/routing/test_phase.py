import pytest

from assistant.routing.phase import stated_phase
from assistant.vocabulary import Phase

STRUCTURATION = (
    "Nous venons de créer notre association, comment composer le conseil ?",
    "on vient de lancer le cluster, quel budget prévoir",
    "Notre gouvernance n'est pas encore votée : par où commencer ?",
    "Notre jeune cluster cherche ses premiers membres.",
    "Notre grappe a six mois. Qui peut nous conseiller ?",
    "Nous sommes en pleine structuration, à qui parler ?",
    "On démarre, il nous faut des statuts.",
    "Nous n'avons encore aucun projet, faut-il un comité de labellisation ?",
    "nous partons de zéro",
    "We have just created our cluster. What budget should we plan?",
    "Our cluster is only three months old, who can advise us?",
    "Our governance is not yet approved, what comes first?",
)
DEVELOPPEMENT = (
    "Nous avons déjà trois projets co-labellisés, avec qui monter le suivant ?",
    "Notre gouvernance est en place depuis longtemps, nous cherchons un partenaire.",
    "Notre pôle existe depuis quinze ans. Avec qui collaborer ?",
    "Nous sommes en phase de développement et voulons un consortium.",
    "On a signé deux conventions l'an passé, comment animer la suite ?",
    "Notre feuille de route a été adoptée, qui a la technologie qui nous manque ?",
    "Fort de dix ans d'expérience, notre cluster veut s'allier.",
    "We already run several joint projects, who has laser technology?",
    "Our cluster is well established, who could be a partner?",
)
SILENT = (
    "Comment font les jeunes clusters pour trouver un budget ?",
    "Comment les clusters développés gèrent-ils la coopétition ?",
    "Quelle gouvernance pour un cluster naissant ?",
    "Avec qui monter un projet de capteurs ?",
    "Quand la phase V a-t-elle commencé ?",
    "Combien de membres avait un pôle en 2012 ?",
    "Inno'vin vient de créer une association ?",
    "Que s'est-il passé pendant la phase de structuration d'Inno'vin ?",
    "Notre interlocuteur a changé chez le pôle partenaire : comment repartir ?",
    "Je cherche un bon exemple dans la région.",
    "Comment trouver des financements quand on débute ?",
    "Mon dossier de pôle a été refusé : que font les autres dans ce cas ?",
    "Who are the established clusters in Brittany?",
    "",
)


@pytest.mark.parametrize("question", STRUCTURATION)
def test_a_pilot_who_says_they_are_setting_up_is_believed(question: str) -> None:
    stated = stated_phase(question)
    assert stated is not None
    assert stated[0] == Phase.STRUCTURATION


@pytest.mark.parametrize("question", DEVELOPPEMENT)
def test_a_pilot_who_says_they_are_past_structuring_is_believed(question: str) -> None:
    stated = stated_phase(question)
    assert stated is not None
    assert stated[0] == Phase.DEVELOPPEMENT


@pytest.mark.parametrize("question", SILENT)
def test_the_phase_is_never_guessed_from_the_subject(question: str) -> None:
    assert stated_phase(question) is None


def test_the_reason_quotes_the_pilot_s_own_words() -> None:
    stated = stated_phase("Bonjour, nous venons de créer notre pôle, que faire ?")
    assert stated is not None
    assert "nous venons de créer notre pôle" in stated[1]


def test_a_pilot_who_says_both_states_nothing() -> None:
    assert stated_phase("Nous venons de créer une filiale, nous avons déjà deux projets co-labellisés") is None
