import zlib

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.models.base_page import BASE_PAGE


class ImportRun(models.Model):
    """One import, by the command or in the admin: what was given, who gave it, and how far it came."""

    kind = models.CharField(_("kind"), max_length=10, choices=states.kinds)
    state = models.CharField(_("state"), max_length=10, choices=states.run_states, default=states.READING)
    source = models.CharField(_("source"), max_length=255)
    parent = models.ForeignKey(
        BASE_PAGE, verbose_name=_("below"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    options = models.JSONField(default=dict, blank=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("started"), default=timezone.now, db_index=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    problem = models.TextField(_("problem"), blank=True)

    dry_run = False  # a command sets it on the import that it only tries, and never saves that

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("add", "view", "delete")

    def __str__(self):
        return self.source


class ImportRow(models.Model):
    """One page or one book of an import. ``document`` is what was read from it, ``report`` what the editor is told.

    ``report`` for articles: {"coverage": float, "order": float, "missing": [str], "dropped": [{"reason", "text", "where"}],
    "warnings": [str], "changes": [str], "provenance": {field: source}, "pictures": [{"src", "stored": bool, "reason"}]}.
    For a book: {"warnings": [str], "changes": [str], "raw": {column: value}}.
    """

    run = models.ForeignKey(ImportRun, verbose_name=_("import"), on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField(_("number"))
    source = models.CharField(_("source"), max_length=500)
    address = models.TextField(_("address"), blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=states.row_states, default=states.READ)
    needs_look = models.BooleanField(_("needs a look"), default=False)
    reason = models.TextField(_("reason"), blank=True)
    coverage = models.FloatField(_("coverage in per cent"), null=True, blank=True)
    words_found = models.PositiveIntegerField(_("words found"), null=True, blank=True)
    words_stored = models.PositiveIntegerField(_("words stored"), null=True, blank=True)
    page = models.ForeignKey(
        BASE_PAGE, verbose_name=_("page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    book = models.ForeignKey(
        "beatcancer_wagtail.BookSnippet",
        verbose_name=_("book"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    report = models.JSONField(default=dict, blank=True, editable=False)
    document = models.JSONField(null=True, blank=True, editable=False)
    packed_source = models.BinaryField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        ordering = ["run", "position"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="beatcancer_importer_row")]

    def __str__(self):
        return self.title or self.source

    @property
    def source_data(self) -> bytes:
        """The file as it was given; empty when it is not kept."""
        return zlib.decompress(bytes(self.packed_source)) if self.packed_source else b""

    @source_data.setter
    def source_data(self, data: bytes) -> None:
        self.packed_source = zlib.compress(data) if data else None


class ImportUpload(models.Model):
    """A picture of an uploaded archive, until the drafts are made. It is in the database, so that nobody can ask for it.

    ``key`` is the SHA-256 of its name: not every database tells capitals and accents apart.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="uploads")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    data = models.BinaryField(editable=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["run", "key"], name="beatcancer_importer_upload")]

    def __str__(self):
        return self.name
