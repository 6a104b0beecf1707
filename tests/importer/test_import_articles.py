"""The command: saved pages in, drafts out."""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model
from wagtail.models import Collection, Revision

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.resources import base_page_model
from tests.builders import article_model, make_editor, make_library

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


def page(title, *paragraphs, address=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    link = f'<link rel="canonical" href="{address}">' if address else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{link}'
        f'<meta name="description" content="What to know about it."></head>'
        f"<body><nav><a href='/'>Home</a></nav><main><h1>{title}</h1>{body}</main><footer>Imprint</footer></body></html>"
    )


def run(*args, **options):
    out = io.StringIO()
    call_command("import_articles", *map(str, args), stdout=out, **options)
    return out.getvalue()


def drawing(colour="teal"):
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def site(tmp_path):
    """A saved site of two pages that link to each other, with a picture."""
    folder = tmp_path / "old-site"
    (folder / "more").mkdir(parents=True)
    text = "It helps the team to plan what comes next, and it takes a quarter of an hour."
    (folder / "scan.html").write_text(
        page(
            "The scan",
            text,
            "Read about <a href='more/dose.html'>the dose</a> as well.",
            '<img src="map.png" alt="A map">',
        )
    )
    (folder / "more" / "dose.html").write_text(page("The dose", text, "It is 5 mg &lt; once a day."))
    (folder / "map.png").write_bytes(drawing())
    (folder / "notes.txt").write_text("nothing to do with it")
    return folder


def test_a_folder_becomes_drafts_below_the_page_that_is_named(site):
    library = make_library()
    editor = make_editor()
    said = run(site, "--parent", library.pk, "--user", "editor")
    drafts = {draft.title: draft for draft in article_model().objects.child_of(library)}
    assert sorted(drafts) == ["The dose", "The scan"]
    assert [draft.live for draft in drafts.values()] == [False, False]
    assert [draft.owner for draft in drafts.values()] == [editor, editor]
    assert "5 mg &lt; once" in drafts["The dose"].body[0].value.source
    assert "more/dose.html: New draft; 100.00 %" in said
    scan = drafts["The scan"].get_latest_revision_as_object()
    assert f'id="{drafts["The dose"].pk}"' in scan.body[0].value.source
    image = get_image_model().objects.get()
    assert scan.body[1].value["image"].pk == image.pk
    assert scan.body[1].value["image"].contextual_alt_text == "A map"
    assert image.collection == Collection.objects.get(name="Imported")


def test_again_it_changes_nothing_and_keeps_a_record_of_the_run(site):
    from beatcancer_wagtail.importer.models import ImportRun

    library = make_library()
    run(site, "--parent", library.slug)
    before = Revision.objects.count()
    said = run(site, "--parent", library.slug)
    assert said.count("Nothing new") == 3
    assert Revision.objects.count() == before
    assert article_model().objects.count() == 2
    assert get_image_model().objects.count() == 1
    runs = ImportRun.objects.order_by("pk")
    assert [(entry.state, entry.rows.count()) for entry in runs] == [(states.FINISHED, 2)] * 2
    assert runs[0].rows.first().document is None


def test_a_changed_file_is_a_new_revision_and_told(site):
    library = make_library()
    run(site, "--parent", library.pk)
    (site / "more" / "dose.html").write_text(
        page("The dose", "It is 10 mg, twice a day, until the team says otherwise.")
    )
    report = site.parent / "report.json"
    said = run(site, "--parent", library.pk, "--report", report)
    assert "more/dose.html: New revision of a draft" in said
    assert "scan.html: Nothing new" in said
    rows = {row["source"]: row for row in json.loads(report.read_text())["pages"]}
    assert rows["more/dose.html"]["changes"] == ["Section changed: the text without a heading"]


def test_a_dry_run_stores_nothing_and_says_the_same(site):
    from beatcancer_wagtail.importer.models import ImportRun

    library = make_library()
    before = base_page_model().objects.count()
    report = site.parent / "dry.json"
    said = run(site, "--parent", library.pk, "--dry-run", "--report", report)
    assert said.count("New draft") == 3
    assert "nothing was stored" in said
    assert base_page_model().objects.count() == before
    assert not ImportRun.objects.exists()
    assert not get_image_model().objects.exists()
    real = site.parent / "real.json"
    run(site, "--parent", library.pk, "--report", real)
    dry_pages, real_pages = json.loads(report.read_text())["pages"], json.loads(real.read_text())["pages"]
    assert [
        {**row, "page": None, "linked": []} for row in real_pages
    ] == dry_pages  # what is no draft yet, none leads to


def test_a_zip_file_is_like_a_folder_and_a_bad_page_holds_up_no_other(tmp_path):
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.html", page("First", "A text that is long enough to be one, and then some more."))
        file.writestr("b.html", b"%PDF-1.7 nothing")
        file.writestr("../escape.html", page("Escape", "Text."))
        file.writestr("c.html", page("Third", "Another text that is long enough to be one, and more."))
    said = run(path, "--parent", make_library().pk)
    assert sorted(article_model().objects.values_list("title", flat=True)) == ["First", "Third"]
    assert "b.html: Refused; " in said
    assert "../escape.html: Refused; The name leads out of the zip file." in said


def test_one_file_with_its_address(tmp_path):

    from beatcancer_wagtail.importer.models import ImportedPage

    path = tmp_path / "saved.html"
    path.write_text(page("Saved", "A text that is long enough to be one, and then some more."))
    run(path, "--parent", make_library().pk, "--url", "https://old.example.org/health/saved/")
    assert ImportedPage.objects.get().address == "https://old.example.org/health/saved/"
    assert article_model().objects.get().slug == "saved"


def test_pages_that_all_give_the_same_address_are_kept_apart(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(3):
        text = f"Page {number} has a text of its own that is long enough to be one."
        (folder / f"{number}.html").write_text(page(f"Page {number}", text, address="https://old.example.org/"))
    library = make_library()
    run(folder, "--parent", library.pk)
    said = run(folder, "--parent", library.pk)
    assert said.count("Nothing new") == 4
    assert sorted(article_model().objects.values_list("title", flat=True)) == ["Page 0", "Page 1", "Page 2"]


@pytest.mark.parametrize("name", ["mapping.toml", "mapping.yml"])
def test_a_mapping_says_more_about_pages(site, name):
    library = make_library()
    news = make_library(title="News", slug="news")
    texts = {
        "mapping.toml": """tags = ["Archive"]\naddress-base = "https://old.example.org/"\n
[[pages]]\nmatch = "more/*"\nparent = "news"\ntags = ["Doses"]\nslug = "how-much"\n
[[pages]]\nmatch = "scan.html"\nskip = true\n""",
        "mapping.yml": """tags: [Archive]
address-base: https://old.example.org/
pages:
  - match: more/*
    parent: news
    tags: [Doses]
    slug: how-much
  - match: scan.html
    skip: true
""",
    }
    path = site.parent / name
    path.write_text(texts[name])
    run(site, "--parent", library.pk, "--map", path)
    draft = article_model().objects.get()
    assert draft.get_parent().pk == news.pk
    assert draft.slug == "how-much"
    assert sorted(tag.name for tag in draft.tags.all()) == ["Archive", "Doses"]


def test_a_part_that_the_mapping_drops_is_in_the_report(site):
    (site / "scan.html").write_text(
        page("The scan", 'A text that is long enough to be one.</p><p class="advert">Buy this now, it is cheap.')
    )
    path = site.parent / "map.toml"
    path.write_text('drop = ["p.advert"]\n')
    report = site.parent / "report.json"
    run(site / "scan.html", "--parent", make_library().pk, "--map", path, "--report", report)
    assert "Buy this" not in str(article_model().objects.get().body)
    dropped = json.loads(report.read_text())["pages"][0]["dropped"]
    assert [part["reason"] for part in dropped if "Buy this" in part["text"]] == ["mapping"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--parent", "nowhere"], "no page with the id or slug"),
        (["--parent", "/nowhere/"], "no page at /nowhere/"),
        ([], "Say with --parent"),
        (["--user", "nobody"], "no user “nobody”"),
        (["--report", "report.docx"], ".html, .csv or .json"),
        (["--map", "missing.toml"], "cannot be read"),
        (["--url", "https://e.org/"], "--url-base for several"),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_read(site, arguments, message):
    library = make_library()
    if "--parent" not in arguments and arguments:
        arguments = [*arguments, "--parent", str(library.pk)]
    with pytest.raises(CommandError) as caught:
        run(site, *arguments)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tags = 'one'", "wrong type"),
        ("colour = 'red'", "no entry “colour”"),
        ("pages = 3", "must be a list"),
        ("tags = [", "no valid TOML"),
    ],
)
def test_a_wrong_mapping_is_told(site, text, message):
    path = site.parent / "map.toml"
    path.write_text(text)
    with pytest.raises(CommandError) as caught:
        run(site, "--parent", str(make_library().pk), "--map", path)
    assert message in str(caught.value)


def test_a_place_is_found_by_its_path(site):
    library = make_library()
    run(site / "scan.html", "--parent", f"/{library.slug}/")
    assert article_model().objects.get().get_parent().pk == library.pk


def test_an_empty_folder_and_a_missing_one(tmp_path):
    library = make_library()
    for path, message in ((tmp_path, "There is no page in"), (tmp_path / "gone", "There is no file or folder")):
        with pytest.raises(CommandError, match=message):
            run(path, "--parent", library.pk)


def test_frames_that_browsers_save_beside_a_page_are_no_pages(site):
    (site / "scan_files").mkdir()
    (site / "scan_files" / "advert.html").write_text(page("Advert", "Buy this, it is cheap and it is good."))
    run(site, "--parent", make_library().pk)
    assert article_model().objects.count() == 2


def test_a_page_costs_the_same_however_many_there_are(tmp_path, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    library = make_library()
    costs = []
    for count in (4, 16):
        folder = tmp_path / f"site-{count}"
        folder.mkdir()
        for number in range(count):
            text = f"Page {number} of {count} has a text of its own that is long enough to be one."
            (folder / f"{number}.html").write_text(page(f"Page {number} of {count}", text))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            run(folder, "--parent", library.pk)
        costs.append(len(queries))
    assert (costs[1] - costs[0]) / 12 <= costs[0] / 4 + 1


def test_on_a_terminal_there_is_a_bar_and_only_troubled_pages_get_a_line(site, monkeypatch):
    pytest.importorskip("tqdm")
    (site / "bad.html").write_bytes(b"%PDF-1.7")

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    call_command("import_articles", str(site), "--parent", str(make_library().pk), stdout=out)
    assert "3/3" in out.getvalue()
    assert "bad.html: Refused" in out.getvalue()
    assert "scan.html: New draft" not in out.getvalue()


def test_pictures_are_fetched_only_when_that_is_asked_for(site, monkeypatch):
    from beatcancer_wagtail.importer.writer import network

    address = "https://old.example.org/"
    (site / "map.png").unlink()
    asked = []

    def fetch(self, url, into):
        asked.append(url)
        into.write(drawing())

    monkeypatch.setattr(network.Fetcher, "fetch", fetch)
    library = make_library()
    said = run(site / "scan.html", "--parent", library.pk, "--url", f"{address}scan.html")
    assert asked == []
    assert "pictures missing: 1" in said
    run(site / "scan.html", "--parent", library.pk, "--url", f"{address}scan.html", "--fetch-images")
    assert asked == [f"{address}map.png"]
    assert get_image_model().objects.count() == 1
    for more in ([], ["--fetch-images"]):
        said = run(site / "scan.html", "--parent", library.pk, "--url", f"{address}scan.html", *more)
        assert "Nothing new" in said
        assert "pictures missing" not in said
    assert asked == [f"{address}map.png"]  # what is there already is not asked for again


def test_a_dry_run_says_that_it_fetches_no_picture(site):
    parent = ("--parent", make_library().pk)
    assert "only in the real run" in run(site, *parent, "--fetch-images", "--dry-run")
    assert "only in the real run" not in run(site, *parent, "--fetch-images")
    assert "only in the real run" not in run(site, *parent, "--dry-run")


def test_a_draft_is_made_only_once(site, monkeypatch):
    from beatcancer_wagtail.importer.writer import articles

    made = []
    make_draft = articles.make_draft

    def counting(*args, **kwargs):
        made.append(kwargs["name"])
        return make_draft(*args, **kwargs)

    monkeypatch.setattr(articles, "make_draft", counting)
    library = make_library()
    for said in ("New draft", "Nothing new"):
        made.clear()
        assert said in run(site, "--parent", library.pk)
        assert len(made) == len(set(made)) == 2


def test_the_record_of_a_run_that_breaks_off_says_so(site, monkeypatch):
    from beatcancer_wagtail.importer.models import ImportRun
    from beatcancer_wagtail.importer.writer import batches

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(batches, "import_row", stop)
    with pytest.raises(KeyboardInterrupt):
        run(site, "--parent", make_library().pk)
    entry = ImportRun.objects.get()
    assert entry.state == states.STOPPED
    assert entry.problem == "It was broken off."


def test_the_checks_say_what_is_missing_and_which_limits_are_wrong(monkeypatch, settings):
    from beatcancer_wagtail.importer import checks

    settings.BEATCANCER_WAGTAIL = {"IMPORT_MAX_PIXELS": 0}
    monkeypatch.setattr(checks, "is_installed", lambda module: module == "lxml")
    found = [*checks.check_extra(None), *checks.check_limits(None)]
    assert [problem.id for problem in found] == [
        "beatcancer_importer.E001",
        "beatcancer_importer.E002",
    ]
    assert "nh3" in found[0].msg
    assert "IMPORT_MAX_PIXELS" in found[1].msg


def test_the_checks_are_silent_where_all_is_well():
    from beatcancer_wagtail.importer import checks

    assert [*checks.check_extra(None), *checks.check_limits(None)] == []


def test_a_mapping_fits_an_address_and_tells_what_it_leaves_out(site):
    from beatcancer_wagtail.importer.models import ImportRow

    path = site.parent / "mapping.toml"
    path.write_text('[[pages]]\nmatch = "https://old.example.org/more/*"\nskip = true\n')
    run(site, "--parent", make_library().pk, "--map", path, "--url-base", "https://old.example.org/")
    assert article_model().objects.get().title == "The scan"
    left = ImportRow.objects.get(state=states.LEFT)
    assert (left.source, left.reason) == ("more/dose.html", "The mapping says that it is to be left out.")


def test_the_source_is_kept_to_be_seen_beside_the_draft(site):
    from beatcancer_wagtail.importer.models import ImportRow

    run(site, "--parent", make_library().pk)
    row = ImportRow.objects.get(title="The scan")
    assert row.source_data == (site / "scan.html").read_bytes()


def test_a_link_finds_a_page_whose_address_lost_its_ending_when_it_was_saved(site):
    """As programs that mirror a site do: /more/dose is saved as more/dose.html."""
    (site / "scan.html").write_text(page("The scan", "Read about <a href='/more/dose'>the dose</a> as well, please."))
    run(site, "--parent", make_library().pk, "--url-base", "https://old.example.org/")
    drafts = {draft.title: draft for draft in article_model().objects.all()}
    scan = drafts["The scan"].get_latest_revision_as_object()
    assert f'id="{drafts["The dose"].pk}"' in scan.body[0].value.source


def test_the_author_is_told_where_articles_have_no_field_for_one(site):
    (site / "more" / "dose.html").unlink()
    text = page("The scan", "It helps the team to plan what comes next, and it takes a quarter of an hour.")
    (site / "scan.html").write_text(text.replace("</head>", '<meta name="author" content="Dr Ada Wren"></head>'))
    report = site.parent / "report.json"
    run(site, "--parent", make_library().pk, "--report", report)
    has_field = any(field.name == "author" for field in article_model()._meta.get_fields())
    assert ("The page names its author: “Dr Ada Wren”" in report.read_text()) is not has_field


def test_it_says_why_a_page_needs_a_look(tmp_path, monkeypatch):
    from beatcancer_wagtail.importer.outline import Dropped
    from beatcancer_wagtail.importer.writer import reading

    told = Dropped("related", "Nobody told us what to take with us to the clinic. " * 4)
    found = reading.coverage_of
    monkeypatch.setattr(reading, "coverage_of", lambda words, kept, dropped: found(words, kept, [*dropped, told]))
    (tmp_path / "a.html").write_text(page("The scan", "A text that is long enough to be one."))
    said = run(tmp_path, "--parent", make_library().pk, "--report", tmp_path / "report.json")
    assert "needs a look: 1 passage that was left out reads like a text." in said
    read = json.loads((tmp_path / "report.json").read_text())["pages"][0]
    assert read["doubtful"] == [told.text]


def test_a_page_without_text_is_never_stored_without_a_word(tmp_path):
    (tmp_path / "a.html").write_text("<title>The scan</title><nav><a href='/'>Home</a></nav><main></main>")
    said = run(tmp_path, "--parent", make_library().pk, "--report", tmp_path / "report.json")
    assert "needs a look: Hardly any text was found" in said
    read = json.loads((tmp_path / "report.json").read_text())["pages"][0]
    assert (read["coverage"], read["needs_a_look"], len(read["look"])) == (0, True, 1)


def test_addresses_that_the_importer_writes_out_are_not_words_that_the_source_lacks(tmp_path):
    picture = "<a href='https://old.example.org/syndication/form?url=one'><img src='gone.png' alt='Map'></a>"
    (tmp_path / "a.html").write_text(page("The scan", "A text that is long enough to be one.", picture, "And its end."))
    run(tmp_path, "--parent", make_library().pk, "--report", tmp_path / "report.json")
    read = json.loads((tmp_path / "report.json").read_text())["pages"][0]
    assert read["added"] == []
    assert any("syndication" in note for note in read["notes"])


def test_a_long_dry_run_keeps_no_page_in_memory(site, monkeypatch):
    from beatcancer_wagtail.importer.management.commands import import_articles

    kept = []
    monkeypatch.setattr(import_articles.Command, "summary", lambda self, run, rows, seconds: kept.extend(rows))
    run(site, "--parent", make_library().pk, "--dry-run")
    assert len(kept) == 2
    assert [(row.document, row.packed_source, list(row.report)) for row in kept] == [(None, None, ["planned"])] * 2
