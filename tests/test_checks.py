"""What a site builder reads when a setting is wrong: an id, a sentence, and what to do."""

import copy
import subprocess
import sys

import pytest
from django.core.checks import Error, Warning, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command


def findings():
    return run_checks(tags=["beatcancer_wagtail"])


def only_finding():
    (found,) = findings()
    return found.id.removeprefix("beatcancer_wagtail."), type(found), found.msg, found.hint


def test_a_site_with_nothing_set_has_nothing_to_mend():
    assert findings() == []


def test_a_site_that_sets_everything_right_has_nothing_to_mend(settings):
    settings.BEATCANCER_WAGTAIL = {
        "BASE_TEMPLATE": "base.html",
        "BODY_BLOCK": "tests.testapp.models.BodyWithHotline",
        "CONTENT_ELEMENT": "div",
        "CACHE_SECONDS": 0,
        "RICH_TEXT_FEATURES": ("bold",),
        "STYLESHEET": "",
        "WORDS_PER_MINUTE": {"en": 200, "pt-BR": 170},
    }

    assert findings() == []


@pytest.mark.parametrize("value", [None, "base.html", ["base.html"]])
def test_e001_the_setting_is_no_dictionary(settings, value):
    settings.BEATCANCER_WAGTAIL = value

    assert only_finding() == (
        "E001",
        Error,
        "BEATCANCER_WAGTAIL must be a dictionary.",
        "Write BEATCANCER_WAGTAIL = {…}.",
    )


@pytest.mark.parametrize("name", ["BASE_TEMPLAT", "base_template", "BASETEMPLATE"])
def test_e002_an_unknown_name_with_the_nearest_one(settings, name):
    settings.BEATCANCER_WAGTAIL = {name: "base.html"}

    assert only_finding() == (
        "E002",
        Error,
        f"BEATCANCER_WAGTAIL has no setting {name!r}.",
        "Did you mean BASE_TEMPLATE?",
    )


@pytest.mark.parametrize("name", ["XYZ", 5])
def test_e002_an_unknown_name_like_no_other(settings, name):
    settings.BEATCANCER_WAGTAIL = {name: "base.html"}

    code, _, message, hint = only_finding()
    assert (code, message) == ("E002", f"BEATCANCER_WAGTAIL has no setting {name!r}.")
    assert hint.startswith("The names are BASE_TEMPLATE, BODY_BLOCK, ")


@pytest.mark.parametrize(
    ("name", "value", "default"),
    [
        ("BASE_TEMPLATE", None, "'base.html'"),
        ("CONTENT_ELEMENT", 1, "'main'"),
        ("CACHE_SECONDS", "60", "60"),
        ("RICH_TEXT_FEATURES", "bold", "('bold', 'italic'"),
        ("RICH_TEXT_FEATURES", {"bold"}, "('bold', 'italic'"),
        ("STYLESHEET", None, "'beatcancer_wagtail/css/library.css'"),
        ("WORDS_PER_MINUTE", 200, "{}"),
    ],
)
def test_e003_a_value_of_the_wrong_type(settings, name, value, default):
    settings.BEATCANCER_WAGTAIL = {name: value}

    code, level, message, hint = only_finding()
    assert (code, level) == ("E003", Error)
    assert message == f"BEATCANCER_WAGTAIL['{name}'] has the wrong type."
    assert hint.startswith(f"The default is {default}")


@pytest.mark.parametrize("speed", [0, -200, "200", None, 1.5])
def test_e003_a_reading_speed_that_nobody_has(settings, speed):
    settings.BEATCANCER_WAGTAIL = {"WORDS_PER_MINUTE": {"en": speed}}

    assert only_finding() == (
        "E003",
        Error,
        "BEATCANCER_WAGTAIL['WORDS_PER_MINUTE'] has a wrong speed.",
        "Give whole numbers above 0, for example {'en': 220}.",
    )


def test_w001_no_base_template(settings):
    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "site/base.html"}

    assert only_finding() == (
        "W001",
        Warning,
        "The base template 'site/base.html' does not exist.",
        "Create it, or name your site's own in BEATCANCER_WAGTAIL = {'BASE_TEMPLATE': '…'}.",
    )


def test_w001_a_broken_base_template(settings, tmp_path):
    (tmp_path / "broken.html").write_text("{% block content %}")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [tmp_path]
    settings.TEMPLATES = templates
    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "broken.html"}

    code, _, message, hint = only_finding()
    assert code == "W001"
    assert message.startswith("The base template 'broken.html' is broken: ")
    assert hint == "Mend the template: the pages of the library extend it."


@pytest.fixture(scope="module")
def shown():
    """What ``check`` says of a site that has nothing but our one line."""
    command = [sys.executable, "-m", "django", "check", "--settings", "tests.settings.core_only"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_w002_and_w003_no_app_for_tables_and_for_settings(shown):
    assert "WARNINGS:\n?: (beatcancer_wagtail.W002) Editors have no table block." in shown
    assert "HINT: Add 'wagtail.contrib.typed_table_block' to INSTALLED_APPS." in shown
    assert "saving an article drops them" in shown
    assert (
        "(beatcancer_wagtail.W003) Editors cannot set the survey banner, the organisation and the closing call."
        in shown
    )
    assert "HINT: Add 'wagtail.contrib.settings' to INSTALLED_APPS" in shown


def test_w004_no_desk(shown):
    assert "(beatcancer_wagtail.W004) Editors have no library desk." in shown
    assert "HINT: Add 'wagtail_modeladmin' to INSTALLED_APPS, or silence this check." in shown


@pytest.mark.parametrize(
    "proxy", [{"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}, {"USE_X_FORWARDED_HOST": True}]
)
def test_w005_behind_a_proxy_every_reader_has_the_same_address(settings, proxy):
    def deployed():
        found = run_checks(tags=["beatcancer_wagtail"], include_deployment_checks=True)
        ours = [message for message in found if message.id.startswith("beatcancer_wagtail.")]
        return [(message.id.removeprefix("beatcancer_wagtail."), message.hint) for message in ours]

    assert deployed() == []
    for name, value in proxy.items():
        setattr(settings, name, value)
    assert findings() == []
    ((code, hint),) = deployed()
    assert code == "W005"
    assert "'TRUSTED_ADDRESS_HEADER': 'X-Forwarded-For'" in hint
    settings.BEATCANCER_WAGTAIL = {"TRUSTED_ADDRESS_HEADER": "X-Real-IP"}
    assert deployed() == []
    settings.BEATCANCER_WAGTAIL = {"FEEDBACK": False}
    assert deployed() == []


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere.Body", "cannot be imported: No module named 'nowhere'."),
        ("tests.testapp.models.Nothing", 'cannot be imported: Module "tests.testapp.models" does not define'),
        ("Body", "cannot be imported: Body doesn't look like a module path."),
        ("", "cannot be imported: "),
        (None, "cannot be imported: "),
        ("tests.testapp.models.NewsPage", "is no StreamBlock class."),
        ("tests.testapp.models.HotlineBlock", "is no StreamBlock class."),
    ],
)
def test_a_body_block_that_is_none_stops_every_command_with_advice(settings, path, reason):
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": path}

    with pytest.raises(ImproperlyConfigured) as caught:
        call_command("check")

    assert str(caught.value).startswith(f"BEATCANCER_WAGTAIL['BODY_BLOCK'] {path!r} {reason}")
    assert "Give the dotted path of a StreamBlock class, such as a subclass of" in str(caught.value)


def test_w006_another_search_stands_before_the_librarys(settings):
    settings.ROOT_URLCONF = "tests.urls_of_a_new_project"
    (found,) = [message for message in findings() if message.id == "beatcancer_wagtail.W006"]
    assert "/search/" in found.msg
    assert "Delete the other path" in found.hint
