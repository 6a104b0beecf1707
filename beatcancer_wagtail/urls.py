"""The library's own addresses. Include them before Wagtail's: ``path("", include("beatcancer_wagtail.urls"))``.

An app that a site switches on adds its own by the hook ``register_beatcancer_urls``, which returns a list of patterns.
"""

from django.urls import path
from wagtail import hooks

from beatcancer_wagtail.feedback.views import answer, words
from beatcancer_wagtail.search.views import search
from beatcancer_wagtail.sitemaps import sitemap

HOOK = "register_beatcancer_urls"

app_name = "beatcancer_wagtail"

urlpatterns = [
    path("search/", search, name="search"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("was-this-helpful/", answer, name="feedback"),
    path("was-this-helpful/<str:token>/", words, name="feedback_words"),
]

for patterns in hooks.get_hooks(HOOK):
    urlpatterns += patterns()
