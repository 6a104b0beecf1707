"""Events as search engines read them: schema.org Event, one for each date."""

import re

from django.utils.translation import gettext

from beatcancer_wagtail.events.states import CANCELLED, MOVED_ONLINE, POSTPONED, SCHEDULED
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.structured_data.subject import Subject

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
    place = place_of(event, request)
    subject = Subject(event, place, request) if place else None
    url = place.address if place else event.get_full_url(request) or ""
    whole = {
        "name": event.title,
        "description": event.summary,
        "url": url,
        "image": subject.picture(event.hero_image) if subject and event.hero_image_id else None,
        "organizer": _organizer(event, subject),
        "isAccessibleForFree": True if _is_free(event.cost) else None,
        "keywords": ", ".join(tag.name for tag in event.tag_labels),
    }
    return [_node(event, row, url, whole) for row in event.dates]


def list_node(listing, events, request=None) -> list[dict]:
    """What one page of a list of events shows."""
    place = place_of(listing, request)
    if place is None:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": event.title, "url": found.address}
        for position, event in enumerate(events.items, start=events.start + 1)
        if (found := place_of(event, request))
    ]
    return [
        {
            "@type": "ItemList",
            "@id": f"{place.address}#list",
            "name": listing.title,
            "numberOfItems": events.matches,
            "itemListElement": items,
        }
    ]


def _organizer(event, subject: Subject | None) -> dict | None:
    if event.organiser:
        return {"@type": "Organization", "name": event.organiser}
    return {"@id": subject.organisation_id} if subject else None


def _node(event, row, url: str, whole: dict) -> dict:
    joined_online = event.is_online or row.state == MOVED_ONLINE
    in_person = event.is_in_person and row.state != MOVED_ONLINE
    mode = "Mixed" if joined_online and in_person else "Online" if joined_online else "Offline"
    node = {
        "@type": "Event",
        "@id": f"{url}#event-{row.key}",
        "startDate": row.machine_start,
        "endDate": row.machine_end,
        "eventStatus": SCHEMA + STATUS[row.state],
        "eventAttendanceMode": f"{SCHEMA}{mode}EventAttendanceMode",
        "location": _locations(event, row, url, in_person=in_person, online=joined_online),
        "offers": _offer(event, row),
        **whole,
    }
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


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
