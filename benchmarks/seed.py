"""The pages that are measured, and a library of any size around them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import uuid4

from django.db import connection
from taggit.models import Tag
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.search.models import IndexEntry

from beatcancer_wagtail.blocks.walk import values
from beatcancer_wagtail.models import ArticlePage, BookSnippet, ResourceListingPage, ResourceTag
from benchmarks.floor.models import FloorPage
from example_project.demo import load as demo

FLAGSHIP = "what-is-metastasis"
BATCH = 2000


def load_demo() -> None:
    """The demo, the floor page and two more articles that differ in the number of their books."""
    demo.load(say=lambda line: None)
    flagship = ArticlePage.objects.get(slug=FLAGSHIP)
    add_floor(flagship)
    for books in (1, 20):
        add_article_with_books(flagship, books)


def add_floor(article: ArticlePage) -> None:
    """The text of the article, links and all, in one field, as deep in the tree as the article, below a plain page."""
    text = "".join(value.source for value in values(article.body) if isinstance(value, RichText))
    home = article.get_parent().get_parent().specific
    above = home.add_child(instance=FloorPage(title="Plain", slug="plain", text="<p>Plain.</p>"))
    above.add_child(instance=FloorPage(title="Floor", slug="floor", text=text))


def add_article_with_books(article: ArticlePage, count: int) -> None:
    """A copy of the article whose shelf holds this many books."""
    copy = article.copy(update_attrs={"title": f"{count} books", "slug": f"books-{count}"}, keep_live=True)
    for block in copy.body:
        if block.block_type == "books":
            block.value["books"] = block.block.child_blocks["books"].normalize(books(count))
    copy.save_revision().publish()


def books(count: int) -> list[BookSnippet]:
    found = list(BookSnippet.objects.live()[:count])
    for number in range(count - len(found)):
        book = BookSnippet(title=f"Book {number}", cover=found[number].cover, blurb=found[number].blurb)
        book.save()
        book.tags.add(*found[number].tags.all())
        found.append(book)
    return found


def grow_library(total: int) -> None:
    """Fill the library with short articles until it holds ``total`` resources.

    Rows are written, not pages saved: 100,000 of them take about a minute.
    """
    library = ResourceListingPage.objects.get()
    originals = list(ArticlePage.objects.filter(slug__in=[content["slug"] for content in demo.ARTICLES]).order_by("pk"))
    missing = total - library.get_children().count()
    if missing <= 0:
        return
    short = shortest_body(originals)
    newest_key = Page.objects.order_by("-pk").first().pk
    for numbers in in_batches(range(library.numchild, library.numchild + missing)):
        Page.objects.bulk_create(new_page(library, originals[number % len(originals)], number) for number in numbers)
    for original in originals:
        copy_article_rows(original, short, newer_than=newest_key)
    tag_pages(newer_than=newest_key)
    library.numchild += missing
    library.save(update_fields=["numchild"])
    if connection.vendor == "postgresql":  # what its autovacuum would do a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def shortest_body(articles: list[ArticlePage]) -> ArticlePage:
    return min(articles, key=lambda article: len(str(list(article.body.raw_data))))


def new_page(library: Page, original: ArticlePage, number: int) -> Page:
    """The base row of one more article, older than all of the demo."""
    slug = f"seeded-{original.pk}-{number}"
    title = f"{original.title} ({number})"
    published = original.first_published_at - timedelta(days=400, minutes=37 * number)
    return Page(
        path=library.path + tree_step(number + 1),
        depth=library.depth + 1,
        title=title,
        draft_title=title,
        slug=slug,
        url_path=f"{library.url_path}{slug}/",
        content_type_id=original.content_type_id,
        locale_id=library.locale_id,
        translation_key=uuid4(),
        live=True,
        first_published_at=published,
        last_published_at=published,
    )


def tree_step(number: int) -> str:
    """The last part of the path of the child with this number, counted from 1."""
    step = ""
    for _digit in range(Page.steplen):
        number, digit = divmod(number, len(Page.alphabet))
        step = Page.alphabet[digit] + step
    return step


def copy_article_rows(original: ArticlePage, short: ArticlePage, *, newer_than: int) -> None:
    """The article's own row for each new page: as the original's, with a short body."""
    quote = connection.ops.quote_name
    fields = [field for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    names = ", ".join(quote(field.column) for field in fields)
    taken = ", ".join(f"{'short' if field.name == 'body' else 'original'}.{quote(field.column)}" for field in fields)
    table, key = quote(ArticlePage._meta.db_table), quote(ArticlePage._meta.pk.column)
    pages = quote(Page._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({key}, {names}) SELECT page.id, {taken}"  # noqa: S608 - names of our own tables
            f" FROM {pages} page, {table} original, {table} short"
            f" WHERE page.id > %s AND page.slug LIKE %s AND original.{key} = %s AND short.{key} = %s",
            [newer_than, f"seeded-{original.pk}-%", original.pk, short.pk],
        )


def tag_pages(*, newer_than: int) -> None:
    """Three of the demo's tags for every new page."""
    tags = list(Tag.objects.filter(beatcancer_resources__isnull=False).distinct().order_by("pk"))
    new = Page.objects.filter(pk__gt=newer_than, slug__startswith="seeded-").order_by("pk")
    for chunk in in_batches(list(new.values_list("pk", flat=True))):
        ResourceTag.objects.bulk_create(
            ResourceTag(tag=tags[place], content_object_id=key) for key in chunk for place in places(key, len(tags))
        )


def places(number: int, size: int) -> set[int]:
    return {number % size, (number * 7 + 3) % size, (number // size) % size}


def in_batches(items: Sequence) -> Iterator[Sequence]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def index_library() -> None:
    """Enter every seeded page into the search index with the text of the shortest article, as the original's title.

    Entries are copied inside the database: to read 100,000 bodies and index each would take an hour.
    """
    originals = ArticlePage.objects.filter(slug__in=[content["slug"] for content in demo.ARTICLES])
    short = str(shortest_body(list(originals)).pk)
    quote = connection.ops.quote_name
    table, pages = quote(IndexEntry._meta.db_table), quote(Page._meta.db_table)
    names = [quote(field.column) for field in IndexEntry._meta.concrete_fields if not field.primary_key]
    own = {quote("object_id"): f"CAST(page.id AS {'char' if connection.vendor == 'mysql' else 'text'})"}
    taken = ", ".join(own.get(name, f"original.{name}" if "title" in name else f"short.{name}") for name in names)
    with connection.cursor() as cursor:
        for original in originals:
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {taken}"  # noqa: S608 - names of our own tables
                f" FROM {pages} page, {table} original, {table} short"
                " WHERE page.slug LIKE %s AND original.object_id = %s AND original.content_type_id = page.content_type_id"
                " AND short.object_id = %s AND short.content_type_id = page.content_type_id"
                f" AND NOT EXISTS (SELECT 1 FROM {table} known WHERE known.content_type_id = page.content_type_id"
                f" AND known.object_id = {own[quote('object_id')]})",
                [f"seeded-{original.pk}-%", str(original.pk), short],
            )
