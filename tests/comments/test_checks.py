"""What a site builder reads when something about comments is not set up."""

import pytest
from django.apps import apps
from django.core.checks import run_checks

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"
)

SETTINGS_APP = "wagtail.contrib.settings"
DOMAIN = "comments@example.org"
EDITOR = "https://cms.example.org"


@pytest.fixture(autouse=True)
def set_up(settings):
    settings.DEFAULT_FROM_EMAIL = DOMAIN
    settings.WAGTAILADMIN_BASE_URL = EDITOR


def found(*, deploy=False):
    messages = run_checks(tags=["beatcancer_wagtail"], include_deployment_checks=deploy)
    return {message.id: message for message in messages if message.id.startswith("beatcancer_comments")}


def test_a_site_that_is_set_up_has_nothing_to_mend(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["night bus*"], "de": ("nachtbus",), "fr": []}}
    assert found(deploy=True) == {}


@pytest.mark.parametrize(
    "phrases", ["overdose", None, {"overdose"}, ["overdose", ""], ["*"], [" "], [5], [["overdose"]]]
)
def test_e001_no_list_of_phrases(settings, phrases):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": phrases, "de": ["nachtbus"]}}
    message = found()["beatcancer_comments.E001"]
    assert message.msg == "BEATCANCER_WAGTAIL['COMMENTS_RISK_WORDS']['en'] is no list of phrases."
    assert "list of phrases for each language" in message.hint


def test_e001_leaves_what_is_no_table_to_the_library(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": ["overdose"]}
    assert found() == {}


def test_w001_no_app_for_settings(monkeypatch):
    monkeypatch.setattr(
        apps, "is_installed", lambda name, known=apps.is_installed: name != SETTINGS_APP and known(name)
    )
    assert SETTINGS_APP in found()["beatcancer_comments.W001"].hint


@pytest.mark.urls("tests.urls_without_ours")
def test_w002_addresses_not_included():
    message = found()["beatcancer_comments.W002"]
    assert message.msg == "Readers have no form for comments."
    assert "beatcancer_wagtail.urls" in message.hint


@pytest.mark.parametrize(
    "proxy", [{"USE_X_FORWARDED_HOST": True}, {"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}]
)
def test_w003_behind_a_proxy_that_is_not_asked(settings, proxy):
    for name, value in proxy.items():
        setattr(settings, name, value)
    assert "beatcancer_comments.W003" not in found()
    assert "30 comments an hour" in found(deploy=True)["beatcancer_comments.W003"].msg
    settings.BEATCANCER_WAGTAIL = {"TRUSTED_ADDRESS_HEADER": "X-Real-IP"}
    assert found(deploy=True) == {}


def test_w003_a_site_without_that_limit_needs_no_address(settings):
    settings.USE_X_FORWARDED_HOST = True
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_PER_HOUR": 0}
    assert "beatcancer_comments.W003" not in found(deploy=True)


def test_w004_mails_come_from_the_server_itself(settings):
    settings.DEFAULT_FROM_EMAIL = "webmaster@localhost"
    assert "beatcancer_comments.W004" not in found()
    assert "sendtestemail" in found(deploy=True)["beatcancer_comments.W004"].hint


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://example.com",  # that of ``wagtail start``
        "https://www.EXAMPLE.com:8443",
        "http://localhost:8000",
        "http://127.0.0.1",
        "http://[::1]:8000",
        "http://[",
        "www.charity.org",
        "https://",
    ],
)
def test_w005_mails_to_moderators_lead_nowhere(settings, address):
    settings.WAGTAILADMIN_BASE_URL = address
    assert "beatcancer_comments.W005" not in found()
    assert "WAGTAILADMIN_BASE_URL" in found(deploy=True)["beatcancer_comments.W005"].hint


def test_w005_the_setting_is_missing(settings):
    del settings.WAGTAILADMIN_BASE_URL
    assert "beatcancer_comments.W005" in found(deploy=True)


@pytest.mark.parametrize(
    "address", ["https://cms.charity.org", "http://10.0.0.7:8000", "https://example.com.charity.org/"]
)
def test_w005_an_address_of_ones_own(settings, address):
    settings.WAGTAILADMIN_BASE_URL = address
    assert found(deploy=True) == {}
