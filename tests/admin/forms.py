"""Fills in and sends the admin's forms as a browser would."""

from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import querydict_from_html


def page_form(client, url) -> QueryDict:
    """What the form for a page would send if nothing were typed into it, streams left empty."""
    answer = client.get(url)
    assert answer.status_code == 200
    data = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
    page = answer.context["page"]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            data.update(stream_data(field.name, field.stream_block, getattr(page, field.name)))
    for name in [name for name in data if name.startswith("action-")]:
        del data[name]
    return data


def create_url(model: type[Model], parent) -> str:
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def send(client, url, data: QueryDict, action: str = ""):
    """Post the form; ``action`` is "publish", or "" to save a draft."""
    data = data.copy()
    if action:
        data[f"action-{action}"] = f"action-{action}"
    return client.post(url, data.dict() | {name: data.getlist(name) for name in data if len(data.getlist(name)) > 1})


def stream_data(prefix: str, block, value) -> dict[str, str]:
    """The fields that the editor's form sends for a block's value."""
    data: dict[str, str] = {}
    if isinstance(block, blocks.BaseStreamBlock):
        data[f"{prefix}-count"] = str(len(value or ()))
        for place, child in enumerate(value or ()):
            data |= _placed(f"{prefix}-{place}", place, child.id) | {f"{prefix}-{place}-type": child.block_type}
            data |= stream_data(f"{prefix}-{place}-value", child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        children = value.bound_blocks if value is not None else []
        data[f"{prefix}-count"] = str(len(children))
        for place, child in enumerate(children):
            data |= _placed(f"{prefix}-{place}", place, child.id)
            data |= stream_data(f"{prefix}-{place}-value", child.block, child.value)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            data |= stream_data(f"{prefix}-{name}", child, value.get(name) if value is not None else None)
    elif isinstance(block, blocks.BooleanBlock):
        data |= {prefix: "on"} if value else {}
    elif isinstance(value, Model):
        data[prefix] = str(value.pk)
    elif hasattr(block, "field"):
        shown = block.field.prepare_value(block.value_for_form(value))
        shown = block.field.widget.format_value(shown)
        data[prefix] = str(shown[0] if isinstance(shown, list) else shown or "")
    return data


def _placed(prefix: str, place: int, key: str | None) -> dict[str, str]:
    return {f"{prefix}-deleted": "", f"{prefix}-order": str(place), f"{prefix}-id": key or ""}


def field_errors(answer, name: str) -> list[str]:
    """What the form says at one field."""
    return list(answer.context["form"].errors.get(name, []))
