"""Serves the demo on a free port until standard input closes: ``python -m tests.browser.serve_demo``.

A process of its own, as a site is served: its threads have database connections of their own, and the
test process needs no database at all.
"""

import os
import sys
import threading

import django


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings.demo")
    django.setup()
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler, get_internal_wsgi_application

    from example_project.__main__ import prepare
    from tests.browser.content import add_content, import_in_small_steps, take_comments_at_once

    prepare()
    add_content()
    take_comments_at_once()
    import_in_small_steps()
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler, ipv6=False)
    server.set_app(get_internal_wsgi_application())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"serving http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201 - the tests read it
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
