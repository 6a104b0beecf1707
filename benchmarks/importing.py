"""How much of a page the importer keeps, beside what other libraries keep, on the same pages with the same scorer.

The pages and the scorer are not part of the project. They are looked for beside it, in ``../shared``, or where
``--corpus`` and ``--scorer`` say.
"""

import json
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.converters import CONVERTERS

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS, SCORER = SHARED / "import-corpus", SHARED / "tools" / "import-score"
PACKAGES = {"trafilatura": "trafilatura", "readability": "readability-lxml", "resiliparse": "resiliparse"}
RATES = {
    "Headings": "head",
    "Headings that are headings": "head_p",
    "List items": "li",
    "Table cells": "cell",
    "Pictures": "img",
    "Links": "link",
    "Captions": "cap",
}


def measure(corpus: Path = CORPUS, scorer: Path = SCORER) -> str:
    """A Markdown table. Raises SystemExit, with what to do, where pages, scorer or a library are missing."""
    for path in (corpus, scorer):
        if not path.exists():
            raise SystemExit(f"{path.name} is not there. Say where it is with --corpus and --scorer.")
    figures = {}
    for name in CONVERTERS:
        print(f"Reading the pages with {name} ...", file=sys.stderr, flush=True)
        figures[column(name)] = score(name, corpus, scorer)
    return as_table(figures)


def column(name: str) -> str:
    if name == "ours":
        return "This importer"
    try:
        return f"{PACKAGES[name]} {version(PACKAGES[name])}"
    except PackageNotFoundError:
        raise SystemExit(f"Install {PACKAGES[name]} first: pip install {PACKAGES[name]}") from None


def score(name: str, corpus: Path, scorer: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        worker = f"{sys.executable} -m benchmarks.converters {name}"
        command = [sys.executable, scorer, "score", corpus, "--worker", worker, "--report", report]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.loads(report.read_text("utf-8"))["summary"]


def as_table(figures: dict[str, dict]) -> str:
    pages = next(iter(figures.values()))["cases"]
    rows = [
        ["Words kept", *(percent(found["r"]["mean"]) for found in figures.values())],
        ["Words that belong there", *(percent(found["p"]["mean"]) for found in figures.values())],
        *([label, *(percent(found["rates"][name]["rate"]) for found in figures.values())] for label, name in RATES.items()),
        *([fact.capitalize(), *(of(found["meta"][fact][how], found["meta"][fact]["of"]) for found in figures.values())]
          for fact, how in (("title", "exact"), ("author", "near"), ("date", "near"))),
        ["Pages that failed", *(str(len(found["failures"])) for found in figures.values())],
        ["Seconds for a page", *(f"{found['seconds']['mean']:.2f}" for found in figures.values())],
    ]  # fmt: skip
    lines = [[f"{pages} pages, per cent", *figures], ["---"] * (len(figures) + 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def of(found: int, all_of_them: int) -> str:
    return f"{found} of {all_of_them}"
