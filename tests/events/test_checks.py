from django.core.checks import run_checks

from beatcancer_wagtail.events import checks


def found():
    return {message.id: message for message in run_checks(tags=["beatcancer_wagtail"])}


def test_missing_icalendar_is_said_with_what_to_install(monkeypatch):
    assert "beatcancer_events.W001" not in found()
    monkeypatch.setattr(checks, "is_available", lambda: False)
    assert "beatcancer-wagtail[events]" in found()["beatcancer_events.W001"].hint
