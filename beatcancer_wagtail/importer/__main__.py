"""``python -m beatcancer_wagtail.importer FILE``: a saved page to JSON, without settings and without a database."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    name = "standard input" if options.file == "-" else options.file
    try:
        from beatcancer_wagtail.importer.convert import DEFAULT_FEATURES, convert
        from beatcancer_wagtail.importer.reader import CannotRead
    except ModuleNotFoundError as error:
        return _refused(name, f"{error.name} is not installed: pip install 'beatcancer-wagtail[importer]'.")
    features = DEFAULT_FEATURES if options.features is None else frozenset(filter(None, options.features.split(",")))
    try:
        data = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        began = time.perf_counter()
        document = convert(
            data, address=options.url, selector=options.selector, features=features, drop=options.drop, as_found=True
        ).document
        document["_seconds"] = round(time.perf_counter() - began, 4)
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        if options.output:
            Path(options.output).write_text(text, encoding="utf-8")
        else:
            sys.stdout.buffer.write(text.encode())
    except CannotRead as error:
        return _refused(name, error.message)
    except OSError as error:
        return _refused(error.filename or name, f"{error.strerror or error}.")
    return 0


def _refused(name: str, message: str) -> int:
    print(f"{name}: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201 - the command's way to speak
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m beatcancer_wagtail.importer",
        description="Turns a saved web page into the JSON that the importer stores. Nothing is fetched, no database is used.",
    )
    parser.add_argument("file", metavar="FILE", help='the HTML file, or "-" for standard input')
    parser.add_argument(
        "--url", default="", metavar="ADDRESS", help="where the page was published; relative links start there"
    )
    parser.add_argument("--output", metavar="OUT.json", help="write the JSON there instead of standard output")
    parser.add_argument("--selector", default="", metavar="CSS", help="the element that holds the content")
    parser.add_argument(
        "--drop", action="append", default=[], metavar="CSS", help="leave out what matches (may be given again)"
    )
    parser.add_argument(
        "--features",
        metavar="a,b",
        help="what the editor that will open the text knows; default: bold, italic, lists, links",
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
