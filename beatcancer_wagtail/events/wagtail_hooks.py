from wagtail import hooks

from beatcancer_wagtail.events import search

hooks.register("register_beatcancer_search_kind", search.events)
