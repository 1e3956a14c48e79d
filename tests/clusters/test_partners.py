"""With whom to build: the need, the themes and the complementarity decide; reasons are sourced; clones avoided."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import resources
from assistant.clusters.apart import Apart
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.profile import completed, profile_of
from assistant.clusters.suggestions import examined, partners, referents
from assistant.vocabulary import CriterionValue, Phase, PilotProfile, Suggestion, Suggestions

SHIPPED = load_directory(resources.corpus())
NEED = "télédétection, capteurs, imagerie"


def of(directory: Directory, name: str, today: date, **options: object) -> Suggestions:
    profile, _ = completed(directory, PilotProfile(cluster_id=name), today)
    return partners(directory, profile, today=today, **options)  # type: ignore[arg-type]


def named(suggestion: Suggestion, name: str) -> CriterionValue:
    return next(c for c in suggestion.criteria if c.name == name)


def test_inno_vin_in_need_of_sensors_meets_photonics_and_space(directory: Directory, today: date) -> None:
    found = of(directory, "inno-vin", today, need=NEED).suggestions
    assert len(found) == 5
    assert found[0].cluster_id == "alpha-rlh"
    assert {"scs", "aerospace-valley"} <= {s.cluster_id for s in found}
    for suggestion in found:
        assert suggestion.role == "partenaire"
        assert (named(suggestion, "besoin").value or 0) >= 0.5
        assert any(part in named(suggestion, "besoin").because for part in ("télédétection", "capteurs", "imagerie"))


def test_the_absorbing_filiere_finds_the_spreading_one_and_the_reverse(directory: Directory, today: date) -> None:
    there = next(s for s in of(directory, "inno-vin", today, k=100).suggestions if s.cluster_id == "aetos")
    back = next(s for s in of(directory, "aetos", today, k=100).suggestions if s.cluster_id == "inno-vin")
    assert named(there, "complementarite").value == named(back, "complementarite").value
    assert (named(there, "complementarite").value or 0) > 0.7, "few clusters aim at vine"
    assert "Aetos diffuse" in named(there, "complementarite").because
    assert "Aetos diffuse" in named(back, "complementarite").because


def test_the_need_counts_only_when_there_is_one(directory: Directory, today: date) -> None:
    assert all(c.name != "besoin" for s in of(directory, "inno-vin", today).suggestions for c in s.criteria)
    unknown = of(directory, "inno-vin", today, need="xyzzy").suggestions
    assert all(named(s, "besoin").value is None for s in unknown)


def test_a_need_asked_in_a_sentence_looks_beyond_the_pilots_own_filiere(directory: Directory, today: date) -> None:
    question = "Avec qui pourrions-nous monter un projet de drones dans les vignes ?"
    found = of(directory, "inno-vin", today, need=question).suggestions
    assert {"aerospace-valley", "aetos"} <= {s.cluster_id for s in found[:3]}
    vague = of(directory, "inno-vin", today, need="Avec qui pourrions-nous travailler ?").suggestions
    assert all(named(s, "besoin").value is None for s in vague)


def test_the_needs_of_a_profile_are_used(directory: Directory, today: date) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="inno-vin"), today)
    with_needs = profile.model_copy(update={"needs": ("drones",)})
    found = partners(directory, with_needs, today=today).suggestions
    assert {"aerospace-valley", "aetos"} <= {s.cluster_id for s in found[:3]}


def test_two_steps_away_names_the_go_between(directory: Directory, today: date) -> None:
    alpha = next(s for s in of(directory, "inno-vin", today, need=NEED).suggestions if s.cluster_id == "alpha-rlh")
    tie = named(alpha, "liens_deux_pas")
    assert tie.value == 1 and "Avenia et Xylofutur" in tie.because and tie.sources


def test_a_known_relation_is_a_reason_unless_evaluating_blind(directory: Directory, today: date) -> None:
    known = named(of(directory, "inno-vin", today, need=NEED).suggestions[0], "lien_documente")
    assert known.value == 1 and "Smart Bordeaux" in known.because and known.sources == ("paper",)
    for suggestion in of(directory, "inno-vin", today, k=100, without_known_relations=True).suggestions:
        assert named(suggestion, "lien_documente").value is None
        assert not {c.kind for c in suggestion.cautions} & {"antagonisme"}


def test_blind_evaluation_sees_neither_ties_nor_markets_learnt_from_them(directory: Directory, today: date) -> None:
    options = {"k": 100, "without_known_relations": True}
    aetos = next(s for s in of(directory, "inno-vin", today, **options).suggestions if s.cluster_id == "aetos")
    assert "vigne" not in named(aetos, "proximite_thematique").because
    assert (named(aetos, "complementarite").value or 0) < 0.5
    assert "débouché courant" in named(aetos, "complementarite").because


def test_a_cluster_in_structuration_is_told_that_partners_come_later(directory: Directory, today: date) -> None:
    profile = PilotProfile(regions=("Bretagne",), sectors=("agroéquipement",), phase=Phase.STRUCTURATION)
    answer = partners(directory, profile, today=today)
    assert any("référents" in warning for warning in answer.warnings)
    assert all(named(s, "structuration_achevee").value == 0 for s in answer.suggestions)


def test_an_empty_profile_gets_a_question_rather_than_big_names(directory: Directory, today: date) -> None:
    answer = partners(directory, PilotProfile(), today=today)
    assert answer.suggestions == () and "filière" in answer.warnings[0]


def test_five_suggestions_are_not_five_clones(directory: Directory, today: date) -> None:
    found = [directory.by_id[s.cluster_id] for s in of(directory, "tenerrdis", today).suggestions]
    energy = [c for c in found if "energie" in directory.subject(c).sectors]
    assert 1 <= len(energy) <= 3


def test_whose_filiere_a_need_is_comes_before_who_says_its_word_among_others(directory: Directory, today: date) -> None:
    found = {s.cluster_id: s for s in of(directory, "inno-vin", today, k=100, need="hydrogène").suggestions}
    energy, mechanics = (named(found[name], "besoin").value for name in ("tenerrdis", "mecanic-vallee"))
    assert energy is not None and mechanics is not None and energy > mechanics


@pytest.mark.parametrize(
    ("asking", "candidate", "need", "how"),
    [
        ("axelera", "tenerrdis", "hydrogène", "touche à « hydrogène »"),
        (
            "axelera",
            "fibres-energivie",
            "hydrogène",
            "travaille sur un thème plus large que « hydrogène » (thèmes : énergie)",
        ),
        ("inno-vin", "minalogic", "capteurs", "est proche de « capteurs » par des thèmes voisins"),
        ("alpha-rlh", "clubster-nsl", "vigne", "ne couvrent pas « vigne »"),
    ],
)
def test_a_need_met_by_name_by_a_wider_theme_or_by_a_near_one_is_said_so(
    directory: Directory, today: date, asking: str, candidate: str, need: str, how: str
) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id=asking), today)
    _, found = examined(directory, profile, directory.by_id[candidate], "partenaire", need, today=today)
    assert how in named(found, "besoin").because


def test_the_thing_itself_comes_before_the_theme_it_belongs_to(directory: Directory, today: date) -> None:
    found = of(directory, "axelera", today, k=100, need="hydrogène").suggestions
    by_name = {named(s, "besoin").value for s in found if "touche à" in named(s, "besoin").because}
    by_theme = {named(s, "besoin").value for s in found if "plus large" in named(s, "besoin").because}
    assert min(v or 0 for v in by_name) > max(v or 0 for v in by_theme) > 0


def test_contact_goes_by_the_region_of_the_suggested_cluster(directory: Directory, today: date) -> None:
    for suggestion in of(directory, "inno-vin", today, need=NEED).suggestions:
        assert "France Clusters" in suggestion.contact.via
    scs = next(s for s in of(directory, "inno-vin", today, need=NEED).suggestions if s.cluster_id == "scs")
    assert scs.contact.via[0] == "Conseil régional de Provence-Alpes-Côte d’Azur"


def test_a_merged_name_is_answered_for_its_successor(directory: Directory, today: date) -> None:
    answer = partners(directory, PilotProfile(cluster_id="Route des Lasers", sectors=("photonique",)), today=today)
    assert (answer.cluster_id, answer.resolved_from) == ("alpha-rlh", "Route des Lasers")
    assert "ALPHA-RLH" in answer.warnings[0]
    assert "alpha-rlh" not in {s.cluster_id for s in answer.suggestions}


@pytest.mark.parametrize("cluster", [c.id for c in SHIPPED.active[::6]])
def test_merged_historical_and_network_entries_are_never_suggested(
    directory: Directory, today: date, cluster: str
) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id=cluster), today)
    for answer in (partners(directory, profile, 200, today=today), referents(directory, profile, 200, today=today)):
        for suggestion in answer.suggestions:
            entry = directory.by_id[suggestion.cluster_id]
            assert entry.lives and entry.kind != "reseau" and entry.id != cluster


@pytest.mark.parametrize("cluster", [c.id for c in SHIPPED.active[::9]])
def test_every_reason_is_a_french_sentence_about_the_pair_with_sources(
    directory: Directory, today: date, cluster: str
) -> None:
    for suggestion in of(directory, cluster, today, need="capteurs").suggestions:
        assert 0 <= suggestion.score <= 1 and 0 <= suggestion.certainty <= 1
        for judged in suggestion.criteria:
            assert judged.because[0].isupper() or judged.because.startswith(suggestion.name)
            assert judged.because.endswith(".")
            assert "None" not in judged.because
            if (
                judged.value
                and directory.by_id[suggestion.cluster_id].sources
                and judged.name != "structuration_achevee"
            ):
                assert judged.sources, judged


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=20, deadline=None)
@given(
    st.builds(
        PilotProfile,
        regions=st.lists(st.sampled_from(["Bretagne", "paca", "Atlantide", ""]), max_size=2).map(tuple),
        sectors=st.lists(words | st.sampled_from(["eau", "photonique"]), max_size=2).map(tuple),
        members=st.none() | st.integers(0, 10_000),
        founded=st.none() | st.integers(1900, 2100),
        phase=st.sampled_from(list(Phase)),
    ),
    st.none() | words,
)
def test_any_profile_and_need_get_an_answer(profile: PilotProfile, need: str | None) -> None:
    for answer in (
        partners(SHIPPED, profile, need=need, today=date(2026, 11, 22)),
        referents(SHIPPED, profile, need=need, today=date(2026, 11, 22)),
    ):
        assert answer.suggestions or answer.warnings
        assert Suggestions.model_validate_json(answer.model_dump_json()) == answer


def test_a_profile_that_says_no_theme_is_asked_for_one_and_an_unknown_theme_for_other_words(
    directory: Directory, today: date
) -> None:
    asked = {
        name: partners(directory, profile, today=today).warnings
        for name, profile in (
            ("empty", PilotProfile(name="Nous")),
            ("foreign", PilotProfile(name="Berlin", sectors=("Optik",))),
        )
    }
    assert any("Indiquez votre filière ou votre besoin : sans l’un ni l’autre" in told for told in asked["empty"])
    assert any("avec d’autres mots" in told for told in asked["foreign"])


def test_a_need_that_the_directory_does_not_know_is_told_above_the_names(directory: Directory, today: date) -> None:
    found = partners(directory, PilotProfile(cluster_id="inno-vin"), need="zzz, qqq", today=today)
    assert found.suggestions and any("« zzz, qqq »" in warning for warning in found.warnings)
    known = partners(directory, PilotProfile(cluster_id="inno-vin"), need="capteurs", today=today)
    assert not any("aucun mot" in warning for warning in known.warnings)


def test_names_that_rest_on_territory_alone_are_said_to(directory: Directory, today: date) -> None:
    profile = PilotProfile(
        name="Grappe Ardoise", regions=("Pays de la Loire",), sectors=("ardoise et pierre naturelle",)
    )
    assert any("n’est proche" in warning for warning in partners(directory, profile, today=today).warnings)


def test_what_is_left_out_does_not_come_back_and_nobody_left_is_said(directory: Directory, today: date) -> None:
    pilot, _ = completed(directory, PilotProfile(cluster_id="inno-vin"), today)
    apart = Apart(frozenset({"aetos"}), frozenset({"Nouvelle-Aquitaine"}))
    for find in (partners, referents):
        names = find(directory, pilot, 50, apart=apart, today=today).suggestions
        assert names and all(not apart.leaves_out(directory.by_id[s.cluster_id]) for s in names)
        everybody = Apart(frozenset(cluster.id for cluster in directory.active))
        nobody = find(directory, PilotProfile(regions=("Bretagne",), sectors=("vin",)), apart=everybody, today=today)
        assert not nobody.suggestions and "Aucun autre cluster" in " ".join(nobody.warnings)


def test_what_is_told_beside_partners_is_of_those_shown(directory: Directory, today: date) -> None:
    spared = 0
    for cluster in directory.active[:12]:
        profile, _ = profile_of(directory, cluster, today)
        many = partners(directory, profile, 25, today=today)
        cut = partners(directory, profile, 25, today=today, keep=lambda found: found[:5])
        assert cut.suggestions == many.suggestions[:5]
        assert cut.warnings == partners(directory, profile, 5, today=today).warnings
        spared += len(many.warnings) - len(cut.warnings)
    assert spared > 0


def test_only_the_kinds_of_structure_wanted_are_partners(directory: Directory, today: date) -> None:
    apart = Apart(kinds=frozenset({"grappe_entreprises"}))
    found = partners(directory, PilotProfile(cluster_id="inno-vin"), today=today, apart=apart).suggestions
    assert found and {directory.by_id[s.cluster_id].kind for s in found} == {"grappe_entreprises"}
