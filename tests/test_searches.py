import logging
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.utils import timezone

from beatcancer_wagtail.models import FailedSearch
from beatcancer_wagtail.searches import prune_failed_searches, record_failed_search, words_to_keep

pytestmark = pytest.mark.django_db


def counted():
    return dict(FailedSearch.objects.values_list("words", "times"))


@pytest.fixture
def library(settings):
    """Change one setting of the library: ``library(DESK_SEARCHES=3)``."""

    def change(**values):
        settings.BEATCANCER_WAGTAIL = {**getattr(settings, "BEATCANCER_WAGTAIL", {}), **values}

    return change


def test_the_same_words_are_counted_in_one_row():
    for typed in ("Cancer Fatigue", "  cancer   fatigue ", "CANCER FATIGUE", '"cancer fatigue"'):
        record_failed_search(typed, "resources")
    row = FailedSearch.objects.get()
    assert (row.words, row.kind, row.times) == ("cancer fatigue", "resources", 4)
    assert row.first_at <= row.last_at


def test_each_kind_has_its_own_count():
    record_failed_search("yoga", "events")
    record_failed_search("yoga", "resources")
    record_failed_search("yoga", "events")
    assert sorted(FailedSearch.objects.values_list("kind", "times")) == [("events", 2), ("resources", 1)]


def test_the_last_time_moves_and_the_first_stays():
    long_ago = timezone.now() - timedelta(days=30)
    record_failed_search("yoga")
    FailedSearch.objects.update(first_at=long_ago, last_at=long_ago)
    record_failed_search("yoga")
    row = FailedSearch.objects.get()
    assert row.first_at == long_ago
    assert row.last_at > long_ago


@pytest.mark.parametrize("typed", ["", "   ", '"', "\x00", None, "!?", "\u200b"])
def test_nothing_to_search_for_is_not_kept(typed):
    record_failed_search(typed)
    assert not FailedSearch.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "jo.bloggs@example.org",
        "Jo Bloggs jo@example",
        "020 7946 0123",
        "+44 (0)20 7946-0123",
        "943 476 5919",
        "NHS number 9434765919",
        "QQ 12 34 56 C",
        "Jo Bloggs born 1/2/61",
        "01.02.1961",
        "٩٤٣ ٤٧٦ ٥٩١٩",
        "hospice near SW1A 1AA",
        "nurse m11ae",
        "https://example.org/results?patient=7",
        "www.example.org",
        "my mother was told on Tuesday that hers has come back",
        "a" * 101,
        "ß" * 60,
    ],
)
def test_what_may_be_about_a_person_is_not_kept(typed):
    record_failed_search(typed)
    assert not FailedSearch.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "CA-125",
        "BRCA1/2",
        "stage 4",
        "T1 N0 M0",
        "5-FU and FOLFOX",
        "β-hCG",
        "سرطان الكبد",
        "癌症",
        "screening 2026",
        "HER2+",
    ],
)
def test_the_words_of_the_field_are_kept(typed):
    record_failed_search(typed)
    assert FailedSearch.objects.get().words == typed.casefold()


def test_what_is_kept_is_kept_the_same_way_again():
    kept = words_to_keep("  Straße, ΚΑΡΚΊΝΟΣ ")
    assert kept
    assert words_to_keep(kept) == kept


def test_above_the_limit_what_few_looked_for_goes_first(library):
    library(DESK_SEARCHES=20)
    for _ in range(3):
        record_failed_search("hair loss")
    record_failed_search("asked once long ago")
    for number in range(40):
        record_failed_search(f"rubbish {number}")
    kept = counted()
    assert len(kept) <= 20
    assert kept["hair loss"] == 3
    assert "asked once long ago" not in kept
    assert "rubbish 39" in kept


def test_new_words_can_rise_although_all_others_were_searched_more_often(library):
    library(DESK_SEARCHES=20)
    for number in range(20):
        record_failed_search(f"popular {number}")
        record_failed_search(f"popular {number}")
    record_failed_search("a new treatment")
    record_failed_search("a new treatment")
    assert counted()["a new treatment"] == 2


def test_what_is_too_old_goes_when_something_new_comes(library):
    library(DESK_DAYS=30)
    record_failed_search("old")
    FailedSearch.objects.update(last_at=timezone.now() - timedelta(days=31))
    record_failed_search("young")
    assert counted() == {"young": 1}


def test_nothing_is_too_old_where_the_site_says_so(library):
    library(DESK_DAYS=0)
    record_failed_search("old")
    FailedSearch.objects.update(last_at=timezone.now() - timedelta(days=5000))
    record_failed_search("young")
    assert counted() == {"old": 1, "young": 1}


def test_a_site_can_keep_nothing_at_all(library):
    record_failed_search("yoga")
    library(DESK_SEARCHES=0)
    record_failed_search("hair loss")
    assert counted() == {"yoga": 1}
    assert prune_failed_searches() == 1
    assert counted() == {}


def test_a_count_costs_one_statement_and_new_words_few(django_assert_max_num_queries):
    with django_assert_max_num_queries(10):  # six of them are savepoints
        record_failed_search("yoga")
    with django_assert_max_num_queries(3):
        record_failed_search("yoga")


def test_a_database_that_cannot_be_written_to_never_fails_the_search(caplog):
    def refuse(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("read-only")
        return execute(sql, params, many, context)

    with caplog.at_level(logging.WARNING), connection.execute_wrapper(refuse):
        record_failed_search("yoga")
    assert "could not be recorded" in caplog.text
    assert "yoga" not in caplog.messages[0]
    assert not FailedSearch.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection")
def test_readers_who_search_at_the_same_moment_are_all_counted():
    together = Barrier(8)

    def search():
        together.wait()
        for _ in range(5):
            record_failed_search("yoga", "events")
        connections.close_all()

    readers = [Thread(target=search) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert list(FailedSearch.objects.values_list("words", "times")) == [("yoga", 40)]


def test_the_command_says_what_it_dropped(library, capsys):
    record_failed_search("old")
    record_failed_search("young")
    FailedSearch.objects.filter(words="old").update(last_at=timezone.now() - timedelta(days=401))
    call_command("prune_library_desk")
    assert "1 search" in capsys.readouterr().out
    assert counted() == {"young": 1}
