import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    "notre pole vient de se creer, on fait quoi",
    "Vu que notre feuille de route n'est toujours pas validée, que faire ?",
    "Comme nous venons de créer notre pôle, que faire ?",
    "We don't have a roadmap yet",
    "notre petite grappe bretonne vient de se créer",
    "Nous, jeune grappe bretonne, cherchons des conseils",
    "gouvernance pas encore votée, on fait quoi ?",
    "We are drafting our bylaws",
    "Notre association a été déclarée au printemps, que faire en premier ?",
    "Cluster créé il y a six mois, comment recruter nos premiers membres ?",
    "Nous, grappe du cuir, venons de naître.",
    "Notre cluster de la filière bois vient d'être créé.",
    "La gouvernance de notre cluster n'est pas encore votée.",
    "Je monte un cluster dans le Jura, de qui apprendre ?",
    "En tant que jeune grappe, nous manquons de repères.",
    "Our cluster was founded this spring, what team do we need?",
)
DEVELOPPEMENT = (
    "Nous avons déjà trois projets co-labellisés, avec qui monter le suivant ?",
    "Notre gouvernance est en place depuis longtemps, nous cherchons un partenaire.",
    "Nous sommes en phase de développement et voulons un consortium.",
    "On a signé deux conventions l'an passé, comment animer la suite ?",
    "Notre feuille de route a été adoptée, qui a la technologie qui nous manque ?",
    "We already run several joint projects, who has laser technology?",
    "Our cluster is well established, who could be a partner?",
    "Notre structuration est terminée",
    "Nous menons déjà des projets avec d'autres pôles",
    "We have signed an agreement with another cluster",
    "gouvernance votée, feuille de route adoptée, il nous faut un partenaire",
    "Nous travaillons déjà avec deux pôles",
    "Nous en sommes à notre troisième projet collaboratif, avec qui faire le quatrième ?",
    "Notre premier projet inter-clusters vient de se terminer.",
    "La gouvernance est en place chez nous, avec qui bâtir un projet ?",
    "Nos adhérents montent désormais eux-mêmes leurs projets.",
    "Pôle bien installé, nous cherchons un marché.",
    "We already coordinate a European project.",
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
# The cue is there, and a first person too, but it is said of somebody else.
OF_OTHERS = (
    "Nous cherchons un pôle mature pour un projet",
    "Que peuvent nous apporter les clusters en phase de développement ?",
    "Quel jeune cluster pourrait nous rejoindre dans un consortium ?",
    "Comment aider un jeune cluster de notre région ?",
    "nous avons un jeune cluster dans la région",
    "Nous avons visité un pôle en phase de développement",
    "Un de nos membres vient de créer une start-up",
    "Nos membres n'ont pas de projets communs, que faire ?",
    "Notre partenaire existe depuis dix ans",
    "Quels pôles ont déjà des projets communs avec nous ?",
    "On me demande un tableau des projets labellisés",
    "Which clusters already have projects with us?",
    "How do we help young clusters?",
    "Notre pôle voisin vient d'être créé",
    "Our partner cluster was just created",
    "notre partenaire, une jeune association, nous demande un avis",
    "Nous avons rencontré un cluster créé cette année",
    "Notre cluster du cuir cherche un pôle en phase de développement",
    "Cluster créé il y a six mois, comment l'aider ?",
    "Un cluster créé en janvier peut-il recevoir des fonds ?",
    "Notre commission export vient d'être lancée.",
    "Our working group was launched in March.",
)
# Of the pilot's own cluster, but asked, wished, still to come, about something else than its structuring,
# or of age only: age is not maturity.
NOT_STATED = (
    "Notre pôle existe depuis quinze ans. Avec qui collaborer ?",
    "Fort de dix ans d'expérience, notre cluster veut s'allier.",
    "Sommes-nous en phase de structuration ?",
    "Est-ce que nous sommes en développement ?",
    "Are we in the development phase?",
    "Une fois notre gouvernance votée, que faire ?",
    "Si notre gouvernance n'est pas votée, peut-on signer ?",
    "Avant que notre feuille de route soit adoptée, peut-on chercher des projets ?",
    "Notre gouvernance sera votée en juin",
    "Nous aimerions avoir une gouvernance votée",
    "Nous n'avons pas de budget pour l'export",
    "Nous lançons un appel à projets",
    "Notre pôle se lance dans l'hydrogène",
    "On commence par quoi pour la co-labellisation ?",
    "Nous sommes au début de l'année, quels appels à projets ?",
    "Notre feuille de route n'est pas suivie, que faire ?",
    "nous avons un projet à labelliser",
    "Nous labellisons des projets depuis dix ans.",
    "Nous n'avons pas encore de projet sur l'eau.",
    "Je débute dans le métier, quel pôle visiter ?",
    "Nos projets européens échouent tous, pourquoi ?",
    "Nous créons une commission des jeunes entreprises.",
    "Jeune cluster : quel budget prévoir ?",
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


@pytest.mark.parametrize("question", OF_OTHERS)
def test_what_is_said_of_another_cluster_is_not_taken_for_the_pilot_s_phase(question: str) -> None:
    assert stated_phase(question) is None


@pytest.mark.parametrize("question", NOT_STATED)
def test_a_question_a_wish_or_a_condition_is_not_a_statement(question: str) -> None:
    assert stated_phase(question) is None


@given(text=st.text(st.sampled_from("nous ssetoupl'avdéj.,?🙂\ud800")))
def test_any_text_is_read_without_failing(text: str) -> None:
    stated = stated_phase(text)
    assert stated is None or stated[1]


def test_the_reason_quotes_the_pilot_s_own_words() -> None:
    stated = stated_phase("Bonjour, nous venons de créer notre pôle, que faire ?")
    assert stated is not None
    assert stated[1] == "nous venons de créer notre pôle"


def test_a_pilot_who_says_both_states_nothing() -> None:
    assert stated_phase("Nous venons de créer notre pôle, nous avons déjà deux projets co-labellisés") is None
