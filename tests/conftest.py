import os
import sys

import django
import hypothesis
import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.cache import cache

from tests.front_cache import cache_in_front, commit  # noqa: F401 - fixtures

# What their fixtures make takes long: a Chromium and a demo for editors, the same for readers, a demo, a wheel, 52 pages.
TOGETHER = (
    tuple(f"tests/browser/test_{name}" for name in ("admin", "editor", "feedback", "moderation")),
    ("tests/browser/",),
    ("tests/test_example_project.py",),
    ("tests/test_packaging.py",),
    ("tests/importer/test_corpus.py",),
)
LONGEST = ("tests/test_custom_base.py", "tests/test_core_only.py", "tests/comments/test_busy_database.py")


def pytest_addoption(parser):
    parser.addoption(
        "--first-case",
        action="store_true",
        help="of each parametrised test only the first case, unless it is marked every_case: "
        "whether it works on another database or with older releases shows with one",
    )


def pytest_report_header():
    database = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Python {python}, Django {django.__version__}, Wagtail {wagtail.__version__}, {database}"


# A slow machine is no failure. Whoever changes what reads or writes pages asks for --hypothesis-profile=thorough.
UNHURRIED = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("unhurried", **UNHURRIED)
hypothesis.settings.register_profile("thorough", max_examples=1000, derandomize=False, **UNHURRIED)
hypothesis.settings.load_profile("unhurried")


def pytest_configure():
    """A run that is meant for one database must never fall back to another."""
    required = os.environ.get("BEATCANCER_REQUIRE_DATABASE", "")
    if not settings.DATABASES["default"]["ENGINE"].endswith(required):
        raise pytest.UsageError(f"This run needs {required}; DATABASE_URL names another database, or none.")


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Counts and site roots outlive a test in the cache, while their pages are rolled back."""
    cache.clear()


def pytest_ignore_collect(collection_path):
    """Tests that use the models of tests/testapp run where that app is installed."""
    if collection_path.suffix == ".py" and not apps.is_installed("tests.testapp"):
        return "tests.testapp" in collection_path.read_text() or None
    return None


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config, items):
    """MariaDB's full-text index finds a row only once it is committed, so tests that search commit there."""
    if config.getoption("first_case"):
        keep_first_cases(config, items)
    engine = settings.DATABASES["default"]["ENGINE"]
    is_plain = "sqlite3" in engine and settings.SETTINGS_MODULE == "tests.settings.everything"
    for item in items:
        if "mysql" in engine and item.get_closest_marker("searches"):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
        if not is_plain and item.get_closest_marker("own_database"):
            item.add_marker(pytest.mark.skip(reason="has databases and settings of its own: the same in every run"))
    yield
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))  # or one process would still be busy with them


def keep_first_cases(config, items):
    first, others = {}, []
    for item in items:
        name = item.nodeid if item.get_closest_marker("every_case") else item.nodeid.partition("[")[0]
        if first.setdefault(name, item) is not item:
            others.append(item)
    config.hook.pytest_deselected(items=others)
    items[:] = first.values()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests that share what takes long to make run in one process. The marks of xdist 3.8 do nothing with pytest 9.2."""
    if config.getvalue("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return next((paths[0] for paths in TOGETHER if nodeid.startswith(paths)), nodeid)

    return Together(config, log)
