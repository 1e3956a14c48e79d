"""Names as people type them find the right cluster; mergers are followed; common words are not names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.errors import UnknownCluster

SHIPPED = load_directory(resources.corpus())


@pytest.mark.parametrize(
    ("asked", "answers", "via"),
    [
        ("inno-vin", "inno-vin", "id"),
        ("Inno'vin", "inno-vin", "id"),
        ("INNO’VIN", "inno-vin", "id"),
        ("innovin", "inno-vin", "id"),
        ("Images et Réseaux", "images-et-reseaux", "id"),
        ("b4c", "bioeconomy-for-change", "alias"),
        ("Pôle Xylofutur", "xylofutur", "id"),
        ("le cluster Aetos", "aetos", "id"),
        ("iD4CAR", "id4mobility", "former_name"),
        ("Route des Lasers", "alpha-rlh", "merged"),
        ("Elopsys", "alpha-rlh", "merged"),
        ("topos aquitaine", "enter", "merged"),
        ("Prod'Innov", "agri-sud-ouest-innovation", "merged"),
        ("nov@log", "novalog", "id"),
    ],
)
def test_a_name_finds_who_answers_for_it(directory: Directory, asked: str, answers: str, via: str) -> None:
    resolved = directory.resolve(asked)
    assert (resolved.cluster.id, resolved.via, resolved.asked) == (answers, via, asked)
    assert (resolved.notice is not None) == (via in ("merged", "former_name") or not resolved.cluster.lives)


def test_route_des_lasers_answers_as_alpha_rlh_and_says_so(directory: Directory) -> None:
    notice = directory.resolve("Route des Lasers").notice
    assert notice is not None and "ALPHA-RLH (2017)" in notice


def test_a_chain_of_mergers_is_told_step_by_step(directory: Directory) -> None:
    notice = directory.resolve("Topos Aquitaine").notice
    assert notice is not None and "Digital Aquitaine (2017), puis ENTER (2024)" in notice


def test_a_pole_that_lost_its_label_says_when_and_who_took_over(directory: Directory) -> None:
    notice = directory.resolve("prodinnov").notice
    assert notice is not None and "label retiré en 2010" in notice and "Agri Sud-Ouest Innovation" in notice


def test_a_historical_cluster_answers_for_itself_with_its_fate(directory: Directory) -> None:
    resolved = directory.resolve("mont-blanc-industries")
    assert resolved.cluster.id == "mont-blanc-industries"
    assert resolved.notice is not None and "dissous le 17 novembre 2021" in resolved.notice


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Tahiti Fa'ahotu", "sommeil en janvier 2021"),
        ("Cluster Edit", "Digital League"),
        ("PGCE", "Novabuild depuis 2012"),
    ],
)
def test_a_cluster_asleep_or_renamed_says_what_became_of_it(directory: Directory, name: str, told: str) -> None:
    notice = directory.resolve(name).notice
    assert notice is not None and told in notice


@pytest.mark.parametrize("typo", ["Minalogik", "Aerospace Vallée", "xylofuture", "Vitagaro"])
def test_an_unknown_name_is_offered_the_nearest_ones(directory: Directory, typo: str) -> None:
    wanted = {"Minalogik": "minalogic", "Aerospace Vallée": "aerospace-valley"}.get(typo) or {
        "xylofuture": "xylofutur",
        "Vitagaro": "vitagora",
    }[typo]
    with pytest.raises(UnknownCluster) as caught:
        directory.resolve(typo)
    assert wanted in caught.value.remedy() and wanted in caught.value.remedy("en")


@pytest.mark.parametrize("nothing", ["", "   ", "?!", "\U0001f347", "le pôle"])
def test_a_name_without_a_name_is_unknown(directory: Directory, nothing: str) -> None:
    with pytest.raises(UnknownCluster):
        directory.resolve(nothing)


def test_every_identifier_and_present_name_resolves_to_its_own_successor(directory: Directory) -> None:
    for cluster in directory.clusters:
        for name in (cluster.id, cluster.name, cluster.short_name):
            assert directory.resolve(name).cluster is directory.successor(cluster.id), name


@given(st.text(max_size=60))
def test_any_text_resolves_or_is_unknown_but_never_crashes(text: str) -> None:
    try:
        assert SHIPPED.resolve(text).cluster in SHIPPED.clusters
    except UnknownCluster as error:
        assert error.message() and error.remedy()


# --- mentions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Que font Cap Digital, Images & Réseaux et images et réseaux ?", ["cap-digital", *["images-et-reseaux"] * 2]),
        ("Comment inno’vin travaille-t-il avec l'ALPHA-RLH ?", ["inno-vin", "alpha-rlh"]),
        ("La Route des Lasers et la route des vins", ["route-des-lasers"]),
        ("le pôle SCS, DERBI et TES", ["scs", "derbi", "tes"]),
        ("Nov@log et Qu@limes", ["novalog", "qualimediterranee"]),
        ("Mov’eo est devenu NextMove", ["moveo", "nextmove"]),
        ("vegepolys valley, aerospace valley", ["vegepolys-valley", "aerospace-valley"]),
        ("SAFE Cluster ou PASS ?", ["safe-cluster", "pass"]),
        ("Céréales Vallée-Nutravita", ["cereales-vallee"]),
    ],
)
def test_the_clusters_of_a_question_are_found(directory: Directory, question: str, named: list[str]) -> None:
    mentions = directory.mentions(question)
    assert [mention.cluster.id for mention in mentions] == named
    for mention in mentions:
        assert mention.resolved.asked == question[mention.start : mention.end]
        assert mention.resolved.cluster is directory.successor(mention.cluster.id)


@pytest.mark.parametrize(
    "question",
    [
        "Comment tes membres vont enter dans la mer ?",
        "Quels sont les risques d’un pass culture ?",
        "Faut-il un dream team, un safe space, un eden ?",
        "A systematic review of clusters",
        "Quel est le rôle d’un pôle eaux vives, d’un scs, d’un nae ?",
        "Le bâtiment du futur et le véhicule du futur",
        "La finance et l’innovation ; finance innovation",
        "Comment financer un cluster lors d’une fusion ?",
        "La version alpha, le PNB, la CBS",
    ],
)
def test_common_words_are_not_taken_for_clusters(directory: Directory, question: str) -> None:
    assert directory.mentions(question) == []


def test_every_cluster_is_found_in_a_sentence_by_its_short_name(directory: Directory) -> None:
    for cluster in directory.clusters:
        found = [m.cluster.id for m in directory.mentions(f"Que fait {cluster.short_name} aujourd’hui ?")]
        assert found == [cluster.id], cluster.short_name


@given(
    st.lists(
        st.sampled_from(
            ["Cap Digital", " et ", "vin", "Inno", "'", "vin ", "SCS", ", ", "é", "\u0301", "&", "\U0001f347"]
        )
    )
)
def test_mentions_are_in_order_apart_and_inside_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for mention in SHIPPED.mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


# --- find ----------------------------------------------------------------------------------------------


def test_an_old_region_finds_the_clusters_of_todays(directory: Directory) -> None:
    assert directory.find(region="Aquitaine") == directory.find(region="nouvelle aquitaine") != []
    assert {"scs", "capenergies"} <= {c.id for c in directory.find(region="PACA", status="active")}


def test_filters_narrow_each_other(directory: Directory) -> None:
    assert [c.id for c in directory.find("photonique", region="Nouvelle-Aquitaine", status="active")] == ["alpha-rlh"]
    assert [c.id for c in directory.find("innovin")] == ["inno-vin"]
    assert {c.kind for c in directory.find(kind="reseau")} == {"reseau"}
    assert "eurosima" in {c.id for c in directory.find(sector="glisse")}
    assert directory.find(region="Atlantide") == []
