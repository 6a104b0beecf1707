"""Who imports, and where to."""

import pytest

from tests.builders import make_editor, make_library


@pytest.fixture
def library():
    return make_library(title="Guides", slug="guides")


@pytest.fixture
def editor(client, library):
    """Somebody who may import, and add and publish pages in the library."""
    client.user = make_editor(permissions=["add_importrun"], pages=[library])
    client.force_login(client.user)
    return client
