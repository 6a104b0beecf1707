"""Everything that is checked without running a test: ``python -m tests.lint``.

Arguments choose checks by name, such as ``ruff`` or ``migrations``; ``--fix`` mends what can be mended by machine.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from itertools import chain
from pathlib import Path

import wagtail

ROOT = Path(__file__).parent.parent
TEMPLATES = ["beatcancer_wagtail", "example_project", "tests", "benchmarks"]


def main(arguments):
    fix = "--fix" in arguments
    chosen = [name for name in arguments if name != "--fix"]
    checks = {name: command for name, command in all_checks(fix).items() if not chosen or name.split()[0] in chosen}
    if not checks:
        print("No such check. They are: " + ", ".join(dict.fromkeys(name.split()[0] for name in all_checks(fix))))
        return 2
    failed = [name for name, command in checks.items() if not passes(name, command)]
    print(f"Failed: {', '.join(failed)}" if failed else "All clean.")
    return 1 if failed else 0


def all_checks(fix):
    """Each check's name and command. A string instead of a command says why it cannot run here."""
    return {
        "ruff": [tool("ruff"), "check", "--output-format", "concise", *(["--fix"] if fix else []), "."],
        "format": [tool("ruff"), "format", *([] if fix else ["--check"]), "."],
        "templates": [tool("djade"), *([] if fix else ["--check"]), "--target-version", "5.2", *templates()],
        "imports": [tool("lint-imports"), "--no-logo"],
        "types": [sys.executable, "-m", "mypy"],
    } | {f"migrations of {module}": migrations_check(module) for module in settings_modules()}


def tool(name):
    return os.path.join(sysconfig.get_path("scripts"), name)


def templates():
    return sorted(map(str, chain.from_iterable((ROOT / folder).rglob("*.html") for folder in TEMPLATES)))


def settings_modules():
    tests = sorted(f"tests.settings.{path.stem}" for path in (ROOT / "tests" / "settings").glob("[a-z]*.py"))
    return [*tests, "example_project.settings"]


def migrations_check(module):
    if module.endswith("custom_base_page") and wagtail.VERSION < (8, 0):
        return "a site's own base page needs Wagtail 8"
    command = ["-m", "django", "makemigrations", "--check", "--dry-run", "--settings", module]
    return [sys.executable, "-W", "error", *command]


def passes(name, command):
    if isinstance(command, str):
        print(f"{name:<44} left out: {command}", flush=True)
        return True
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as data:  # the demo's settings want a place for their database
        environment = os.environ | {"DEMO_DATA": data}
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    ok = done.returncode == 0
    print(f"{name:<44} {'ok' if ok else 'FAILED':<6} {time.monotonic() - began:5.1f} s", flush=True)
    if not ok:
        print("  " + done.stdout.decode(errors="replace").strip().replace("\n", "\n  "), flush=True)
    return ok


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
