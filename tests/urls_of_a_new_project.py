"""The addresses of ``wagtail start``, whose own search stands before the library's."""

from django.http import HttpResponse
from django.urls import path

from tests.urls import urlpatterns as ours

urlpatterns = [path("search/", lambda request: HttpResponse("Another search."), name="search"), *ours]
