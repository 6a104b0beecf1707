from django.apps import apps

# Run by tests/test_custom_base.py in a process of its own.
collect_ignore = [] if apps.is_installed("tests.custom_base") else ["test_site.py"]
