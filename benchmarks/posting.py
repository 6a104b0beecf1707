"""Two hundred readers who send a comment at the same moment, each with a double click."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

from django.db import connections
from django.test import Client

from beatcancer_wagtail.comments.addresses import address_of_comments
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.tokens import form_token
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.models import ArticlePage

READERS, AT_ONCE = 200, 8


def measure() -> str:
    """What one comment takes, beside one stored without any of the checks; fails when one is lost or doubled."""
    page = ArticlePage.objects.live().order_by("-first_published_at").first()
    with mock.patch("django.core.signing.time.time", lambda now=time.time: now() - 60):  # read what they agree to
        version = words_for(page).consent_version
        tokens = [form_token(page, consent_version=version) for _reader in range(READERS)]
    began_with = Comment.objects.count()
    sent, total = _all_at_once(lambda number: _send(page, tokens[number], number))
    stored = Comment.objects.count() - began_with
    if stored != READERS:
        raise RuntimeError(f"{READERS} comments were sent and {stored} stored.")
    floor, _total = _all_at_once(lambda number: Comment.objects.create(page_id=page.pk, name="Floor", text=str(number)))
    each, least = statistics.median(sent) / 2 * 1000, statistics.median(floor) * 1000
    return (
        f"{READERS} sent twice by {AT_ONCE} at once: none lost, none doubled; {2 * READERS / total:.0f} posts a second,"
        f" {each:.0f} ms each (median), {each / least:.1f} times a row stored without any check"
    )


def _send(page, token: str, number: int) -> None:
    client = Client(REMOTE_ADDR=f"198.51.{number // 250}.{number % 250}")
    words = f"What helped me, as reader number {number}, was a list of questions."
    data = {"name": "Wren", "text": words, "consent": "on", "token": token, "email": "", "website": ""}
    for _click in range(2):
        answer = client.post(address_of_comments(page), data)
        if answer.status_code != 303:
            raise RuntimeError(f"A comment was answered with {answer.status_code}.")


def _all_at_once(do) -> tuple[list[float], float]:
    """The seconds of each, and of all together."""

    def timed(number: int) -> float:
        began = time.perf_counter()
        do(number)
        took = time.perf_counter() - began
        connections.close_all()
        return took

    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        seconds = list(threads.map(timed, range(READERS)))
    return seconds, time.perf_counter() - began
