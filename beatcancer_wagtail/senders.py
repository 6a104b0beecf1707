"""Where a form comes from: from our own page, and from which reader, told by nothing but a keyed hash."""

import re
from ipaddress import IPv6Network, ip_address

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from beatcancer_wagtail.conf import library_settings

SALT = "beatcancer_wagtail.{}.sender"
HALF = 32  # one half of the column tells the network, the other the browser
IPV6_NETWORK = 64  # one household has as many addresses as it likes


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form. One that says nothing is believed."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.get_host()


def sender_of(request: HttpRequest, purpose: str = "feedback") -> str | None:
    """A keyed hash of the reader's network and browser, or None where the address is not known.

    It is another for each ``purpose``, so that nobody can tell that the same reader did both.
    """
    network = _network(_address(request))
    if network is None:
        return None
    browser = "\n".join([network, request.headers.get("User-Agent", ""), request.headers.get("Accept-Language", "")])
    salt = SALT.format(purpose)
    return _hashed(f"{salt}.network", network) + _hashed(f"{salt}.browser", browser)


def network_of(sender: str) -> str:
    """The part of a sender that all browsers of one network share."""
    return sender[:HALF]


def _address(request: HttpRequest) -> str:
    if header := library_settings().TRUSTED_ADDRESS_HEADER:
        return request.headers.get(header, "").rpartition(",")[2].strip()  # what the nearest proxy has added
    return request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str | None:
    host = re.sub(r"^\[(.*)\](:\d+)?$|^([^:]*):\d+$", r"\1\3", address)  # some proxies add the port
    try:
        found = ip_address(host)
    except ValueError:
        return None
    found = getattr(found, "ipv4_mapped", None) or found
    return str(found) if found.version == 4 else str(IPv6Network((found, IPV6_NETWORK), strict=False))


def _hashed(salt: str, value: str) -> str:
    return salted_hmac(salt, value, algorithm="sha256").hexdigest()[:HALF]
