"""What a question asks of the entry of a cluster that it names: quoted from its sheet, refused when the sheet lacks it."""

from pathlib import Path

import pytest

from assistant import Interpilote
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import Field
from assistant.vocabulary import Provenance, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quand NAE a-t-il été fondé ?", "créé en 1998"),
        ("NAE est basé dans quelle ville ?", "Saint-Étienne-du-Rouvray"),
        ("combien d adherents chez nae", "167 membres en 2023"),
        ("Quel est le site internet d'Axelera ?", "axelera.org"),
        ("Combien de projets EMC2 avait-il labellisés en 2018 ?", "500 projets"),
        ("Est-ce que PICOM existe toujours ?", "Cap Digital"),
        ("Quels noms portait ID4MOBILITY avant ?", "iD4CAR"),
        ("What technologies does Tenerrdis work on?", "technologies de Tenerrdis"),
        ("When was NAE founded?", "créé en 1998"),
        ("Quelle note a eu Capenergies à l'évaluation de 2012 ?", "très performants"),
        ("Comment Tenerrdis a-t-il été évalué en 2012 ?", "performants"),
        ("Polepharma est-il labellisé pôle de compétitivité ?", "cluster régional"),
        ("PEXE c'est quoi et combien de réseaux dedans ?", "réseau"),
        ("Sur quoi Aerospace Valley et Xylofutur ont-ils travaillé ensemble ?", "biocarburants"),
    ],
)
def test_a_field_of_the_entry_is_quoted_first(assistant: Interpilote, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    first = answer.citations[0]
    assert first.provenance is Provenance.FICHE and said in " ".join(c.quote for c in answer.citations[:2])


@pytest.mark.parametrize(
    "question",
    [
        "Quel est le budget annuel de Medicen ?",
        "En quelle année le pôle Pégase est-il né ?",
        "Combien de membres comptait NAE en 2009 ?",
        "Xylofutur et Techtera ont-ils un projet en commun ?",
        "Combien gagne le directeur de NAE ?",
        "Qui dirige Trimatec ?",
        "Qui est le président de Mont-Blanc Industries ?",
        "Qui a présidé Durapôle en 2014 ?",
        "NAE a-t-il un label ?",
        "Quel est le portable du président d'Axelera ?",
    ],
)
def test_what_the_entry_lacks_is_refused(assistant: Interpilote, question: str) -> None:
    assert assistant.ask(question).status is Status.ABSTAINED


@pytest.mark.parametrize(
    "question",
    [
        "Combien d'adhérents PME compte Medicen ?",
        "Combien de laboratoires compte Medicen ?",
        "Combien d'adhérents de Medicen en Seine-Saint-Denis ?",
        "How many foreign members does Medicen have?",
        "Combien d'adhérents a perdu Medicen depuis 2022 ?",
    ],
)
def test_the_whole_is_no_answer_to_who_asks_for_a_part_or_a_change(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ABSTAINED and answer.abstention is not None
    assert "total" in answer.answer
    assert "530 membres en 2023" in answer.abstention.nearest[0].quote


@pytest.mark.parametrize(
    ("question", "part", "whole"),
    [
        ("De combien le nombre d'adhérents de Xylofutur a-t-il augmenté ?", "26 %", "278 membres en 2022"),
        ("Part de PME parmi les membres de Cosmetic Valley", "80 % de PME", "600 membres en 2019"),
    ],
)
def test_a_part_that_a_text_tells_is_quoted_before_the_whole(
    assistant: Interpilote, question: str, part: str, whole: str
) -> None:
    first, second = assistant.ask(question).citations
    assert part in first.quote.replace("\u00a0", " ") and whole in second.quote


def test_a_refusal_says_what_the_entry_lacks(assistant: Interpilote) -> None:
    assert "aucun label de NAE" in assistant.ask("NAE a-t-il un label ?").answer
    assert "le budget de Medicen" in assistant.ask("Quel est le budget annuel de Medicen ?").answer
    assert "le budget de Systematic" in assistant.ask("budget de Systematic").answer


def test_a_refusal_on_a_cluster_that_merged_says_that_it_did(assistant: Interpilote) -> None:
    answer = assistant.ask("Qui dirige Elopsys ?")
    assert answer.status is Status.ABSTAINED
    assert any("ALPHA-RLH" in warning for warning in answer.warnings)


def test_a_town_is_told_without_a_rating_that_nobody_asked_for(assistant: Interpilote) -> None:
    answer = assistant.ask("Où se trouve le siège de Xylofutur ?")
    assert [citation.provenance for citation in answer.citations] == [Provenance.FICHE]
    assert not any("cinq ans" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Combien d'adhérents et quel budget pour Valorial ?", ["400 membres", "1,8 M€"]),
        ("When was Images & Réseaux founded and how many members does it have?", ["créé en 2005", "241 membres"]),
        ("Où se trouve Aquimer et combien de personnes y travaillent ?", ["établi à Boulogne", "5 ingénieurs"]),
        (
            "Axelera : adhérents, salariés et budget ?",
            ["400 membres", "ne donne pas l'effectif de l'équipe et le budget d’Axelera"],
        ),
        ("Que sont devenus Terralia et PASS ?", ["Terralia a rejoint", "PASS a rejoint"]),
        ("Dans quelles villes sont Techtera et Axelera ?", ["Écully", "Solaize"]),
        ("Quels sont les sites de Medicen et d'ASTech ?", ["medicen.org", "ne donne pas le site d’ASTech"]),
        ("When were NAE and NextMove founded?", ["créé en 1998", "NextMove"]),
        ("Sur quoi travaille Vitagora ?", ["agroalimentaire, goût et nutrition"]),
        ("Que fait le pôle Techtera au juste ?", ["textile"]),
        (
            "EuraMaterials est-il toujours labellisé ?",
            ["valable jusqu’au 31 décembre 2024", "labellisé jusqu’à fin 2024, suite non vérifiée"],
        ),
        ("Materalia est-il toujours un pôle de compétitivité ?", ["labellisé jusqu’à fin 2023, suite non vérifiée"]),
        ("Xylofutur a-t-il encore son label ?", ["valable jusqu’au 31 décembre 2026"]),
    ],
)
def test_several_fields_or_clusters_are_told_at_once(assistant: Interpilote, question: str, said: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED and answer.comparison is None
    assert all(text in answer.answer for text in said)


@pytest.mark.parametrize(
    "question",
    [
        "Que fait Xylofutur pour recruter des membres ?",
        "Pourquoi Terralia et PASS ont-ils fusionné ?",
        "Qui préside Vitagora et depuis quand ?",
        "Quel loyer paient CARA et Axelera ?",
        "Comment Valorial et Vitagora choisissent-ils leurs projets ?",
        "À quoi sert le label de Polymeris ?",
    ],
)
def test_what_sounds_like_fields_is_not_looked_up(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question)
    fields = ("secteurs", "créé en", "a obtenu le label", "Projets de")
    assert not any(text in answer.answer for text in fields)


def test_a_theme_of_a_search_for_partners_is_no_field(assistant: Interpilote) -> None:
    answer = assistant.ask("Je pilote un cluster lumière, avec qui travailler sur la ville durable ?")
    assert answer.suggestions and "établi" not in answer.answer.partition("\n")[0]


def test_a_figure_of_another_year_is_shown_as_such(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien de membres comptait NAE en 2009 ?")
    assert answer.abstention is not None
    assert "2023" in answer.answer and "167 membres" in answer.abstention.nearest[0].quote


def test_every_field_of_an_active_cluster_is_told_by_a_sentence_that_its_sheet_has(assistant: Interpilote) -> None:
    directory = assistant.directory
    for cluster in directory.active:
        told = {field: field_sentences(cluster, field, directory) for field in Field}
        assert told[Field.NATURE] and told[Field.PRESENTATION]
        for field, value in (
            (Field.MEMBRES, cluster.members),
            (Field.EQUIPE, cluster.team),
            (Field.CREATION, cluster.founded),
            (Field.VILLE, cluster.city),
            (Field.SITE, cluster.website),
            (Field.PROJETS, cluster.projects),
            (Field.SECTEURS, cluster.sectors),
        ):
            assert bool(told[field]) == bool(value), (cluster.id, field)


def test_a_tie_is_told_only_of_clusters_that_have_it(assistant: Interpilote) -> None:
    directory = assistant.directory
    ours = directory.by_id["aerospace-valley"]
    assert field_sentences(ours, Field.LIENS, directory, ["xylofutur"])
    assert not field_sentences(ours, Field.LIENS, directory, ["cosmetic-valley", "eurosima"])


def test_an_added_file_that_is_asked_for_is_not_passed_over_for_the_sheet(
    assistant: Interpilote, tmp_path: Path
) -> None:
    text = "# Bilan interne\n\nAxelera comptait 1 234 adhérents en 2025 selon notre relevé.\n"
    (tmp_path / "bilan.md").write_text(text, encoding="utf-8")
    added = assistant.ingest([tmp_path])[0]
    try:
        answer = assistant.ask("Selon mes documents ajoutés, combien d'adhérents compte Axelera ?")
        assert any("1 234" in citation.quote for citation in answer.citations)
        assert assistant.ask("Combien d'adhérents compte Axelera ?").citations[0].provenance is Provenance.FICHE
    finally:
        assistant.remove(str(added.document_id))
