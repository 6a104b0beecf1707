from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import ItemBase, Tag
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import NoFutureDateValidator
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from beatcancer_wagtail.fields import BodyField, ISBNField
from beatcancer_wagtail.links import is_safe_link, validate_link
from beatcancer_wagtail.models.schedules import ScheduleKnown, with_schedules
from beatcancer_wagtail.models.tags import TagsManager
from beatcancer_wagtail.tagged import tags_of, with_tags


class BookLinkBlock(blocks.StructBlock):
    """Where to read on, or where to borrow the book."""

    label = blocks.CharBlock(label=_("Words of the link"), max_length=80)
    url = blocks.CharBlock(label=_("Address"), max_length=500, validators=[validate_link])

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label}"


class BookQuerySet(models.QuerySet):
    def live(self):
        """Published books only."""
        return self.filter(live=True)

    def for_display(self):
        """With covers and tags in this one statement, however many books there are."""
        return with_tags(self.select_related("cover"), BookTag)

    def for_editors(self):
        """With all that Wagtail's tables and ours show of a book, in two statements."""
        return with_schedules(self.for_display()).prefetch_related("cover__renditions")


class BookTag(ItemBase):
    """One tag of one book."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="beatcancer_books")
    content_object = ParentalKey(
        "beatcancer_wagtail.BookSnippet", on_delete=models.CASCADE, related_name="tagged_items"
    )


class BookSnippet(
    ScheduleKnown, PreviewableMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, ClusterableModel
):
    """A book worth reading, as the library recommends it."""

    title = models.CharField(_("title"), max_length=255)
    subtitle = models.CharField(_("subtitle"), max_length=255, blank=True)
    authors = models.TextField(_("authors"), blank=True)
    blurb = models.TextField(_("description"), blank=True)
    cover = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(_("alternative text of the cover"), max_length=255, blank=True)
    isbn = ISBNField(_("ISBN"), blank=True)
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1450), MaxValueValidator(2200)]
    )
    tags = TagsManager(verbose_name=_("tags"), through=BookTag, blank=True)
    links = BodyField([("link", BookLinkBlock())], verbose_name=_("links"), blank=True)
    rating_value = models.DecimalField(
        _("rating"),
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(5)],
    )
    rating_count = models.PositiveIntegerField(_("number of ratings"), null=True, blank=True)
    rating_source = models.CharField(_("source of the rating"), max_length=80, blank=True)
    rating_url = models.URLField(_("address of the source"), blank=True)
    rating_as_of = models.DateField(_("rating as of"), null=True, blank=True, validators=[NoFutureDateValidator()])

    rating_is_own = models.BooleanField(_("our own readers gave this rating"), default=False)

    objects = BookQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("subtitle"),
        FieldPanel("authors", help_text=_("One name on each line, in the order of the title page.")),
        FieldPanel("blurb", help_text=_("About 50 words of your own: whom the book is for, and what it offers.")),
        MultiFieldPanel(
            [
                FieldPanel("cover"),
                FieldPanel(
                    "cover_alt",
                    help_text=_("Only if the cover tells more than its title. The title stands beside it on the page."),
                ),
            ],
            heading=_("Cover"),
        ),
        FieldPanel("tags"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("year")]),
                FieldPanel("isbn", help_text=_("13 digits, or 10 on older books. Hyphens do not matter.")),
                FieldPanel("links"),
            ],
            heading=_("Edition"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(
                            "rating_value",
                            help_text=_("From 0 to 5, as its source gives it. Leave empty to show no stars."),
                        ),
                        FieldPanel("rating_count"),
                    ]
                ),
                FieldRowPanel([FieldPanel("rating_source"), FieldPanel("rating_as_of")]),
                FieldPanel("rating_url"),
                FieldPanel(
                    "rating_is_own",
                    help_text=_(
                        "Search engines are told only of ratings that you collected yourselves. If unsure, leave it off."
                    ),
                ),
            ],
            heading=_("Rating"),
        ),
    ]
    search_fields = [
        index.SearchField("title", boost=3),
        index.AutocompleteField("title"),
        index.SearchField("subtitle"),
        index.SearchField("authors", boost=2),
        index.AutocompleteField("authors"),
        index.SearchField("blurb"),
        index.FilterField("live"),
        index.FilterField("locale_id"),
    ]
    api_fields = [
        APIField(name)
        for name in (
            "title", "subtitle", "author_names", "blurb", "cover", "isbn", "publisher", "year", "tags",
            "rating_value", "rating_count", "rating_source", "rating_url", "rating_as_of",
        )
    ]  # fmt: skip

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("book")
        verbose_name_plural = _("books")
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title

    @property
    def author_names(self) -> list[str]:
        """The authors, one string each, in order."""
        return [name.strip() for name in self.authors.splitlines() if name.strip()]

    @property
    def tag_names(self) -> list[str]:
        """The names of the tags; without a statement of their own after ``for_display()``."""
        return [tag.name for tag in tags_of(self, "tagged_items")]

    @property
    def reading_links(self) -> list:
        """The links that are complete and safe, each with ``label`` and ``url``."""
        links = (link.value for link in self.links)
        return [link for link in links if link["label"] and link["url"] and is_safe_link(link["url"])]

    @property
    def tag_list(self) -> str:
        """The tags in one line, for exports."""
        return ", ".join(self.tag_names)

    @property
    def rating_half_stars(self) -> int:
        """The rating in half stars, 0 to 10, for the picture of it; a quarter of a star counts as a half."""
        return int((self.rating_value or 0) * 2 + Decimal("0.5"))

    @property
    def rating_count_text(self) -> str:
        """The number of ratings, grouped as the reader's language groups digits: "614,948"."""
        return "" if self.rating_count is None else number_format(self.rating_count, force_grouping=True)

    @property
    def rating_count_label(self) -> str:
        """The same in words: "614,948 ratings"."""
        text = ngettext("%(number)s rating", "%(number)s ratings", self.rating_count or 0)
        return text % {"number": self.rating_count_text}

    def clean(self):
        super().clean()
        if self.rating_value is not None and not self.rating_source:
            raise ValidationError({"rating_source": _("Say where the rating comes from, or leave the rating empty.")})

    def get_preview_template(self, request, mode_name):
        return "beatcancer_wagtail/book_preview.html"
