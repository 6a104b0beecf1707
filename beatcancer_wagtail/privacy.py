"""Which pages are private, in a condition that any queryset of pages can carry."""

# ruff: noqa: S608 - only names of tables and columns are put into statements

from django.db.models import BooleanField, Func
from wagtail.models import PageViewRestriction


class IsPrivate(Func):
    """Whether a view restriction stands at a page or anywhere above it, or above what an alias there shows.

    It is given the page's path and the key of the page that it is an alias of.

    The same with ``Exists``, ``Substr`` and ``OuterRef`` takes Django twice as long to write as the rest of the
    statement, on every page that shows a list.
    """

    # Databases work out the few paths once for a statement, not once for each page, if what stands around cannot be
    # mixed into them: PostgreSQL asks for a limit, which is never reached, and SQLite for a table before them. The other
    # CROSS JOINs keep SQLite from walking through all pages. Whether there are any at all is asked first, also once.
    _private_paths = (
        "SELECT bc_page.path FROM {restrictions} bc_restriction CROSS JOIN {pages} bc_page"
        " WHERE bc_page.{key} = bc_restriction.{link}"
        " UNION SELECT bc_page.path FROM {restrictions} bc_restriction CROSS JOIN {pages} bc_page"
        " WHERE bc_page.{alias} = bc_restriction.{link} LIMIT 1000000000"
    )
    _above = "bc_private.path = SUBSTR({path}, 1, LENGTH(bc_private.path))"
    _source = "(SELECT bc_source.path FROM {pages} bc_source WHERE bc_source.{key} = {alias_of})"
    arity = 2
    output_field = BooleanField()

    def as_sql(self, compiler, connection, **context):
        link = PageViewRestriction._meta.get_field("page")
        names = {
            "restrictions": PageViewRestriction._meta.db_table,
            "pages": link.related_model._meta.db_table,
            "key": link.target_field.column,
            "link": link.column,
            "alias": link.related_model._meta.get_field("alias_of").column,
        }
        quoted = {name: connection.ops.quote_name(value) for name, value in names.items()}
        (path, path_params), (alias_of, alias_params) = map(compiler.compile, self.get_source_expressions())
        source = self._source.format(**quoted, alias_of=alias_of)
        private = f"(SELECT 1 AS one) bc_first CROSS JOIN ({self._private_paths.format(**quoted)}) bc_private"
        above = f"{self._above.format(path=path)} OR ({alias_of} IS NOT NULL AND {self._above.format(path=source)})"
        any_at_all = f"EXISTS(SELECT 1 FROM {quoted['restrictions']})"
        sql = f"({any_at_all} AND EXISTS(SELECT 1 FROM {private} WHERE {above}))"
        return sql, (*path_params, *alias_params, *alias_params)


# Private is a page that is restricted itself, below a restricted one, or an alias of such a page or below such an alias.
IS_PRIVATE = IsPrivate("path", "alias_of")
