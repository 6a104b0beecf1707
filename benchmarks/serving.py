"""The demo as a person starts it: how long it takes to prepare, how much memory it takes to serve."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.seed import FLAGSHIP

PATHS = ["/", "/resources/", f"/resources/{FLAGSHIP}/", "/resources/?q=scan", "/admin/login/"]


def prepare_seconds(folder: Path) -> float:
    """Seconds for ``python -m example_project prepare`` from nothing, in a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    started = time.perf_counter()
    subprocess.run(_command("prepare"), env=_environment(folder), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def resident_megabytes(folder: Path, *, rounds: int = 20) -> float | None:
    """Memory of the process that serves the demo in ``folder`` after some visits; None where ``ps`` cannot say."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    command = _command("serve", "--port", str(port))
    process = subprocess.Popen(command, env=_environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", process)
        for _round in range(rounds):
            for path in PATHS:
                _fetch(f"http://127.0.0.1:{port}{path}")
        asked = ["ps", "-o", "rss=", "-p", str(process.pid)]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)
        return int(answer.stdout) / 1024 if answer.stdout.strip() else None
    except FileNotFoundError:
        return None
    finally:
        process.terminate()
        process.wait(timeout=20)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "example_project", *arguments]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return kept | {"DEMO_DATA": str(folder)}


def _wait_for(address: str, process: subprocess.Popen) -> None:
    for _attempt in range(240):
        if process.poll() is not None:
            raise RuntimeError("The demo stopped before it answered.")
        try:
            return _fetch(address)
        except (URLError, OSError):
            time.sleep(0.25)
    raise RuntimeError("The demo did not answer within a minute.")


def _fetch(address: str) -> None:
    with urlopen(address, timeout=20) as response:  # noqa: S310 - this machine's own server
        response.read()
