from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SAFE_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def is_safe_link(value: str) -> bool:
    """Whether :func:`validate_link` accepts the address: what was stored another way than through a form may not be."""
    try:
        validate_link(value)
    except ValidationError:
        return False
    return True


def validate_link(value: str) -> None:
    """Accepts addresses with a safe scheme, paths of this site and fragments; raises ValidationError."""
    address = value.strip().lower()
    is_path = address.startswith(("/", "#", "?")) and not address.startswith(("//", "/\\"))
    has_blanks = any(character.isspace() or not character.isprintable() for character in value.strip())
    leads_somewhere = any(address.startswith(scheme) and address != scheme for scheme in SAFE_SCHEMES)
    if has_blanks or not (is_path or leads_somewhere):
        raise ValidationError(
            _("Give an address that starts with https://, http://, mailto:, tel:, / or #, without spaces."), code="link"
        )
