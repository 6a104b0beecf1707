"""Reads a page as a visitor does: what stands on it, not how it is marked up."""

from bs4 import BeautifulSoup
from bs4.element import Tag


def read(client, url, **params) -> BeautifulSoup:
    """The page at ``url``, which must answer 200. ``params`` are the query string."""
    answer = client.get(url, params)
    assert answer.status_code == 200, f"{url} answered {answer.status_code}"
    return BeautifulSoup(answer.content.decode(), "html.parser")


def words(part: Tag | None) -> str:
    """The text of an element, blanks collapsed; "" when there is no such element."""
    return " ".join(part.get_text(" ").split()) if part else ""


def all_words(page: Tag, selector: str) -> list[str]:
    return [words(part) for part in page.select(selector)]


def listed(page: Tag) -> list[str]:
    """The titles of a library's list, without the featured ones."""
    return all_words(page, ".bc-results .bc-result__title")


def featured(page: Tag) -> list[str]:
    return all_words(page, ".bc-featured__title")


def latest(page: Tag) -> list[str]:
    """The titles of the strip of latest resources."""
    return all_words(page, ".bc-latest .bc-card__title")


def tag_counts(page: Tag) -> dict[str, int]:
    """The filters of a library: how many resources each tag promises."""
    return {
        words(link.select_one(".bc-filters__name")): int(words(link.select_one(".bc-filters__count")))
        for link in page.select(".bc-filters__link")
    }


def meta(page: Tag, name: str) -> list[str]:
    return [tag["content"] for tag in page.select(f'meta[name="{name}"]')]


def canonical(page: Tag) -> list[str]:
    return [link["href"] for link in page.select('link[rel="canonical"]')]
