"""Holds ``docs/reference/importer.md`` and the two how-to guides to the code of the app, and runs what they quote."""

import ast
import io
import json
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command, load_command_class
from django.test import override_settings
from django.urls import reverse

from beatcancer_wagtail.conf import LibrarySettings
from tests.builders import make_article, make_library
from tests.test_docs import DOCS, PACKAGE, prose, read, sections, source, table_names

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"
)

APP = PACKAGE / "importer"
NAME = "beatcancer_wagtail.importer"
EXAMPLES = Path(__file__).parent / "examples"
OLD_SITE = PACKAGE.parent / "example_project" / "demo" / "old_site"
GUIDES = [DOCS / "howto" / "bring-your-old-site.md", DOCS / "howto" / "bring-your-books.md"]
OF_DJANGO = {
    "help",
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no-color",
    "force-color",
    "skip-checks",
}


@pytest.fixture
def parts():
    return sections(read("reference/importer.md"), 2)


def module(name):
    return import_module(f"{NAME}.{name}")


def options_of(parser):
    return {option[2:] for option in parser._option_string_actions if option.startswith("--")} - OF_DJANGO


# Commands


def command_options(name):
    return options_of(load_command_class(NAME, name).create_parser("manage.py", name))


def test_commands_and_all_their_options():
    below = sections(read("reference/importer.md"), 3)
    there = {path.stem for path in (APP / "management" / "commands").glob("[a-z]*.py")}
    assert {name.strip("`") for name in below if name.startswith("`")} == there
    for name in there:
        assert set(re.findall(r"^\| `--([a-z-]+)", below[f"`{name}`"], re.MULTILINE)) == command_options(name), name


def test_options_of_the_module():
    said = re.findall(r"^\| `--([a-z-]+)", sections(read("reference/importer.md"), 3)["One page to JSON"], re.MULTILINE)
    assert set(said) == options_of(module("__main__")._parser())


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_commands_in_the_guides_are_right(page):
    """Each line is one that its command understands."""
    lines = re.findall(
        r"^ *python (?:manage\.py (import_\w+|prune_\w+)|-m (beatcancer_wagtail\.importer)) (.*)$",
        page.read_text(),
        re.MULTILINE,
    )
    assert lines
    for command, as_module, arguments in lines:
        words = re.findall(r'"[^"]*"|\S+', arguments)
        parser = (
            module("__main__")._parser()
            if as_module
            else load_command_class(NAME, command).create_parser("manage.py", command)
        )
        parser.parse_args([word.strip('"') for word in words])


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_names_of_commands_in_the_guides(page):
    there = {path.stem for path in (APP / "management" / "commands").glob("[a-z]*.py")}
    assert set(re.findall(r"manage\.py ((?:import|prune)_\w+)", page.read_text())) <= there
    known = set().union(*map(command_options, there))
    assert set(re.findall(r"`--([a-z-]+)", prose(page.read_text()))) <= known


# What is written, key by key


def test_names_of_the_json(parts):
    document = module("convert").convert((OLD_SITE / "packing-a-hospital-bag.html").read_bytes()).document
    table = parts["The JSON"].partition("### ")[0]
    assert set(table_names(table)) - {"provenance", "--url"} | {"provenance"} >= set(document)
    first = {
        name for cell in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)
    }
    assert first == {*document, "_seconds"}


def test_names_of_the_report_in_the_json(parts):
    report = module("convert").convert((OLD_SITE / "packing-a-hospital-bag.html").read_bytes()).document["report"]
    below = sections(read("reference/importer.md"), 3)["What `report` holds"].partition("\n## ")[0]
    assert set(table_names(below)) == set(report)
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", below, re.MULTILINE))
    assert set(report["coverage"]) == set(re.findall(r"`(\w+)`", rows["coverage"]))
    assert set(report["dropped"][0]) == set(re.findall(r"`(\w+)`", rows["dropped"]))


def documented_blocks():
    below = sections(read("reference/importer.md"), 3)["Blocks"]
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", below, re.MULTILINE))


EVERYTHING = b"""<!doctype html><html lang="en"><head><title>All kinds</title></head><body><main><article><h1>All kinds</h1>
<p>A page that has one thing of each kind, so that whoever reads the reference finds each of them there as well.</p>
<h2 id="pictures">Pictures</h2><p>One picture leads somewhere, and the caption of the other one is marked.</p>
<a href="https://example.org/more"><img src="a.png" alt="A"></a>
<figure><img src="b.png"><figcaption>One <b>bold</b> word</figcaption></figure>
<h2><a href="https://example.org/tables">Tables</a></h2>
<table><caption>Doses</caption><tr><th>Day</th><th>Dose</th></tr><tr><th>1</th><td>10 mg</td></tr></table>
<blockquote><p>It was <i>not</i> so bad.</p><footer>Ada</footer></blockquote>
<blockquote><p>It was worse.</p></blockquote>
<pre><code>one = 1</code></pre>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>
<div class="warning-box"><h3>Ring us</h3><p>If you have a temperature of 38 degrees or more, ring us at once.</p></div>
<div class="cta"><h3>Talk to us</h3><p>A nurse answers.</p><a class="btn" href="/contact/">Ring a nurse</a></div>
<h2>Frequently asked questions</h2>
<details id="one"><summary>Does it hurt?</summary><p>No, hardly ever.</p></details>
<details><summary>How long does it take?</summary><p>About an hour.</p></details>
</article></main></body></html>"""


def blocks_in(body):
    for block in body:
        yield block
        if isinstance(block["value"], dict):
            yield from blocks_in(block["value"].get("content") or [])


def test_blocks_of_the_json():
    """Whatever the mapper makes is described, with every name that it gives it."""
    said = documented_blocks()
    found = list(blocks_in(module("convert").convert(EVERYTHING, address="https://example.org/all").document["body"]))
    for block in found:
        assert block["type"] in said
        names = set(block["value"]) if isinstance(block["value"], dict) else set()
        names |= {name for item in names & {"items"} for entry in block["value"][item] for name in entry}
        assert names - set(re.findall(r"`(\w+)`", said[block["type"]])) == set(), block["type"]
    assert set(said) - {"type"} <= {block["type"] for block in found}


def test_reasons(parts):
    reasons = module("drops").REASONS
    assert dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", parts["Reasons"], re.MULTILINE)) == {
        "reason": "In words",
        **reasons,
    }


def test_keys_of_the_mapping(parts):
    mapping = module("writer.mapping")
    assert set(table_names(parts["The mapping file"])) == {*mapping._KEYS, "pages", "match"}


def test_states(parts):
    states = module("states")
    imports, rows = parts["States"].split("| Row | Means |")
    assert table_names(imports) == [value for value, _label in states.run_states()]
    assert table_names(rows) == [value for value, _label in states.row_states()]


def test_states_in_the_guide_are_those_of_the_editor():
    labels = {str(label) for value, label in module("states").row_states() if value != "read"}
    table = sections(GUIDES[0].read_text(), 2)["Import"]
    assert set(re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)) - {"State", "---"} == labels


def test_columns_of_the_report(parts):
    report = module("writer.report")
    models = module("models")
    run = models.ImportRun(kind="articles", source="old-site")
    run.dry_run = True
    row = models.ImportRow(run=run, position=1, source="a.html", state="refused", reason="Empty.")
    header = report.render(run, "csv", [row]).lstrip("\ufeff").splitlines()[0].split(",")
    said = table_names(parts["The report"])
    assert set(header) <= set(said)
    data = json.loads(report.render(run, "json", [row]))
    in_words = set(re.findall(r"`(\w+)`", parts["The report"]))
    assert set(data) | set(data["pages"][0]) <= in_words


def test_columns_of_the_report_of_books(parts):
    report = module("books.report").Report(module("models").ImportRun(kind="books", source="books.csv"))
    header = report.render("csv").lstrip("\ufeff").splitlines()[0].split(",")
    said = parts["The report"].partition("That of `import_books`")[2]
    assert set(re.findall(r"`(\w+)`", said)) == {*header, *json.loads(report.render("json"))}


def test_codes_of_onix():
    below = sections(read("reference/importer.md"), 3)["ONIX 3"].partition("\n## ")[0]
    product, known = module("books.onix_product"), module("books.onix_tags").LONG
    fields = re.findall(r"^\| (`[^|]*) \|", below, re.MULTILINE)
    assert {name for cell in fields for name in re.findall(r"`(\w+)`", cell)} == {*product.COLUMNS} - {"notification"}
    assert set(re.findall(r"`([A-Z]\w+)`", below)) <= known
    for code in ("_ISBN_13", "_GTIN_13", "_ISBN_10", "_PUBLISHED", "_FIRST_PUBLISHED", "_DESCRIPTION", "_KEYWORDS"):
        assert re.search(rf"\b{getattr(product, code)}\b", below), code


def test_columns_of_books(parts):
    wordings = module("books.columns").WORDINGS
    said = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", parts["Columns of books"].partition("### ")[0], re.M))
    known = {field: [wording.strip() for wording in all_.split(";")] for field, all_ in wordings.items()}
    known.pop("problem")
    assert {field: cell.split(", ") for field, cell in said.items()} == known


def test_columns_in_the_guide_are_known():
    columns = module("books.columns")
    table = sections(GUIDES[1].read_text(), 2)["A table"]
    cells = [cell for row in re.findall(r"^\| (.+) \|$", table, re.MULTILINE)[1:] for cell in re.split(r" \| |, ", row)]
    names = [cell.strip() for cell in cells if cell.strip() and "---" not in cell]
    assert len(names) > 30
    assert [name for name in names if columns.fold(name) not in {*columns._FIELDS, *columns._ONLY_IN_FRENCH}] == []


# What the site has of it


def test_settings_of_the_app_are_described(parts):
    described = sections(read("reference/settings.md"), 2)
    ours = {name for name in vars(LibrarySettings()) if name.startswith("IMPORT_")}
    assert ours == {name for name in described if name.startswith("IMPORT_")}
    assert ours == {name for name in re.findall(r"`(\w+)`", parts["Settings"]) if name.startswith("IMPORT_")}
    assert ours <= set(re.findall(r"\bIMPORT_[A-Z_]+\b", source(APP)))


@pytest.mark.parametrize("name", ["ImportRun", "ImportRow", "ImportedPage", "ImportedPicture", "ImportUpload"])
def test_fields_of_the_models(parts, name):
    below = parts["Models"].partition(f"| `{name}` |")[2].partition("\n\n")[0]
    first = {
        field for cell in re.findall(r"^\| ([^|]+) \|", below, re.MULTILINE) for field in re.findall(r"`(\w+)`", cell)
    }
    assert first == {field.name for field in apps.get_model("beatcancer_importer", name)._meta.local_fields} - {"id"}


def test_checks(parts):
    assert set(table_names(parts["System checks"])) == set(re.findall(r"beatcancer_importer\.[EWIC]\d{3}", source(APP)))


def test_templates(parts):
    folder = APP / "templates" / "beatcancer_importer"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(table_names(parts["Templates"])) == there


def test_static_files(parts):
    folder = APP / "static" / "beatcancer_importer"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {
        name.removeprefix("beatcancer_importer/") for name in re.findall(r"`([\w/]+\.(?:css|js))`", parts["CSS"])
    } == there


@pytest.mark.django_db
def test_permissions(parts):
    registered = module("permissions").registered()
    codes = {f"beatcancer_importer.{permission.codename}" for permission in registered}
    assert set(re.findall(r"^\| `(beatcancer_importer\.\w+)` \|", parts["Permissions"], re.MULTILINE)) == codes


@pytest.mark.django_db
def test_permissions_of_the_guide_are_those_of_the_group_form(admin_client):
    from bs4 import BeautifulSoup

    guide = sections(GUIDES[0].read_text(), 2)["Who may import"]
    told = {}
    for row, cell in re.findall(r"^\| \*([^*]+)\* \| ([^|]+) \|", guide, re.MULTILINE):
        told.setdefault(row, set()).update(re.findall(r"\*(?:can )?(\w+)\*", cell.lower()))
    ours = {permission.pk: permission for permission in module("permissions").registered()}
    form = BeautifulSoup(admin_client.get(reverse("wagtailusers_groups:add")).content, "html.parser")
    offered = {}
    for box in form.select('table input[name="permissions"]'):
        if permission := ours.get(int(box["value"])):
            row = box.find_parent("tr").td.get_text(" ", strip=True)
            offered.setdefault(row, set()).add(permission.codename.partition("_")[0])
    assert told == offered


def test_limits(parts):
    limits, soup, sources = module("books.limits"), module("reader.soup"), module("writer.archives")
    said = parts["Limits"]
    assert (
        f"{limits.ROWS:,} rows, {limits.TABLE_BYTES // limits.MEGABYTE} MB; ONIX {limits.ONIX_BYTES // limits.MEGABYTE} MB"
        in said
    )
    assert f"{limits.ROWS_IN_THE_ADMIN:,} rows and {limits.ADMIN_BYTES // limits.MEGABYTE} MB" in said
    assert f"{soup.MAX_TEXT // 1_000_000} million characters of mark-up" in said
    assert f"{soup.MAX_TAGS:,} elements, {soup.MAX_WORDS_LENGTH // 1_000_000} million characters of text" in said
    assert f"{soup.MAX_PARTS:,} headings, questions, pictures and tables" in said
    assert f"{sources.MAX_FILES:,} files" in said
    admin = module("admin.limits")
    assert f"{admin.PAGES:,} pages, {admin.MEGABYTES} MB" in said


# What the guides quote


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def old_site(tmp_path):
    """The demo's two saved pages where the mapping of the guide looks for them, and a page of a shop."""
    folder = tmp_path / "old-site"
    shutil.copytree(OLD_SITE, folder / "side-effects")
    for page in (folder / "side-effects").glob("*.html"):  # so that the mapping's address counts
        page.write_text(re.sub(r"<link rel=\"canonical\"[^>]*>", "", page.read_text()))
    (folder / "shop").mkdir()
    (folder / "shop" / "cards.html").write_text(
        "<html><body><main><h1>Cards</h1><p>Ten cards.</p></main></body></html>"
    )
    return folder


@pytest.fixture
def imported(db, old_site, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    make_library(slug="resources")
    call_command(
        "import_articles",
        old_site,
        map=EXAMPLES / "mapping.toml",
        report=tmp_path / "report.json",
        stdout=io.StringIO(),
    )
    return json.loads((tmp_path / "report.json").read_text())["pages"]


def test_mapping_of_the_guide(imported):
    by_name = {Path(page["source"]).name: page for page in imported if page["state"] == "created"}
    assert set(by_name) == {"looking-after-your-mouth.html", "packing-a-hospital-bag.html"}
    mouth = by_name["looking-after-your-mouth.html"]
    assert mouth["address"] == "https://old.wrenfield.example/side-effects/looking-after-your-mouth.html"
    assert ["Share" in part["text"] for part in mouth["dropped"] if part["reason"] == "mapping"].count(True) == 1
    page = module("models").ImportedPage.objects.get(page=mouth["page"]).page.specific
    assert page.slug == "a-sore-mouth"
    assert page.summary == "Chemotherapy and radiotherapy can make a mouth sore. What helps each day."
    assert page.live is False
    for other in by_name.values():
        assert other["coverage"] == 100
        draft = module("models").ImportedPage.objects.get(page=other["page"]).page.specific
        assert "Side effects" in draft.get_latest_revision_as_object().tags.values_list("name", flat=True)


def test_old_addresses_of_the_guide_lead_to_what_is_published(imported, client):
    from wagtail.models import Site

    from tests.clinic.old_addresses import lead_old_addresses_on

    known = {old.page.slug: old for old in module("models").ImportedPage.objects.select_related("page")}
    page = known["a-sore-mouth"].page.specific
    page.get_latest_revision().publish()
    lead_old_addresses_on(Site.objects.get(is_default_site=True))
    for old in ("looking-after-your-mouth.html", "looking-after-your-mouth"):
        answer = client.get(f"/side-effects/{old}")
        assert answer.status_code == 301
        assert answer["Location"].endswith(page.get_url())
    assert client.get("/side-effects/packing-a-hospital-bag.html").status_code == 404


@pytest.mark.django_db
def test_books_of_the_guide():
    from beatcancer_wagtail.models import BookSnippet

    call_command("import_books", EXAMPLES / "books.csv", stdout=io.StringIO(), stderr=io.StringIO())
    books = {book.title: book.get_latest_revision_as_object() for book in BookSnippet.objects.all()}
    quiet = books["The Quiet Ward"]
    assert quiet.author_names == ["Ada Wren", "Tom Heather"]
    assert (quiet.isbn, quiet.year, str(quiet.rating_value), quiet.rating_count) == (
        "9780000000019",
        2021,
        "4.25",
        1511,
    )
    assert (quiet.rating_source, str(quiet.rating_as_of)) == ("Readers' Circle", "2026-01-31")
    assert {tag.name for tag in quiet.tags.all()} == {"Hospital", "Waiting"}
    assert books["Letters from Bay Four"].year == 2017
    assert not any(book.live for book in books.values())


@pytest.mark.django_db
def test_the_guides_first_three_lines_work_as_they_are_told(tmp_path, settings):
    """A dry run stores nothing, writes its report, and says what the import then says."""
    settings.MEDIA_ROOT = tmp_path / "media"
    make_article(make_library(slug="library"))
    said = io.StringIO()
    call_command(
        "import_articles", OLD_SITE, parent="library", url_base="https://old.example.org/library/", dry_run=True,
        report=tmp_path / "report.html", stdout=said,
    )  # fmt: skip
    assert not module("models").ImportRun.objects.exists()
    html = (tmp_path / "report.html").read_text()
    assert "nothing was stored" in html
    assert "New draft: 2" in said.getvalue()
    for heading in re.findall(
        r"^\| .*?\*([A-Z][^*]+)\*", sections(GUIDES[0].read_text(), 2)["Read the report"], re.MULTILINE
    ):
        assert heading in (APP / "templates" / "beatcancer_importer" / "report.html").read_text(), heading


def test_the_guide_tells_the_defaults():
    guide = GUIDES[0].read_text()
    defaults = LibrarySettings()
    told = dict(re.findall(r"\[(\d+)[^\]]*\]\(\.\./reference/settings\.md#(import_\w+)\)", guide))
    assert {int(number) for number in told} == {defaults.IMPORT_MAX_PICTURE_MB, 50, defaults.IMPORT_KEEP_DAYS}
    assert defaults.IMPORT_MAX_PIXELS == 50_000_000
    limits = module("books.limits")
    told = f"{limits.ROWS_IN_THE_ADMIN:,} books and {limits.ADMIN_BYTES // limits.MEGABYTE} MB; the command takes {limits.ROWS:,}"
    assert told in GUIDES[1].read_text()
    admin = module("admin.limits")
    assert f"{admin.PAGES:,} pages and {admin.MEGABYTES} MB" in guide


@override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_PAGE_MB": 0})
def test_a_limit_of_nothing_is_said():
    checks = module("checks")
    assert [problem.id for problem in checks.check_limits(None)] == ["beatcancer_importer.E002"]


def test_words_of_buttons_in_the_guides():
    """What the guides call a button or a field is what the admin calls it."""
    html = source(APP / "templates", "*.html") + source(APP / "admin") + source(APP / "desk")
    for name in (
        "Where the pages come from", "Read the files", "Leave this one out", "Make the drafts", "Throw away…",
        "Read the file", "The refused rows, to correct (CSV)", "Imports", "Imported pages and books", "Go on",
    ):  # fmt: skip
        assert name in html, name
        assert any(name in page.read_text() for page in GUIDES), name


def test_the_module_runs_without_settings():
    tree = ast.parse((APP / "__main__.py").read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not any((name or "").startswith("django") for name in imported)
