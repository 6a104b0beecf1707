"""What one page of a library's list shows."""

from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resource_list import ResourceList
from beatcancer_wagtail.structured_data.subject import Node, Subject


def list_nodes(subject: Subject) -> list[Node]:
    listing = subject.listing
    if not isinstance(listing, ResourceList):
        return []
    shown = [*listing.featured, *listing.items]
    return [
        {
            "@type": "ItemList",
            "@id": subject.part("list"),
            "name": subject.page.title,
            "numberOfItems": listing.matches,
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": page.title, "url": _address(page, subject)}
                for position, page in enumerate(shown, start=listing.first_position)
            ],
        }
    ]


def _address(page, subject: Subject) -> str:
    place = place_of(page, subject.request)
    return place.address if place else ""
