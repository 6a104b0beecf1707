from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from beatcancer_wagtail.blocks.groups import LIBRARY
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings


class BookChooserBlock(SnippetChooserBlock):
    """Chooses a book; loads any number of them with covers and tags in three statements."""

    def __init__(self, **kwargs):
        super().__init__("beatcancer_wagtail.BookSnippet", **kwargs)

    def bulk_to_python(self, values):
        books = {book.pk: book for book in self.model_class.objects.filter(pk__in=values).for_display()}
        return [books.get(pk) for pk in values]

    class Meta:
        icon = "bc-book"
        label = _("Book")
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/book.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One book of the library")


class BooksBlock(HeadedBlock):
    """A shelf of books. Those that are not published stay off it."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Books"))
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    books = blocks.ListBlock(BookChooserBlock(), label=_("Books"), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["books"] = [book for book in value.get("books") or () if book is not None and book.live]
        return context

    class Meta:
        icon = "bc-book"
        label = _("Books")
        label_format = "{heading}"
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/books.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A shelf of books from the library")
        form_layout = with_link_settings("heading", "introduction", "books")
