import itertools
import threading

import pytest
from django.core.cache import cache

from beatcancer_wagtail.memory import remembered, start_edition


@pytest.fixture
def counter():
    """Says a new number each time it has to work."""
    return itertools.count(1).__next__


def test_what_was_worked_out_is_not_worked_out_again(counter):
    assert [remembered("a", counter), remembered("a", counter)] == [1, 1]


def test_names_do_not_share_their_values(counter):
    assert [remembered("a", counter), remembered("b", counter), remembered("a", counter)] == [1, 2, 1]


def test_a_change_of_the_library_forgets(counter):
    assert remembered("a", counter) == 1
    start_edition()

    assert remembered("a", counter) == 2


def test_what_does_not_depend_on_the_library_outlives_its_changes(counter):
    assert remembered("a", counter, per_edition=False) == 1
    start_edition()

    assert remembered("a", counter, per_edition=False) == 1


@pytest.mark.parametrize("seconds", [0, -1])
def test_nothing_is_kept_when_the_site_says_so(settings, counter, seconds):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": seconds}

    assert [remembered("a", counter), remembered("a", counter, per_edition=False)] == [1, 2]
    settings.BEATCANCER_WAGTAIL = {}
    assert remembered("a", counter) == 3


def test_nothing_is_kept_for_longer_than_the_site_says(settings, monkeypatch, counter):
    asked = []
    monkeypatch.setattr(cache, "get_or_set", lambda key, default, timeout: asked.append(timeout) or default())
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 7}
    remembered("a", counter)

    assert set(asked) == {7}


@pytest.mark.parametrize("value", [None, 0, "", [], False])
def test_an_empty_answer_is_remembered_too(value):
    answers = iter([value])

    assert remembered("a", lambda: next(answers)) == value
    assert remembered("a", lambda: next(answers)) == value


@pytest.mark.parametrize("name", ["x" * 5000, "white space\n\x00", "سرطان", "%s"])
def test_any_name_will_do(name, counter):
    """Memcached, for one, takes neither long keys nor blanks."""
    assert [remembered(name, counter), remembered(name, counter)] == [1, 1]


def test_a_failure_is_not_remembered(counter):
    def fail():
        raise LookupError

    with pytest.raises(LookupError):
        remembered("a", fail)
    assert remembered("a", counter) == 1


def test_a_cache_that_keeps_nothing_costs_nothing_but_time(settings, counter):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert [remembered("a", counter), remembered("a", counter)] == [1, 2]


def test_many_threads_get_whole_answers():
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(remembered("a", lambda: "whole"))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == ["whole"] * 20
