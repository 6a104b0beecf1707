"""A bar with rate and time left where somebody watches; plain lines where the output goes into a file."""

from collections.abc import Iterable, Iterator


class Bar:
    """``stream`` is where the bar goes if that is a terminal and tqdm is installed; otherwise there is none."""

    def __init__(self, total: int, stream, unit: str) -> None:
        self._bar = None
        if hasattr(stream, "isatty") and stream.isatty():
            try:
                from tqdm import tqdm
            except ImportError:
                return
            self._bar = tqdm(total=total, unit=unit, file=stream, dynamic_ncols=True)

    @property
    def is_shown(self) -> bool:
        return self._bar is not None

    def along(self, rows: Iterable) -> Iterator:
        try:
            for row in rows:
                yield row
                if self._bar is not None:
                    self._bar.update()
        finally:
            if self._bar is not None:
                self._bar.close()

    def write(self, out, text: str) -> None:
        """A line of text, which the bar makes room for."""
        if self._bar is not None:
            self._bar.clear()
        out.write(text)
        if self._bar is not None:
            self._bar.refresh()
