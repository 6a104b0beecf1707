"""The library desk: records that editors scan, filter and export, with wagtail-modeladmin.

Nothing else of the package uses it. ``wagtail_hooks`` imports :mod:`beatcancer_wagtail.desk.group` only where
``wagtail_modeladmin`` is installed.
"""
