"""Previews, in the editor's block picker, of blocks that show what the library holds."""


class LibraryPreview:
    """Put before a block: its preview says ``Meta.preview_hint`` as long as there is nothing to show."""

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        context["hint"] = "" if self.render(value, context).strip() else self.meta.preview_hint
        return context
