"""Install the package with the lowest releases that ``pyproject.toml`` allows: for each dependency and extra, what follows ``>=``."""

import subprocess
import sys
from itertools import chain
from pathlib import Path

try:
    import tomllib
except ImportError:  # Python 3.10; pytest has brought the same under its older name
    import tomli as tomllib


def main():
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    dependencies = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    pins = [dependency.replace(">=", "==", 1) for dependency in dependencies]
    print("Lowest:", *pins, flush=True)
    return subprocess.call([sys.executable, "-m", "pip", "install", "-qq", "--editable", ".", *pins])


if __name__ == "__main__":
    sys.exit(main())
