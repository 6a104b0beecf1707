"""What a moderator narrows the queue by."""

from datetime import timedelta

from django.db.models import Count, F, Q
from django.forms import RadioSelect, Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.states import PENDING, statuses
from beatcancer_wagtail.resources import base_page_model

EVERYTHING = "all"
PAGES_OFFERED = 30

# How long ago, and whether that or longer ago.
AGES = {
    "day": (timedelta(days=1), False),
    "week": (timedelta(days=7), False),
    "older-day": (timedelta(days=1), True),
    "older-week": (timedelta(days=7), True),
    "older-month": (timedelta(days=30), True),
}


def states_offered():
    return [*statuses(), (EVERYTHING, _("All"))]


def ages_offered():
    return [
        ("day", _("The last 24 hours")),
        ("week", _("The last 7 days")),
        ("older-day", _("More than a day ago")),
        ("older-week", _("More than 7 days ago")),
        ("older-month", _("More than 30 days ago")),
    ]


def pages_offered(asked: str = "") -> list[tuple[str, str]]:
    """The pages on which most waits, then those with most comments, and the one that an address asks for."""
    most = Comment.objects.order_by().values("page_id", title=F("page__draft_title"))
    counted = most.annotate(waiting=Count("pk", filter=Q(status=PENDING)), total=Count("pk"))
    rows = counted.order_by("-waiting", "-total", "page_id")[:PAGES_OFFERED]
    offered = {str(row["page_id"]): row["title"] for row in rows}
    if asked.isdecimal() and len(asked) < 10 and asked not in offered:
        page = base_page_model().objects.filter(pk=asked).first()
        offered |= {asked: page.get_admin_display_title()} if page else {}
    return list(offered.items())


class CommentFilterSet(WagtailFilterSet):
    """The queue opens on what waits. What an address asks for and nobody knows is left aside."""

    status = ChoiceFilter(
        label=_("State"),
        choices=states_offered,
        empty_label=None,
        initial=PENDING,
        widget=RadioSelect,
        method="in_state",
    )
    risk = ChoiceFilter(
        label=_("At risk"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        empty_label=_("All"),
        widget=RadioSelect,
        method="at_risk",
    )
    page = ChoiceFilter(label=_("Page"), field_name="page_id", empty_label=_("All"), widget=Select)
    age = ChoiceFilter(label=_("Age"), choices=ages_offered, empty_label=_("All"), widget=RadioSelect, method="of_age")

    class Meta:
        model = Comment
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        data = data.copy() if data is not None else {}
        if data.get("status") not in dict(states_offered()):
            data["status"] = PENDING
        super().__init__(data, queryset, request=request, prefix=prefix)
        self.filters["page"].extra["choices"] = pages_offered(data.get("page", ""))
        for name in ("risk", "page", "age"):
            choices = self.filters[name].extra["choices"]
            if data.get(name, "") not in {key for key, _label in (choices() if callable(choices) else choices)}:
                data.pop(name, None)

    def in_state(self, queryset, _name, value):
        return queryset if value == EVERYTHING else queryset.filter(status=value)

    def at_risk(self, queryset, _name, value):
        return queryset.filter(is_at_risk=value == "yes")

    def of_age(self, queryset, _name, value):
        since, older = AGES[value]
        moment = timezone.now() - since
        return queryset.filter(created_at__lt=moment) if older else queryset.filter(created_at__gte=moment)
