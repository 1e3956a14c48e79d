"""One request to a public web server: where it may go, how long it may take, how often it may come back.

A name is resolved once and the connection goes to the address that was checked: a name that answers otherwise the
second time leads nowhere else.
"""

import contextlib
import http.client
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from assistant import __version__
from assistant.library.undelivered import Undelivered

USER_AGENT = f"Interpilote/{__version__} (public documents, fetched when a person asks for them)"
_REDIRECTS = {301, 302, 303, 307, 308}
_SAFE = "/%:@!$&'()*+,;=~-._"  # left as they are written in an address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, whatever form it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True)
class Rules:
    """What fetching may cost us and others."""

    megabytes: int = 20
    seconds: float = 120.0  # one attempt at a document, redirects included
    silence_s: float = 20.0
    redirects: int = 5
    delay_s: float = 1.0  # between two requests to one site
    patience_s: float = 30.0  # longest wait a site may ask for
    attempts: int = 2
    reachable: Callable[[str], bool] = is_public

    @property
    def limit(self) -> int:
        """Largest document, in bytes."""
        return self.megabytes * 1_000_000


@dataclass
class Web:
    """Requests one after the other, with a pause between two to the same site."""

    rules: Rules
    _last: dict[str, float] = field(default_factory=dict)

    @contextlib.contextmanager
    def get(
        self, address: str, headers: Mapping[str, str], deadline: float
    ) -> Iterator[tuple[str, http.client.HTTPResponse]]:
        """The response behind the redirects, and its address. Raises Undelivered, OSError, HTTPException."""
        for _ in range(self.rules.redirects + 1):
            with self._response(address, headers, deadline) as response:
                place = response.headers.get("Location")
                if response.status not in _REDIRECTS or not place:
                    yield address, response
                    return
                address = _followed(address, place)
        raise Undelivered("trop_de_redirections")

    @contextlib.contextmanager
    def _response(
        self, address: str, headers: Mapping[str, str], deadline: float
    ) -> Iterator[http.client.HTTPResponse]:
        parts = checked_address(address)
        host = parts.hostname or ""
        self._pause(host)
        kind, port = (_Secure, 443) if parts.scheme == "https" else (_Plain, 80)
        with contextlib.closing(kind(host, parts.port or port, timeout=self.rules.silence_s)) as connection:
            connection.reachable = self.rules.reachable
            connection.connect()
            # Silence is bounded by the socket; a server that drips a byte now and then is by this.
            timer = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [connection.sock])
            timer.daemon = True
            timer.start()
            try:
                connection.request("GET", _target(parts), headers={"User-Agent": USER_AGENT, **headers})
                with connection.getresponse() as response:
                    yield response
            finally:
                timer.cancel()

    def _pause(self, host: str) -> None:
        since = time.monotonic() - self._last.get(host, float("-inf"))
        if since < self.rules.delay_s:
            time.sleep(self.rules.delay_s - since)
        self._last[host] = time.monotonic()


class _Plain(http.client.HTTPConnection):
    """A connection to an address that was checked."""

    reachable: Callable[[str], bool] = staticmethod(is_public)

    def connect(self) -> None:
        """Goes to the first checked address that answers. Raises Undelivered when one is not public."""
        addresses = _addresses(self.host, self.port)
        if not all(self.reachable(address) for address in addresses):
            raise Undelivered("adresse_privee")
        for address in addresses[:-1]:
            with contextlib.suppress(OSError):
                self.sock = socket.create_connection((address, self.port), self.timeout)
                return
        self.sock = socket.create_connection((addresses[-1], self.port), self.timeout)


class _Secure(http.client.HTTPSConnection, _Plain):
    """The same under TLS: the certificate must be valid for the name (Python's default context)."""


def _addresses(host: str, port: int) -> list[str]:
    """The IP addresses of a host; one that is written as such is not looked up."""
    with contextlib.suppress(ValueError):
        return [str(ipaddress.ip_address(host))]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _cut(sock: socket.socket) -> None:
    """Ends a connection under whoever reads it; the plain method, so that TLS notices an end and not a closed
    object."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def checked_address(address: str) -> SplitResult:
    """The parts of a web address. Raises Undelivered unless it is http or https, without user or password."""
    try:
        parts = urlsplit(address)
        port_is_well_written = parts.port is None or parts.port > 0
    except ValueError as error:
        raise Undelivered("adresse_refusee") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or not port_is_well_written:
        raise Undelivered("adresse_refusee")
    return parts


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE)
    return f"{path}?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else path


def _followed(address: str, place: str) -> str:
    """Where a redirect leads. Raises Undelivered when it leaves TLS, or ends on the home page of a site."""
    try:
        before, after = urlsplit(address), urlsplit(urljoin(address, place))
    except ValueError as error:
        raise Undelivered("adresse_refusee") from error
    if before.scheme == "https" and after.scheme == "http":
        raise Undelivered("redirection_refusee")
    if before.path.strip("/") and not after.path.strip("/") and not after.query:
        raise Undelivered("accueil")
    return after._replace(fragment="").geturl()
