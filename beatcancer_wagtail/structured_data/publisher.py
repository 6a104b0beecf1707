"""Who publishes the site, and the site itself."""

from urllib.parse import urlsplit

from beatcancer_wagtail.addresses import address_of
from beatcancer_wagtail.links import is_safe_link
from beatcancer_wagtail.structured_data.subject import Node, Subject
from beatcancer_wagtail.translations import is_multilingual

LOGO = "max-600x600|format-png|preserve-svg"
CONTACT_PROPERTIES = {"mailto": "email", "tel": "telephone"}


def publisher(subject: Subject) -> Node:
    """The organisation in short: enough for whoever does not follow references."""
    return {
        "@type": _kind(subject),
        "@id": subject.organisation_id,
        "name": subject.publisher_name,
        "url": f"{subject.place.root}/",
    }


def organisation_nodes(subject: Subject) -> list[Node]:
    organisation = subject.organisation
    if organisation is None:
        return [publisher(subject)]
    return [
        publisher(subject)
        | {
            "legalName": organisation.legal_name,
            "description": organisation.description,
            "logo": _logo(organisation.logo, subject),
            "telephone": organisation.telephone,
            "contactPoint": _contact(organisation, subject),
            "sameAs": [line.strip() for line in organisation.same_as.splitlines() if _is_web_address(line.strip())],
        }
    ]


def website_nodes(subject: Subject) -> list[Node]:
    return [
        {
            "@type": "WebSite",
            "@id": subject.website_id,
            "url": f"{subject.place.root}/",
            "name": subject.site_name,
            "publisher": {"@id": subject.organisation_id},
            "inLanguage": "" if is_multilingual() else subject.language,
            "potentialAction": _search(subject),
        }
    ]


def _search(subject: Subject) -> Node:
    path = address_of("search")
    if not path:
        return {}
    template = f"{subject.place.full(path)}?q={{search_term_string}}"
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": template},
        "query-input": "required name=search_term_string",
    }


def _logo(logo, subject: Subject) -> Node:
    """A drawing as it is: of all pictures, search engines take only logos so."""
    if logo and logo.is_svg():
        url = subject.place.full(logo.file.url)
        return {"@type": "ImageObject", "@id": url, "url": url, "contentUrl": url}
    return subject.picture(logo, LOGO)


def _kind(subject: Subject) -> str:
    return (subject.organisation and subject.organisation.kind) or "Organization"


def _contact(organisation, subject: Subject) -> Node:
    address = organisation.contact_url.strip()
    if not address or not is_safe_link(address):
        return {}
    scheme, _, rest = address.partition(":")
    name = CONTACT_PROPERTIES.get(scheme.lower())
    said = {name: rest.partition("?")[0]} if name else {"url": subject.place.full(address)}
    return {"@type": "ContactPoint", "contactType": "customer support", **said}


def _is_web_address(line: str) -> bool:
    return is_safe_link(line) and urlsplit(line).scheme in ("http", "https")
