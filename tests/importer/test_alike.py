"""Sentences of a report that differ only in what they are about."""

import pytest
from django.apps import apps

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"
)


def alike(*sentences):
    from beatcancer_wagtail.importer.writer.alike import alike

    return [tuple(told) for told in alike(sentences)]


@pytest.mark.parametrize(
    ("frame", "of_each"),
    [
        ("Where it led to stands below it: …", "https://old.example.org/{}/?a=b"),
        ("Where it led to stands below it: …", "/large/{}.html"),
        ("No provider embeds …: it is a link now.", "https://video.example.org/{}"),
        ("The section … stands one level higher.", "“Part {} of “five””"),
        ("Der Abschnitt … steht höher.", "„Teil {}“"),
        ("La section … se trouve plus haut.", "« Partie {} »"),
        ("القسم … أعلى", "«\u2068{}\u2069»"),
        ("The picture … has no alternative text.", "map-{}.png"),
        ("A term stands as text: …", "number {}"),
    ],
)
def test_many_are_one_with_a_list(frame, of_each):
    about = [of_each.format(number) for number in range(4)]
    assert alike(*(frame.replace("…", one) for one in about), "The date is none.") == [
        (frame, about),
        ("The date is none.", []),
    ]


def test_a_few_stand_there_one_by_one():
    sentences = [f"Where it led to stands below it: /{number}" for number in range(3)]
    assert alike(*sentences) == [(sentence, []) for sentence in sentences]


def test_the_same_is_said_once():
    assert alike("A table has two heads.", "A table has two heads.") == [("A table has two heads.", [])]


def test_sentences_of_another_kind_are_not_put_together():
    sentences = ["The video /a has no title.", "The picture /a is missing.", "There is no summary.", "A: b", "C: d"]
    assert alike(*sentences) == [(sentence, []) for sentence in sentences]
