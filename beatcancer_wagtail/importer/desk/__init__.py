"""Imports on the library desk. Nothing imports this unless ``wagtail_modeladmin`` is installed."""
