from django.apps import apps

# Run by tests/test_core_only.py in a process of its own.
collect_ignore = ["test_site.py"] if apps.is_installed("wagtail.contrib.typed_table_block") else []
