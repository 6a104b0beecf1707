"""The catalogues of ``beatcancer_wagtail/locale``: complete, compiled, in step with the source, and seen by readers."""

import ast
import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.utils.translation import override
from wagtail.users.models import UserProfile

from beatcancer_wagtail.models import ResourceListingMixin
from beatcancer_wagtail.resource_list import ResourceList
from tests.builders import callout, faq, make_article, make_library, make_superuser, section, text
from tests.reading import read, words

PACKAGE = Path(__file__).parent.parent / "beatcancer_wagtail"
LANGUAGES = ["ar", "de", "fr"]
MAKE = ["makemessages", "--all", "--no-obsolete", "--no-location"]
COMMAND = f"cd beatcancer_wagtail && django-admin {' '.join(MAKE)} && django-admin compilemessages"

# So many of the first plural forms stand for one number each (0, 1, 2), and may say it in words.
FORMS_FOR_ONE_NUMBER = {"ar": 3}


def po(language, package=PACKAGE):
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def read_po(path):
    """What msgfmt would compile: the message (context, \\4, text, \\0, plural) and its translations, joined by \\0.

    Lines of the header that change with the clock are left out, as msgfmt leaves them out.
    """
    catalogue = {}
    for paragraph in path.read_text("utf-8").split("\n\n"):
        parts, name = {}, None
        for keyword, quoted in re.findall(r'^(msg\w+(?:\[\d\])?)? ?(".*")$', paragraph, re.MULTILINE):
            name = keyword or name
            parts[name] = parts.get(name, "") + ast.literal_eval(quoted)
        if "msgid" in parts:
            message = parts["msgctxt"] + "\4" + parts["msgid"] if "msgctxt" in parts else parts["msgid"]
            message += "\0" + parts["msgid_plural"] if "msgid_plural" in parts else ""
            catalogue[message] = "\0".join(value for name, value in parts.items() if name.startswith("msgstr"))
    return without_clock(catalogue)


def read_mo(path):
    """The same out of a compiled catalogue, as GNU gettext's manual describes the format."""
    data = path.read_bytes()
    magic, _version, count, originals, translations = struct.unpack_from("<5I", data)
    assert magic == 0x950412DE

    def string(table, number):
        length, start = struct.unpack_from("<2I", data, table + 8 * number)
        return data[start : start + length].decode("utf-8")

    return without_clock({string(originals, n): string(translations, n) for n in range(count)})


def without_clock(catalogue):
    if "" in catalogue:
        catalogue[""] = re.sub("POT-Creation-Date:.*\n", "", catalogue[""])
    return catalogue


def messages(language):
    return {message: text for message, text in read_po(po(language)).items() if message}


# The files


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """A copy of the package in which the catalogues were made again."""
    if not shutil.which("xgettext"):
        reason = "GNU gettext was not found: install the package gettext"
        if os.environ.get("BEATCANCER_REQUIRE_GETTEXT") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    ignored = shutil.ignore_patterns("__pycache__", "static")
    copy = shutil.copytree(PACKAGE, tmp_path_factory.mktemp("source") / PACKAGE.name, ignore=ignored)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": ""}
    done = subprocess.run(
        [sys.executable, "-m", "django", *MAKE], cwd=copy, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_what_the_source_says(extracted, language):
    ours, fresh = read_po(po(language)), read_po(po(language, extracted))
    new = [f"  new   {readable(message)}" for message in fresh.keys() - ours.keys()]
    gone = [f"  gone  {readable(message)}" for message in ours.keys() - fresh.keys()]
    if new or gone:
        advice = f"Run\n\n    {COMMAND}\n\ntranslate what is empty or fuzzy, and run it once more."
        pytest.fail("\n".join([f"The source has other texts than {language}:", *new, *gone, advice]), pytrace=False)


def readable(message):
    return " | ".join(re.split("[\4\0]", message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_without_new_texts_changes_nothing(extracted, language):
    before, after = po(language), po(language, extracted)
    if list(read_po(before)) == list(read_po(after)):
        assert head(after.read_text("utf-8")) == head(before.read_text("utf-8"))


def head(catalogue):
    return catalogue.split("\n\n")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language):
    compiled = po(language).with_suffix(".mo")
    assert read_mo(compiled) == read_po(po(language)), f"{compiled.name} of {language} is old. Run\n\n    {COMMAND}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    written = po(language).read_text("utf-8")
    assert "fuzzy" not in written, "Check the translations that gettext guessed, and remove their fuzzy flag."
    assert "#~" not in written
    forms = int(re.search(r"nplurals=(\d)", written)[1])
    for message, translation in messages(language).items():
        texts = translation.split("\0")
        assert all(word.strip() for word in texts), f"{message!r} is not translated"
        assert len(texts) == (forms if "\0" in message else 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language):
    for message, translation in messages(language).items():
        wanted = placeholders(message)
        for number, translated in enumerate(translation.split("\0")):
            found = placeholders(translated)
            in_words = "\0" in message and number < FORMS_FOR_ONE_NUMBER.get(language, 0)
            assert found == wanted or (in_words and not found), f"{message!r} became {translated!r}"


def placeholders(message):
    return set(re.findall(r"%(?:\(\w+\))?.", message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_names_the_language_and_nobody(language):
    header = head(po(language).read_text("utf-8"))
    assert f'"Language: {language}\\n"' in header
    assert "charset=UTF-8" in header
    assert "@" not in header
    assert "Translator" not in header
    assert not re.search("PACKAGE|YEAR|FULL NAME", header)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shared_words_do_not_change_what_wagtail_says(language):
    """Django has one catalogue for all apps: our word for "Published" would be Wagtail's as well."""
    folders = [Path(django.__file__).parent / "conf", *(Path(app.path) for app in apps.get_app_configs())]
    theirs = {}
    for folder in folders:
        compiled = folder / "locale" / language / "LC_MESSAGES" / "django.mo"
        if compiled.exists() and folder != PACKAGE:
            for message, translation in read_mo(compiled).items():
                theirs.setdefault(message.split("\0")[0], set()).add(translation.split("\0")[0].casefold())
    for message, translation in messages(language).items():
        known = theirs.get(message.split("\0")[0])
        ours = translation.split("\0")[0].casefold()
        assert not known or ours in known, (
            f"Say {message!r} as {known} or give it a context; {ours!r} would replace it."
        )


# What readers see

pages = pytest.mark.django_db


def make_full_article(library, **fields):
    sections = [section(heading, text()) for heading in ("One", "Two", "Three")]
    questions = faq(("Why?", "<p>Because.</p>"))
    body = [*sections, callout("Call now", kind="urgent"), questions]
    return make_article(library, body=body, **{"reading_minutes_override": 8, **fields})


@pages
@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        (
            "de",
            {
                ".bc-meta__item--time": "8 Min. Lesezeit",
                ".bc-contents__title": "Auf dieser Seite",
                ".bc-callout__kind": "Dringend :",
                ".bc-breadcrumb a": "Startseite",
                ".bc-latest__heading:not(#bc-comments-heading)": "Neueste Beiträge",
                ".bc-latest__all": "2 Beiträge ansehen",
            },
        ),
        (
            "fr",
            {
                ".bc-meta__item--time": "8 min de lecture",
                ".bc-contents__title": "Sur cette page",
                ".bc-callout__kind": "Urgent :",
                ".bc-breadcrumb a": "Accueil",
                ".bc-latest__heading:not(#bc-comments-heading)": "Dernières ressources",
                ".bc-latest__all": "Voir les 2 ressources",
            },
        ),
        (
            "ar",
            {
                ".bc-meta__item--time": "8 دقائق للقراءة",
                ".bc-contents__title": "في هذه الصفحة",
                ".bc-callout__kind": "عاجل :",
                ".bc-breadcrumb a": "الصفحة الرئيسية",
                ".bc-latest__heading:not(#bc-comments-heading)": "أحدث الموارد",
                ".bc-latest__all": "عرض موردين",
            },
        ),
    ],
)
def test_an_article_speaks_the_language_of_the_site(client, language, spoken):
    library = make_library()
    make_article(library)
    article = make_full_article(library)
    with override(language):
        page = read(client, article.url)
    assert {selector: words(page.select_one(selector)) for selector in spoken} == spoken


@pages
@pytest.mark.parametrize(
    ("language", "said"), [("de", "Veröffentlicht am"), ("fr", "Publié le"), ("ar", "نُشر في"), ("en", "Published")]
)
def test_the_date_of_an_article_reads_as_a_phrase(client, language, said):
    article = make_full_article(make_library())
    with override(language):
        page = read(client, article.url)
    date = page.select_one(".bc-article__header time").parent
    assert words(date).startswith(f"{said} ")


ARABIC_FORMS = [
    (1, "مورد واحد", "دقيقة واحدة للقراءة"),
    (2, "موردان", "دقيقتان للقراءة"),
    (3, "3 موارد", "3 دقائق للقراءة"),
    (11, "11 موردًا", "11 دقيقة للقراءة"),
    (100, "100 مورد", "100 دقيقة للقراءة"),
]


@pages
@pytest.mark.parametrize(("number", "resources", "minutes"), ARABIC_FORMS)
def test_arabic_has_all_its_plural_forms(client, monkeypatch, number, resources, minutes):
    library = make_library()
    article = make_full_article(library, reading_minutes_override=number)
    monkeypatch.setattr(ResourceList, "total", number)  # instead of a hundred pages
    with override("ar"):
        listing, page = read(client, library.url), read(client, article.url)
    assert words(listing.select_one(".bc-listing__total")) == resources
    assert words(page.select_one(".bc-meta__item--time")) == minutes


@pages
@pytest.mark.parametrize(
    ("number", "link"),
    [
        (1, "عرض مورد واحد"),
        (2, "عرض موردين"),
        (3, "عرض 3 موارد"),
        (11, "عرض 11 موردًا"),
        (100, "عرض 100 مورد"),
    ],
)
def test_the_link_to_all_resources_counts_in_arabic(client, monkeypatch, number, link):
    library = make_library()
    make_article(library)
    article = make_article(library)
    monkeypatch.setattr(ResourceListingMixin, "resource_total", number)
    with override("ar"):
        page = read(client, article.url)
    assert words(page.select_one(".bc-latest__all")) == link


@pages
@pytest.mark.parametrize(
    ("language", "found", "nothing"),
    [
        ("de", "2 Beiträge gefunden", "Nichts gefunden für „zzz“"),
        ("fr", "2 ressources trouvées", "Aucun résultat pour « zzz »"),
        ("ar", "عُثر على موردين", "لم يُعثر على شيء عن «zzz»"),
    ],
)
def test_a_search_answers_in_the_language_of_the_site(client, language, found, nothing):
    library = make_library()
    make_article(library, tags=["Scans"])
    make_article(library, tags=["Scans"])
    with override(language):
        assert words(read(client, library.url, tag="scans").select_one(".bc-summary__count")) == found
        assert words(read(client, library.url, q="zzz").select_one(".bc-empty__heading")) == nothing


@pages
def test_an_editor_who_works_in_german_sees_german_fields(client):
    editor = make_superuser()
    UserProfile.objects.create(user=editor, preferred_language="de")
    client.force_login(editor)
    article = make_full_article(make_library())
    form = words(read(client, f"/admin/pages/{article.pk}/edit/"))
    assert "Zwei Sätze, etwa 40 Wörter." in form
    assert "Datumsangaben, Lesezeit und Inhaltsverzeichnis" in form
