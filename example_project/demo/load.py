"""Fills an empty site with the demo: a home page, the library with its articles, ten books, all pictures."""

import importlib
import pkgutil
import re
import uuid
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.timezone import make_aware
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from beatcancer_wagtail.models import (
    ArticlePage,
    BookSnippet,
    CallToAction,
    ClosingCall,
    Organisation,
    ResourceListingPage,
    SurveyBanner,
)
from example_project.demo import articles
from example_project.demo.books import BOOKS
from example_project.demo.desk import load_desk
from example_project.demo.furniture import BANNER, CLOSING_CALL, ORGANISATION, SURVEY
from example_project.demo.home import HOME
from example_project.demo.load_comments import load_comments
from example_project.demo.load_events import load_events
from example_project.demo.load_imports import load_imports
from example_project.demo.reading_group import READING_GROUP
from example_project.models import HomePage

PICTURES = Path(__file__).parent / "images"
NAMESPACE = uuid.UUID("6a6f2f0e-5a53-4bd8-9d6e-2f0a3b5a7c11")
ADMIN = {"username": "admin", "password": "admin"}


def is_loaded() -> bool:
    return HomePage.objects.exists()


@transaction.atomic
def load(say=print) -> None:
    """Create everything, or nothing."""
    Demo(say).load()


class Demo:
    def __init__(self, say):
        self.say = say
        self.pages: dict[str, Page] = {}

    def load(self):
        self._create_admin()
        self._create_books()
        self._create_pages()
        self._fill_articles()
        load_events(self)
        self._speak_for_site()
        load_desk(self)
        load_comments(self)
        load_imports(self)

    def _create_admin(self):
        users = get_user_model().objects
        if not users.filter(username=ADMIN["username"]).exists():
            users.create_superuser(email="", **ADMIN)

    def _create_books(self):
        self.books = {}
        for facts in BOOKS:
            book = BookSnippet(
                title=facts["title"],
                subtitle=facts["subtitle"],
                authors="\n".join(facts["authors"]),
                blurb=facts["blurb"],
                cover=self.picture(facts["cover"], facts["title"]),
                isbn=facts["isbn"] or "",
                publisher=facts["publisher"] or "",
                year=facts["year"],
                rating_count=facts["rating_count"],
            )
            book.full_clean(exclude=["locale"])
            book.save()
            book.tags.add(*facts["tags"])
            book.save_revision().publish()
            self.books[book.title] = book
        self.say(f"{len(self.books)} books")

    def _create_pages(self):
        root = Page.get_first_root_node()
        root.get_children().filter(slug="home").delete()
        root.refresh_from_db()
        home = root.add_child(
            instance=HomePage(
                title="Wrenfield Cancer Trust",
                slug="wrenfield",
                heading=HOME["heading"],
                introduction=HOME["introduction"],
                about=HOME["about"],
                search_description=HOME["introduction"],
                locale=Locale.get_active(),
            )
        )
        Site.objects.all().delete()
        Site.objects.create(
            hostname="localhost", port=80, site_name="Wrenfield Cancer Trust", root_page=home, is_default_site=True
        )
        library = home.add_child(
            instance=ResourceListingPage(
                title="Resources",
                slug="resources",
                introduction="Everything we have written about cancer, its treatment and the days around it.",
                empty_text="Try one plain word, such as “scan” or “tired”, or look through the subjects.",
                show_in_menus=True,
            )
        )
        self.pages |= {"home": home, "resources": library}
        for content in (READING_GROUP, SURVEY):
            page = ArticlePage(**{name: content[name] for name in ("title", "slug", "summary")})
            self.pages[page.slug] = home.add_child(instance=page)
        for content in ARTICLES:
            article = ArticlePage(title=content["title"], slug=content["slug"], summary=content["summary"])
            self.pages[content["slug"]] = library.add_child(instance=article)
        library.featured = [("resource", self.pages[content["slug"]]) for content in ARTICLES if content["featured"]][
            :2
        ]
        library.save_revision().publish()
        home.save_revision().publish()

    def _speak_for_site(self):
        site = Site.objects.get()
        call = CallToAction(page=self.pages[READING_GROUP["slug"]], **CLOSING_CALL)
        banner = SurveyBanner(site=site, page=self.pages[SURVEY["slug"]], **BANNER)
        shared = self.picture(READING_GROUP["hero"]["image"], ORGANISATION["name"])
        organisation = Organisation(site=site, sharing_image=shared, **ORGANISATION)
        for words in (call, banner, organisation):
            words.full_clean(exclude=["locale"])
            words.save()
        call.save_revision().publish()
        ClosingCall.objects.create(site=site, call=call)

    def _fill_articles(self):
        for content in [*ARTICLES, READING_GROUP, SURVEY]:
            article = self.pages[content["slug"]]
            hero = content["hero"]
            article.hero_image = self.picture(hero["image"], content["title"])
            article.hero_alt, article.hero_caption, article.hero_credit = hero["alt"], hero["caption"], hero["credit"]
            article.body = self.stream(content["body"], content["slug"])
            article.date_modified = content["updated"] and date.fromisoformat(content["updated"])
            article.tags.set(content["tags"])
            moment = datetime.combine(date.fromisoformat(content["published"]), time(9))
            article.first_published_at = make_aware(moment)
            article.body.stream_block.clean(article.body)
            article.full_clean()
            article.save_revision().publish()
        self.say(f"{len(ARTICLES)} articles")

    # From the plain data of the article modules to what a StreamField stores

    def stream(self, blocks, path):
        return [
            {"type": kind, "value": self.value(kind, value, f"{path}/{place}"), "id": self.key(f"{path}/{place}")}
            for place, (kind, value) in enumerate(blocks)
        ]

    def value(self, kind, value, path):
        if kind == "text":
            return self.rich_text(value)
        value = dict(value)
        if kind in ("section", "subsection"):
            value["content"] = self.stream(value["content"], path)
        elif kind == "callout":
            value["text"] = self.rich_text(value["text"])
        elif kind == "image":
            alt = value.pop("alt")
            picture = self.picture(value["image"], value["caption"])
            value["image"] = {"image": picture and picture.pk, "alt_text": alt, "decorative": False}
        elif kind == "table":
            columns = [{"type": "text", "heading": heading} for heading in value["columns"]]
            rows = [{"values": row} for row in value["rows"]]
            value = {
                "table": {"columns": columns, "rows": rows, "caption": value["caption"]},
                "row_headers": value["row_headers"],
            }
        elif kind == "faq":
            value["questions"] = self.items(
                [{**item, "answer": self.rich_text(item["answer"])} for item in value["questions"]], path
            )
        elif kind == "key_points":
            value["points"] = self.items(value["points"], path)
        elif kind == "call_to_action":
            value["page"] = self.pages[value["page"]].pk if value["page"] else None
        elif kind == "books":
            value["books"] = self.items([self.books[title].pk for title in value["books"]], path)
        elif kind == "related":
            value["pages"] = self.items([self.pages[slug].pk for slug in value.pop("articles")], path)
        return value

    def items(self, values, path):
        return [
            {"type": "item", "value": value, "id": self.key(f"{path}/{place}")} for place, value in enumerate(values)
        ]

    def key(self, path):
        return str(uuid.uuid5(NAMESPACE, path))

    def rich_text(self, html):
        """Links to "article:slug" become links to pages, as the editor stores them."""
        return re.sub(
            r'<a href="article:([\w-]+)">', lambda link: f'<a linktype="page" id="{self.pages[link[1]].pk}">', html
        )

    def picture(self, name, title):
        path = PICTURES / f"{name}.webp"
        if name not in self._pictures and path.exists():
            with path.open("rb") as file:
                image = get_image_model()(title=title[:255] or name, file=ImageFile(file, name=path.name))
                image.save()
            self._pictures[name] = image
        return self._pictures.get(name)

    @cached_property
    def _pictures(self):
        return {}


ARTICLES = sorted(
    (
        importlib.import_module(f"{articles.__name__}.{module.name}").ARTICLE
        for module in pkgutil.iter_modules(articles.__path__)
    ),
    key=lambda content: content["published"],
)
