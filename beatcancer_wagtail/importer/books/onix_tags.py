"""ONIX 3 knows each element by a long name and by a short tag; here are those that are read."""

from functools import lru_cache

SHORT = {
    "ONIXmessage": "ONIXMessage",
    "product": "Product",
    "a002": "NotificationType",
    "productidentifier": "ProductIdentifier",
    "b221": "ProductIDType",
    "b244": "IDValue",
    "descriptivedetail": "DescriptiveDetail",
    "titledetail": "TitleDetail",
    "b202": "TitleType",
    "titleelement": "TitleElement",
    "x409": "TitleElementLevel",
    "b203": "TitleText",
    "b030": "TitlePrefix",
    "b031": "TitleWithoutPrefix",
    "b029": "Subtitle",
    "contributor": "Contributor",
    "b034": "SequenceNumber",
    "b035": "ContributorRole",
    "b036": "PersonName",
    "b037": "PersonNameInverted",
    "b038": "TitlesBeforeNames",
    "b039": "NamesBeforeKey",
    "b247": "PrefixToKey",
    "b040": "KeyNames",
    "b041": "NamesAfterKey",
    "b248": "SuffixToKey",
    "b047": "CorporateName",
    "subject": "Subject",
    "b067": "SubjectSchemeIdentifier",
    "b070": "SubjectHeadingText",
    "collateraldetail": "CollateralDetail",
    "textcontent": "TextContent",
    "x426": "TextType",
    "x427": "ContentAudience",
    "d104": "Text",
    "supportingresource": "SupportingResource",
    "x436": "ResourceContentType",
    "resourceversion": "ResourceVersion",
    "x435": "ResourceLink",
    "publishingdetail": "PublishingDetail",
    "imprint": "Imprint",
    "b079": "ImprintName",
    "publisher": "Publisher",
    "b291": "PublishingRole",
    "b081": "PublisherName",
    "publishingdate": "PublishingDate",
    "x448": "PublishingDateRole",
    "b306": "Date",
}
LONG = frozenset(SHORT.values())


@lru_cache(maxsize=1000)
def name_of(tag: object) -> str:
    """The long name of an element, without its namespace; "" for comments and instructions."""
    if not isinstance(tag, str):
        return ""
    local = tag.rpartition("}")[2]
    return local if local in LONG else SHORT.get(local, local)
