"""What an editor does first, done with Django's test client inside a new project: test_packaging.py pipes it into that project's Python.

Writes the answers of the public pages to the folder named as first argument. Imports nothing from this repository.
"""

import os
import sys
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "mysite.settings.dev"
django.setup()

from bs4 import BeautifulSoup  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield  # noqa: E402


def main(folder):
    editor = Client()
    editor.force_login(get_user_model().objects.get(username="editor"))
    home = Page.objects.get(slug="home")
    address = reverse("wagtailadmin_pages:add", args=["beatcancer_wagtail", "articlepage", home.pk])
    form = fields_of(editor.get(address))
    answer = editor.post(address, form | typed_by_the_editor())
    if answer.status_code != 302:
        raise SystemExit(errors_of(answer))
    reader = Client()
    page = reader.get("/what-is-a-biopsy/")
    save(folder, "article.html", page)
    for link in BeautifulSoup(page.content, "html.parser").select("link[rel=stylesheet]"):
        if "beatcancer_wagtail" in link["href"]:
            save(folder, "library.css", reader.get(link["href"]))


def fields_of(page):
    """The fields of the page's edit form as a browser would send them back untouched."""
    form = BeautifulSoup(page.content, "html.parser").select_one("form#page-edit-form")
    sent = form.select("input[name]:not([type=checkbox], [type=file]), input[type=checkbox][checked]")
    inputs = {field["name"]: field.get("value", "") for field in sent}
    return inputs | {field["name"]: field.text for field in form.select("textarea[name]")}


def typed_by_the_editor():
    paragraph = rich_text("<p>A doctor takes a small piece of tissue and looks at it closely.</p>")
    section = {"heading": "What happens", "anchor": "", "content": streamfield([("text", paragraph)])}
    return nested_form_data(
        {
            "title": "What is a biopsy?",
            "slug": "what-is-a-biopsy",
            "summary": "A biopsy shows under the microscope what a lump is made of.",
            "body": streamfield([("section", section)]),
            "action-publish": "action-publish",
        }
    )


def errors_of(answer):
    soup = BeautifulSoup(answer.content, "html.parser")
    found = [error.get_text(" ", strip=True) for error in soup.select(".error-message, .messages li")]
    return f"The editor's form was not accepted ({answer.status_code}): {found}"


def save(folder, name, answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    Path(folder, name).write_bytes(f"{answer.status_code}\n".encode() + content)


main(sys.argv[1])
