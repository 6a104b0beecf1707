import pytest
from django.core.exceptions import ValidationError

from beatcancer_wagtail.links import validate_link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/groups?town=leeds&day=2#times",
        "HTTPS://EXAMPLE.ORG/",
        "http://localhost:8000/",
        "https://example.org/größe/癌症/",
        "https://مثال.إختبار/",
        "mailto:team@example.org?subject=Question",
        "tel:+44-20-7946-0000",
        "TEL:116117",
        "/",
        "/donate/",
        "#stages",
        "?tag=liver",
        "  /donate/  ",
    ],
)
def test_addresses_that_a_link_may_have(address):
    validate_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "//evil.example",
        "  //evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "https://example.org/\nmore",
        "https://example.org/a b",
        "https://example.org/\u00a0b",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\u200b",
        "https://example.org/\x00",
        "http:evil.example",
        "https:/evil.example",
        "https://",
        "mailto:",
        "tel:",
        "example.org",
        "www.example.org",
        "donate/",
        "",
    ],
)
def test_addresses_that_it_may_not_have(address):
    with pytest.raises(ValidationError) as caught:
        validate_link(address)

    assert caught.value.code == "link"
    assert caught.value.messages == [
        "Give an address that starts with https://, http://, mailto:, tel:, / or #, without spaces."
    ]
