"""The command line as a user types it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from assistant import Interpilote, __version__, interpilote, resources
from assistant.cli import _run
from assistant.clusters.lists import cluster_lists
from assistant.commands import session
from assistant.commands.evaluation import referents_text
from assistant.doctor import examine
from assistant.index.embedding import Embedder
from assistant.records.entries import Presence
from assistant.settings import Settings
from assistant.vocabulary import DocumentType, Intent, Phase

HEAVY = (
    "gradio",
    "chromadb",
    "torch",
    "langchain",
    "langchain_core",
    "langgraph",
    "onnxruntime",
    "sentence_transformers",
    "pydantic",
    "numpy",
)


def typed(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


Typed = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def run(
    assistant: Interpilote,
    another: type[Interpilote],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Typed:
    """Runs a command in this process, over the shared prepared home; gives its exit code and its JSON."""
    monkeypatch.setenv("INTERPILOTE_HOME", str(assistant.settings.home))
    monkeypatch.setenv("INTERPILOTE_MODELS", str(assistant.settings.models))
    monkeypatch.setattr(interpilote, "Interpilote", another)

    def command(*arguments: str) -> tuple[int, dict[str, object]]:
        capsys.readouterr()
        code = _run([*arguments, "--json"], as_json=True)
        out = capsys.readouterr().out
        assert out.count("\n") == 1, "one JSON object on stdout, nothing else"
        return code, json.loads(out)

    return command


def test_help_loads_no_heavy_library() -> None:
    code = f"import sys; import assistant.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_shows_every_command_with_an_example() -> None:
    shown = typed("--help").stdout
    for name in (
        "prepare",
        "serve",
        "ask",
        "route",
        "search",
        "referents",
        "partners",
        "ingest",
        "documents",
        "clusters",
        "doctor",
        "bench",
        "eval",
    ):
        assert name in shown
    assert "Exemple" in typed("ask", "--help").stdout


def test_version() -> None:
    assert typed("--version").stdout.strip() == f"interpilote {__version__}"


def test_the_choices_offered_are_the_words_of_the_vocabulary() -> None:
    assert set(get_args(session.PhaseName)) == {*Phase} - {Phase.INCONNUE}
    assert set(get_args(session.IntentName)) == set(Intent)
    assert set(get_args(session.TypeName)) == set(DocumentType)


def test_an_unknown_option_is_a_usage_error_in_json_too() -> None:
    done = typed("ask", "--nonsense", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "usage"


def test_the_shelf_of_the_directory_takes_no_added_file(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Fiche\n\nUn cluster.\n", encoding="utf-8")
    done = typed("ingest", str(tmp_path), "--type", "annuaire", "--json", INTERPILOTE_HOME=str(tmp_path / "home"))
    error = json.loads(done.stdout)["error"]
    assert done.returncode == 2 and error["code"] == "usage"
    assert "annuaire" in error["message"] and "utilisateur" in error["remedy"]


def test_an_unknown_setting_is_refused_with_the_list_of_known_ones() -> None:
    done = typed("doctor", INTERPILOTE_COLOUR="blue")
    assert done.returncode == 1
    assert "INTERPILOTE_COLOUR" in done.stderr
    assert "embedding_model" in done.stderr


@pytest.mark.model
def test_ask_prints_the_answer_of_the_contract(run: Typed) -> None:
    code, answer = run("ask", "Quelle part privée attendent l'État et les Régions ?", "--cluster", "inno-vin")
    assert code == 0
    assert answer["status"] == "answered"
    assert {
        "question",
        "route",
        "answer",
        "claims",
        "citations",
        "suggestions",
        "abstention",
        "clarification",
        "generator",
        "corpus_version",
        "timings_ms",
        "next_steps",
        "follow_ups",
        "warnings",
    } <= answer.keys()


@pytest.mark.model
@pytest.mark.parametrize("question", ["", "   ", "🙂🙂🙂", "x" * 100_000, "\x00\x01"])
def test_what_is_no_question_gets_a_remedy(run: Typed, question: str) -> None:
    code, reply = run("ask", question)
    assert code == 1
    error = reply["error"]
    assert isinstance(error, dict)
    assert error["code"] == "question_invalide"
    assert error["remedy"]


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "<script>alert(1)</script> gouvernance ?",
        "![x](http://evil/x.png) budget ?",
        "Wie groß ist der Vorstand?",
        "gouvernance \ud83d ?",
        "e\u0301quipe d'un po\u0302le ?",
    ],
)
def test_an_odd_question_gets_an_answer_not_a_failure(run: Typed, question: str) -> None:
    code, answer = run("ask", question)
    assert code == 0
    assert answer["status"] in ("answered", "abstained", "clarify")


@pytest.mark.model
def test_an_unknown_cluster_offers_the_nearest_names(run: Typed) -> None:
    code, reply = run("partners", "inovin bordo")
    assert code == 1
    error = reply["error"]
    assert isinstance(error, dict)
    assert error["code"] == "cluster_inconnu"
    assert "Inno'vin" in error["remedy"]


@pytest.mark.model
def test_a_former_name_answers_as_its_successor_and_says_so(run: Typed) -> None:
    code, found = run("partners", "Route des Lasers")
    assert code == 0
    assert found["cluster_id"] == "alpha-rlh"
    assert found["resolved_from"] == "Route des Lasers"
    assert found["warnings"]


@pytest.mark.model
@pytest.mark.slow
def test_partners_are_measured_with_their_baselines_and_intervals(embedder: Embedder) -> None:
    done = typed("eval", "partners", "--no-ablation", "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    for name in ("projet_convention", "with_contact"):
        part: Any = report[name]
        assert set(part["baselines"]) == {"popularity", "region", "tfidf", "dense", "tfidf_dense_region", "random"}
        assert part["measured"]["hit@5"]["low"] <= part["measured"]["hit@5"]["value"] <= 1
        assert part["baselines"]["random"]["hit@5"]["value"] < part["measured"]["hit@5"]["value"]
        assert set(part["gain"]["mrr"]) == {"over", "value", "low", "high"}


def test_referents_are_measured_in_one_json_object() -> None:
    done = typed("eval", "referents", "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["queries"] >= 4
    assert "interpilote" in referents_text(report), "the same for a person, not measured again"


@pytest.mark.model
def test_route_says_how_a_question_is_understood(run: Typed) -> None:
    code, route = run("route", "Avec qui monter un projet de capteurs ?", "--phase", "developpement")
    assert code == 0
    assert route["phase_source"] == "choix"
    assert route["reasons"]


@pytest.mark.model
def test_a_profile_file_with_an_unknown_key_is_refused(run: Typed, tmp_path: Path) -> None:
    file = tmp_path / "profil.yaml"
    file.write_text("regions: [Bretagne]\ncolour: blue\n")
    code, reply = run("referents", "--profile", str(file))
    assert code == 1
    error = reply["error"]
    assert isinstance(error, dict)
    assert "colour" in error["message"]


@pytest.mark.model
def test_a_pilot_whose_cluster_is_not_listed_gets_suggestions_from_a_profile(run: Typed, tmp_path: Path) -> None:
    file = tmp_path / "profil.yaml"
    file.write_text("regions: [Bretagne]\nsectors: [agroalimentaire]\nphase: structuration\n")
    code, found = run("referents", "--profile", str(file), "-k", "3")
    assert code == 0
    suggestions = found["suggestions"]
    assert isinstance(suggestions, list)
    assert suggestions


@pytest.mark.model
def test_added_documents_are_found_shown_and_removed(run: Typed, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Ocarina\n\nLe cluster Ocarina réunit 77 luthiers en 2024.\n", encoding="utf-8")
    (tmp_path / "vide.txt").write_bytes(b"")
    code, report = run("ingest", str(tmp_path))
    assert code == 0
    files = {Path(f["path"]).name: f for f in report["files"]}  # type: ignore[attr-defined]
    assert files["note.md"]["verdict"] == "indexed"
    assert files["vide.txt"]["verdict"] == "refused"
    document = files["note.md"]["document_id"]
    results = run("search", "luthiers ocarina", "--type", "utilisateur")[1]["results"]
    assert results[0]["document_id"] == document  # type: ignore[index]
    answer = run("ask", "Combien de luthiers réunit Ocarina ?", "--intent", "fait")[1]
    assert answer["citations"][0]["provenance"] == "original"  # type: ignore[index]
    page = run("documents", "show", document)[1]
    assert "77 luthiers" in str(page["text"])
    assert run("ingest", str(tmp_path / "vide.txt"))[0] == 1
    assert run("documents", "remove", document)[0] == 0
    assert run("documents", "show", document)[0] == 1


@pytest.mark.model
def test_doctor_finds_a_prepared_home_healthy(run: Typed) -> None:
    code, report = run("doctor")
    assert code == 0
    checks = report["checks"]
    assert isinstance(checks, list)
    assert {check["severity"] for check in checks} <= {"ok", "avertissement"}
    assert {"python", "corpus", "bibliothèque", "index"} <= {check["name"] for check in checks}


def files_of(home: Path) -> dict[str, tuple[int, bytes]]:
    return {
        file.relative_to(home).as_posix(): (file.stat().st_mtime_ns, file.read_bytes())
        for file in home.rglob("*")
        if file.is_file()
    }


@pytest.mark.model
def test_doctor_changes_no_byte_of_a_home(run: Typed, assistant: Interpilote, tmp_path: Path) -> None:
    home = tmp_path / "copy"
    shutil.copytree(assistant.settings.home, home)
    for left in home.rglob("library.sqlite"):  # as a process that ended leaves it
        sqlite3.connect(left).execute("SELECT 1 FROM state").connection.close()
    before = files_of(home)
    report = {check.name: check for check in examine(Settings(home=home, models=assistant.settings.models))}
    assert report["index"].severity == "ok" and report["bibliothèque"].severity == "ok"
    assert files_of(home) == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("declared.json", b"{", "fiches déclarées"),
        ("declared.json", b'{"clusters": {"inno-vin": {"fields": {"city": 3}}}}', "fiches déclarées"),
        ("records.sqlite", b"not a database at all" * 100, "carnet"),
    ],
)
def test_doctor_finds_what_a_person_wrote_damaged_and_leaves_it(
    tmp_path: Path, model_folder: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found = {check.name: check for check in examine(Settings(home=tmp_path, models=model_folder))}
    assert found[told].severity == "erreur" and found[told].remedy
    assert {file: kept for file, (_, kept) in files_of(tmp_path).items()} == {name: content}


def test_doctor_finds_what_a_person_wrote_whole(tmp_path: Path, model_folder: Path) -> None:
    settings = Settings(home=tmp_path, models=model_folder)
    wrote = Interpilote(settings)
    wrote.add_person("Ada Dupont", Presence(cluster_id="alpha-rlh"))
    wrote.complete("inno-vin", {"city": "Bordeaux"})
    before = files_of(tmp_path)
    found = {check.name: check for check in examine(settings)}
    assert (found["carnet"].severity, found["carnet"].message) == ("ok", "1 personne")
    assert found["fiches déclarées"].severity == "ok"
    assert files_of(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang=en"],
        ["--lang", "en"],
        ["--language=en"],
        ["--language", "en"],
        ["--lang", "fr", "--language", "en"],
    ],
    ids=" ".join,
)
def test_an_error_is_told_in_the_language_asked_for(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert _run(["compare", "zzz", *arguments], as_json=False) == 1
    assert "No cluster" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["--lang=fr"], ["--lang", "fr"], ["--language", "en", "--lang=fr"]], ids=" ".join
)
def test_an_error_is_french_otherwise(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert _run(["compare", "zzz", *arguments], as_json=False) == 1
    assert "Aucun cluster" in capsys.readouterr().err


def test_the_language_of_the_settings_holds_for_answers_and_errors(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text('language = "en"\n', encoding="utf-8")
    assert _run(["--config", str(config), "compare", "zzz"], as_json=False) == 1
    assert "No cluster" in capsys.readouterr().err
    assert _run([f"--config={config}", "compare", "inno-vin", "vitagora", "--nonsense"], as_json=False) == 2
    assert "See `" in capsys.readouterr().err
    assert _run(["--config", str(config), "compare", "inno-vin", "vitagora"], as_json=False) == 0
    assert "Figures of" in capsys.readouterr().out
    assert _run(["--config", str(config), "compare", "inno-vin", "vitagora", "--lang", "fr"], as_json=False) == 0
    assert "Chiffres de" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (["draft", "message", "alpha-rlh", "--for", "inno-vin"], ".docx"),
        (["carnet", "handover"], ".docx"),
        (["compare", "zzz"], ".csv, .docx"),
        (["rencontres", "zzz", "yyy"], ".docx, .csv"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_file_that_cannot_be_written_is_refused_before_any_work(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str], endings: str
) -> None:
    out = tmp_path / "m.pdf"
    assert _run([*command, "--out", str(out)], as_json=False) == 1
    said = capsys.readouterr().err
    assert "m.pdf" in said and endings in said and not out.exists()


@pytest.mark.parametrize(
    "command", ["routing", "questions", "abstention", "referents", "answers", "robustness", "injection"]
)
def test_sets_are_those_of_the_checkout_from_wherever_the_command_is_typed(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "evaluation", lambda: tmp_path / "moved")
    assert _run(["eval", command], as_json=False) == 1
    said = capsys.readouterr().err
    assert "CLONE/eval/datasets/" in said, "where it looked first is the checkout, not the current folder"
    (tmp_path / "eval" / "datasets").mkdir(parents=True)
    assert _run(["eval", command], as_json=False) == 1, "a folder of that name here is not looked at"
    given = "--grades" if command == "answers" else "--file"
    assert _run(["eval", command, given, str(tmp_path / "absent.jsonl")], as_json=False) == 1


def test_corpus_check_tells_file_line_and_remedy_and_fails(
    run: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run("corpus", "check") == (0, {"findings": []})
    faulty = shutil.copytree(resources.corpus(), tmp_path / "corpus")
    note = faulty / "documents" / "evaluation" / "cese-2017.md"
    note.write_text(note.read_text(encoding="utf-8").replace("entre pôles", "entre poles", 1), encoding="utf-8")
    monkeypatch.setattr(resources, "corpus", lambda: faulty)
    code, said = run("corpus", "check")
    assert (code, said["findings"]) == (
        1,
        [
            {
                "file": "corpus/documents/evaluation/cese-2017.md",
                "line": 11,
                "kind": "typographie",
                "what": "accent oublié : « poles »",
                "remedy": "Écrivez « pôles ».",
            }
        ],
    )


def test_corpus_report_says_what_is_known(run: Typed, assistant: Interpilote) -> None:
    code, said = run("corpus", "report")
    assert code == 0
    documents = said["documents"]
    assert isinstance(documents, dict)
    lists = len(list(cluster_lists(assistant.directory)))
    assert documents["annuaire"] == len(assistant.directory.clusters) + lists
    assert said["facts"] == len(assistant.facts.facts)
    assert said["corpus_version"] == assistant.workspace.corpus_version
    assert {"themes", "phases", "years", "readings", "gaps", "oldest_figures", "expiring", "changes"} <= said.keys()


@pytest.mark.model
def test_a_set_of_partners_comes_with_what_a_call_asks(run: Typed, tmp_path: Path) -> None:
    file = tmp_path / "appel.md"
    file.write_text("Le projet réunit au moins trois partenaires.\n", encoding="utf-8")
    deadline = ("--call", str(file), "--deadline", "2027-03-15")
    code, found = run("partners", "alpha-rlh", "--need", "vigne", "--team", "3", *deadline)
    team, call = found["team"], found["call"]
    assert code == 0 and isinstance(team, dict) and isinstance(call, dict)
    assert len(team["members"]) == 3 and team["clashes"]
    assert call["constraints"][0]["quote"] == "Le projet réunit au moins trois partenaires."
    assert call["plan"] and call["to_read"]


def test_a_deadline_without_a_call_is_refused() -> None:
    done = typed("partners", "alpha-rlh", "--deadline", "2027-03-15")
    assert done.returncode == 2 and "--call" in done.stderr


def test_a_comparison_proposes_peers_and_is_written_where_it_is_asked(run: Typed, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    code, found = run("compare", "vitagora", "--peers", "2", "--indicator", "membres", "--out", str(out))
    assert code == 0 and isinstance(found["indicators"], list) and isinstance(found["peers"], list)
    assert {"cluster_id", "value", "year", "sources"} <= found["indicators"][0]["cells"][0].keys()
    assert len(found["peers"]) == 2 and all(peer["because"] for peer in found["peers"])
    assert len(out.read_bytes().splitlines()) == 1 + 3 + len(found["averages"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("compare", "inno-vain"), "cluster_inconnu", "Inno'vin"),
        (("compare", "inno-vin", "--indicator", "bonheur"), "question_invalide", "membres"),
        (("compare", "inno-vin", "--out", "table.xlsx"), "fichier_impossible", ".docx"),
        (("rencontres", "inno-vin"), "liste_invalide", "un cluster par ligne"),
        (("rencontres", "--file", "absente.csv"), "chemin_illisible", "chemin"),
    ],
)
def test_what_cannot_be_compared_or_introduced_gets_a_remedy(
    run: Typed, arguments: tuple[str, ...], code: str, told: str
) -> None:
    exit_code, found = run(*arguments)
    error = found["error"]
    assert exit_code == 1 and isinstance(error, dict)
    assert error["code"] == code and told in error["remedy"]


def test_meetings_come_with_a_reason_and_a_question_and_are_written(run: Typed, tmp_path: Path) -> None:
    guests, out = tmp_path / "liste.csv", tmp_path / "rencontres.docx"
    guests.write_text("cluster;phase\nAetos;structuration\n", encoding="utf-8")
    code, found = run(
        "rencontres", "inno-vin", "alpha-rlh", "xylofutur", "--file", str(guests), "--rounds", "2", "--out", str(out)
    )
    rounds = found["rounds"]
    assert code == 0 and isinstance(rounds, list) and len(rounds) == 2 and out.stat().st_size > 10_000
    for meeting in (meeting for made in rounds for meeting in made["meetings"]):
        assert meeting["reason"] and meeting["question"] and meeting["sources"]
    assert {meeting["learner"] for made in rounds for meeting in made["meetings"]} >= {"aetos"}


def test_a_log_tells_the_time_left_of_what_is_under_way_once_its_pace_is_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter((0.0, 500.0, 511.0, 522.0))  # what came before took 500 s
    monkeypatch.setattr(session.time, "monotonic", lambda: next(clock))
    with session.progress_bar() as told:
        for share in (0.0, 0.01, 0.5):
            told("Apprentissage", share)
    assert capsys.readouterr().err.splitlines() == ["Apprentissage : 1%", "Apprentissage : 50%, encore 22 s environ"]
