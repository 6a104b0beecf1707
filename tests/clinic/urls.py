from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [
    path("", include("beatcancer_wagtail.urls")),
    path("", include(wagtail_urls)),
]
