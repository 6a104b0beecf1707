"""A telephone number or an address to write to is text, and no way to another page."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert

LONG = (
    "Sleep comes and goes with age, and most people over sixty wake twice in a night, which is no illness at all. " * 4
)


def body(part):
    page = f"<html><head><title>Sleep</title></head><body><nav><a href=/>Home</a></nav><main><h1>Sleep</h1><section><p>{LONG}</p></section>{part}</main></body></html>"
    return json.dumps(convert(page.encode()).document["body"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("<aside class=contact><p>Poison line: <a href=tel:5550111>555-0111</a></p></aside>", "Poison line"),
        ("<aside><p>Giftnotruf, Tag und Nacht: <a href='TEL:+4930'>030 1924</a></p></aside>", "030 1924"),
        ("<section><p>Centre antipoison, jour et nuit <a href=tel:1>01 40 05</a></p></section>", "antipoison"),
        ("<section><p>مركز السموم <a href=tel:1>0800 555 111</a></p></section>", "0800 555 111"),
        (
            "<aside><p>Escriba a la enfermera: <a href=mailto:n@clinic.example>n@clinic.example</a></p></aside>",
            "enfermera",
        ),
        ("<section><p>Text us: <a href=sms:5550111>555-0111</a></p></section>", "Text us"),
    ],
)
def test_it_stays(part, kept):
    assert kept in body(part)


@pytest.mark.parametrize(
    "part",
    [
        "<div class=share><a href=https://x.example/1>Zap</a> <a href='mailto:?subject=Sleep&body=x'>Zap it by mail</a></div>",
        "<div class=share-tools><a href='mailto:?subject=Sleep'>Zap it by mail</a></div>",
        "<aside><p>More: <a href=/zap>Zap and more</a></p></aside>",
    ],
)
def test_links_to_pages_and_to_share_go(part):
    assert "Zap" not in body(part)
