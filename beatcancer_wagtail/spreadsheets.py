"""Exports to spreadsheets in which nothing that somebody wrote is run."""

import re

# At the beginning, and after what a spreadsheet may take for the end of a cell: where it expects semicolons it knows
# nothing of our quotes.
_FORMULA = re.compile(r"^(?=[=+\-@\t\r\n|%])|(?<=[;\t\r\n])(?= *[=+\-@|%])")
_NOT_IN_XLSX = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class SafeSpreadsheets:
    """Put before a list of the admin that is exported."""

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        if not isinstance(value, str):
            return value
        return defused(value) if export_format == self.FORMAT_CSV else without_control_signs(value)

    def generate_xlsx_row(self, *args, **kwargs):
        """Wagtail before 7.4.4 writes a text that begins with = as a formula."""
        for cell in super().generate_xlsx_row(*args, **kwargs):
            if cell.data_type == "f":
                cell.data_type = "s"
            yield cell


def defused(value: object) -> object:
    """What a spreadsheet would take for a formula in a text gets an apostrophe in front; numbers stay numbers."""
    return _FORMULA.sub("'", value) if isinstance(value, str) else value


def without_control_signs(text: str) -> str:
    """A workbook cannot hold them."""
    return _NOT_IN_XLSX.sub("", text)
