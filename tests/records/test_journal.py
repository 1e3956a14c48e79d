"""What the journal says: what is due, how far suggestions went, ties that follow persons."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from assistant import Interpilote
from assistant.errors import InvalidRecord, UnknownCluster, UnknownRecord
from assistant.records.entries import Note, Presence

TODAY = date(2026, 11, 22)
Noted = Callable[..., Note]


def test_a_note_is_found_again_with_the_persons_it_names(journal: Interpilote, note: Noted) -> None:
    kept = journal.note(
        note(person="Ada Dupont", function="déléguée", by="Nadia", introduced_by="Paul", cluster_id="Route des Lasers")
    )
    assert kept == journal.contact(kept.id)
    assert (kept.cluster_id, kept.person, kept.by, kept.introduced_by) == ("alpha-rlh", "Ada Dupont", "Nadia", "Paul")
    assert kept.function == "déléguée"


def test_the_same_person_at_the_same_place_is_kept_once(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont"))
    journal.note(note(person="ADA DUPONT"))
    journal.note(note(person="Ada Dupont", cluster_id="xylofutur"))
    assert [p.name for p in journal.journal().persons] == ["Ada Dupont", "Ada Dupont"]
    with pytest.raises(UnknownRecord) as several:
        journal.person("ada dupont")
    assert "1 (alpha-rlh)" in several.value.remedy() and "2 (xylofutur)" in several.value.remedy()
    assert journal.person("2").id == 2


def test_a_function_told_later_is_kept_and_a_first_one_stays(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont"))
    assert journal.note(note(person="Ada Dupont", function="directrice")).function == "directrice"
    journal.note(note(person="Ada Dupont", function="présidente"))
    journal.note(note(person="Ada Dupont"))
    (ada,) = journal.journal().persons
    assert [p.function for p in ada.presences] == ["directrice"]


@pytest.mark.parametrize("written", ["région occitanie", "RÉGION OCCITANIE", "Region  Occitanie", "Région-Occitanie"])
def test_a_place_written_otherwise_is_the_same_place(journal: Interpilote, note: Noted, written: str) -> None:
    for place in ("Région Occitanie", written):
        journal.note(note(person="Ada Dupont", cluster_id=None, organisation=place))
    assert len(journal.journal().persons) == 1


@pytest.mark.parametrize("other", ["Région Bretagne", "Métropole Occitanie", "Occitanie", "日本", ""])
def test_another_place_is_another_person(journal: Interpilote, note: Noted, other: str) -> None:
    journal.note(note(person="Ada Dupont", cluster_id=None, organisation="Région Occitanie"))
    elsewhere = {"organisation": other, "cluster_id": None} if other else {"cluster_id": "alpha-rlh"}
    journal.note(note(person="Ada Dupont", **elsewhere))
    assert len(journal.journal().persons) == 2


def test_a_person_who_left_keeps_the_function_they_had(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont"))
    journal.leave("Ada Dupont", TODAY - timedelta(days=2), "xylofutur")
    journal.note(note(person="Ada Dupont", cluster_id="xylofutur", function="directrice"))
    (ada,) = journal.journal().persons
    assert [(p.cluster_id, p.function) for p in ada.presences] == [("alpha-rlh", None), ("xylofutur", "directrice")]


def test_a_note_by_number_takes_the_place_where_the_person_is(journal: Interpilote, note: Noted) -> None:
    ada = journal.add_person("Ada Dupont", Presence(cluster_id="alpha-rlh"))
    journal.leave("Ada Dupont", TODAY - timedelta(days=30), "xylofutur")
    assert journal.note(note(cluster_id=None, person="Ada Dupont"), ada.id).cluster_id == "xylofutur"


def test_a_departure_asks_where_and_leaves_the_tie_to_be_taken_up(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont", confidence=5))
    journal.leave("Ada Dupont", TODAY)
    assert [item.kind for item in journal.due()] == ["lien_a_reprendre", "depart"]
    assert journal.ties()[0].state == "a_reprendre"
    ada = journal.leave("Ada Dupont", TODAY, "xylofutur")
    assert [p.cluster_id for p in ada.presences] == ["alpha-rlh", "xylofutur"]
    assert [item.kind for item in journal.due()] == ["lien_a_reprendre"]
    (tie,) = journal.ties()
    assert (tie.where, tie.now_at, tie.confidence) == ("alpha-rlh", "xylofutur", 5)


def test_a_referent_kept_and_called_since_is_one_of_our_own(journal: Interpilote, note: Noted) -> None:
    journal.keep_suggestion("xylofutur", "referent")
    journal.keep_suggestion("avenia", "partenaire")
    journal.note(note(cluster_id="xylofutur", day=TODAY - timedelta(days=1)))
    journal.note(note(cluster_id="avenia"))
    assert journal.own_referents() == frozenset(), "the call came before"
    journal.note(note(cluster_id="xylofutur", useful=True))
    assert journal.own_referents() == {"xylofutur"}
    first = next(s for s in journal.referents("tenerrdis").suggestions if s.role == "referent")
    assert first.cluster_id == "xylofutur"
    assert journal.referents("tenerrdis", without_known_relations=True).suggestions[0].cluster_id != "xylofutur"
    journal.note(note(cluster_id="xylofutur", useful=False))
    assert journal.own_referents() == frozenset()


def test_a_journal_that_cannot_be_read_does_not_stop_suggestions(journal: Interpilote) -> None:
    journal.settings.home.mkdir(parents=True, exist_ok=True)
    (journal.settings.home / "records.sqlite").write_bytes(b"no database" * 500)
    assert journal.own_referents() == frozenset()
    assert journal.referents("tenerrdis").suggestions


def test_a_tie_taken_up_by_another_person_is_no_more_asked_for(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont", day=TODAY - timedelta(days=9)))
    journal.leave("Ada Dupont", TODAY - timedelta(days=5), "retraite")
    journal.note(note(person="Jean Martin"))
    assert journal.due() == []


def test_what_is_due_comes_by_day_and_goes_once_done(journal: Interpilote, note: Noted) -> None:
    later = journal.note(note(next_step="relire", next_on=TODAY + timedelta(days=3)))
    undated = journal.note(note(next_step="penser"))
    late = journal.note(note(next_step="appeler", next_on=TODAY - timedelta(days=1)))
    assert [(d.contact_id, d.late) for d in journal.due()] == [(late.id, True), (later.id, False), (undated.id, False)]
    assert journal.finish(late.id).done
    assert [d.contact_id for d in journal.due()] == [later.id, undated.id]


def test_the_funnel_counts_each_suggestion_where_it_got_furthest(journal: Interpilote, note: Noted) -> None:
    for cluster in ("alpha-rlh", "xylofutur", "vitagora", "cap-digital"):
        journal.keep_suggestion(cluster, "partenaire")
    journal.keep_suggestion("alpha-rlh", "partenaire")  # the same again
    journal.note(note(cluster_id="alpha-rlh", day=TODAY - timedelta(days=2), stage="projet"))  # before it was kept
    journal.note(note(cluster_id="alpha-rlh"))
    journal.note(note(cluster_id="xylofutur", way="rencontre"))
    journal.note(note(cluster_id="vitagora", stage="convention"))
    journal.note(note(cluster_id="inno-vin", stage="idee"))
    counted = journal.funnel()
    assert (counted.kept, counted.called, counted.met, counted.projects_begun) == (4, 3, 2, 1)
    assert (counted.ideas, counted.projects, counted.without_suggestion) == (3, 2, 1)


def test_mistakes_are_told(journal: Interpilote, note: Noted) -> None:
    with pytest.raises(UnknownCluster):
        journal.note(note(cluster_id="atlantis"))
    with pytest.raises(InvalidRecord):
        journal.note(note(cluster_id=None))
    with pytest.raises(InvalidRecord):
        journal.add_person("Ada Dupont", Presence())
    with pytest.raises(UnknownRecord):
        journal.finish(12)
    with pytest.raises(UnknownRecord):
        journal.leave("Personne", TODAY)
    assert journal.journal().contacts == () and journal.journal().persons == ()


def test_the_handover_keeps_files_and_trust_apart_and_drafts_introductions(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont", by="Nadia", confidence=5, introduced_by="Paul", may_say=False))
    journal.note(note(cluster_id="xylofutur", by="Nadia", stage="projet", person="Jean Martin", next_step="signer"))
    journal.note(note(cluster_id="vitagora", by="Nadia", stage="projet"))
    journal.note(note(cluster_id="vitagora", by="Nadia", stage="abandon"))
    journal.note(note(cluster_id="cap-digital", by="Léo", stage="projet", person="Zoé Roy"))
    report = journal.handover("Nadia", "Karim")
    assert [c.cluster_id for c in report.commitments] == ["xylofutur"]
    assert [d.text for d in report.next_steps] == ["signer"]
    assert {t.person for t in report.ties} == {"Ada Dupont", "Jean Martin", None}
    assert [i.person for i in report.introductions] == ["Ada Dupont", "Jean Martin"]
    first = report.introductions[0].text
    assert "bonjour Karim" in first and "mis en relation par Paul" in first and "ALPHA-RLH" in first
    assert first.endswith("Bien à vous, Nadia") and "… à compléter" in first
    assert {c.cluster_id for c in journal.handover().commitments} == {"xylofutur", "cap-digital"}


def test_whoever_left_is_not_introduced(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Ada Dupont", confidence=5))
    journal.leave("Ada Dupont", TODAY)
    report = journal.handover()
    assert report.introductions == () and report.ties[0].state == "a_reprendre"
