"""Which pages are private, in a condition that any queryset of pages can carry."""

from django.db.models import BooleanField, Func
from wagtail.models import PageViewRestriction


class IsPrivate(Func):
    """Whether a view restriction stands at one of the paths given, or anywhere above it, or on what an alias there shows.

    The same with ``Exists``, ``Substr`` and ``OuterRef`` takes Django twice as long to write as the rest of the
    statement, on every page that shows a list.
    """

    # A CROSS JOIN keeps SQLite from walking through all pages for each page: the few restrictions come first.
    _one_way = (
        "EXISTS(SELECT 1 FROM %(restrictions)s bc_restriction CROSS JOIN %(pages)s bc_page"
        " WHERE bc_page.{column} = bc_restriction.%(link)s"
        " AND bc_page.path IN (SUBSTR(%(expressions)s, 1, LENGTH(bc_page.path))))"
    )
    template = f"({_one_way.format(column='%(key)s')} OR {_one_way.format(column='%(alias)s')})"
    arg_joiner = ", 1, LENGTH(bc_page.path)), SUBSTR("
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
        return super().as_sql(compiler, connection, **quoted, **context)


# Private is a page that is restricted itself, below a restricted one, or an alias of such a page or below such an alias.
IS_PRIVATE = IsPrivate("path", "alias_of__path")
