"""Holds the documentation to the code: what it names exists, what exists is named, and its code is code that tests run.

It runs where tests.testapp is installed, and with it everything that the documentation describes.
"""

import ast
import configparser
import re
from inspect import signature
from pathlib import Path

import pytest
import swapper
from django.conf import settings as site_settings
from django.core.checks import run_checks
from django.http import QueryDict
from django.template import engines
from django.template.loader import get_template
from django.test import override_settings
from django.utils.module_loading import import_string
from django.utils.translation import get_language_info
from wagtail.blocks import StructBlock

from beatcancer_wagtail import blocks, models, resources
from beatcancer_wagtail.conf import LibrarySettings
from beatcancer_wagtail.templatetags import beatcancer as tags

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "beatcancer_wagtail"
DOCS = ROOT / "docs"
STYLESHEET = PACKAGE / "static" / "beatcancer_wagtail" / "css" / "library.css"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])

FENCED = re.compile(r"^```(\S*)[ ]?([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def read(name):
    return (DOCS / name).read_text()


def named(path):
    return str(path.relative_to(ROOT))


def prose(text):
    """A page without its code."""
    return FENCED.sub("", text)


def sections(text, level):
    """Heading -> what stands below it, for the headings of one level."""
    parts = re.split(rf"^{'#' * level} (.+)$", FENCED.sub(lambda code: code[0].replace("\n#", "\n "), text), flags=re.M)
    return {heading.strip(): below for heading, below in zip(parts[1::2], parts[2::2], strict=True)}


def table_names(text):
    """What the first column of the tables calls by name, in backticks."""
    cells = re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def source(folder, pattern="*.py"):
    return "\n".join(path.read_text() for path in sorted(folder.rglob(pattern)) if "migrations" not in path.parts)


# Links


def anchor_of(heading):
    """The fragment that a heading gets where Markdown is shown."""
    words = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return words.replace(" ", "-")


def anchors(path):
    return {anchor_of(heading) for heading in re.findall(r"^#+ (.+)$", prose(path.read_text()), re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page):
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text())):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, fragment = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (fragment and fragment not in anchors(file)):
            broken.append(target)
    assert broken == []


def test_the_index_lists_every_page():
    listed = {(DOCS / target.partition("#")[0]).resolve() for target in re.findall(r"\]\(([^)]+)\)", read("index.md"))}
    assert set(DOCS.rglob("*.md")) - {DOCS / "index.md"} == listed


# Code in the guides


def fences():
    return [
        pytest.param(page, *fence, id=f"{named(page)}-{number}")
        for page in PAGES
        for number, fence in enumerate(FENCED.findall(page.read_text()), 1)
    ]


@pytest.mark.parametrize(("page", "language", "place", "code"), fences())
def test_code_is_quoted_from_what_tests_run(page, language, place, code):
    """A fence says where its code comes from: ``python tests/clinic/blocks.py``. Settings are tried below."""
    if place and place != "settings":
        whole = (ROOT / place).read_text()
        missing = [part for part in re.split(r"\n\n+", code.strip()) if part not in whole]
        assert not missing, f"{place} does not hold:\n{missing[0]}"
    elif "howto" in page.parts and language in ("python", "html+django"):
        assert place, "say which file of the tests this is quoted from"


@pytest.mark.parametrize(
    ("page", "language", "place", "code"), [fence for fence in fences() if fence.values[2] == "settings"]
)
def test_settings_in_the_guides_are_right(page, language, place, code):
    code = code.replace('"clinic.', '"tests.clinic.')
    values = {node.targets[0].id: value_of(node.value) for node in ast.parse(code).body}
    ours = values.get("BEATCANCER_WAGTAIL", {})
    with override_settings(BEATCANCER_WAGTAIL=ours):
        assert [message for message in run_checks(tags=["beatcancer_wagtail"]) if message.is_serious()] == []
    if "BODY_BLOCK" in ours:
        import_string(ours["BODY_BLOCK"])
    known = documented_settings_of_others() | {"BEATCANCER_WAGTAIL", "INSTALLED_APPS", "SILENCED_SYSTEM_CHECKS"}
    assert set(values) <= known | {name for name in dir(site_settings) if name.isupper()} | {"AUTH_USER_MODEL"}
    assert set(values.get("SILENCED_SYSTEM_CHECKS", [])) <= check_ids()


def value_of(node):
    """A literal; numbers may be written as products, such as 60 * 60."""
    return eval(compile(ast.Expression(node), "settings", "eval"), {"__builtins__": {}})  # noqa: S307 - our own guides


# The reference


def documented_settings_of_others():
    return set(
        table_names(
            sections(read("reference/settings.md"), 2)["Settings of Wagtail and Django that the library follows"]
        )
    )


def test_settings_and_their_defaults():
    described = sections(read("reference/settings.md"), 2)
    defaults = {
        name: ast.literal_eval(re.search(r"^Default: `(.*)`$", below, re.MULTILINE)[1])
        for name, below in described.items()
        if name.isupper()
    }
    assert defaults == vars(LibrarySettings())


def test_settings_for_swapping():
    ours = {swapper.swappable_setting("beatcancer_wagtail", model) for model in ("ArticlePage", "ResourceListingPage")}
    assert {name for name in documented_settings_of_others() if name.startswith("BEATCANCER")} == ours


def check_ids():
    return set(re.findall(r"beatcancer_wagtail\.[EWIC]\d{3}", source(PACKAGE)))


def test_checks():
    assert set(table_names(read("reference/checks.md"))) - {"BASE_TEMPLATE"} == check_ids()


def test_hooks():
    documented = re.findall(r"^## `(.+)`$", read("reference/hooks.md"), re.MULTILINE)
    assert set(documented) == set(re.findall(r"register_beatcancer_\w+", source(PACKAGE)))


def test_template_tags_and_filters():
    documented = re.findall(r"^### `(.+)`$", read("reference/templates-and-tags.md"), re.MULTILINE)
    assert sorted(documented) == sorted([*tags.register.tags, *tags.register.filters])


def test_templates():
    folder = PACKAGE / "templates" / "beatcancer_wagtail"
    page = read("reference/templates-and-tags.md")
    pages = {name.removeprefix("beatcancer_wagtail/") for name in table_names(sections(page, 2)["Page templates"])}
    parts = sections(page, 2)["Parts of pages"].partition("### ")[0]
    components = {f"components/{name}" for name in table_names(parts)}
    of_blocks = {f"blocks/{name}" for name in re.findall(r"template `(\w+\.html)`", read("reference/blocks.md"))}
    others = {f"blocks/{name}" for name in re.findall(r"`(preview\.html|question\.html|resource\.html)`", parts)}
    others |= set(re.findall(r"`((?:admin|icons)/\S+)`", parts))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in pages if name.endswith((".html", ".xml"))} | components | of_blocks | others == there


def test_blocks_that_pages_can_fill():
    """The blocks that the guides and the reference name stand in the templates."""
    rows = re.findall(
        r"^\| `(beatcancer_wagtail/\w+_page\.html)` \|.*\| ([^|]*) \|$", read("reference/templates-and-tags.md"), re.M
    )
    for name, cell in rows:
        assert set(re.findall(r"`(\w+)`", cell)) == set(
            re.findall(r"{% block (\w+) %}", get_template(name).template.source)
        )
    assert len(rows) == 2


@pytest.mark.django_db
def test_what_a_listing_knows():
    listing = models.ResourceListingPage(pk=1, path="0001", depth=1).get_resource_list(QueryDict())
    below = sections(read("reference/templates-and-tags.md"), 3)["What `listing` knows"]
    assert [name for name in table_names(below) if not hasattr(type(listing), name) and name not in vars(listing)] == []
    used = re.findall(r"listing\.(\w+)", source(PACKAGE / "templates", "*.html"))
    assert set(used) - set(table_names(below)) - {"url", "pk"} == set()


# Blocks


def documented_blocks():
    """Class -> (name in the body or "", template or "", fields), as blocks.md has them."""
    found = {}
    for heading, below in sections(read("reference/blocks.md"), 3).items():
        below = below.partition("\n## ")[0]
        name = re.match(r"`(\w+)`", below.strip())[1]
        key = re.search(r"\(`(\w+)`\)$", heading)
        template = re.search(r"template `(\w+\.html)`", below)
        fields = {
            field
            for line in re.findall(r"^- ((?:`\w+`(?:, )?)+):", below, re.MULTILINE)
            for field in re.findall(r"`(\w+)`", line)
        }
        found[name] = (key[1] if key else "", template[1] if template else "", fields)
    return found


def test_every_block_is_described():
    assert sorted(documented_blocks()) == sorted(blocks.__all__)


def test_names_of_blocks_in_the_body():
    body = blocks.ArticleBodyBlock().child_blocks
    described = {key: name for name, (key, _template, _fields) in documented_blocks().items() if key}
    assert described.pop("subsection") == "SubsectionBlock"
    assert described == {key: type(block).__name__ for key, block in body.items()}


@pytest.mark.parametrize("name", sorted(blocks.__all__))
def test_template_and_fields_of_a_block(name):
    _key, template, fields = documented_blocks()[name]
    block = getattr(blocks, name)()
    used = getattr(block.meta, "template", None)
    assert template == (Path(used).name if used else "")
    if isinstance(block, StructBlock) and name != "HeadedBlock":
        assert fields == set(block.child_blocks)


# Models


def rows_of(heading):
    fields, _, others = sections(read("reference/models.md"), 2)[heading].partition("| Attribute or method | Gives |")
    others = others.partition("\n### ")[0]
    return set(table_names(fields)), {name.partition("(")[0] for name in table_names(others)}


def own_fields(model):
    return {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}


@pytest.mark.parametrize("name", ["ArticleMixin", "ResourceListingMixin"])
def test_fields_and_methods_of_the_mixins(name):
    mixin = getattr(models, name)
    fields, others = rows_of(name)
    assert fields == own_fields(mixin)
    django = {"Meta", "DoesNotExist", "MultipleObjectsReturned", "NotUpdated", "save", "save_revision", "serve_preview"}
    django |= {"route", "get_context", "get_template", *(f"get_{field}_display" for field in fields)}
    public = (
        {key for key in vars(mixin) if not key.startswith("_")} - fields - django - {"hero_image_id", "closing_call_id"}
    )
    assert others == public


def test_fields_and_methods_of_books():
    fields, others = rows_of("BookSnippet")
    inherited = {"id", "locale", "translation_key", "live", "has_unpublished_changes", "first_published_at", "expired"}
    inherited |= {"last_published_at", "live_revision", "latest_revision", "go_live_at", "expire_at"}
    assert fields == own_fields(models.BookSnippet) - inherited
    for name in others:
        owner, _, method = name.rpartition(".")
        assert hasattr(models.BookSnippet.objects if owner else models.BookSnippet, method)


def described_calls(heading):
    """Name -> its arguments, as the tables of models.md write them."""
    calls = re.findall(r"^\| `(\w+)\(([^)]*)\)` \|", sections(read("reference/models.md"), 2)[heading], re.MULTILINE)
    return {
        name: [argument.partition("=")[0].strip() for argument in said.split(",") if argument] for name, said in calls
    }


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("Resources", resources),
        ("ArticleMixin", models.ArticleMixin),
        ("ResourceListingMixin", models.ResourceListingMixin),
    ],
)
def test_arguments_of_functions_and_methods(heading, owner):
    calls = described_calls(heading)
    assert calls
    for name, described in calls.items():
        assert described == [argument for argument in signature(getattr(owner, name)).parameters if argument != "self"]


def test_names_for_resources():
    below = sections(read("reference/models.md"), 2)["Resources"]
    assert [name for name in table_names(below) if not hasattr(resources, name.partition("(")[0])] == []


# CSS


def test_tokens():
    declared = re.findall(r":where\(:root\) \{(.*?)\}", STYLESHEET.read_text(), re.DOTALL)
    tokens = {name for block in declared for name in re.findall(r"^\s*(--bc-[\w-]+):", block, re.MULTILINE)}
    assert set(table_names(sections(read("reference/css.md"), 2)["Tokens"])) == tokens


def colours():
    """Light and dark value of each colour token."""
    pairs = re.findall(r"(--bc-[\w-]+): light-dark\((#\w+), (#\w+)\);", STYLESHEET.read_text())
    found = {name: (light, dark) for name, light, dark in pairs}
    for name, colour in re.findall(r"(--bc-[\w-]+): (#\w+);", STYLESHEET.read_text()):
        found.setdefault(name, (colour, colour))
    return found


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_of_the_librarys_own_colours(scheme):
    """Seven to one, as "Set the look" says."""
    texts = [(f"--bc-{text}", f"--bc-{on}") for text in ("ink", "ink-soft", "accent") for on in ("paper", "surface")]
    texts += [(f"--bc-{name}-ink", f"--bc-{name}") for name in ("accent", "warm", "urgent", "deep")]
    for pair in texts:
        low, high = sorted(luminance(colours()[name][scheme]) for name in pair)
        assert (high + 0.05) / (low + 0.05) >= 7, pair


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_tokens_in_the_guides(page):
    used = set(re.findall(r"--bc-[a-z][\w-]*[a-z0-9]", page.read_text()))
    assert used <= set(re.findall(r"--bc-[\w-]+", STYLESHEET.read_text()))


def test_classes():
    html = source(PACKAGE / "templates", "*.html") + source(PACKAGE / "templatetags", "*.py")
    used = {
        name for value in re.findall(r'class="([^"]*)"', html) for name in re.findall(r"\bbc-[a-z]+(?:-[a-z]+)*", value)
    }
    used |= set(re.findall(r'class="(bc-[a-z-]+)"', html))
    used = {name.partition("__")[0].partition("--")[0].rstrip("-") for name in used}
    assert set(table_names(sections(read("reference/css.md"), 2)["Blocks"])) == used


# The reasons


def test_layers_are_those_that_are_held():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / "setup.cfg")
    held = contracts["importlinter:contract:layers"]["layers"].strip().splitlines()
    layers = [{name.strip().rpartition(".")[2] for name in line.split("|")} for line in held]
    rows = re.findall(
        r"^\| [^|`]+ \| ([^|]*) \|", sections(read("explanation/architecture.md"), 2)["Layers"], re.MULTILINE
    )
    assert [set(re.findall(r"`(\w+)`", row)) for row in rows if "`" in row] == layers


def test_modules_that_the_reasons_name():
    text = "\n".join(path.read_text() for path in (DOCS / "explanation").glob("*.md"))
    named_modules = set(re.findall(r"`((?:\w+/)*\w+\.py)`", text))
    assert [name for name in sorted(named_modules) if not list(PACKAGE.rglob(name))] == []


def test_the_readme_has_the_version_floor():
    floor = re.search(r'"wagtail(>=[\d.]+)"', (ROOT / "pyproject.toml").read_text())[1]
    assert f"wagtail{floor}" in (ROOT / "README.md").read_text()


def test_the_readme_names_every_language():
    names = {get_language_info(folder.name)["name"] for folder in (PACKAGE / "locale").iterdir() if folder.is_dir()}
    said = re.search(r"\*\*(\w+) languages\*\*: ([^;]*?), on the page", (ROOT / "README.md").read_text())
    assert set(re.split(r", | and ", said[2])) == names | {"English"}


def test_every_page_is_about_this_site_only():
    """No address of the machine on which the text was written."""
    assert [named(page) for page in PAGES if re.search(r"(?<![\w.])/(?:work|tmp|root|home)/", page.read_text())] == []


def test_tag_examples_are_valid():
    """Each example of a tag in the reference compiles."""
    django = engines["django"]
    for example in re.findall(r"`({[{%] .*?[}%]})`", read("reference/templates-and-tags.md")):
        code = example + "{% endif %}" if example.startswith("{% if") else example
        django.from_string("" if "load beatcancer" in code else "{% load beatcancer wagtailcore_tags %}" + code)
    assert django.from_string("{% load beatcancer %}{{ 9|bc_level:1 }}").render({}) == "6"
