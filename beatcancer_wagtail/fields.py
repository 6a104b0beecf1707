from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from beatcancer_wagtail.conf import NAME, library_settings
from beatcancer_wagtail.text.isbn import InvalidISBN, normalise_isbn


def load_body_block(path: str) -> type[StreamBlock]:
    """The class that the setting ``BODY_BLOCK`` names; raises ImproperlyConfigured when there is no such class.

    A system check would come too late: Django's own model checks already need the blocks.
    """
    advice = (
        "Give the dotted path of a StreamBlock class, such as a subclass of beatcancer_wagtail.blocks.ArticleBodyBlock."
    )
    try:
        block = import_string(path)
    except (ImportError, AttributeError, TypeError) as error:
        raise ImproperlyConfigured(f"{NAME}['BODY_BLOCK'] {path!r} cannot be imported: {error}. {advice}") from error
    if not (isinstance(block, type) and issubclass(block, StreamBlock)):
        raise ImproperlyConfigured(f"{NAME}['BODY_BLOCK'] {path!r} is no StreamBlock class. {advice}")
    return block


class BodyField(StreamField):
    """A StreamField whose block types stay out of migrations.

    Blocks may come from the site's settings and from whatever apps are installed. If they were
    part of the field's migration, ``makemigrations`` would write files into this package on the
    site builder's machine.

    Without ``block_types`` the blocks are those of the setting ``BODY_BLOCK``, looked up when they
    are first needed, so that the named class may import models.

    A data migration that walks nested blocks (``wagtail.blocks.migrations``) needs the blocks as they
    were: it gives them to :meth:`freeze`.
    """

    def __init__(self, block_types=None, **kwargs):
        super().__init__(block_types, **kwargs)

    @property
    def stream_block(self) -> StreamBlock:
        if self.block_types_arg is not None:
            return self._own_block
        path = library_settings().BODY_BLOCK
        if path not in self._blocks_from_settings:
            block = load_body_block(path)()
            block.set_meta_options(self.block_opts)
            self._blocks_from_settings[path] = block
        return self._blocks_from_settings[path]

    def freeze(self, blocks: StreamBlock) -> None:
        """Use ``blocks`` from now on. For the field of a historical model, in a data migration."""
        self.block_types_arg = blocks
        self.__dict__.pop("_own_block", None)
        self.__dict__.pop("stream_block", None)

    @cached_property
    def _own_block(self) -> StreamBlock:
        return super().stream_block

    @cached_property
    def _blocks_from_settings(self) -> dict[str, StreamBlock]:
        return {}

    def formfield(self, **kwargs):
        from beatcancer_wagtail.widgets import CompactBlockWidget  # which imports models

        return super().formfield(**{"widget": CompactBlockWidget(self.stream_block)} | kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def clone(self):
        _name, _path, _args, kwargs = self.deconstruct()
        return self.__class__(self.block_types_arg, **kwargs, **self._block_limits)

    @property
    def _block_limits(self) -> dict[str, object]:
        return {name: value for name, value in self.block_opts.items() if name != "required"}


ISBN_MESSAGES = {
    "length": _("An ISBN has 13 digits, or 10 on older books. Hyphens and spaces do not matter."),
    "prefix": _("An ISBN with 13 digits starts with 978, or with 979 but not 9790."),
    "check_digit": _("The check digit of this ISBN is wrong. Compare the number with the one on the book."),
}


def validate_isbn(value: str) -> None:
    """Raises ValidationError with advice when ``value`` is no ISBN-10 or ISBN-13."""
    try:
        normalise_isbn(value)
    except InvalidISBN as error:
        raise ValidationError(ISBN_MESSAGES[error.code], code=error.code) from error


class ISBNField(models.CharField):
    """An ISBN, checked, and stored as its 13 digits however it was typed."""

    default_validators = [validate_isbn]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        return normalise_isbn(value) if value else value
