"""The page itself, and the article on it."""

from datetime import date, datetime

from django.utils import timezone

from beatcancer_wagtail.resource_list import ResourceList
from beatcancer_wagtail.resources import Resource
from beatcancer_wagtail.structured_data.body import BOOKS, QUESTIONS, WORDS, facts_of_body
from beatcancer_wagtail.structured_data.publisher import publisher
from beatcancer_wagtail.structured_data.subject import Node, Subject

MEDICAL = "MedicalWebPage"


def published_at(page) -> datetime | None:
    """When the page was first published, in the site's time zone."""
    moment = page.first_published_at
    return timezone.localtime(moment).replace(microsecond=0) if moment else None


def modified_at(page) -> date | datetime | None:
    """When the page last changed in substance: the day that the editor gave, else when it was published.

    Not the last time that somebody pressed Publish, which a mended comma would move: search engines are told
    the date that readers see. A day before the publication, as an imported text may have, says nothing.
    """
    published, changed = published_at(page), getattr(page, "date_modified", None)
    if changed and (published is None or changed > published.date()):
        return changed
    return published


def page_type(subject: Subject) -> str:
    """What the page class says in ``schema_page_type``, as articles do; else a list, or any page."""
    return getattr(subject.page, "schema_page_type", "") or ("WebPage" if subject.listing is None else "CollectionPage")


def page_nodes(subject: Subject, *, has_trail: bool) -> list[Node]:
    """The page first, then what it holds."""
    is_article = isinstance(subject.page, Resource)
    facts = facts_of_body(subject)
    questions, books = facts[QUESTIONS], facts[BOOKS]
    picture = subject.picture(getattr(subject.page, "hero_image", None))
    kind = page_type(subject)
    page = {
        "@type": kind,
        "@id": subject.address,
        "url": subject.address,
        "name": subject.page.title,
        "description": subject.description,
        "inLanguage": subject.language,
        "datePublished": published_at(subject.page),
        "dateModified": modified_at(subject.page),
        "isPartOf": {"@id": subject.website_id},
        "publisher": {"@id": subject.organisation_id},
        "breadcrumb": {"@id": subject.part("breadcrumb")} if has_trail else {},
        "primaryImageOfPage": {"@id": picture["@id"]} if picture else {},
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"} if kind == MEDICAL else {},
        "mainEntity": _main(subject, is_article=is_article),
        "hasPart": {"@id": subject.part("faq")} if questions else {},
        "mentions": [] if is_article else _references(books),
    }
    article = [_article(subject, picture, facts)] if is_article else []
    return [page, *article, *_faq(subject, questions), *books]


def _main(subject: Subject, *, is_article: bool) -> Node:
    name = "list" if isinstance(subject.listing, ResourceList) else "article" if is_article else ""
    return {"@id": subject.part(name)} if name else {}


def _article(subject: Subject, picture: Node, facts) -> Node:
    page = subject.page
    minutes = getattr(page, "reading_minutes", None)
    return {
        "@type": getattr(page, "schema_article_type", "") or "Article",
        "@id": subject.part("article"),
        "headline": page.title,
        "description": getattr(page, "summary", "") or subject.description,
        "image": _described(picture, page),
        "datePublished": published_at(page),
        "dateModified": modified_at(page),
        "timeRequired": f"PT{minutes}M" if minutes else "",
        "wordCount": facts[WORDS],
        "keywords": [tag.name for tag in getattr(page, "tag_labels", ())],
        "inLanguage": subject.language,
        "author": publisher(subject),
        "publisher": {"@id": subject.organisation_id},
        "isPartOf": {"@id": subject.website_id},
        "mainEntityOfPage": {"@id": subject.address},
        "mentions": _references(facts[BOOKS]),
    }


def _described(picture: Node, page) -> Node:
    if not picture:
        return {}
    return picture | {"caption": page.hero_caption or page.hero_alt, "creditText": page.hero_credit}


def _faq(subject: Subject, questions: list[Node]) -> list[Node]:
    if not questions:
        return []
    return [
        {
            "@type": "FAQPage",
            "@id": subject.part("faq"),
            "inLanguage": subject.language,
            "isPartOf": {"@id": subject.address},
            "mainEntity": questions,
        }
    ]


def _references(nodes: list[Node]) -> list[Node]:
    return [{"@id": node["@id"]} for node in nodes]
