from tests.blocks.rendering import shown
from tests.builders import quote
from tests.reading import words


def test_words_and_speaker_are_kept_apart():
    soup = shown(quote("It helped to write it down.", "A reader from Leeds"))

    assert words(soup.blockquote) == "It helped to write it down."
    assert words(soup.figcaption) == "A reader from Leeds"


def test_the_lines_of_a_poem_stay_lines():
    assert str(shown(quote("One <line>\nand another")).p) == "<p>One &lt;line&gt;<br/>and another</p>"


def test_an_unknown_speaker_leaves_no_empty_line():
    assert not shown(quote("It helped.", "")).figcaption
