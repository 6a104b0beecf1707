"""The mapping file: what the importer cannot know of a page, such as its address, its tags or where it belongs."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext as _

_TEXTS = ("address", "address-base", "selector", "parent", "slug", "title", "summary", "author", "date", "encoding")
_LISTS = ("tags", "drop")
_SWITCHES = ("skip",)
_KEYS = (*_TEXTS, *_LISTS, *_SWITCHES)
OVERRIDES = ("title", "summary", "author", "date", "slug")


class BadMapping(ValueError):
    """Carries a full sentence that says what to change."""


@dataclass(frozen=True)
class Mapping:
    """``defaults`` hold for every page, ``rules`` - (pattern, values) - for those whose name or address fits."""

    defaults: dict[str, Any] = field(default_factory=dict)
    rules: tuple[tuple[str, dict[str, Any]], ...] = ()

    def options_for(self, name: str, address: str = "") -> dict[str, Any]:
        """What holds for one page. A later rule goes before an earlier one; tags and parts to drop add up."""
        options = dict(self.defaults)
        for pattern, values in self.rules:
            if fnmatchcase(name, pattern) or (address and fnmatchcase(address, pattern)):
                for key, value in values.items():
                    options[key] = [*options.get(key, []), *value] if key in _LISTS else value
        base = options.pop("address-base", "")
        if base and not options.get("address"):
            options["address"] = address_below(base, name)
        return options


def address_below(base: str, name: str) -> str:
    """The address of a file that was saved from below ``base``: an index page is its folder."""
    folder, _slash, file = name.rpartition("/")
    return urljoin(
        base.rstrip("/") + "/",
        f"{folder}/"
        if file.lower() in ("index.html", "index.htm") and folder
        else ("" if file.lower() in ("index.html", "index.htm") else name),
    )


def read_mapping(path: Path) -> Mapping:
    """Raises BadMapping."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadMapping(
            _("%(path)s cannot be read: %(why)s.") % {"path": path, "why": error.strerror or error}
        ) from error
    found = (
        _toml(data)
        if path.suffix.lower() == ".toml"
        else _yaml(data)
        if path.suffix.lower() in (".yml", ".yaml")
        else None
    )
    if found is None:
        raise BadMapping(_("A mapping is a .toml, .yml or .yaml file."))
    if not isinstance(found, dict):
        raise BadMapping(_("The mapping must consist of names and values."))
    pages = found.pop("pages", [])
    if not isinstance(pages, list) or not all(
        isinstance(rule, dict) and isinstance(rule.get("match"), str) for rule in pages
    ):
        raise BadMapping(
            _("“pages” must be a list, and each entry needs “match”: a file name or address, with * for anything.")
        )
    return Mapping(
        _checked(found),
        tuple((rule["match"], _checked({k: v for k, v in rule.items() if k != "match"})) for rule in pages),
    )


def _checked(values: dict) -> dict[str, Any]:
    for key, value in values.items():
        if key not in _KEYS:
            raise BadMapping(
                _("The mapping has no entry “%(key)s”; the names are %(names)s.")
                % {"key": key, "names": ", ".join(_KEYS)}
            )
        if key in _TEXTS:
            values[key] = value = value.isoformat() if hasattr(value, "isoformat") else value
        fits = (
            isinstance(value, str)
            if key in _TEXTS
            else isinstance(value, bool)
            if key in _SWITCHES
            else isinstance(value, list) and all(isinstance(item, str) for item in value)
        )
        if not fits:
            raise BadMapping(_("The value of “%(key)s” in the mapping has the wrong type.") % {"key": key})
    return values


def _toml(data: bytes) -> Any:
    try:
        import tomllib
    except ModuleNotFoundError:  # Python 3.10
        try:
            import tomli as tomllib
        except ModuleNotFoundError as error:
            raise BadMapping(_("Install beatcancer-wagtail[importer] to read .toml files.")) from error
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise BadMapping(_("The mapping is no valid TOML: %(why)s.") % {"why": error}) from error


def _yaml(data: bytes) -> Any:
    try:
        import yaml
    except ModuleNotFoundError as error:
        raise BadMapping(_("Install beatcancer-wagtail[importer] to read .yml files.")) from error
    if len(data) > 5_000_000 or data.count(b"&") > 1000:  # aliases of aliases fill the memory
        raise BadMapping(_("The mapping is too large."))
    try:
        return _no_aliases(yaml)(data)
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        raise BadMapping(_("The mapping is no valid YAML: %(why)s.") % {"why": error}) from error


def _no_aliases(yaml):
    def load(data: bytes) -> Any:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, Loader=yaml.SafeLoader)):
            raise BadMapping(_("The mapping may not use YAML's aliases."))
        return yaml.safe_load(data)

    return load
