"""Adds the comments to the demo, by the verbs that readers and moderators use."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission, Site

from beatcancer_wagtail.comments import actions
from beatcancer_wagtail.comments.models import CannedReply, Comment, CommentSettings, PageRule
from example_project.demo.comments import APPROVED, CANNED_REPLIES, REPLIES, RULES, WAITING, WORDS

MODERATOR = {"username": "moderator", "password": "moderator"}
MAY = (
    "access_admin",
    "moderate_comment",
    "add_cannedreply",
    "change_cannedreply",
    "delete_cannedreply",
    "change_commentsettings",
)


def load_comments(demo) -> None:
    """A small thread, a queue of fifty, and somebody to work through it. ``demo`` knows the pages by their slugs."""
    if Comment.objects.exists():
        return
    words = CommentSettings(site=Site.objects.get(is_default_site=True), **WORDS)
    words.full_clean()
    words.save()
    for title, text in CANNED_REPLIES:
        CannedReply.objects.create(title=title, text=text)
    moderator = create_moderator(demo.pages["resources"])
    thread = {}
    for key, parent, slug, name, text, hours in APPROVED:
        thread[key] = comment = send(demo, slug, name, text, parent=thread.get(parent))
        actions.approve(comment, user=moderator)
        date_back(comment, hours)
    for key, text, hours in REPLIES:
        date_back(actions.reply(thread[key], text, user=moderator), hours)
    for slug, name, text, email, hours in WAITING:
        date_back(send(demo, slug, name, text, email=email), hours)
    for slug, state in RULES:
        PageRule.objects.create(page_id=demo.pages[slug].pk, state=state)
    demo.say(f"{len(APPROVED) + len(REPLIES)} comments, and {len(WAITING)} that wait")


def create_moderator(library):
    """May decide on comments, keep the replies, pause the site, and open or close the pages of the library.

    That last one needs the right to edit them; what they change there, somebody else publishes.
    """
    group, _ = Group.objects.get_or_create(name="Comment moderators")
    group.permissions.set(Permission.objects.filter(codename__in=MAY))
    of_pages = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.get_or_create(group=group, page=library, permission=of_pages)
    users = get_user_model().objects
    moderator = users.filter(username=MODERATOR["username"]).first()
    if moderator is None:
        moderator = users.create_user(email=WORDS["moderators"], **MODERATOR)
    moderator.groups.add(group)
    return moderator


def send(demo, slug: str, name: str, text: str, **more) -> Comment:
    """As the form does it. Its key is made of the words, so that the same demo has the same keys."""
    page = demo.pages[slug]
    page.refresh_from_db()
    consent = {"consent_text": WORDS["consent_text"], "consent_version": 1}
    key = demo.key(f"comments/{slug}/{name}").replace("-", "")
    return actions.submit(page, name=name, text=text, form_key=key, language="en-gb", **consent, **more)


def date_back(comment: Comment, hours: int) -> None:
    """As if it had come so many hours ago, and been decided on the next morning at the latest."""
    sent = timezone.now() - timedelta(hours=hours)
    Comment.objects.filter(pk=comment.pk).update(
        created_at=sent, decided_at=sent + timedelta(hours=min(15, hours / 2)) if comment.decided_at else None
    )
