"""One document brought to the disk: whole, or a part that a later call goes on from."""

import http.client
import math
import re
import socket
import ssl
import time
from dataclasses import dataclass
from pathlib import Path

from assistant.library.kinds import declared_kind, kind
from assistant.library.undelivered import Undelivered
from assistant.library.web import Web

_BLOCK, _ENDS = 65_536, 4096
_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)$")


@dataclass(frozen=True, slots=True)
class Part:
    """What has come of a document so far, and the mark by which the server knows that version of it."""

    file: Path

    @property
    def _mark_file(self) -> Path:
        return self.file.with_suffix(".mark")

    def begun(self) -> tuple[int, str]:
        """Bytes to go on from, and the mark; nothing to go on from without a mark."""
        try:
            mark = self._mark_file.read_text(encoding="ascii")
            return (self.file.stat().st_size, mark) if mark else (0, "")
        except (OSError, UnicodeDecodeError):
            return 0, ""

    def mark(self, mark: str) -> None:
        """Remembers which version this is a part of."""
        self._mark_file.write_text(mark, encoding="ascii", errors="ignore")

    def forget(self) -> None:
        """Nothing to go on from any more."""
        for file in (self.file, self._mark_file):
            file.unlink(missing_ok=True)


def download(web: Web, address: str, part: Part) -> tuple[str, str]:
    """Brings a document into `part`; gives its address behind the redirects, and its extension.

    A cut is tried again, and a wait that the server asks for is waited for, within the rules. Raises Undelivered.
    """
    for left in reversed(range(web.rules.attempts)):
        try:
            return _attempt(web, address, part)
        except _Wait as wait:
            if not left or wait.seconds > web.rules.patience_s:
                raise Undelivered("a_patienter", seconds=math.ceil(wait.seconds)) from wait
            time.sleep(wait.seconds)
        except Undelivered as failure:
            if failure.code != "coupure" or not left:
                raise
    raise AssertionError("at least one attempt")


class _Wait(Exception):
    """The server asks to come back later."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def _attempt(web: Web, address: str, part: Part) -> tuple[str, str]:
    deadline = time.monotonic() + web.rules.seconds
    begun, mark = part.begun()
    headers = {"Accept": "application/pdf, text/html, text/plain, */*;q=0.1", "Accept-Encoding": "identity"}
    if begun:
        headers |= {"Range": f"bytes={begun}-", "If-Range": mark}
    try:
        with web.get(address, headers, deadline) as (place, response):
            start = _start(response, begun, part)
            declared = declared_kind(response.headers.get("Content-Type", ""))
            _receive(web, response, part, start, deadline)
    except (OSError, http.client.HTTPException) as error:
        raise _explained(error, deadline) from error
    return place, _kept(part, declared, address)


def _start(response: http.client.HTTPResponse, begun: int, part: Part) -> int:
    """Where the body goes on from: 0 when the server sends the whole. Raises Undelivered, _Wait."""
    status = response.status
    if status == 206:
        found = _RANGE.match(response.headers.get("Content-Range", ""))
        if begun and found and int(found[1]) == begun:
            return begun
        part.forget()
        raise Undelivered("coupure")
    if status == 416:
        part.forget()
        raise Undelivered("coupure")
    if status in (429, 503):
        _ask_to_wait(response)
    if status in (404, 410):
        raise Undelivered("introuvable", status=status)
    if status in (401, 402, 403, 451):
        raise Undelivered("acces_refuse", status=status)
    if status != 200:
        raise Undelivered("indisponible" if status == 429 or status >= 500 else "reponse_inattendue", status=status)
    if response.headers.get("Content-Encoding", "identity") not in ("identity", ""):
        raise Undelivered("compresse")
    return 0


def _ask_to_wait(response: http.client.HTTPResponse) -> None:
    asked = response.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        raise _Wait(float(asked))


def _receive(web: Web, response: http.client.HTTPResponse, part: Part, start: int, deadline: float) -> None:
    length, size = response.length, start
    if length is not None and start + length > web.rules.limit:
        part.forget()
        raise Undelivered("trop_gros", megabytes=web.rules.megabytes)
    if not start:
        part.forget()
        part.mark(_mark(response))
    with part.file.open("ab" if start else "wb") as out:
        while block := response.read1(_BLOCK):
            size += len(block)
            if size > web.rules.limit:
                part.forget()
                raise Undelivered("trop_gros", megabytes=web.rules.megabytes)
            out.write(block)
            if time.monotonic() > deadline:
                break
    if time.monotonic() > deadline:
        raise Undelivered("trop_lent")
    if length is not None and size < start + length:
        raise Undelivered("coupure")


def _mark(response: http.client.HTTPResponse) -> str:
    """What names this version: a strong entity tag, else the date of change."""
    tag = str(response.headers.get("ETag", ""))
    return tag if tag.startswith('"') else str(response.headers.get("Last-Modified", ""))


def _kept(part: Part, declared: str | None, address: str) -> str:
    """The extension of the whole document. Raises Undelivered, and keeps nothing, when it is not a wanted one."""
    try:
        with part.file.open("rb") as stream:
            head = stream.read(_ENDS)
            stream.seek(max(0, part.file.stat().st_size - _ENDS))
            return kind(declared, address.split("?")[0].split("#")[0], head, stream.read())
    except Undelivered:
        part.forget()
        raise


def _explained(error: Exception, deadline: float) -> Undelivered:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Undelivered("certificat")
    if isinstance(error, TimeoutError) or time.monotonic() > deadline:
        return Undelivered("trop_lent")
    if isinstance(error, socket.gaierror | UnicodeError):
        return Undelivered("adresse_introuvable")
    if isinstance(error, http.client.InvalidURL):
        return Undelivered("adresse_refusee")
    if isinstance(error, OSError) and error.filename is not None:
        return Undelivered("disque", detail=error.strerror)
    return Undelivered("coupure")
