"""What a visitor of the demo gets, as JSON on standard output: ``python -m tests.demo_facts`` with ``DEMO_DATA`` set.

A process of its own, because the demo has settings and a database of its own.
"""

import json
import os
import sys
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import django
from bs4 import BeautifulSoup

LOADED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "video": "src",
    "audio": "src",
    "form": "action",
}


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "example_project.settings"
    django.setup()
    from django.contrib.auth import authenticate
    from django.test import Client
    from wagtail.models import Page

    from beatcancer_wagtail.comments.models import CannedReply, Comment
    from beatcancer_wagtail.comments.permissions import may_moderate
    from beatcancer_wagtail.models import ArticlePage, BookSnippet, ResourceListingPage

    client = Client(SERVER_NAME="localhost")
    pages = {}
    for page in Page.objects.live().exclude(depth=1).specific():
        answer = client.get(page.url)
        pages[urlsplit(page.full_url).path] = {
            "title": page.title,
            "is_article": isinstance(page, ArticlePage),
            "is_library": isinstance(page, ResourceListingPage),
            "status": answer.status_code,
            "html": answer.content.decode(),
            "blocks": sorted(kinds(page.body.raw_data)) if isinstance(page, ArticlePage) else [],
        }
    addresses = {address for path, page in pages.items() for address in links(path, page["html"])}
    facts = {
        "pages": pages,
        "drafts": Page.objects.filter(live=False).count(),
        "links": {
            address: answer_to(client, address)
            for address in sorted(addresses)
            if urlsplit(address).netloc == "localhost"
        },
        "lost": [
            address
            for address in sorted(addresses)
            if urlsplit(address).netloc == "localhost"
            and (fragment := urlsplit(address).fragment)
            and fragment not in ids_at(client, urldefrag(address).url)
        ],
        "elsewhere": sorted(address for address in addresses if urlsplit(address).netloc not in ("", "localhost")),
        "books": [
            {
                "title": book.title,
                "live": book.live,
                "authors": book.author_names,
                "count": book.rating_count,
                "value": book.rating_value and str(book.rating_value),
                "tags": book.tag_names,
                "isbn": book.isbn,
                "cover": book.cover is not None,
            }
            for book in BookSnippet.objects.order_by("pk")
        ],
        "comments": {
            "waiting": Comment.objects.waiting().count(),
            "at_risk": Comment.objects.at_risk().count(),
            "replies": Comment.objects.approved().exclude(parent=None).filter(is_staff=False).count(),
            "canned": CannedReply.objects.count(),
            "moderates": may_moderate(moderator := authenticate(username="moderator", password="moderator")),
            "edits": moderator.is_superuser or moderator.has_perm("wagtailcore.change_page"),
        },
    }
    json.dump(facts, sys.stdout)


def kinds(raw) -> set[str]:
    """The types of all blocks in stored stream data, at any depth."""
    if isinstance(raw, dict):
        found = {raw["type"]} if "type" in raw and "id" in raw else set()
        return found.union(*(kinds(value) for value in raw.values()))
    if isinstance(raw, str) or not hasattr(raw, "__iter__"):
        return set()
    return set().union(*(kinds(item) for item in raw))


def links(path, html) -> set[str]:
    """Every address in the page, made absolute; queries and fragments kept."""
    page = BeautifulSoup(html, "html.parser")
    for form in page.find_all("form", method="post"):
        form.decompose()  # nobody gets what a form posts to
    found = {tag["href"] for tag in page.find_all("a", href=True)}
    found |= {tag[name] for kind, name in LOADED.items() for tag in page.find_all(kind, attrs={name: True})}
    for tag in page.find_all(srcset=True):
        found |= {candidate.split()[0] for candidate in tag["srcset"].split(",")}
    return {
        urljoin(f"http://localhost{path}", address) for address in found if not address.startswith(("mailto:", "tel:"))
    }


def answer_to(client, address) -> int:
    return get(client, address).status_code


@cache
def ids_at(client, address) -> frozenset[str]:
    """What a fragment may name at an address."""
    page = BeautifulSoup(get(client, address).content, "html.parser")
    return frozenset(part["id"] for part in page.select("[id]"))


def get(client, address):
    parts = urlsplit(address)
    return client.get(parts.path + (f"?{parts.query}" if parts.query else ""), follow=True)


if __name__ == "__main__":
    main()
