"""Documents as the reader and the mapper give them, written by hand."""

import copy


def rich(html):
    return {"type": "rich_text", "value": html}


def section(heading, *content, anchor="", level=2):
    return {
        "type": "section",
        "value": {"heading": heading, "level": level, "anchor": anchor, "content": list(content)},
    }


def faq(heading, *items):
    pairs = [{"question": question, "answer": answer} for question, answer in items]
    return {"type": "faq", "value": {"heading": heading, "items": pairs}}


def table(data, caption="", header_rows=0, header_column=False):
    value = {"caption": caption, "data": data, "header_rows": header_rows, "header_column": header_column}
    return {"type": "table", "value": value}


def picture(src, alt, caption="", **more):
    return {"type": "image", "value": {"src": src, "alt": alt, "caption": caption, "credit": "", **more}}


def quote(text, attribution=""):
    return {"type": "quote", "value": {"quote": text, "attribution": attribution}}


def embed(url, title="", caption=""):
    return {"type": "embed", "value": {"url": url, "alt": title, "caption": caption}}


def callout(kind, heading, *content):
    return {"type": "callout", "value": {"kind": kind, "heading": heading, "content": list(content)}}


def document(**fields):
    """A page about scans; ``fields`` replace what it says."""
    whole = {
        "title": "Scans and what they show",
        "summary": "Pictures of the inside of the body.",
        "author": "A nurse",
        "date": "2021-05-04",
        "modified": "",
        "lang": "en",
        "direction": "",
        "image": "",
        "address": "https://old.example.org/scans/",
        "tags": ["Tests"],
        "slug": "scans",
        "body": [
            rich("<p>A scan is a picture.</p>"),
            section("Ultrasound", rich("<p>Soft tissue, by sound.</p>")),
            section("CT", rich("<p>Thin slices, by X-rays.</p>")),
        ],
    }
    return {**copy.deepcopy(whole), **fields}
