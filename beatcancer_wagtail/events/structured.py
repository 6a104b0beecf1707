"""Events as search engines read them: schema.org Event, one for each date."""

import re

from django.utils.translation import gettext

from beatcancer_wagtail.events.states import CANCELLED, MOVED_ONLINE, POSTPONED, SCHEDULED

SCHEMA = "https://schema.org/"
STATUS = {
    SCHEDULED: "EventScheduled",
    CANCELLED: "EventCancelled",
    POSTPONED: "EventPostponed",
    MOVED_ONLINE: "EventMovedOnline",
}
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_PRICE = re.compile(r"([£€$])\s?(\d+(?:\.\d\d)?)")


def event_nodes(event, request=None) -> list[dict]:
    """A node for each date of the event that has a day; empty properties are left out."""
    url = event.get_full_url(request) or ""
    return [_node(event, row, url) for row in event.dates]


def _node(event, row, url: str) -> dict:
    joined_online = event.is_online or row.state == MOVED_ONLINE
    in_person = event.is_in_person and row.state != MOVED_ONLINE
    mode = "Mixed" if joined_online and in_person else "Online" if joined_online else "Offline"
    node = {
        "@type": "Event",
        "@id": f"{url}#event-{row.key}",
        "name": event.title,
        "description": event.summary,
        "url": url,
        "startDate": row.machine_start,
        "endDate": row.machine_end,
        "eventStatus": SCHEMA + STATUS[row.state],
        "eventAttendanceMode": f"{SCHEMA}{mode}EventAttendanceMode",
        "location": _locations(event, row, url, in_person=in_person, online=joined_online),
        "organizer": {"@type": "Organization", "name": event.organiser} if event.organiser else None,
        "offers": _offer(event, row),
        "isAccessibleForFree": True if _is_free(event.cost) else None,
        "keywords": ", ".join(tag.name for tag in event.tag_labels),
    }
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _locations(event, row, url: str, *, in_person: bool, online: bool):
    found = []
    if in_person and (event.venue or event.address):
        address = ", ".join(event.address_lines)
        found.append({"@type": "Place", "name": event.venue, "address": address or event.venue})
    if online:
        found.append({"@type": "VirtualLocation", "url": event.join_url if event.may_join(row) else url})
    return found[0] if len(found) == 1 else found


def _offer(event, row) -> dict | None:
    if not event.booking_url or not row.takes_place or row.is_over:
        return None
    offer = {"@type": "Offer", "url": event.booking_url, "description": event.cost}
    if found := _PRICE.fullmatch(event.cost.strip()):
        offer |= {"price": found[2], "priceCurrency": CURRENCIES[found[1]]}
    elif _is_free(event.cost):
        offer |= {"price": "0"}
    return {name: value for name, value in offer.items() if value}


def _is_free(cost: str) -> bool:
    return cost.strip().rstrip(".").casefold() in {"free", gettext("Free").casefold()}
