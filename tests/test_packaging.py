"""What a site builder gets: the built wheel, installed into a new Wagtail project as the README says."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "beatcancer_wagtail"
NOT_SOURCE = shutil.ignore_patterns(".*", "__pycache__", "var", "build", "dist", "*.egg-info", "node_modules")

pytestmark = pytest.mark.network


def run(*command, cwd, script="", **environment):
    """Run a command to its end, ``script`` on its standard input, and return what it printed. A failure shows all of it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment() | environment,
        input=script,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n\n{done.stdout}", pytrace=False)
    return done.stdout


def clean_environment():
    """Ours, without what this test run has set for its own Django and Python."""
    ours = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "PYTHONPATH", "PYTHONWARNINGS", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in ours}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """A folder with a new virtual environment ``venv`` and nothing else."""
    folder = tmp_path_factory.mktemp("site")
    venv.create(folder / "venv", symlinks=True, with_pip=True)
    return folder


@pytest.fixture(scope="session")
def index(site_folder):
    """The package index, asked for one small file. Without it the tests here are left out, or fail if they are required."""
    pip = [site_folder / "venv" / "bin" / "pip", "download", "--no-deps", "--no-cache-dir", "--retries", "1"]
    command = [*map(str, pip), "--dest", str(site_folder / "probe"), "swapper"]
    asked = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=clean_environment())
    if asked.returncode:
        reason = f"the package index cannot be reached: {asked.stderr.strip().splitlines()[-1]}"
        if os.environ.get("BEATCANCER_REQUIRE_NETWORK"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """A copy of the checkout: building leaves files behind, and takes up those left by an earlier build."""
    return shutil.copytree(ROOT, tmp_path_factory.mktemp("source") / "checkout", ignore=NOT_SOURCE)


@pytest.fixture(scope="session")
def wheel(index, source, tmp_path_factory):
    """The wheel, built from the source distribution as a release is."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, source, cwd=source)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def test_wheel_holds_the_whole_package_and_nothing_else(names, source):
    files = [path for path in (source / PACKAGE).rglob("*") if path.is_file() and path.name != "README.md"]
    package = {path.relative_to(source).as_posix() for path in files}
    assert {name for name in names if ".dist-info/" not in name} == package


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "migrations/0001_initial.py",
        "static/beatcancer_wagtail/css/library.css",
        "templates/beatcancer_wagtail/article_page.html",
    ],
)
def test_wheel_holds(names, name):
    assert f"{PACKAGE}/{name}" in names


def test_wheel_holds_every_translation_compiled(names):
    written = {name for name in names if name.endswith(".po")}
    assert {name.removesuffix(".po") + ".mo" for name in written} <= names


def test_wheel_says_what_it_needs(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        said = message_from_bytes(archive.read(name))
    needed = {re.match(r"[\w-]+", line)[0].lower() for line in said.get_all("Requires-Dist") if "extra ==" not in line}
    assert needed == {"django", "wagtail", "wagtail-modeladmin", "beautifulsoup4", "swapper"}
    assert said["Requires-Python"] == ">=3.10"


# The README's first steps


def install_section():
    """The commands and the lines for INSTALLED_APPS in the README's section "Install"."""
    section = re.search(r"^## Install\n(.*?)(?=^## |\Z)", (ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE)
    assert section, 'the README has no section "## Install"'
    fenced = re.findall(r"^```(\w+)\n(.*?)^```$", section[1], re.DOTALL | re.MULTILINE)
    commands = [line for language, code in fenced if language == "sh" for line in code.splitlines() if line.strip()]
    apps = [line.strip() for language, code in fenced if language == "python" for line in code.splitlines()]
    return commands, [line for line in apps if line.startswith('"')]


@pytest.fixture(scope="session")
def project(wheel, site_folder):
    """A new Wagtail project, with the README's section "Install" followed word for word."""
    binaries = site_folder / "venv" / "bin"
    constraints = site_folder / "constraints.txt"
    constraints.write_text(f"beatcancer-wagtail @ {wheel.as_uri()}\n")
    environment = {
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "PIP_CONSTRAINT": str(constraints),  # the README's "pip install" gets the wheel that was just built
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "DJANGO_SUPERUSER_PASSWORD": "a long enough password",
    }
    run(binaries / "pip", "install", "--quiet", "wagtail", cwd=site_folder, **environment)
    run(binaries / "wagtail", "start", "mysite", cwd=site_folder, **environment)

    site = site_folder / "mysite"
    commands, apps = install_section()
    settings = site / "mysite" / "settings" / "base.py"
    code = settings.read_text()
    assert code.count("INSTALLED_APPS = [\n") == 1
    settings.write_text(code.replace("INSTALLED_APPS = [\n", "INSTALLED_APPS = [\n    " + "\n    ".join(apps) + "\n"))
    for command in commands:
        run("sh", "-ec", command, cwd=site, **environment)
    superuser = ("createsuperuser", "--noinput", "--username", "editor", "--email", "editor@example.org")
    run(binaries / "python", "manage.py", *superuser, cwd=site, **environment)
    return site


def manage(project, *arguments):
    return run(project.parent / "venv" / "bin" / "python", "manage.py", *arguments, cwd=project)


def test_new_project_passes_the_system_checks(project):
    assert "no issues" in manage(project, "check", "--fail-level", "INFO")


def test_new_project_gets_no_migrations_of_its_own_from_us(project):
    assert "No changes detected" in manage(project, "makemigrations", "--check", "--dry-run")


def test_first_article_is_published_through_the_admin_form(project, tmp_path):
    python = project.parent / "venv" / "bin" / "python"
    editor = (Path(__file__).parent / "first_article.py").read_text()
    run(python, "-", tmp_path, cwd=project, script=editor)

    status, page = (tmp_path / "article.html").read_text().split("\n", 1)
    assert status == "200"
    assert '<h1 class="bc-article__title">What is a biopsy?</h1>' in page
    assert "A biopsy shows under the microscope what a lump is made of." in page
    assert "A doctor takes a small piece of tissue" in page
    assert "/static/css/mysite.css" in page, "the page does not stand inside the project's own base template"

    status, stylesheet = (tmp_path / "library.css").read_text().split("\n", 1)
    assert status == "200"
    assert "--bc-" in stylesheet
