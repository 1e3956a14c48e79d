"""Each cluster has a readable sheet whose sentences can be quoted alone."""

import re
from datetime import date

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.sheets import sheet, sources_behind


def text_of(directory: Directory, cluster: str) -> str:
    return sheet(directory.by_id[cluster], directory)[1]


def test_a_sheet_says_what_is_known_with_years(directory: Directory) -> None:
    title, text = sheet(directory.by_id["inno-vin"], directory)
    assert title == "Inno'vin : fiche du répertoire" and text.startswith(f"# {title}\n")
    assert "Inno'vin comptait 180 membres en 2023." in text
    assert "Équipe, budget et site d’Inno'vin : non connus du répertoire." in text
    assert "Inno'vin a été retenu par l’État comme grappe d’entreprises en 2011." in text
    assert "Tentative abandonnée entre Inno'vin et Qualiméditerranée (aujourd’hui Agri Sud-Ouest Innovation)" in text


def test_every_sentence_names_its_cluster_or_those_of_its_relation(directory: Directory) -> None:
    for cluster in directory.clusters:
        _, text = sheet(cluster, directory)
        own = {cluster.short_name, *(p.short_name for p in directory.predecessors(cluster))}
        for block in text.split("\n\n"):
            if not block.startswith("#"):
                assert any(name in block for name in own), (cluster.id, block)
                assert block.strip().endswith((".", "?")), (cluster.id, block)


def test_sheets_hold_no_python_value_and_no_word_that_ages(directory: Directory) -> None:
    for cluster in directory.clusters:
        _, text = sheet(cluster, directory)
        assert not re.search(r"\bNone\b|\[\]|\(\)|échu|  ", text), cluster.id
        assert sheet(cluster, directory)[1] == text


@pytest.mark.parametrize(
    ("cluster", "sentence"),
    [
        (
            "prodinnov",
            "Le label de pôle de compétitivité de Prod'Innov, obtenu en 2005, a été retiré en 2010, selon l’État, d’après",
        ),
        ("optitec", "Optitec a rejoint Pôle SCS en 2024."),
        ("scs", "Pôle SCS a repris Optitec en 2024."),
        ("valorial", "valable jusqu’au 30 novembre 2024"),
        ("axelera", "valable jusqu’au 31 décembre 2026"),
        ("medicen", "sa note n’est pas reprise ici, faute d’une autre source qu’un blog."),
        ("team2", "obtenu le label de pôle de phase V (deux ans sous conditions) en 2023"),
        ("odeys", "reste à confirmer"),
        (
            "xylofutur",
            "parmi les pôles « moins performants », selon BearingPoint, Erdyn, Technopolis, d’après lalist.inist.fr",
        ),
        ("cosmetic-valley", "d’après region-sud.latribune.fr (presse)"),
        ("aetos", "L’activité actuelle d’Aetos n’est pas vérifiée."),
        ("aliptic", "d’après le libellé de ses secteurs, sans autre source : numérique."),
        ("cluster-lumiere", "Technologies du Cluster Lumière : d’après lyon-entreprises.com (presse), année non vue"),
        ("xylofutur", "En 2012, chez Xylofutur, le responsable avait changé, d’après Cusin & Loubaresse (recherche)."),
        ("nae", "contrat régional de 2,6 M€ (2020-2022)"),
    ],
)
def test_labels_mergers_and_remarks_read_well(directory: Directory, cluster: str, sentence: str) -> None:
    assert sentence in text_of(directory, cluster)


def test_from_2027_what_ended_in_2026_reads_so_on_every_sheet(directory: Directory) -> None:
    ended = [c for c in directory.clusters if any(str(x.valid_until) == "2026-12-31" for x in c.labels)]
    assert len(ended) > 40
    for cluster in ended:
        later = sheet(cluster, directory, date(2027, 1, 1))[1]
        assert "labellisé jusqu’à fin 2026, suite non vérifiée" in later, cluster.id
        assert "labellisé jusqu’à fin 2026" not in sheet(cluster, directory, date(2026, 12, 31))[1], cluster.id


def test_an_unconfirmed_filiation_is_not_told_as_a_merger(directory: Directory) -> None:
    assert "a repris CREAHd" not in text_of(directory, "odeys")
    assert "a rejoint" not in text_of(directory, "creahd")


def test_a_quote_of_a_sheet_cites_the_pages_of_what_it_says(directory: Directory) -> None:
    cluster = directory.by_id["alpha-rlh"]
    relation = next(r for r in directory.relations if "route-des-lasers" in r.clusters and r.stage == "projet")
    said = next(line for line in text_of(directory, "alpha-rlh").splitlines() if relation.topic in line)
    assert sources_behind(said, cluster, directory) == relation.sources
    assert set(sources_behind("ALPHA-RLH comptait 260 membres en 2019.", cluster, directory)) <= set(cluster.sources)
    all_of_them = sources_behind("Une phrase d’ailleurs.", cluster, directory)
    assert set(cluster.sources) < set(all_of_them) and len(all_of_them) == len(set(all_of_them))
    assert any("les-poles-route-des-lasers-et-elopsys-fusionnent" in source for source in all_of_them)
