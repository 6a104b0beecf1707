"""Pictures over the network: only from public addresses, and only from the address that was looked at."""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import quote, urljoin, urlsplit

from django.utils.translation import gettext as _

MAX_REDIRECTS = 5
SECONDS_FOR_AN_ANSWER, SECONDS_FOR_A_PICTURE = 10, 30
FAILURES_BEFORE_A_HOST_IS_LEFT = 3
CHUNK = 64 * 1024
USER_AGENT = "beatcancer-wagtail-importer"

_NAT64 = [ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48")]
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NOT_IN_USE = [  # 6to4, Teredo and its neighbours, and what older Pythons take for public
    ipaddress.ip_network(network)
    for network in ("2002::/16", "2001::/23", "3fff::/20", "192.0.0.0/24", "192.88.99.0/24")
]


class CannotFetch(Exception):
    """Carries a full sentence for the report."""


def is_public(address: str) -> bool:
    """Whether anybody on the internet may have this address: not the own machine, its network or its hoster's services."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if ip.version == 6:
        if "%" in address:
            return False
        if inner := ip.ipv4_mapped or _nat64(ip):
            ip = inner
        elif ip not in _GLOBAL_UNICAST:
            return False
    if any(ip in network for network in _NOT_IN_USE if network.version == ip.version):
        return False
    odd = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local or ip.is_private
    return ip.is_global and not odd


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address on the other side of a gateway from IPv6 to IPv4; a private gateway's is not known."""
    if ip in _NAT64[0]:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ipaddress.IPv4Address("0.0.0.0") if ip in _NAT64[1] else None  # noqa: S104 - refused, not bound


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host; gives up after a while, which the system's own function does not."""
    found: list[str] = []
    errors: list[OSError | UnicodeError] = []

    def ask():
        try:
            found.extend(answer[4][0] for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(SECONDS_FOR_AN_ANSWER)
    if not found:
        raise CannotFetch(_("The name %(host)s leads to no address.") % {"host": host})
    return list(dict.fromkeys(found))


@dataclass
class Fetcher:
    """Fetches one picture after the other. ``resolve`` and ``is_public`` are given by tests."""

    max_bytes: int
    resolve: Callable[[str, int], list[str]] = resolve
    is_public: Callable[[str], bool] = is_public
    context: ssl.SSLContext | None = None
    seconds: float = SECONDS_FOR_A_PICTURE
    _failures: Counter = field(default_factory=Counter)

    def fetch(self, url: str, into: BinaryIO) -> None:
        """Write what stands at ``url`` to ``into``; raises CannotFetch."""
        end = time.monotonic() + self.seconds
        for _redirect in range(MAX_REDIRECTS + 1):
            url = self._fetch_once(url, into, end)
            if not url:
                return
        raise CannotFetch(_("The address sends on and on, and never to a picture."))

    def _fetch_once(self, url: str, into: BinaryIO, end: float) -> str:
        scheme, host, port, target = _parts_of(url)
        if self._failures[host] >= FAILURES_BEFORE_A_HOST_IS_LEFT:
            raise CannotFetch(
                _("%(host)s did not answer for other pictures, so it was not asked again.") % {"host": host}
            )
        address = self._checked(host, port)
        connection = _Pinned(scheme, host, port, address, self.context, min(SECONDS_FOR_AN_ANSWER, self.seconds))
        watch = threading.Timer(max(0.0, end - time.monotonic()), connection.cut)  # a server may send a byte a second
        watch.daemon = True
        watch.start()
        try:
            with closing(connection):
                connection.request(
                    "GET",
                    target,
                    headers={"User-Agent": USER_AGENT, "Accept": "image/*", "Accept-Encoding": "identity"},
                )
                with closing(connection.getresponse()) as answer:
                    return self._take(answer, url, into, end)
        except CannotFetch:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._failures[host] += 1
            if time.monotonic() >= end:
                raise CannotFetch(
                    _("The picture took longer than %(seconds)d seconds.") % {"seconds": self.seconds}
                ) from error
            raise CannotFetch(
                _("%(host)s did not answer: %(why)s.") % {"host": host, "why": error or type(error).__name__}
            ) from error
        finally:
            watch.cancel()

    def _checked(self, host: str, port: int) -> str:
        addresses = self.resolve(host, port)
        if not addresses or not all(self.is_public(address) for address in addresses):
            raise CannotFetch(
                _("%(host)s is, or leads to, an address that is not public; the importer asks no such address.")
                % {"host": host}
            )
        return addresses[0]

    def _take(self, answer: http.client.HTTPResponse, url: str, into: BinaryIO, end: float) -> str:
        """The address that the answer sends on to, or "" when the picture is written."""
        if answer.status in (301, 302, 303, 307, 308) and answer.getheader("Location"):
            try:
                return urljoin(url, answer.getheader("Location"))
            except ValueError as error:
                raise CannotFetch(_("The address sends on to one that is none.")) from error
        if answer.status != 200:
            raise CannotFetch(_("The server answered %(status)d.") % {"status": answer.status})
        too_big = _("The picture is larger than %(size)d MB.") % {"size": self.max_bytes // 1_000_000}
        length = answer.getheader("Content-Length") or ""
        if length.isdigit() and int(length) > self.max_bytes:
            raise CannotFetch(too_big)
        taken = 0
        while chunk := answer.read1(CHUNK):
            taken += len(chunk)
            if taken > self.max_bytes:
                raise CannotFetch(too_big)
            if time.monotonic() > end:
                raise CannotFetch(_("The picture took longer than %(seconds)d seconds.") % {"seconds": self.seconds})
            into.write(chunk)
        if length.isdigit() and taken < int(length):
            raise CannotFetch(_("The server broke off in the middle of the picture."))
        return ""


def _parts_of(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (
            (parts.hostname or "").encode("idna").decode("ascii")
            if ":" not in (parts.hostname or "")
            else parts.hostname
        )
    except (ValueError, UnicodeError) as error:
        raise CannotFetch(_("This is no web address.")) from error
    if parts.scheme not in ("http", "https") or not host:
        raise CannotFetch(_("Pictures are fetched from http and https addresses only."))
    if parts.username is not None or (port < 1024 and port not in (80, 443)):
        raise CannotFetch(_("The address has a name, a password or a port that pictures do not have."))
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return (
        parts.scheme,
        host,
        port,
        target + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""),
    )


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, whatever its name leads to by now. No proxy is asked."""

    def __init__(self, scheme: str, host: str, port: int, address: str, context: ssl.SSLContext | None, seconds: float):
        super().__init__(host, port, timeout=seconds)
        self._address, self._is_tls, self._context = address, scheme == "https", context
        self.default_port = 443 if self._is_tls else 80
        self._taken: socket.socket | None = None

    def connect(self) -> None:
        self._taken = self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._is_tls:
            context = self._context or ssl.create_default_context()
            plain = self.sock
            try:
                self._taken = self.sock = context.wrap_socket(plain, server_hostname=self.host)
            except BaseException:
                plain.close()
                raise

    def cut(self) -> None:
        """End it from another thread. The response may have taken the socket over, so it is kept here as well."""
        if self._taken is not None:
            with suppress(OSError):
                self._taken.shutdown(socket.SHUT_RDWR)
