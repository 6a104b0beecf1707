from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from beatcancer_wagtail.blocks.chosen import FetchedTogether
from beatcancer_wagtail.blocks.groups import LIBRARY
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings
from beatcancer_wagtail.blocks.previews import LibraryPreview

PREVIEW_HINT = _("Publish a book, and it shows here.")


class BookChooserBlock(LibraryPreview, FetchedTogether, SnippetChooserBlock):
    """Chooses a book; any number of them come with covers and tags in one statement."""

    def __init__(self, **kwargs):
        super().__init__("beatcancer_wagtail.BookSnippet", **kwargs)

    def fetch(self, ids):
        return {book.pk: book for book in self.model_class.objects.filter(pk__in=ids).order_by().for_display()}

    def newest(self, count: int) -> list:
        """Published books, the latest first."""
        return list(self.model_class.objects.live().order_by("-pk").for_display()[:count])

    def get_preview_value(self):
        return next(iter(self.newest(1)), None)

    class Meta:
        icon = "bc-book"
        label = _("Book")
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/book.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One book of the library")
        preview_hint = PREVIEW_HINT


class BooksBlock(LibraryPreview, HeadedBlock):
    """A shelf of books. Those that are not published stay off it."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Books"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    books = blocks.ListBlock(BookChooserBlock(), label=_("Books"), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["books"] = [book for book in value.get("books") or () if book is not None and book.live]
        return context

    def get_preview_value(self):
        newest = self.child_blocks["books"].child_block.newest(6)
        return self.normalize({"heading": self.child_blocks["heading"].get_default(), "books": newest})

    class Meta:
        icon = "bc-book"
        label = _("Books")
        label_format = "{heading}"
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/books.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A shelf of books from the library")
        preview_hint = PREVIEW_HINT
        form_layout = with_link_settings("heading", "introduction", "books")


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {BookChooserBlock: "beatcancer_wagtail.blocks.BookChooserBlock"}
