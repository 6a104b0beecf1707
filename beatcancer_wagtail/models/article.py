import swapper
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import NoFutureDateValidator
from wagtail.images import get_image_model_string
from wagtail.models import Page, Site
from wagtail.search import index

from beatcancer_wagtail.blocks.chosen import fetched_together
from beatcancer_wagtail.blocks.headed import OutlineEntry, outline
from beatcancer_wagtail.blocks.related import ResourceChooserBlock, related_ids_in
from beatcancer_wagtail.blocks.walk import expand_rich_text
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.fields import BodyField
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models.base_page import load_base_page, parent_link
from beatcancer_wagtail.models.listing import find_listing, latest_ids
from beatcancer_wagtail.models.tags import ResourceTagsManager
from beatcancer_wagtail.resources import TAGGED_ITEMS, Resource, public_ones, resources_by_id, tagged_items
from beatcancer_wagtail.tagged import TagLabel, keep_tags, tags_of
from beatcancer_wagtail.text.outline import settle_anchors
from beatcancer_wagtail.text.plain import count_words
from beatcancer_wagtail.text.reading_time import minutes_to_read, words_per_minute

LATEST_COUNT = 3


class ArticleMixin(Resource, models.Model):
    """Everything an article is, but for the page: put it before your own page class.

    Example::

        class NewsPage(ArticleMixin, BasePage):
            content_panels = BasePage.content_panels + ArticleMixin.article_panels
    """

    summary = models.TextField(_("summary"), max_length=400)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(_("alternative text"), max_length=255, blank=True)
    hero_caption = models.CharField(_("caption"), max_length=300, blank=True)
    hero_credit = models.CharField(_("credit"), max_length=160, blank=True)
    body = BodyField(verbose_name=_("body"), blank=True)
    tags = ResourceTagsManager(verbose_name=_("tags"), through="beatcancer_wagtail.ResourceTag", blank=True)
    show_contents = models.BooleanField(_("show the contents list"), default=True)
    date_modified = models.DateField(
        _("last changed in substance"), null=True, blank=True, validators=[NoFutureDateValidator()]
    )
    closing_call = models.ForeignKey(
        "beatcancer_wagtail.CallToAction",
        verbose_name=_("closing call"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hide_closing_call = models.BooleanField(_("no closing call on this page"), default=False)
    computed_reading_minutes = models.PositiveSmallIntegerField(null=True, editable=False)
    reading_minutes_override = models.PositiveSmallIntegerField(
        _("reading time in minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )

    article_panels = [
        FieldPanel(
            "summary",
            help_text=_(
                "Two sentences, about 40 words. Say what it is before how it is treated. Shown in lists and by search engines."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("hero_image"),
                FieldPanel(
                    "hero_alt",
                    help_text=_(
                        "What the picture tells, for those who cannot see it. Leave empty if it is only decoration."
                    ),
                ),
                FieldPanel("hero_caption"),
                FieldPanel("hero_credit", help_text=_("Who made the picture.")),
            ],
            heading=_("Picture at the top"),
            classname="collapsed",
        ),
        FieldPanel("body"),
        FieldPanel("tags", help_text=_("Two or three are best. Readers filter the library by them.")),
        MultiFieldPanel(
            [
                FieldPanel(
                    "date_modified",
                    help_text=_(
                        "Set it when what the page says has changed, not for a corrected comma. Readers see this date."
                    ),
                ),
                FieldPanel(
                    "reading_minutes_override",
                    help_text=_("Leave empty to have it worked out from the text each time you save."),
                ),
                FieldPanel("show_contents", help_text=_("Links to the sections; shown when there are at least three.")),
            ],
            heading=_("Dates, reading time and contents"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("closing_call", help_text=_("Leave empty for the one that the whole site has.")),
                FieldPanel("hide_closing_call"),
            ],
            heading=_("Call to action at the end"),
            classname="collapsed",
        ),
    ]
    article_search_fields = [
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
        index.RelatedFields("tags", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.AutocompleteField("summary"),
    ]
    api_fields = [
        APIField("summary"),
        APIField("hero_image"),
        APIField("hero_alt"),
        APIField("body"),
        APIField("tags"),
        APIField("date_modified"),
        APIField("reading_minutes"),
    ]

    schema_page_type = "MedicalWebPage"
    schema_article_type = "Article"

    class Meta:
        abstract = True

    @property
    def reading_minutes(self) -> int | None:
        """Whole minutes that readers are told: the editor's figure, else the one worked out at save."""
        return self.reading_minutes_override or self.computed_reading_minutes

    @property
    def tag_labels(self) -> list[TagLabel]:
        """Name and slug of each tag, in alphabetical order."""
        return tags_of(self, TAGGED_ITEMS)

    @property
    def date_published(self):
        """When the page was first published (schema.org ``datePublished``), or None for a draft."""
        return self.first_published_at

    def compute_reading_minutes(self) -> int:
        """Minutes for the title, the summary and every text in the body, at Wagtail's speed for the language."""
        texts = [self.title, self.summary, *self._meta.get_field("body").get_searchable_content(self.body)]
        speed = words_per_minute(self._language, library_settings().WORDS_PER_MINUTE)
        return minutes_to_read(sum(count_words(str(text)) for text in texts), speed)

    @property
    def _language(self) -> str:
        return self.locale.language_code if self.locale_id else get_language() or "en"

    def get_outline(self) -> list[OutlineEntry]:
        """The headings of the body, nested. Each entry has ``text``, ``anchor``, ``value`` and ``entries``."""
        return outline(self.body)

    def settle_body(self) -> None:
        """Give every heading its lasting anchor and work out the reading time. Done at each save."""
        entries = [entry for top in self.get_outline() for entry in top.walk()]
        anchors = {entry.anchor for entry in entries if entry.anchor}
        published = self._published_anchors() if len(anchors) < len(entries) else {}
        anchors = settle_anchors((entry.heading for entry in entries), published)
        for entry in entries:
            entry.value["anchor"] = anchors[entry.key] if entry.text else ""
        self.computed_reading_minutes = self.compute_reading_minutes()

    def _published_anchors(self) -> dict[str, str]:
        live = type(self)._default_manager.filter(pk=self.pk, live=True).only("body").first() if self.pk else None
        return {entry.key: entry.anchor for top in (live.get_outline() if live else []) for entry in top.walk()}

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        self.settle_body()
        before = self._stored_tags()
        saved = super().save(*args, **kwargs)
        if getattr(self, "search_auto_update", True) and self._stored_tags() != before:
            index.insert_or_update_object(self)  # Wagtail did so before the tags were stored
        return saved

    def _stored_tags(self) -> set[int]:
        return set(tagged_items().filter(content_object=self.pk).values_list("tag_id", flat=True))

    def save_revision(self, *args, **kwargs):
        self.settle_body()
        return super().save_revision(*args, **kwargs)

    def serve_preview(self, request, mode_name):
        self.settle_body()
        return super().serve_preview(request, mode_name)

    def get_template(self, request, *args, **kwargs):
        """The page's own template where the site has one (``app/news_page.html``), else the package's."""
        return [super().get_template(request, *args, **kwargs), "beatcancer_wagtail/article_page.html"]

    def _resources_shown(self, request) -> dict[int, Page]:
        """What the related blocks and the latest strip show, by id."""
        listing = find_listing(request, self)
        latest = latest_ids(LATEST_COUNT, listing, request=request, but=self)
        return resources_by_id([*related_ids_in(self.body, self), *latest], beside=self)

    def get_context(self, request, *args, **kwargs):
        keep_tags(self, TAGGED_ITEMS)
        context = super().get_context(request, *args, **kwargs)
        context["base_template"] = library_settings().BASE_TEMPLATE
        context["content_element"] = library_settings().CONTENT_ELEMENT
        context["latest_count"] = LATEST_COUNT
        self.resources_at_hand = self._resources_shown(request)
        if library_settings().CACHE_BODIES and not getattr(request, "is_preview", False):
            return context | remembered(self._body_name(request), self._rendered_body)
        self._prepare_body(fresh=getattr(request, "is_preview", False))
        context["contents"] = self._contents()
        return context

    def _prepare_body(self, *, fresh: bool) -> None:
        with fetched_together(self.body, {ResourceChooserBlock: self.resources_at_hand}, fresh=fresh):
            expand_rich_text(self.body)

    def _contents(self) -> list[OutlineEntry]:
        return [entry for entry in self.get_outline() if entry.text] if self.show_contents else []

    def _body_name(self, request) -> str:
        """All that the rendered body depends on, but for books, pictures and pages, whose changes start an edition."""
        site = Site.find_for_request(request)
        public = [page.pk for page in public_ones(self.resources_at_hand.values())]
        return f"body {self.pk} {site and site.pk} {get_language()} {public} {self.show_contents} {list(self.body.raw_data)}"

    def _rendered_body(self) -> dict[str, object]:
        """Without the request: what is kept for all readers must not know of one."""
        self._prepare_body(fresh=False)
        rendered = self.body.render_as_block({"page": self, "self": self})
        return {"rendered_body": rendered, "contents": [entry.for_contents for entry in self._contents()]}


BasePage = load_base_page()


class ArticlePage(ArticleMixin, BasePage):
    """The article that the package brings. Swap it with ``BEATCANCER_WAGTAIL_ARTICLEPAGE_MODEL``."""

    page_ptr = parent_link()

    content_panels = BasePage.content_panels + ArticleMixin.article_panels
    search_fields = BasePage.search_fields + ArticleMixin.article_search_fields

    is_creatable = not swapper.is_swapped("beatcancer_wagtail", "ArticlePage")
    page_description = _("Health information in sections, with questions, books and a call to act.")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        swappable = swapper.swappable_setting("beatcancer_wagtail", "ArticlePage")
