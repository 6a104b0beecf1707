"""A link that only our own page can have made: without JavaScript an import goes on by following it."""

from django.core.signing import BadSignature, TimestampSigner

_signer = TimestampSigner(salt="beatcancer_importer.step")
SECONDS = 3600


def signed(run, user) -> str:
    return _signer.sign_object([run.pk, str(user.pk)])


def is_ours(text: str, run, user) -> bool:
    try:
        return _signer.unsign_object(text, max_age=SECONDS) == [run.pk, str(user.pk)]
    except BadSignature:
        return False
