"""Holds ``docs/reference/comments.md`` to the code of the app."""

import re
from importlib import import_module
from inspect import signature

import pytest
from django.apps import apps
from django.core.management import load_command_class
from django.dispatch import Signal

from beatcancer_wagtail.conf import LibrarySettings
from tests.test_docs import DOCS, PACKAGE, read, sections, source, table_names

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"
)

APP = PACKAGE / "comments"
NAME = "beatcancer_wagtail.comments"
GUIDES = [
    *(DOCS / "howto" / f"{name}-comments.md" for name in ("moderate", "open-and-close")),
    DOCS / "howto" / "switch-on-comments.md",
]


@pytest.fixture
def parts():
    return sections(read("reference/comments.md"), 2)


@pytest.fixture
def actions():
    return import_module(f"{NAME}.actions")


def test_fields_of_a_comment(parts):
    fields = set(table_names(parts["Comment"].partition("### ")[0]))
    own = {field.name for field in apps.get_model("beatcancer_comments", "Comment")._meta.local_fields} - {"id"}
    assert fields & own == own
    assert fields - own <= {"pending", "approved", "rejected", "spam"}


def test_fields_of_the_other_models():
    below = sections(read("reference/comments.md"), 3)
    for name in ("CannedReply", "PageRule", "CommentSettings"):
        own = {field.name for field in apps.get_model("beatcancer_comments", name)._meta.local_fields}
        said = set(re.findall(r"`(\w+)`", below[name].partition("\n## ")[0]))
        assert own - {"id", "site"} <= said, name


def test_verbs_and_their_arguments(parts, actions):
    calls = dict(re.findall(r"^\| `(\w+)\(([^`]*)\)` \|", parts["Verbs"], re.MULTILINE))
    public = {
        name
        for name, value in vars(actions).items()
        if getattr(value, "__module__", "") == actions.__name__ and not isinstance(value, type) and name[0] != "_"
    }
    assert set(calls) == public
    for name, arguments in calls.items():
        described = [argument.partition("=")[0].strip() for argument in arguments.split(",")]
        assert [argument for argument in described if argument != "*"] == list(
            signature(getattr(actions, name)).parameters
        )


def test_signals(parts):
    signals = import_module(f"{NAME}.signals")
    assert set(table_names(parts["Signals"])) == {
        name for name, value in vars(signals).items() if isinstance(value, Signal)
    }


def test_names_to_ask(parts):
    for name in table_names(parts["Asking"]):
        module, _, function = name.partition("(")[0].partition(".")
        assert callable(getattr(import_module(f"{NAME}.{module}"), function)), name


def test_commands_and_their_options(parts):
    there = {path.stem for path in (APP / "management" / "commands").glob("[a-z]*.py")}
    assert set(table_names(parts["Commands"])) == there
    known = set()
    for name in there:
        parser = load_command_class(NAME, name).create_parser("manage.py", name)
        known |= set(parser._option_string_actions)
    for page in [*GUIDES, DOCS / "reference" / "comments.md"]:
        text = page.read_text()
        assert set(re.findall(r"manage\.py (\w+_comments?\w*)", text)) <= there, page
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+\b", text)) - {"--deploy"} <= known, page


def test_templates(parts):
    folder = APP / "templates" / "beatcancer_comments"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(table_names(parts["Templates"])) == there


def test_classes(parts):
    html = source(APP / "templates" / "beatcancer_comments", "*.html")
    used = {
        name.partition("__")[0].partition("--")[0]
        for value in re.findall(r'class="([^"]*)"', html)
        for name in re.findall(r"\bbc-[a-z]+(?:-[a-z]+)*", value)
    }
    core = set(table_names(sections(read("reference/css.md"), 2)["Blocks"]))
    assert used - core <= set(re.findall(r"`(bc-[a-z-]+)`", parts["CSS"]))


def test_checks(parts):
    assert set(table_names(parts["System checks"])) == set(re.findall(r"beatcancer_comments\.[EWIC]\d{3}", source(APP)))


def test_words_of_the_editor_in_the_guides_are_those_that_stand_there():
    """Names in italics or bold of buttons, reasons and fields, as far as they are ours."""
    states = import_module(f"{NAME}.states")
    reasons = {str(label) for value, label in states.reasons() if value}
    table = sections(GUIDES[0].read_text(), 2)["What to approve"]
    told = set(re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)) - {"Reason"}
    assert told <= reasons
    assert reasons - told == {"Another reason"}


def test_the_guide_tells_the_retention_that_is_the_default():
    told = re.findall(r"\| (\d+) days[^|]*\| \[`(COMMENTS_\w+)`\]", read("howto/switch-on-comments.md"))
    assert len(told) == 3
    for days, name in told:
        assert getattr(LibrarySettings(), name) == int(days), name
