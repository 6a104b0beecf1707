"""Where the screens of the importer are."""

from django.urls import reverse

NAMESPACE = "beatcancer_importer"


def start_url() -> str:
    return reverse(f"{NAMESPACE}:start")


def upload_url(kind: str) -> str:
    return reverse(f"{NAMESPACE}:upload", args=[kind])


def run_url(run_id: int, name: str = "run") -> str:
    """``name`` is one of ``run``, ``confirm``, ``step``, ``progress``, ``resume`` and ``discard``."""
    return reverse(f"{NAMESPACE}:{name}", args=[run_id])


def report_url(run_id: int, form: str) -> str:
    return reverse(f"{NAMESPACE}:report", args=[run_id, form])


def row_url(run_id: int, row_id: int, name: str = "row") -> str:
    """``name`` is one of ``row``, ``draft``, ``source`` and ``leave``."""
    return reverse(f"{NAMESPACE}:{name}", args=[run_id, row_id])
