from django.db import migrations


class Migration(migrations.Migration):
    """The home page is closed by the call that is set once for the whole site."""

    dependencies = [("example_project", "0001_initial")]

    operations = [migrations.RemoveField(model_name="homepage", name="closing")]
