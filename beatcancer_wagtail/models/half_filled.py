from wagtail.admin.forms import WagtailAdminModelForm


class HalfFilledForm(WagtailAdminModelForm):
    """Tells its record whether it is only saved as a draft, or previewed, and need not be whole yet.

    Wagtail then asks for no required field, but the record's own ``clean()`` does not know.
    """

    def clean(self):
        self.instance.may_be_half_filled = self.is_deferred_validation
        return super().clean()


class HalfFilled:
    """Put before a model whose ``clean()`` asks for several fields together."""

    base_form_class = HalfFilledForm
    may_be_half_filled = False
