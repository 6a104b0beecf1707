"""A site that has not included the library's own addresses."""

from tests.urls import urlpatterns as all_of_them

urlpatterns = [pattern for pattern in all_of_them if getattr(pattern, "app_name", None) != "beatcancer_wagtail"]
