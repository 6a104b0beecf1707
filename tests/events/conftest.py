from django.apps import apps

# Where the app is not installed there is nothing to test: tests/core_only shows that the rest works without it.
collect_ignore_glob = [] if apps.is_installed("beatcancer_wagtail.events") else ["test_*.py"]
