"""What our migrations depend on where a site may have put a model of its own."""

from importlib import import_module
from pkgutil import iter_modules

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel


def migration_that_creates(model: str) -> tuple[str, str]:
    """The key of the migration that creates ``model`` ("app_label.ModelName").

    Django's ``swappable_dependency`` means the *first* migration of the app, but a site's image model is
    often made in a later one. Falls back to the first when no migration names the model.
    """
    app_label, name = model.split(".")
    path, _explicit = MigrationLoader.migrations_module(app_label)
    package = import_module(path) if path else None
    for module in sorted(module.name for module in iter_modules(package.__path__)) if package else []:
        if module.startswith(("_", "~")):
            continue
        migration = getattr(import_module(f"{path}.{module}"), "Migration", None)
        for operation in getattr(migration, "operations", ()):
            if isinstance(operation, CreateModel) and operation.name_lower == name.lower():
                return app_label, module
    return app_label, "__first__"
