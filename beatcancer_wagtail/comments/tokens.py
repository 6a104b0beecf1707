"""What the form carries, signed: for which page it is, to whom it replies, which form it is, and since when."""

from datetime import timedelta
from hmac import compare_digest
from typing import NamedTuple

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner
from django.utils.crypto import get_random_string

FORM_SALT, OUTCOME_SALT = "beatcancer_comments.form", "beatcancer_comments.outcome"
LONGEST_WAIT = timedelta(days=1)
SHORTEST_WAIT = timedelta(seconds=3)  # people need longer to read what happens next

WAITING, PUBLISHED, AT_RISK = "waiting", "published", "at-risk"


class FormToken(NamedTuple):
    page_id: int
    parent_id: int  # 0 for none
    consent_version: int  # of what the writer has been asked to agree to
    form_key: str
    is_quick: bool = False
    is_old: bool = False


def form_token(page, parent=None, *, consent_version: int = 0) -> str:
    """Signed, with the moment and a random key by which the same form is known when it comes twice."""
    parts = (page.pk, parent.pk if parent else 0, consent_version, get_random_string(22))
    return TimestampSigner(salt=FORM_SALT).sign(".".join(map(str, parts)))


def read_form_token(token: str) -> FormToken:
    """What our form says of itself; raises ``BadSignature`` for what is not ours."""
    signer = TimestampSigner(salt=FORM_SALT)
    try:
        page, parent, version, key = signer.unsign(token).split(".")
        found = FormToken(int(page), int(parent), int(version), key)
    except ValueError:
        raise BadSignature from None
    return found._replace(
        is_quick=not _is_older(token, SHORTEST_WAIT, signer), is_old=_is_older(token, LONGEST_WAIT, signer)
    )


def _is_older(token: str, age: timedelta, signer: TimestampSigner) -> bool:
    try:
        signer.unsign(token, max_age=age)
    except SignatureExpired:
        return True
    return False


def outcome_token(page, outcome: str) -> str:
    """What has become of a comment on ``page``, as a signature alone: addresses stand in logs, and this says nothing."""
    return Signer(salt=OUTCOME_SALT).signature(f"{outcome}.{page.pk}")


def read_outcome(page, token: str | None) -> str:
    """``WAITING``, ``PUBLISHED`` or ``AT_RISK``; "" for what is not ours, or of another page."""
    given = (token or "").encode()
    outcomes = (WAITING, PUBLISHED, AT_RISK)
    return next((said for said in outcomes if compare_digest(outcome_token(page, said).encode(), given)), "")
