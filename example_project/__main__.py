"""The demo: ``python -m example_project`` prepares it and serves it.

``prepare`` alone fills the database, ``serve --port N`` alone serves it; ``--fresh`` starts over.
"""

import argparse
import os
import shutil
import socket
import sys


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(prog="python -m example_project", description="The demo of beatcancer-wagtail.")
    parser.add_argument("what", nargs="?", choices=["prepare", "serve", "all"], default="all")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away and start over")
    options = parser.parse_args(arguments)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_project.settings")
    os.environ["DEMO_PORT"] = str(options.port)  # the settings read it
    import django

    django.setup()
    if options.what in ("prepare", "all"):
        prepare(fresh=options.fresh)
    if options.what in ("serve", "all"):
        return serve(options.port)
    return 0


def prepare(*, fresh: bool = False) -> None:
    """Make the database and the demo content, unless they are there."""
    from django.conf import settings
    from django.core.management import call_command

    if fresh:
        for path in (settings.MEDIA_ROOT, settings.STATIC_ROOT, settings.DATA / "mail"):
            shutil.rmtree(path, ignore_errors=True)
        for path in settings.DATA.glob("demo.sqlite3*"):
            path.unlink()
    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)

    from example_project.demo.load import is_loaded, load

    if is_loaded():
        print(f"The demo in {os.path.relpath(settings.DATA)} is ready. (--fresh starts over.)")
        return
    print("Preparing the demo, which takes a minute at most ...")
    load(say=lambda line: print(f"  {line}"))


def serve(port: int) -> int:
    """Serve until interrupted."""
    from django.conf import settings
    from django.core.management import call_command

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            print(f"Port {port} is taken. Choose another, for example: make demo PORT={port + 1}", file=sys.stderr)
            return 1
    address = f"http://127.0.0.1:{port}"
    from wagtail.models import Site

    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != ("127.0.0.1", port):
        site.hostname, site.port = "127.0.0.1", port  # canonical links then lead to where the demo is served
        site.save()
    print(
        f"\n  Home       {address}/"
        f"\n  Library    {address}/resources/"
        f"\n  Article    {address}/resources/what-is-metastasis/"
        f"\n  Editor     {address}/admin/   (user admin, password admin)"
        f"\n  Moderator  {address}/admin/   (user moderator, password moderator)"
        f"\n  Mail       {os.path.relpath(settings.DATA / 'mail')}/   (what the demo sends goes nowhere else)"
        "\n\n  Ctrl+C stops the demo.\n",
        flush=True,
    )
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0, skip_checks=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
