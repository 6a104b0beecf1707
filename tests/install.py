"""Make the virtual environment ``.venv`` that the Makefile uses, or find it ready.

``python3 -m tests.install`` installs the package; each argument names a dependency group of
``pyproject.toml`` to install as well. It runs under the machine's own Python: standard library only, and
no syntax newer than 3.6, so that an old Python can still say that it is too old.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

OLDEST = (3, 10)
PIP_WITH_GROUPS = (25, 1)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed.json")


def main(groups):
    stamp = read_stamp()
    is_complete = (
        stamp.get("project") == project()
        and stamp.get("root") == ROOT
        and set(groups) <= set(stamp.get("groups", []))
        and starts(PYTHON)
    )
    is_old, is_same = sys.version_info < OLDEST, stamp.get("python") == sys.version
    has_moved = stamp.get("root", ROOT) != ROOT  # the scripts in an environment know where they stood
    if is_complete and (is_same or is_old):
        return
    if is_old:
        raise SystemExit(too_old())
    if not has("venv") or not has("ensurepip"):
        raise SystemExit(no_venv())

    began = time.monotonic()
    if os.path.exists(STAMP):
        os.remove(STAMP)  # whatever happens now, the environment counts as half-made until the end
    if has_moved or not is_usable():
        print("Making .venv with Python {}.{}.{}".format(*sys.version_info), flush=True)
        make()
        stamp = {}
    groups = sorted({*groups, *stamp.get("groups", [])})
    what = " and ".join(["the package", *(f"the group {name!r}" for name in groups)])
    print(f"Installing {what}; the first time takes a minute or two", flush=True)
    if groups and pip_version() < PIP_WITH_GROUPS:
        pip("pip>={}.{}".format(*PIP_WITH_GROUPS))
    pip("--editable", ".[events,importer]", *(f"--group={name}" for name in groups))
    with open(STAMP, "w") as file:
        json.dump({"root": ROOT, "project": project(), "python": sys.version, "groups": groups}, file)
    print(f"Installed in {time.monotonic() - began:.0f} s", flush=True)


def project():
    """Changes when what is to be installed changes."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "setup.cfg"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def read_stamp():
    try:
        with open(STAMP) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def is_usable():
    """Whether .venv has this very Python, and a pip to install with."""
    return answer(PYTHON, "-c", "import sys; print(sys.version)") == sys.version and pip_version() > (0,)


def make():
    import venv

    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.remove(VENV)
    venv.create(VENV, clear=True, symlinks=True, with_pip=True)


def pip_version():
    words = answer(PYTHON, "-m", "pip", "--version").split()
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit()) if len(words) > 1 else (0,)


def pip(*arguments):
    command = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.call(command, cwd=ROOT, stdin=subprocess.DEVNULL):
        raise SystemExit(
            "\nThe packages could not be installed; pip says why above. They come from the Python package index,"
            "\nso this needs the network once. Run the same command again when that is mended."
        )


def answer(*command):
    """What the command prints; nothing when it cannot be run or fails."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def starts(python):
    """Whether the command is a Python that is new enough, and no broken link or empty shim."""
    return answer(python, "-c", f"import sys; print(sys.version_info >= {OLDEST})") == "True"


def has(module):
    from importlib.util import find_spec

    return find_spec(module) is not None


def too_old():
    names = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
    newer = [name for name in names if shutil.which(name) and starts(name)]
    advice = (
        f"This machine has {newer[0]}: add PYTHON={newer[0]} to the command, for example\n\n    make demo PYTHON={newer[0]}"
        if newer
        else "Install a newer Python, and name it in the command, for example\n\n    make demo PYTHON=python3.13"
    )
    return "{} is Python {}.{}. This project needs Python {}.{} or newer.\n{}\n".format(
        sys.executable, *sys.version_info[:2], *OLDEST, advice
    )


def no_venv():
    return (
        "{0} is Python {1}.{2} without the modules venv and ensurepip, which make virtual environments.\n"
        "On Debian and Ubuntu they are a package of their own; install it, then run the same command again:\n\n"
        "    sudo apt-get install python{1}.{2}-venv\n"
    ).format(sys.executable, *sys.version_info[:2])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit("Stopped. The same command starts again where it makes sense.") from None
