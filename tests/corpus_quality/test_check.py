"""The shipped corpus is clean, and every kind of fault is found with its place and a remedy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import resources
from assistant.corpus_quality.check import check_corpus
from assistant.corpus_quality.figures import numbers
from assistant.corpus_quality.findings import Finding, Kind
from assistant.corpus_quality.fronts import front_faults, read_note_themes
from assistant.corpus_quality.likeness import likeness, runs
from assistant.corpus_quality.notes import Note, read_notes
from assistant.corpus_quality.typography import missing_accents, typography_faults
from assistant.library.facts import Facts, load_facts
from assistant.vocabulary import DocumentType

NOTE = "documents/evaluation/cese-2017.md"
LINE = 11  # its first paragraph


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the shipped corpus, to plant faults in."""
    return shutil.copytree(resources.corpus(), tmp_path / "corpus")


def planted(corpus: Path, name: str, old: str, new: str) -> list[Finding]:
    """What the check finds once `old` is `new` in a file."""
    file = corpus / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_corpus(corpus)


def only(findings: list[Finding], kind: Kind, what: str) -> Finding:
    """The one finding that says `what`; it names an existing kind, a line and a remedy."""
    found = [finding for finding in findings if finding.kind == kind and what in finding.what]
    assert len(found) == 1, findings
    assert found[0].line >= 1
    assert found[0].remedy
    return found[0]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts(resources.corpus())


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str], tuple[Note, ...]]:
    """The note alone, once `old` is `new` in it."""

    def change(old: str, new: str) -> tuple[Note, ...]:
        text = (resources.corpus() / NOTE).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / NOTE).parent.mkdir(parents=True)
        (tmp_path / NOTE).write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_notes(tmp_path)

    return change


def test_the_shipped_corpus_is_clean() -> None:
    assert check_corpus(resources.corpus()) == []


def test_there_are_enough_notes_to_ask() -> None:
    notes = read_notes(resources.corpus())
    assert len(notes) >= 30
    assert {DocumentType(note.shelf) for note in notes} == {*DocumentType} - {"annuaire", "utilisateur"}


def test_a_paragraph_is_found_again_on_its_line() -> None:
    for note in read_notes(resources.corpus()):
        lines = note.text.split("\n")
        for part in (*note.paragraphs, *note.headings):
            assert lines[part.line - 1].startswith(part.text.split("\n")[0]), (note.file, part.line)


def test_a_figure_that_no_fact_of_its_paragraph_holds_is_found(corpus: Path) -> None:
    findings = planted(corpus, NOTE, "douze recommandations", "14 recommandations")
    finding = only(findings, Kind.CHIFFRE, "14")
    assert (finding.file, finding.line) == (f"corpus/{NOTE}", LINE)


def test_a_figure_of_a_heading_or_title_is_traced_too(corpus: Path) -> None:
    assert planted(corpus, NOTE, "## Pôles nationaux", "## 83 pôles nationaux")[0].kind == Kind.CHIFFRE
    assert only(planted(corpus, NOTE, "(25 octobre 2017)", "(99 octobre 2017)"), Kind.CHIFFRE, "99").line == 2


def test_figures_are_read_with_their_thousands_together() -> None:
    assert numbers("150 000 à 180\u00a0000 € et 1,5 M€ en 2012") == {"150000", "180000", "1,5", "2012"}


def test_a_fact_that_does_not_exist_is_found(corpus: Path) -> None:
    finding = only(planted(corpus, NOTE, "<!-- F050 -->", "<!-- F950, F050 -->"), Kind.IDENTIFIANT, "F950")
    assert finding.line == LINE


def test_a_paragraph_without_a_fact_is_found(corpus: Path) -> None:
    assert only(planted(corpus, NOTE, "<!-- F197 -->", ""), Kind.IDENTIFIANT, "La loi NOTRe").line == 19


def test_facts_written_in_a_way_that_is_not_read_count_for_nothing(corpus: Path) -> None:
    assert only(planted(corpus, NOTE, "<!-- F022, F050, F051 -->", "<!-- F022; F050 -->"), Kind.IDENTIFIANT, "aucun")


def test_a_fact_not_found_again_is_worded_as_such(corpus: Path) -> None:
    name = "documents/evaluation/evaluation-2008-bcg-cmi.md"
    finding = only(planted(corpus, name, ", liste non retrouvée à la relecture", ""), Kind.RELECTURE, "F037")
    assert finding.file == f"corpus/{name}"


def test_a_fact_that_no_note_uses_is_found(corpus: Path) -> None:
    facts = corpus / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    entry = text[text.index("- id: F001") : text.index("- id: F002")].replace("F001", "F901")
    facts.write_text(text + entry, encoding="utf-8")
    finding = only(check_corpus(corpus), Kind.FAIT_INUTILISE, "F901")
    assert finding.line == text.count("\n") + 1


def test_a_source_that_is_not_in_the_registry_is_found(corpus: Path) -> None:
    finding = only(planted(corpus, "facts.yaml", "id: article-inter", "id: inconnue-inter"), Kind.SOURCE, "inconnue")
    assert (finding.file, finding.line) == ("corpus/facts.yaml", 8)
    finding = only(planted(corpus, "relations.yaml", "- paper", "- https://exemple.fr/x"), Kind.SOURCE, "exemple.fr")
    assert finding.what.startswith("R001")


def test_a_cluster_that_is_not_in_the_directory_is_found(corpus: Path) -> None:
    finding = only(planted(corpus, "relations.yaml", "- xylofutur", "- xylopasse"), Kind.IDENTIFIANT, "xylopasse")
    assert finding.file == "corpus/relations.yaml"
    finding = only(planted(corpus, "clusters.yaml", "merged_into: ", "merged_into: z"), Kind.IDENTIFIANT, "« z")
    assert finding.line > 1


def test_a_registry_that_cannot_be_read_is_told_at_its_entry(corpus: Path) -> None:
    (finding,) = planted(corpus, "facts.yaml", "verification: confirme", "verification: certain")
    assert (finding.kind, finding.file, finding.line) == (Kind.FORMAT, "corpus/facts.yaml", 8)


def test_a_registry_that_is_missing_is_told(corpus: Path) -> None:
    (corpus / "note_themes.yaml").unlink()
    assert only(check_corpus(corpus), Kind.FORMAT, "illisible").file == "corpus/note_themes.yaml"


def test_a_note_that_cannot_be_read_is_told(corpus: Path) -> None:
    (corpus / NOTE).write_bytes(b"---\ntitle: \xff\n---\n")
    assert only(check_corpus(corpus), Kind.FORMAT, "illisible").file == f"corpus/{NOTE}"


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        ("years: [2012,", "years: [2011, 2012,", Kind.EN_TETE, "years"),
        ("confidence: verifie", "confidence: partiel", Kind.EN_TETE, "confidence"),
        ("type: evaluation", "type: recherche", Kind.EN_TETE, "type"),
        ("phase: tous", "phase: toutes", Kind.EN_TETE, "phase"),
        ("date: 2026-11-22", "date: novembre", Kind.EN_TETE, "date"),
        ("date: 2026-11-22\n", "", Kind.EN_TETE, "date"),
        ("themes: [evaluation,", "themes: [evaluations,", Kind.THEME, "evaluations"),
        ("themes: [", "themes: [] # [", Kind.THEME, "aucun"),
    ],
)
def test_a_front_matter_that_says_what_is_not_so_is_found(
    changed: Callable[[str, str], tuple[Note, ...]], facts: Facts, old: str, new: str, kind: Kind, said: str
) -> None:
    found = front_faults(changed(old, new), facts, read_note_themes(resources.corpus()))
    assert only(list(found), kind, said).file == f"corpus/{NOTE}"


def test_a_note_on_a_shelf_that_does_not_exist_is_found(corpus: Path) -> None:
    (corpus / "documents/divers").mkdir()
    (corpus / NOTE).rename(corpus / "documents/divers/cese.md")
    finding = only(check_corpus(corpus), Kind.EN_TETE, "« divers »")
    assert (finding.file, finding.line) == ("corpus/documents/divers/cese.md", 3)


def test_a_note_too_short_or_resting_on_too_little_is_found(corpus: Path) -> None:
    file = corpus / NOTE
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("## Davantage")], encoding="utf-8")
    assert only(check_corpus(corpus), Kind.EN_TETE, "mots").line == 1
    file.write_text(text[: text.index("## Pôles")], encoding="utf-8")
    assert only(check_corpus(corpus), Kind.EN_TETE, "1 fait(s)")


def test_a_theme_without_a_note_is_found(corpus: Path) -> None:
    themes = corpus / "note_themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8") + "climat: {fr: climat, en: climate}\n", encoding="utf-8")
    finding = only(check_corpus(corpus), Kind.THEME, "climat")
    assert finding.line == themes.read_text(encoding="utf-8").count("\n")


def test_notes_that_say_the_same_thing_are_found(corpus: Path) -> None:
    shutil.copy(corpus / NOTE, corpus / "documents/evaluation/cese-2017-bis.md")
    findings = check_corpus(corpus)
    assert only(findings, Kind.DOUBLON, "cette note reprend 100%").file == f"corpus/{NOTE}"
    assert [f for f in findings if f.what.startswith("ce paragraphe reprend 100%")]
    assert [f for f in findings if "est déjà dit dans" in f.what]


def test_likeness_is_the_share_of_runs_of_five_words() -> None:
    one = runs("Le conseil compte trente membres élus, puis un bureau.")
    assert likeness(one, runs("le CONSEIL compte trente membres élus puis un bureau")) == 1
    assert 0 < likeness(one, runs("Le conseil compte trente membres nommés.")) < 0.5
    assert likeness(runs("trop court"), one) == 0


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ('qualifiés de "bons"', "guillemet droit"),
        ("qualifiés de «bons\u00a0»", "espace insécable absente"),
        ("est-ce vrai ?", "espace ordinaire"),
        ("est-ce vrai?", "espace insécable absente"),
        ("des coopérations...", "trois points"),
        ("des  coopérations", "espaces répétées"),
        ("au coeur", "ligature"),
        ("les poles", "« poles »"),
        ("l'Etat", "« Etat »"),
        ("e\u0301tat", "décomposés"),
    ],
)
def test_a_fault_of_typography_is_found(changed: Callable[[str, str], tuple[Note, ...]], new: str, said: str) -> None:
    findings = list(typography_faults(changed("les coopérations entre pôles", new)))
    assert only(findings, Kind.TYPOGRAPHIE, said).file == f"corpus/{NOTE}"


def test_a_check_of_the_whole_corpus_tells_typography_and_front_matters_too(corpus: Path) -> None:
    planted(corpus, NOTE, "phase: tous", "phase: toutes")
    findings = planted(corpus, NOTE, "les coopérations entre pôles", "les poles")
    assert {finding.kind for finding in findings} == {Kind.EN_TETE, Kind.TYPOGRAPHIE}


def test_accents_left_out_of_the_registries_are_found(corpus: Path) -> None:
    finding = only(planted(corpus, "facts.yaml", "un même territoire", "un meme territoire"), Kind.TYPOGRAPHIE, "meme")
    assert (finding.file, finding.line) == ("corpus/facts.yaml", 8)


def test_words_that_are_right_or_names_are_left_alone() -> None:
    assert missing_accents("L'évaluation du pôle POLE, le marché, la cote, prive, un adhérent d'ENERGIES") == []
    assert missing_accents("Les Regions et le reseau") == [("Regions", "régions"), ("reseau", "réseau")]
