import pytest

from tests.blocks.rendering import shown
from tests.builders import callout
from tests.reading import words


@pytest.mark.parametrize(("kind", "word"), [("note", "Note"), ("warning", "Warning"), ("urgent", "Urgent")])
def test_the_kind_is_said_in_words_before_the_heading(kind, word):
    soup = shown(callout("Call your team", kind=kind))

    assert soup.h2.get_text().startswith(f"{word}: Call your team")
    assert soup.find(class_=f"bc-callout--{kind}")


def test_what_is_said_in_words_is_not_hidden_from_anybody():
    kind = shown(callout("Call your team", kind="urgent")).select_one(".bc-callout__kind")

    assert not kind.find_parents(attrs={"aria-hidden": True})
    assert kind.find(string="Urgent").parent == kind


@pytest.mark.parametrize("kind", ["", None, "made-up"])
def test_a_kind_that_is_none_counts_as_a_note(kind):
    assert words(shown(callout("Rest", kind=kind)).h2).startswith("Note")


def test_all_of_the_text_is_there():
    html = "<p>Do <b>not</b> take more than 2 tablets in 24 hours.</p><ul><li>Call 116 117.</li></ul>"

    assert words(shown(callout("Rest", html))).endswith("Do not take more than 2 tablets in 24 hours. Call 116 117.")
