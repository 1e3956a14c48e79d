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
        "Quel est le portable du président d'Axelera ?",
    ],
)
def test_what_the_entry_lacks_is_refused(assistant: Interpilote, question: str) -> None:
    assert assistant.ask(question).status is Status.ABSTAINED


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
