import swapper
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.search import index

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.fields import BodyField
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models.base_page import load_base_page, parent_link
from beatcancer_wagtail.models.listing_addresses import ListingAddresses
from beatcancer_wagtail.partial import mark_part, wants_part
from beatcancer_wagtail.resource_list import ORDERS, ResourceList
from beatcancer_wagtail.resources import (
    Resource,
    newest_ids,
    public_pages,
    public_resources,
    resource_models,
    site_path,
    tagged_items,
    with_resource_tags,
)

CHILDREN, DESCENDANTS = "children", "descendants"
RESULTS = "beatcancer-listing"  # what filters.js asks for


def scope_choices():
    """A function, so that new words or languages never make a migration in a site that wears the mixin."""
    return [
        (CHILDREN, _("The pages directly below this one")),
        (DESCENDANTS, _("All pages below this one, however deep")),
    ]


def order_choices():
    """See :func:`scope_choices`."""
    return [(key, label) for key, (label, _fields) in ORDERS.items()]


class ResourceListingForm(WagtailAdminPageForm):
    """Refuses featured pages that the library does not list.

    Only the form does: a library must still be copied, moved and published when a page has left it since.
    """

    def clean(self):
        cleaned = super().clean()
        chosen = [block.value for block in cleaned.get("featured") or () if block.value is not None]
        strangers = [page.title for page in chosen if not self._is_listed(page, cleaned.get("scope"))]
        if strangers and self.instance.pk:
            message = _("Not below this page, or no article: %(titles)s. Choose pages that this library lists.")
            self.add_error("featured", message % {"titles": ", ".join(strangers)})
        return cleaned

    def _is_listed(self, page: Page, scope: str | None) -> bool:
        is_here = page.is_child_of(self.instance) if scope == CHILDREN else page.is_descendant_of(self.instance)
        return is_here and issubclass(page.specific_class or Page, Resource)


class ResourceListingMixin(ListingAddresses, models.Model):
    """A library: a page that lists the resources below it. Put it before your own page class."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=600)
    scope = models.CharField(_("lists"), max_length=12, choices=scope_choices, default=CHILDREN)
    order = models.CharField(_("order"), max_length=8, choices=order_choices, default="newest")
    page_size = models.PositiveSmallIntegerField(
        _("resources on each page"), default=12, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    featured = BodyField(
        [("resource", blocks.PageChooserBlock(label=_("Resource")))], verbose_name=_("featured"), blank=True, max_num=3
    )
    show_search = models.BooleanField(_("show the search field"), default=True)
    show_tags = models.BooleanField(_("show the tags as filters"), default=True)
    empty_text = models.TextField(_("text when nothing is found"), blank=True, max_length=600)

    listing_panels = [
        FieldPanel("introduction", help_text=_("What readers find here, in one or two sentences.")),
        FieldPanel("featured", help_text=_("Up to three resources to show first and large.")),
        MultiFieldPanel(
            [FieldPanel("scope"), FieldPanel("order"), FieldPanel("page_size")], heading=_("What is listed")
        ),
        MultiFieldPanel(
            [
                FieldPanel("show_search"),
                FieldPanel("show_tags"),
                FieldPanel(
                    "empty_text",
                    help_text=_(
                        "What to try next, or whom to ask. A short text of our own is shown when this is empty."
                    ),
                ),
            ],
            heading=_("Finding"),
        ),
    ]
    listing_search_fields = [index.SearchField("introduction")]
    api_fields = [APIField("introduction"), APIField("scope"), APIField("order")]

    base_form_class = ResourceListingForm

    class Meta:
        abstract = True

    def get_resources(self) -> models.QuerySet:
        """The resources that this listing shows to a stranger, as base pages."""
        resources = public_resources()
        return resources.child_of(self) if self.scope == CHILDREN else resources.descendant_of(self)

    def get_resource_list(self, params) -> ResourceList:
        """What a reader with this query string sees."""
        return ResourceList(
            self.get_resources(),
            params,
            name=self._name,
            order=self.order,
            page_size=self.page_size,
            featured=self._featured_ids,
        )

    @cached_property
    def resource_total(self) -> int:
        """How many resources the library has; kept between requests."""
        return remembered(f"{self._name}.total", lambda: self.get_resources().count())

    def newest_ids(self, count: int, *, but: Page | None = None, tag: str = "") -> list[int]:
        """The ids of the newest resources of the library that have the tag, if any; without that of the page ``but``."""

        def tagged() -> models.QuerySet:
            return self.get_resources().filter(pk__in=tagged_items().filter(tag__slug=tag).values("content_object"))

        if tag:
            return newest_ids(count, pages=tagged, name=f"{self._name}.tagged.{tag}", but=but)
        return newest_ids(count, pages=self.get_resources, name=self._name, but=but)

    @property
    def library_tags(self) -> list[tuple[str, str, int]]:
        """Name, slug and number of resources of each tag of the library; kept between requests."""
        return self.get_resource_list(QueryDict()).library_tags

    @property
    def _name(self) -> str:
        return f"listing.{self.pk}.{self.scope}"

    @property
    def _featured_ids(self) -> list[int]:
        chosen = list(dict.fromkeys(block["value"] for block in self.featured.raw_data if block["value"]))
        if not chosen:
            return []

        def visible() -> set[int]:
            return set(self.get_resources().filter(pk__in=chosen).values_list("pk", flat=True))

        shown = remembered(f"{self._name}.featured.{chosen}", visible)
        return [pk for pk in chosen if pk in shown]

    def route(self, request, path_components):
        """Route as Wagtail does, but fetch an article below with its picture and tags in one statement."""
        if self.live:
            request.beatcancer_listing = self
            if asked := self.feed_asked_for(path_components):
                return asked
        if path_components:
            slug, *rest = path_components
            if page := self._article_below(slug):
                return page.route(request, rest)
        return super().route(request, path_components)

    def _article_below(self, slug: str) -> Page | None:
        models = resource_models()
        if len(models) > 1:
            found = set(self.get_children().filter(slug=slug).order_by().values_list("content_type_id", flat=True))
            kinds = ContentType.objects.get_for_models(*models)
            models = [model for model in models if kinds[model].pk in found]
        for model in models:
            below = model._default_manager.child_of(self).filter(slug=slug).order_by().select_related("hero_image")
            return next(iter(with_resource_tags(below)[:1]), None)
        return None

    def serve(self, request, *args, feed: str = "", tag: str = "", **kwargs):
        """The library as a page, or for our script the part that filters change, or as the feed that the address asks for."""
        if feed:
            return self.serve_feed(request, feed, tag)
        return mark_part(super().serve(request, *args, **kwargs), is_part=wants_part(request, RESULTS))

    def get_template(self, request, *args, **kwargs):
        """The page's own template where the site has one, else the package's."""
        if wants_part(request, RESULTS):
            return "beatcancer_wagtail/components/listing_results.html"
        return [super().get_template(request, *args, **kwargs), "beatcancer_wagtail/resource_listing_page.html"]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["base_template"] = library_settings().BASE_TEMPLATE
        context["content_element"] = library_settings().CONTENT_ELEMENT
        context["listing"] = self.get_resource_list(request.GET)
        return context


def find_listing(request=None, page: Page | None = None) -> Page | None:
    """The library that ``page`` belongs to, else the first one of the site; None where there is none.

    The answer is remembered in ``request``, since several parts of a page ask for it.
    """
    on_the_way = getattr(request, "beatcancer_listing", None)
    if on_the_way is not None and (page is None or page.path.startswith(on_the_way.path)):
        return on_the_way
    if request is None:
        return _nearest_listing(None, page)
    known = request.__dict__.setdefault("beatcancer_listings", {})
    key = page.pk if page is not None else None
    if key not in known:
        known[key] = _nearest_listing(request, page)
    return known[key]


def latest_ids(count: int, listing: Page | None, *, request=None, but: Page | None = None) -> list[int]:
    """The ids of the newest resources of a library, or without one of the site; without that of the page ``but``."""
    if listing:
        return listing.newest_ids(count, but=but)
    return newest_ids(count, within=site_path(but, request), but=but)


def _nearest_listing(request, page: Page | None) -> Page | None:
    listings = public_pages().type(ResourceListingMixin)
    above = listings.ancestor_of(page).order_by("-depth").first() if page is not None and page.path else None
    if above is None:
        within = site_path(page, request)
        above = listings.filter(url_path__startswith=within).order_by("depth", "path").first()
    return above.specific if above else None


BasePage = load_base_page()


class ResourceListingPage(ResourceListingMixin, BasePage):
    """The library that the package brings. Swap it with ``BEATCANCER_WAGTAIL_RESOURCELISTINGPAGE_MODEL``."""

    page_ptr = parent_link()

    content_panels = BasePage.content_panels + ResourceListingMixin.listing_panels
    search_fields = BasePage.search_fields + ResourceListingMixin.listing_search_fields

    is_creatable = not swapper.is_swapped("beatcancer_wagtail", "ResourceListingPage")
    page_description = _("Lists the articles below it, with a search field and tags.")

    class Meta:
        verbose_name = _("resource library")
        verbose_name_plural = _("resource libraries")
        swappable = swapper.swappable_setting("beatcancer_wagtail", "ResourceListingPage")
