"""One converter as a process that answers a scorer: ``python -m benchmarks.converters NAME``.

It reads lines ``input<TAB>output<TAB>address``, writes JSON as the importer does, and answers "ok SECONDS" or
"error TEXT". The other libraries give one rich text, with the title and the author that they find.
"""

import json
import sys
import time
from pathlib import Path


def ours(data: bytes, address: str) -> dict:
    from beatcancer_wagtail.importer.convert import convert

    return convert(data, address=address, as_found=True).document  # as the command line writes it


def trafilatura(data: bytes, address: str) -> dict:
    import trafilatura

    html = trafilatura.extract(
        data,
        url=address,
        output_format="html",
        favor_recall=True,
        include_tables=True,
        include_images=True,
        include_links=True,
        include_formatting=True,
    )
    facts = trafilatura.extract_metadata(data, default_url=address)
    return rich_text(html or "", facts and facts.title, facts and facts.author, facts and facts.date)


def readability(data: bytes, address: str) -> dict:
    from readability import Document

    document = Document(data.decode("utf-8", "replace"), url=address)
    return rich_text(document.summary(html_partial=True), document.short_title())


def resiliparse(data: bytes, address: str) -> dict:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(data.decode("utf-8", "replace"))
    kept = {"links": True, "hidden_elements": True, "comments": False}
    text = extract_plain_text(tree, main_content=True, preserve_formatting="minimal_html", **kept)
    return rich_text(text, tree.title)


def rich_text(html: str, title=None, author=None, date=None) -> dict:
    facts = {"title": title, "author": author, "date": date}
    return {**facts, "body": [{"type": "rich_text", "value": html}]}


CONVERTERS = {convert.__name__: convert for convert in (ours, trafilatura, readability, resiliparse)}


def main(name: str) -> None:
    convert = CONVERTERS[name]
    for line in sys.stdin:
        source, output, address = line.rstrip("\n").split("\t")
        began = time.perf_counter()
        try:
            document = convert(Path(source).read_bytes(), address)
        except Exception as error:  # noqa: BLE001 - whatever a library does, the next page is tried
            print("error", " ".join(f"{type(error).__name__}: {error}".split())[:200], flush=True)
            continue
        seconds = time.perf_counter() - began
        Path(output).write_text(json.dumps(document), "utf-8")
        print(f"ok {seconds:.4f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
