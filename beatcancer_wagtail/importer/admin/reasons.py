"""What the report of a row says, in the words of the screen."""

from beatcancer_wagtail.importer.writer.told_facts import Told, told_facts

# What these name is not lost: it stands in the draft's own fields.
WITH_THE_FACTS = frozenset({"title", "byline", "date", "tags"})


def provenance(row) -> list[Told]:
    """Each field of the draft, what it says, and where in the source that was found."""
    facts = {**(row.document or {}), **(row.report.get("facts") or {})}
    return told_facts(facts, row.report.get("provenance") or {}, all_fields=True)
