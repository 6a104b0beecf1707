"""Every kind of content in the form in which it is stored.

After a change that is meant, write the snapshots afresh and read the difference::

    UPDATE_SNAPSHOTS=1 python -m pytest tests/importer/test_mapper_snapshots.py
    git diff tests/importer/snapshots
"""

import json
import os
from difflib import unified_diff
from pathlib import Path

import pytest

from beatcancer_wagtail.importer.coverage import coverage_of, kept_words
from beatcancer_wagtail.importer.mapper import document_of
from tests.importer.contents import outline

HERE = Path(__file__).parent
FORMS = sorted((HERE / "forms").glob("*.html"))
ADVICE = "If the change is meant: UPDATE_SNAPSHOTS=1 python -m pytest tests/importer/test_mapper_snapshots.py"


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_each_form_is_mapped_as_before(form):
    found = outline(form.read_text(encoding="utf-8"))
    body = document_of(found)["body"]
    coverage = coverage_of(found.words, kept_words(body), found.dropped)
    assert (coverage.percent, coverage.order, coverage.missing) == (100, 100, [])
    now = json.dumps({"body": body, "warnings": found.warnings}, ensure_ascii=False, indent=1) + "\n"
    path = HERE / "snapshots" / f"{form.stem}.json"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(now, encoding="utf-8")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = "\n".join(
        unified_diff(before.splitlines(), now.splitlines(), f"snapshots/{path.name}", "now", lineterm="")
    )
    assert not difference, f"{difference}\n\n{ADVICE}"


def test_no_snapshot_is_left_over():
    assert {path.stem for path in (HERE / "snapshots").glob("*.json")} == {path.stem for path in FORMS}
