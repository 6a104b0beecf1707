"""How much one upload may bring. More goes by ``manage.py import_articles``, which reads a folder page by page."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http.multipartparser import MultiPartParserError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

PAGES = 2000
MEGABYTES = 200
MEGABYTE = 1024 * 1024
ROWS_SHOWN = 100

REFUSED_UPLOADS = (RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError)


def files_at_once() -> int:
    """How many files Django takes in one form; a ZIP may hold more."""
    return settings.DATA_UPLOAD_MAX_NUMBER_FILES or PAGES


def why_refused(problem: Exception) -> str:
    """What to say of an upload that Django would not even look at."""
    if isinstance(problem, TooManyFilesSent):
        return _("These are more than %(number)d files. Put them into one ZIP archive and upload that.") % {
            "number": files_at_once()
        }
    return _("The upload did not arrive in one piece. Please try again, with fewer files or with a ZIP archive.")


def why_too_much(files) -> str:
    """One sentence when the files are more than one upload may bring; "" otherwise."""
    total = sum(file.size or 0 for file in files)
    if total <= MEGABYTES * MEGABYTE:
        return ""
    said = {"total": filesizeformat(total), "most": filesizeformat(MEGABYTES * MEGABYTE)}
    return _("These files have %(total)s together; one upload may have %(most)s. Upload them in parts.") % said
