"""Sends the form of the comments as a reader's browser does."""

from bs4 import BeautifulSoup
from django.test import Client

from beatcancer_wagtail.comments.tokens import form_token

WORDS = "Write your questions down before you go. I always forgot the one that mattered."
PART = {"X-Requested-With": "beatcancer-comment-form"}


def address(page, query=""):
    return f"/comments/{page.pk}/{query}"


def send(page, text=WORDS, *, parent=None, token=None, client=None, headers=None, query="", **fields):
    """POST the form; fields in capitals go to the request, all others into the form."""
    environ = {name: fields.pop(name) for name in list(fields) if name.isupper()}
    data = {
        "token": form_token(page, parent) if token is None else token,
        "name": "Wren",
        "text": text,
        "email": "",
        "consent": "on",
        "website": "",
        **fields,
    }
    return (client or Client()).post(address(page, query), data, headers=headers or {}, **environ)


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def text_in_form(response):
    return soup(response).select_one("textarea").get_text().removeprefix("\n").replace("\r\n", "\n")


def problem(response):
    """What the form says at its top."""
    shown = soup(response).select_one("[data-bc-comments=problem]")
    return " ".join(shown.get_text(" ").split()) if shown else ""
