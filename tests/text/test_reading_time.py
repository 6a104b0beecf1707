import re
from pathlib import Path

import pytest
import wagtail.admin

from beatcancer_wagtail.text.reading_time import WORDS_PER_MINUTE, minutes_to_read, words_per_minute

EDITOR_SCRIPT = Path(wagtail.admin.__file__).parent / "static" / "wagtailadmin" / "js" / "core.js"


def test_speeds_are_those_that_the_editor_shows():
    """Editor and reader are told the same minutes; when Wagtail changes its table, so must we."""
    table = re.search(r"\{(?:[a-z]{2}:\d{3},?){8,}\}", EDITOR_SCRIPT.read_text(encoding="utf-8"))

    assert table, "Wagtail's editor no longer holds its table of reading speeds where it did."
    assert {name: int(speed) for name, speed in re.findall(r"([a-z]{2}):(\d{3})", table[0])} == WORDS_PER_MINUTE


@pytest.mark.parametrize(
    ("language", "speed"),
    [("en", 238), ("en-GB", 238), ("EN", 238), ("ar", 181), ("zh-hans", 260), ("fi", 195), ("de-at", 260)],
)
def test_speed_of_a_language(language, speed):
    assert words_per_minute(language) == speed


@pytest.mark.parametrize("language", ["tlh", "xx-yy", "", "-", "english"])
def test_unknown_language_is_read_at_the_speed_of_english(language):
    assert words_per_minute(language) == WORDS_PER_MINUTE["en"]


@pytest.mark.parametrize(
    ("language", "overrides", "speed"),
    [
        ("en", {"en": 200}, 200),
        ("en-gb", {"en": 200}, 200),
        ("en-gb", {"en": 200, "en-gb": 180}, 180),
        ("pt-br", {"pt-BR": 170}, 170),
        ("PT-BR", {"pt": 170}, 170),
        ("fr", {"en": 200}, 214),
        ("tlh", {"en": 200}, 200),
    ],
    ids=str,
)
def test_a_site_may_set_its_own_speeds(language, overrides, speed):
    assert words_per_minute(language, overrides) == speed


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        (0, 1),
        (1, 1),
        (238, 1),
        (356, 1),
        (357, 2),  # exactly a minute and a half: the editor's Math.round rounds it up
        (594, 2),
        (595, 3),  # two and a half: up, although Python's own round() would say 2
        (238 * 8, 8),
        (1_000_000, 4202),
    ],
)
def test_minutes_are_rounded_as_the_editor_rounds(words, minutes):
    assert minutes_to_read(words, 238) == minutes


@pytest.mark.parametrize("speed", [0, -1])
def test_a_speed_that_reads_nothing_is_refused(speed):
    with pytest.raises(ValueError, match="more than 0"):
        minutes_to_read(100, speed)
