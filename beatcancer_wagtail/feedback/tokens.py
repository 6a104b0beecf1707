"""What the forms carry instead of a number that could be guessed."""

from datetime import timedelta

from django.core.signing import BadSignature, Signer, TimestampSigner

PAGE_SALT = "beatcancer_wagtail.feedback.page"
ANSWER_SALT = "beatcancer_wagtail.feedback.answer"
TIME_FOR_WORDS = timedelta(days=1)


def page_token(page) -> str:
    """Signed: this page, in the revision that is live. Always the same, so that the article may be kept anywhere."""
    return Signer(salt=PAGE_SALT).sign(f"{page.pk}.{page.live_revision_id or 0}")


def read_page_token(token: str) -> tuple[int, int]:
    """Page and revision (0 for none) of a token of ours; any other raises ``BadSignature``."""
    try:
        page, revision = map(int, Signer(salt=PAGE_SALT).unsign(token).split("."))
    except ValueError:
        raise BadSignature from None
    return page, revision


def answer_token(answer) -> str:
    """Signed: this answer. For a day its reader may add words to it."""
    return TimestampSigner(salt=ANSWER_SALT).sign(answer.pk)


def read_answer_token(token: str) -> int:
    """The id of the answer; raises ``SignatureExpired`` after a day, ``BadSignature`` for what is not ours."""
    try:
        return int(TimestampSigner(salt=ANSWER_SALT).unsign(token, max_age=TIME_FOR_WORDS))
    except ValueError:
        raise BadSignature from None
