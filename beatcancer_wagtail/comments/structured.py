"""Comments as search engines read them: how many an article has, and what the first ones say."""

from typing import Any

from django.utils import timezone

from beatcancer_wagtail.comments.components import comments_of
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.structured_data.subject import Node


def tell_comments(page, request, graph: dict[str, Any]) -> None:
    """For the hook ``register_beatcancer_structured_data``: tells what readers see below the article, and no more."""
    article = next((node for node in graph.get("@graph", ()) if node.get("@id", "").endswith("#article")), None)
    if article is None or (shown := comments_of(page, request)) is None:
        return
    thread = shown[1]
    article["commentCount"] = thread.total
    team = words_for(page, request).team_name
    address = article["@id"].removesuffix("#article")
    comments = [_node(comment, address, team) for comment in thread.comments if not comment.erased_at]
    if comments:
        article["comment"] = comments


def _node(comment: Comment, address: str, team: str) -> Node:
    author = {"@type": "Organization", "name": team} if comment.is_staff else {"@type": "Person", "name": comment.name}
    node = {
        "@type": "Comment",
        "@id": f"{address}#comment-{comment.pk}",
        "text": comment.text,
        "author": author,
        "dateCreated": timezone.localtime(comment.created_at).replace(microsecond=0),
    }
    replies = [_node(reply, address, team) for reply in getattr(comment, "shown_replies", ())]
    return node | ({"comment": replies} if replies else {})
