"""A document becomes a draft: once, with a revision, never published, never over what an editor wrote."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportedPage
from beatcancer_wagtail.importer.writer import facts
from beatcancer_wagtail.importer.writer.article_class import NoArticleHere, article_model_below
from beatcancer_wagtail.importer.writer.draft import Draft, draft_of, make_draft
from beatcancer_wagtail.importer.writer.keys import content_hash, file_key
from beatcancer_wagtail.importer.writer.known import Article, edited_since, find_known, title_before
from beatcancer_wagtail.importer.writer.pictures import Found, Gallery, stored_together, unstored
from beatcancer_wagtail.importer.writer.revisions import revise
from beatcancer_wagtail.importer.writer.shown_pictures import pictures_of
from beatcancer_wagtail.resources import base_page_model

__all__ = ["Article", "Refused", "Written", "draft_of", "draft_over", "find_known", "plan_article", "write_article"]


class Refused(ValueError):
    """Carries a full sentence that says why the page was not stored."""


@dataclass
class Written:
    """What became of it. ``state`` is one of states.CREATED, CHANGED and UNCHANGED."""

    state: str
    page: Page | None = None
    draft: Draft | None = None
    changes: list[str] = field(default_factory=list)
    pictures: list[dict] = field(default_factory=list)
    is_edited: bool = False
    had_title: str = ""  # of the page that it is taken for, where that is another one


def find_pictures(article: Article, gallery: Gallery, *, apart: bool = False) -> list[Found]:
    """The pictures of ``article``, perhaps from the network; nothing of it should wait for that in a transaction."""
    known = find_known(article, apart=apart)
    gallery.known = dict(known.pictures) if known else {}
    return gallery.find(pictures_of(article.document), (article.addresses or [""])[0])


def write_article(
    article: Article,
    *,
    parent: Page,
    user=None,
    gallery: Gallery | None = None,
    apart: bool = False,
    is_trusted: bool = False,
    found: list[Found] | None = None,
) -> Written:
    """Store ``article`` as a draft below ``parent``, or as a new revision of the draft that it became before.

    In one transaction; raises Refused, and then nothing is stored. ``apart``: see :func:`find_known`.
    ``is_trusted``: ``user`` only stands for whoever runs a command, and is not asked for permission.
    ``found``: the pictures, where :func:`find_pictures` has found them already.
    """
    gallery = gallery or Gallery()
    asked = None if is_trusted else user
    _refuse_if_foreign(find_known(article, apart=apart), asked)
    found = find_pictures(article, gallery, apart=apart) if found is None else found
    try:
        with transaction.atomic():
            parent = base_page_model().objects.select_for_update().filter(pk=parent.pk).first()
            if parent is None:
                raise Refused(_("The page that the drafts should stand below is gone."))
            known = find_known(article, apart=apart)
            _refuse_if_foreign(known, asked)
            if known is not None and not _is_new(article, known, found):
                return Written(states.UNCHANGED, known.page, pictures=_told(found), is_edited=edited_since(known))
            with stored_together(found, user) as pictures:
                if known is None:
                    written = _create(article, parent, user, pictures)
                else:
                    written = _change(article, known, user, pictures)
                _remember(article, written, found, known, apart)
    finally:
        gallery.close()
    written.pictures = _told(found)
    return written


def plan_article(
    article: Article, *, parent: Page, user=None, gallery: Gallery | None = None, apart: bool = False
) -> Written:
    """What :func:`write_article` would do. Nothing is stored, and nothing told of a page that ``user`` may not edit."""
    gallery = gallery or Gallery()
    known = find_known(article, apart=apart)
    _refuse_if_foreign(known, user)
    found = find_pictures(article, gallery, apart=apart)
    gallery.close()
    pictures = unstored(found)
    if known is None:
        draft = make_draft(article.document, _model_below(parent), parent=parent, name=article.name, pictures=pictures)
        return Written(states.CREATED, None, draft, pictures=_told(found))
    page = known.page.specific
    latest = page.get_latest_revision_as_object()
    draft = draft_over(article, latest, pictures)
    if not _is_new(article, known, found):
        return Written(states.UNCHANGED, page, draft, pictures=_told(found), is_edited=edited_since(known))
    _refuse_if_locked(page, None)
    changes = revise(latest, known, draft)
    state = states.CHANGED if changes else states.UNCHANGED
    had_title = title_before(known, article)
    return Written(state, page, draft, _with_edit(changes, known), _told(found), edited_since(known), had_title)


def draft_over(article: Article, page: Page, pictures=None) -> Draft:
    """What ``article`` makes of a page that an earlier import made; ``page`` is its latest version."""
    parent = page.get_parent()
    return make_draft(article.document, type(page), parent=parent, name=article.name, pictures=pictures, page=page)


def _is_new(article: Article, known: ImportedPage, found: list[Found]) -> bool:
    """Whether the source says anything new, or a picture can be had that could not be had before."""
    if known.content_hash != content_hash(article.document):
        return True
    return any(picture.file is not None and known.pictures.get(picture.src) != picture.key for picture in found)


def _model_below(parent: Page) -> type[Page]:
    try:
        return article_model_below(parent.specific_deferred)
    except NoArticleHere as error:
        raise Refused(str(error)) from error


def _create(article: Article, parent: Page, user, pictures) -> Written:
    model = _model_below(parent)
    draft = make_draft(article.document, model, parent=parent, name=article.name, pictures=pictures)
    slug = facts.free_slug(facts.slug_of(article.document, draft.fields["title"]), parent)
    page = model(slug=slug, locale=parent.locale, owner=user, live=False, has_unpublished_changes=True, **draft.fields)
    if draft.tags:
        page.tags.add(*draft.tags)
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    return Written(states.CREATED, page, draft)


def _change(article: Article, known: ImportedPage, user, pictures) -> Written:
    page = known.page.specific
    latest = page.get_latest_revision_as_object()
    draft = draft_over(article, latest, pictures)
    is_edited, had_title = edited_since(known), title_before(known, article)
    changes = revise(latest, known, draft)
    if not changes:
        return Written(states.UNCHANGED, page, draft, is_edited=is_edited)
    _refuse_if_locked(page, user)
    latest.save_revision(user=user, log_action=True, clean=False)
    return Written(states.CHANGED, latest, draft, _with_edit(changes, known), is_edited=is_edited, had_title=had_title)


def _with_edit(changes: list[str], known: ImportedPage) -> list[str]:
    if not changes or not edited_since(known) or known.page.latest_revision is None:
        return changes
    edit = known.page.latest_revision
    said = {
        "when": formats.date_format(timezone.localtime(edit.created_at), "DATETIME_FORMAT"),
        "who": edit.user or _("somebody"),
    }
    return [
        _("The draft was edited since the last import, by %(who)s, %(when)s. That version is kept in its history.")
        % said,
        *changes,
    ]


def _refuse_if_foreign(known: ImportedPage | None, user) -> None:
    if known is not None and user is not None and not known.page.specific.permissions_for_user(user).can_edit():
        raise Refused(_("This page was imported before, and you may not edit it. Ask somebody who may."))


def _refuse_if_locked(page: Page, user) -> None:
    lock = page.get_lock()
    if lock is not None and (user is None or lock.for_user(user)):
        raise Refused(_("The source has changed, but the page is locked. Unlock it and import again."))
    if page.workflow_in_progress:
        raise Refused(_("The source has changed, but the page is in moderation. Let that end and import again."))


def _remember(article: Article, written: Written, found: list[Found], known: ImportedPage | None, apart: bool) -> None:
    known = known or ImportedPage(key=file_key(article.name) if apart else article.key, page_id=written.page.pk)
    if written.state != states.UNCHANGED:
        known.revision = written.page.latest_revision
        known.awaited = written.draft.awaited
    known.file_key, known.name = file_key(article.name), article.name
    known.also_key = article.other_key(known.key) or known.also_key
    known.address = (article.addresses or [""])[0]
    known.content_hash = content_hash(article.document)
    known.pictures = {picture.src: picture.key or known.pictures.get(picture.src, "") for picture in found}
    known.pictures = {src: key for src, key in known.pictures.items() if key}
    known.imported_at = timezone.now()
    known.save()


def _told(found: list[Found]) -> list[dict]:
    return [
        {
            "src": picture.src,
            "alt": picture.alt or "",
            "stored": bool(picture.key),
            "reason": picture.reason or picture.note,
        }
        for picture in found
    ]
