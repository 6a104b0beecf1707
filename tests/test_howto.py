"""The code that the how-to guides quote, run as a site would run it."""

import copy
import importlib
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.template import engines
from django.urls import reverse
from wagtail import hooks

from tests.builders import block, home_page, items, make_article, make_library, make_plain_page, restrict, section, text
from tests.clinic import blocks as clinic_blocks
from tests.testapp.models import NewsPage

CLINIC = Path(__file__).parent / "clinic"

pytestmark = pytest.mark.django_db


@pytest.fixture
def clinic_templates(settings):
    """The clinic's templates before everybody else's, as in a project's own templates folder."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"].insert(0, str(CLINIC / "templates"))
    settings.TEMPLATES = templates


@pytest.fixture
def body_block(settings):
    def choose(name):
        settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": f"tests.clinic.blocks.{name}"}

    return choose


@pytest.fixture
def clinic_hooks():
    """The clinic's wagtail_hooks.py, for one test."""
    names = [f"register_beatcancer_{name}" for name in ("article_extra", "search_kind", "structured_data")]
    hooks.get_hooks(names[0])  # finds what every app registers
    before = {name: list(hooks._hooks.get(name, [])) for name in names}
    module = importlib.import_module("tests.clinic.wagtail_hooks")
    hooks._hooks.update({name: list(registered) for name, registered in before.items()})  # a first import registers too
    yield importlib.reload(module)
    for name, registered in before.items():
        hooks._hooks[name] = registered


def read(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


HELPLINE = {"name": "Nurses' line", "number": "01632 960 000", "hours": "Weekdays, 9 to 5"}
LINK = '<a href="tel:01632960000">01632 960 000</a>, Weekdays, 9 to 5'


def test_own_block_is_shown_and_makes_no_migration(body_block, clinic_templates, client):
    body_block("ClinicBodyBlock")
    article = make_article(body=[block("helpline", HELPLINE)])
    assert LINK in read(client, article)

    said = io.StringIO()
    call_command("makemigrations", check_changes=True, dry_run=True, stdout=said)
    assert "No changes detected" in said.getvalue()


def test_own_block_has_a_preview(clinic_templates, admin_client, body_block):
    body_block("ClinicBodyBlock")
    blocks = NewsPage._meta.get_field("body").stream_block.child_blocks
    assert blocks["helpline"].is_previewable
    preview = blocks["helpline"]
    html = preview.render(preview.get_preview_value())
    assert LINK in html


def test_block_that_the_site_leaves_out_is_not_offered(body_block):
    body_block("ClinicBodyBlock")
    offered = NewsPage._meta.get_field("body").stream_block.child_blocks
    assert "embed" not in offered
    assert "quote" in offered


def test_own_block_inside_sections(body_block, clinic_templates, client):
    body_block("BodyWithHelplinesEverywhere")
    article = make_article(body=[section("Whom to call", block("helpline", HELPLINE))])
    assert LINK in read(client, article)


def test_own_block_with_a_heading_joins_the_outline(body_block, clinic_templates, client):
    body_block("BodyWithTimeline")
    steps = {"heading": "The first week", "anchor": "", "steps": items("<p>You rest.</p>")}
    article = make_article(
        body=[section("Before", text()), section("During", text()), block("timeline", steps)],
    )
    html = read(client, article)
    assert '<h2 class="bc-heading" id="the-first-week">The first week</h2>' in html
    assert 'href="#the-first-week">The first week</a>' in html


def test_extra_stands_below_the_articles_that_it_is_for(clinic_hooks, clinic_templates, client):
    with_it = make_article(title="Radiotherapy", tags=["Treatment"])
    without = make_article(title="Scans", tags=["Diagnosis"])
    assert "Still wondering about “Radiotherapy”?" in read(client, with_it)
    assert "Still wondering" not in read(client, without)


def test_search_engines_are_told_the_conditions_of_an_article(clinic_hooks, client):
    assert '"MedicalCondition"' in read(client, make_article(title="Lymphoma", tags=["Lymphoma"]))
    assert '"MedicalCondition"' not in read(client, make_article(title="Scans", tags=["Diagnosis"]))


@pytest.mark.searches
def test_own_kind_of_search(clinic_hooks, clinic_templates, client):
    make_plain_page(title="Park & <ride>")
    make_article(title="Parking", summary="What to do when you park.")
    restrict(make_plain_page(title="Where staff park"))
    html = client.get("/search/", {"q": "park", "kind": "pages"}).content.decode()
    assert 'About the clinic <span class="bc-tabs__count">1</span>' in html
    assert "><mark>Park</mark> &amp; &lt;ride&gt;</a></h2>" in html
    assert "staff" not in html


def test_search_button_in_the_sites_header(clinic_templates, rf):
    html = engines["django"].get_template("clinic/header.html").render({}, rf.get("/"))
    assert 'href="/search/"' in html
    assert ">Find help</span>" in html


def test_part_of_a_list_is_replaced(clinic_templates, client):
    library = make_library()
    make_article(library, reading_minutes_override=7)
    html = read(client, library)
    assert '<p class="minutes">7 minutes</p>' in html
    assert "7 min read" not in html


def test_something_is_added_to_the_article_template(clinic_templates, client):
    html = read(client, make_article(title="Scans"))
    assert "Tell us what you think of this page" in html
    assert '<h1 class="bc-article__title">Scans</h1>' in html


def test_base_template_with_other_blocks(clinic_templates, client, settings):
    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "clinic/library_base.html", "CONTENT_ELEMENT": "div"}
    html = read(client, make_article(title="Scans"))
    assert "<title>Scans</title>" in html
    assert "beatcancer_wagtail/css/library.css" in html.split("</head>")[0]
    assert '<h1 class="bc-article__title">Scans</h1>' in html
    assert html.count("<main") == 1


def test_site_without_our_stylesheet(client, settings):
    settings.BEATCANCER_WAGTAIL = {"STYLESHEET": ""}
    assert 'rel="stylesheet"' not in read(client, make_article())


def test_latest_articles_on_a_page_of_the_site(clinic_templates, rf):
    library = make_library()
    for number in range(3):
        make_article(library, title=f"Number {number}")
    home = home_page()
    request = rf.get("/")
    template = engines["django"].get_template("clinic/home_page.html")
    html = template.render({"page": home}, request)
    assert "New in our library" in html
    assert "View 3 resources" in html
    assert ("Number 2" in html, "Number 1" in html, "Number 0" in html) == (True, True, False)


def test_own_article_page_is_listed_and_looks_like_an_article(client):
    library = make_library()
    ours = make_article(library, title="Ours")
    news = make_article(library, model=NewsPage, title="News from the ward", place="Leeds")
    listed = read(client, library)
    assert ours.url in listed
    assert news.url in listed
    assert '<h1 class="bc-article__title">News from the ward</h1>' in read(client, news)


def test_every_class_of_the_clinic_is_tried():
    """Whoever adds an example to the guides adds a test of it here."""
    tried = {"BodyWithHelplinesEverywhere", "BodyWithTimeline", "ClinicBodyBlock"}
    bodies = {name for name in vars(clinic_blocks) if "Body" in name} - {"ArticleBodyBlock"}
    assert bodies == tried


@pytest.mark.searches
def test_search_in_own_code_finds_what_readers_may_see(rf):
    from tests.clinic.finding import best_ten

    library = make_library()
    article = make_article(library, title="Marrow")
    restrict(make_article(library, title="Marrow, private"))
    make_plain_page(title="Marrow, no resource")
    found = best_ten(rf.get("/"), "marrow")
    assert (found.total, found.ids) == (1, [article.pk])


@pytest.mark.urls("tests.clinic.urls")
@pytest.mark.parametrize("address", ["/search/", "/sitemap.xml", "/admin/login/"])
def test_addresses_of_the_guides(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.urls("tests.clinic.urls")
def test_addresses_of_the_guides_leave_pages_to_wagtail(client):
    article = make_article(title="Scans")
    assert "was-this-helpful" in read(client, article)


def test_permissions_of_the_guide_are_those_of_the_group_form(admin_client):
    guide = (CLINIC.parent.parent / "docs" / "howto" / "let-editors-in.md").read_text()
    rows = re.findall(r"^\| \*([^*]+)\* \| ([^|]+) \|", guide, re.MULTILINE)
    told = {row: set(re.findall(r"\*(?:can )?(\w+)\*", cell.lower())) for row, cell in rows}
    ours = Permission.objects.filter(content_type__app_label="beatcancer_wagtail").in_bulk()
    form = BeautifulSoup(admin_client.get(reverse("wagtailusers_groups:add")).content, "html.parser")
    offered = {}
    for box in form.select('table input[name="permissions"]'):
        if permission := ours.get(int(box["value"])):
            row = box.find_parent("tr").td.get_text(" ", strip=True)
            offered.setdefault(row, set()).add(permission.codename.partition("_")[0])
    for row in ("Book", "Call to action"):
        offered[row].discard("view")  # whoever may change them sees them
    assert told == offered
