"""Public documents fetched from a real server that is slow, huge, broken, lost, or lies."""

import hashlib
import io
import json
import ssl
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import _run
from assistant.errors import UnknownSource
from assistant.library.facts import SourceEntry
from assistant.library.fetching import Fetching, SourceVerdict, bring
from assistant.library.web import USER_AGENT, Rules, is_public
from tests.library.conftest import Desk, silent
from tests.library.public_server import Asked, PublicServer

PAGE = "<!doctype html><title>Avis</title><h1>Avis</h1><p>Le pôle compte 212 adhérents en 2019.</p>".encode()
QUICK = Rules(delay_s=0, seconds=20, silence_s=5, reachable=lambda address: address == "127.0.0.1")


def pdf(sentence: str = "Le comité de labellisation réunit douze experts.") -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 800, sentence)
    canvas.save()
    return out.getvalue()


def source(url: str | None, name: str = "avis", kind: str = "page") -> SourceEntry:
    return SourceEntry.model_validate(
        {"id": name, "title": name.title(), "publisher": None, "year": 2019, "url": url, "type": kind}
        | {"language": "fr", "seen": "debut", "grade": "officiel"}
    )


@pytest.fixture
def server() -> Iterator[PublicServer]:
    opened = PublicServer()
    yield opened
    opened.shutdown()
    opened.server_close()


@pytest.fixture
def fetching(tmp_path: Path) -> Fetching:
    folder = tmp_path / "fetched"
    folder.mkdir()
    return Fetching(folder, QUICK)


def with_rules(fetching: Fetching, **changes: Any) -> Fetching:
    return Fetching(fetching.folder, Rules(**{**vars(QUICK), **changes}))


def left(fetching: Fetching) -> set[str]:
    return {file.suffix for file in fetching.folder.iterdir()} - {".json"}


def test_documents_come_into_the_library_and_are_not_asked_for_twice(
    server: PublicServer, fetching: Fetching, desk: Desk
) -> None:
    report = pdf()
    sources = [
        source(server.gives("/avis", PAGE), "avis"),
        source(server.gives("/rapport.pdf", report, "application/pdf"), "rapport", "rapport_evaluation"),
        source(server.url("/perdu"), "perdu"),
    ]
    first = bring(desk.workspace, fetching, sources, silent)
    assert [(v.verdict, v.code) for v in first] == [("indexed", None), ("indexed", None), ("failed", "introuvable")]
    assert first[1].sha256 == hashlib.sha256(report).hexdigest() and first[1].bytes == len(report)
    assert desk.found("adhérents 2019") and desk.found("labellisation experts")
    card = desk.workspace.library.document(first[1].document_id or "")
    assert card is not None and card.origin == "added" and card.type == "evaluation"
    assert card.title == "Rapport" and card.meta["year"] == 2019 and card.meta["visibility"] == "shared"
    assert all(headers["User-Agent"] == USER_AGENT and "Interpilote" in USER_AGENT for _, headers, _ in server.asked)
    server.asked.clear()
    again = bring(desk.workspace, fetching, sources, silent)
    assert [v.verdict for v in again] == ["unchanged", "unchanged", "failed"]
    assert [path for path, _, _ in server.asked] == ["/perdu"]


def test_a_file_that_is_not_as_it_came_is_fetched_again(server: PublicServer, fetching: Fetching) -> None:
    asked_for = source(server.gives("/avis", PAGE))
    file = fetching.folder / (fetching.fetch(asked_for).file or "")
    file.write_bytes(b"abim\xc3\xa9")
    fetching.fetch(asked_for)
    assert file.read_bytes() == PAGE and len(server.asked) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
@pytest.mark.parametrize("path", ["/avis", "/perdu"])
def test_a_full_disk_is_one_verdict_and_not_the_end_of_the_run(
    server: PublicServer, fetching: Fetching, path: str
) -> None:
    import resource

    server.gives("/avis", PAGE)
    asked_for = source(server.url(path))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # no file may hold a byte: what a full disk does
    try:
        verdict = fetching.fetch(asked_for)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (verdict.verdict, verdict.code) == ("failed", "disque") and verdict.reason


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_disk_that_fills_while_a_failure_is_noted_is_told(server: PublicServer, fetching: Fetching) -> None:
    import resource

    asked_for = source(server.url("/perdu"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(asked: Asked) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        asked.say(404, b"")

    server.answers["/perdu"] = fill
    try:
        verdict = fetching.fetch(asked_for)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (verdict.verdict, verdict.code) == ("failed", "disque")


def cut_in_the_middle(body: bytes, **more: str) -> Any:
    def answer(asked: Asked) -> None:
        begun = asked.headers.get("Range")
        if begun is None or not more:
            asked.say(200, body[: len(body) // 2], "application/pdf", length=len(body), **more)
        else:
            start = int(begun.removeprefix("bytes=").rstrip("-"))
            where = f"bytes {start}-{len(body) - 1}/{len(body)}"
            asked.say(206, body[start:], "application/pdf", Content_Range=where, **more)

    return answer


def test_a_cut_download_goes_on_where_it_was(server: PublicServer, fetching: Fetching) -> None:
    report = pdf()
    asked_for = source(server.does("/r", cut_in_the_middle(report, ETag='"v1"')))
    once = with_rules(fetching, attempts=1)
    verdict = once.fetch(asked_for)
    assert (verdict.verdict, verdict.code) == ("failed", "coupure") and left(fetching) == {".part", ".mark"}
    verdict = once.fetch(asked_for)
    assert verdict.sha256 == hashlib.sha256(report).hexdigest() and left(fetching) == {".pdf"}
    headers = server.asked[-1][1]
    assert headers["Range"] == f"bytes={len(report) // 2}-" and headers["If-Range"] == '"v1"'


def test_a_cut_is_mended_within_one_call(server: PublicServer, fetching: Fetching) -> None:
    report = pdf()
    verdict = fetching.fetch(source(server.does("/r", cut_in_the_middle(report, ETag='"v1"'))))
    assert verdict.sha256 == hashlib.sha256(report).hexdigest() and len(server.asked) == 2


def test_what_cannot_be_told_apart_from_another_version_is_begun_again(
    server: PublicServer, fetching: Fetching
) -> None:
    asked_for = source(server.does("/r", cut_in_the_middle(pdf())))
    assert fetching.fetch(asked_for).code == "coupure"
    assert all("Range" not in headers for _, headers, _ in server.asked)


def test_a_part_of_a_version_that_changed_is_dropped(server: PublicServer, fetching: Fetching) -> None:
    asked_for = source(server.does("/r", cut_in_the_middle(pdf(), ETag='"v1"')))
    once = with_rules(fetching, attempts=1)
    once.fetch(asked_for)
    changed = pdf("Autre version.")
    server.gives("/r", changed, "application/pdf", ETag='"v2"')
    assert once.fetch(asked_for).sha256 == hashlib.sha256(changed).hexdigest()


def test_a_range_that_is_not_the_one_asked_for_is_not_glued(server: PublicServer, fetching: Fetching) -> None:
    report = pdf()
    asked_for = source(server.does("/r", cut_in_the_middle(report, ETag='"v1"')))
    once = with_rules(fetching, attempts=1)
    once.fetch(asked_for)
    server.gives("/r", report, "application/pdf", 206, Content_Range=f"bytes 0-{len(report) - 1}/{len(report)}")
    assert once.fetch(asked_for).code == "coupure" and not left(fetching)


def drip(asked: Asked) -> None:
    asked.say(200, b"<html>", length=10_000)
    for _ in range(100):
        asked.wfile.write(b".")
        asked.wfile.flush()
        time.sleep(0.05)


def drip_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        asked.wfile.write(f"X-{number}: 1\r\n".encode())
        time.sleep(0.05)


def stay_silent(asked: Asked) -> None:
    time.sleep(1.5)


@pytest.mark.parametrize("answer", [drip, drip_headers, stay_silent], ids=lambda answer: answer.__name__)
def test_a_slow_server_is_left(server: PublicServer, fetching: Fetching, answer: Any) -> None:
    began = time.monotonic()
    impatient = with_rules(fetching, seconds=0.4, silence_s=0.3)
    assert impatient.fetch(source(server.does("/lent", answer))).code == "trop_lent"
    assert time.monotonic() - began < 1.4


def chunked_without_end(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Type", "text/html")
    asked.send_header("Transfer-Encoding", "chunked")
    asked.end_headers()
    for _ in range(400):
        asked.wfile.write(b"2710\r\n" + b"a" * 10_000 + b"\r\n")


def test_a_huge_document_is_refused_announced_or_not(server: PublicServer, fetching: Fetching) -> None:
    small = with_rules(fetching, megabytes=1)
    announced = small.fetch(source(server.gives("/gros", b"<html>", length=30_000_000), "gros"))
    hidden = small.fetch(source(server.does("/sans-fin", chunked_without_end), "sans-fin"))
    assert [(v.verdict, v.code) for v in (announced, hidden)] == [("refused", "trop_gros")] * 2
    assert "1 Mo" in (hidden.reason or "") and not left(fetching)


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (PAGE, "application/pdf", "type_trompeur"),
        (pdf(), "text/html", "type_trompeur"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "type_refuse"),
        (b"\x7fELF\0\0\0\0", "text/plain", "type_refuse"),
        (b"\x7fELF\0\0\0\0", "", "type_refuse"),
        (b"", "text/html", "vide"),
    ],
)
def test_content_that_lies_or_is_not_wanted_is_not_kept(
    server: PublicServer, fetching: Fetching, body: bytes, kind: str, code: str
) -> None:
    assert fetching.fetch(source(server.gives("/x", body, kind))).code == code
    assert not left(fetching)


def test_a_length_that_lies_is_noticed(server: PublicServer, fetching: Fetching) -> None:
    report = pdf()
    short = fetching.fetch(source(server.gives("/court", report, "application/pdf", length=200), "court"))
    long = fetching.fetch(source(server.gives("/long", report, "application/pdf", length=99_999), "long"))
    assert (short.code, long.code) == ("tronque", "coupure")


def test_a_page_in_place_of_a_pdf_is_not_the_report(server: PublicServer, fetching: Fetching) -> None:
    assert fetching.fetch(source(server.gives("/rapport.pdf", PAGE))).code == "type_trompeur"


def test_unasked_compression_is_refused(server: PublicServer, fetching: Fetching) -> None:
    assert fetching.fetch(source(server.gives("/z", b"\x1f\x8b", Content_Encoding="gzip"))).code == "compresse"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("/boucle", "trop_de_redirections"),
        ("http://10.0.0.1/secret", "adresse_privee"),
        ("http://[::1]:1/secret", "adresse_privee"),
        ("http://169.254.169.254/latest/meta-data", "adresse_privee"),
        ("file:///etc/passwd", "adresse_refusee"),
        ("http://nom:mot@127.0.0.1/x", "adresse_refusee"),
        ("/", "accueil"),
    ],
)
def test_a_redirect_that_leads_astray_is_not_followed(
    server: PublicServer, fetching: Fetching, place: str, code: str
) -> None:
    assert fetching.fetch(source(server.gives("/boucle", b"", status=302, Location=place))).code == code


def test_a_redirect_is_followed_and_remembered(server: PublicServer, fetching: Fetching) -> None:
    server.gives("/ici", PAGE)
    verdict = fetching.fetch(source(server.gives("/la", b"", status=301, Location="/ici#titre")))
    assert verdict.file == "avis.html"
    assert json.loads((fetching.folder / "avis.json").read_text())["address"] == server.url("/ici")


@pytest.mark.parametrize(
    ("status", "verdict", "code"),
    [(404, "failed", "introuvable"), (403, "failed", "acces_refuse"), (500, "failed", "indisponible")],
)
def test_a_refusal_of_the_site_is_told(
    server: PublicServer, fetching: Fetching, status: int, verdict: str, code: str
) -> None:
    told = fetching.fetch(source(server.gives("/x", b"", status=status)))
    assert (told.verdict, told.code) == (verdict, code) and str(status) in (told.reason or "")


def test_a_wait_that_is_asked_for_is_waited_for_or_told(server: PublicServer, fetching: Fetching) -> None:
    def busy(asked: Asked) -> None:
        if len(server.asked) == 1:
            asked.say(503, b"", Retry_After="1")
        else:
            asked.say(200, PAGE)

    assert fetching.fetch(source(server.does("/charge", busy))).file == "avis.html"
    assert server.asked[1][2] - server.asked[0][2] >= 1
    told = fetching.fetch(source(server.gives("/ferme", b"", status=503, Retry_After="3600"), "ferme"))
    assert told.code == "a_patienter" and "3600 s" in (told.reason or "")


def test_one_site_is_not_hurried(server: PublicServer, fetching: Fetching) -> None:
    polite = with_rules(fetching, delay_s=0.2)
    for name in ("a", "b", "c"):
        polite.fetch(source(server.gives(f"/{name}", PAGE), name))
    times = [at for _, _, at in server.asked]
    assert all(after - before >= 0.19 for before, after in pairwise(times))


def test_loopback_is_refused_unless_a_test_says_otherwise(server: PublicServer, tmp_path: Path) -> None:
    verdict = Fetching(tmp_path, Rules(delay_s=0)).fetch(source(server.gives("/x", PAGE)))
    assert (verdict.verdict, verdict.code) == ("refused", "adresse_privee") and not server.asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "100.64.0.1",
    ],
)
def test_an_address_inside_is_not_public_in_any_dress(address: str) -> None:
    assert not is_public(address)


def test_an_address_outside_is_public() -> None:
    assert is_public("8.8.8.8") and is_public("2606:4700:4700::1111") and is_public("64:ff9b::808:808")


def test_a_site_that_does_not_prove_who_it_is_gives_nothing(
    server: PublicServer, fetching: Fetching, tmp_path: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path / "cert.pem"))
    server.gives("/x", PAGE)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    told = fetching.fetch(source(server.url("/x").replace("http:", "https:")))
    assert (told.verdict, told.code) == ("refused", "certificat")


def self_signed(file: Path) -> Path:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
    certificate = builder.sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return file


def test_a_limit_goes_on_to_others_and_a_name_must_exist(server: PublicServer, fetching: Fetching) -> None:
    sources = {s.id: s for s in (source(server.url("/perdu"), "perdu"), source(server.gives("/b", PAGE), "b"))}
    sources["muette"] = source(None, "muette")
    chosen = fetching.chosen(sources, limit=1)
    assert [s.id for s in chosen] == ["perdu"] and fetching.plan(chosen)[0].verdict == "planned" and not server.asked
    fetching.fetch(chosen[0])
    assert [s.id for s in fetching.chosen(sources, limit=1)] == ["b"], "what failed comes last"
    assert fetching.fetch(fetching.chosen(sources, ["muette"])[0]).code == "sans_adresse"
    with pytest.raises(UnknownSource):
        fetching.chosen(sources, ["inconnue"])


def test_a_dry_run_asks_nobody_and_needs_no_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["corpus", "fetch", "--limit", "2", "--dry-run", "--json"], as_json=True) == 0
    verdicts = [SourceVerdict.model_validate(v) for v in json.loads(capsys.readouterr().out)["sources"]]
    assert [v.verdict for v in verdicts] == ["planned", "planned"]
    assert _run(["corpus", "fetch", "--source", "nulle-part", "--dry-run"], as_json=False) == 1
    assert "nulle-part" in capsys.readouterr().err
    assert _run(["corpus", "fetch", "--source", "article-interclustering", "--dry-run"], as_json=False) == 1
    assert "refusé" in capsys.readouterr().out
