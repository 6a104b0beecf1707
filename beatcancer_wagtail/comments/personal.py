"""What we hold about one person, found by their e-mail address, of which only a keyed hash is kept."""

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.states import REJECTED

SALT = "beatcancer_comments.email"


def email_key(address: str) -> str:
    """A keyed hash of an e-mail address, whatever its capitals and the blanks around it."""
    return _key(address, settings.SECRET_KEY)


def comments_of(address: str) -> QuerySet[Comment]:
    """The comments that were sent with this address, whatever has become of them; none for an empty one."""
    if not (address := address.strip()):
        return Comment.objects.none()
    # A site that changes its secret names the old one as a fallback: what was hashed with that must still be found.
    keys = [_key(address, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return Comment.objects.filter(Q(email_key__in=keys) | Q(email__iexact=address))


def export_of(address: str) -> dict:
    """All that is stored of this person's comments, as plain data for JSON."""
    comments = comments_of(address).select_related("page").order_by("created_at", "pk")
    return {"exported_at": timezone.now().isoformat(), "comments": [_exported(comment) for comment in comments]}


def _exported(comment: Comment) -> dict:
    return {
        "id": comment.pk,
        "page": comment.page.title,
        "page_url": comment.page.specific.full_url,
        "reply_to": comment.parent_id,
        "name": comment.name,
        "text": comment.text,
        "email": comment.email,
        "language": comment.language,
        "status": comment.status,
        "reason": str(comment.get_reason_display()) if comment.status == REJECTED else "",
        "is_at_risk": comment.is_at_risk,
        "risk_reason": comment.risk_reason,
        "sent_at": _moment(comment.created_at),
        "decided_at": _moment(comment.decided_at),
        "redacted_at": _moment(comment.redacted_at),
        "erase_on": _moment(comment.erase_on),
        "consent_text": comment.consent_text,
        "consent_version": comment.consent_version,
    }


def _key(address: str, secret: str) -> str:
    return salted_hmac(SALT, address.strip().lower(), secret=secret, algorithm="sha256").hexdigest()


def _moment(moment) -> str | None:
    return moment.isoformat() if moment else None
