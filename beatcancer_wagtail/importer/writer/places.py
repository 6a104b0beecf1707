"""Where the next block goes: the streams that are open, from the body to the innermost section."""

import uuid
from dataclasses import dataclass, field

from wagtail.blocks import Block, StreamBlock

from beatcancer_wagtail.importer.writer.kinds import TEXT, block_for


@dataclass
class Frame:
    """An open stream; ``opened_by`` is the stored section whose content it is."""

    stream: StreamBlock
    stored: list[dict]
    opened_by: dict | None = None


@dataclass
class Places:
    """``passages`` are the rich texts - a stored dictionary, the name in it, and the block - to be settled at the end."""

    frames: list[Frame]
    passages: list[tuple[dict, str, Block]] = field(default_factory=list)

    @property
    def innermost(self) -> Frame:
        return self.frames[-1]

    def block(self, kind: str) -> Block | None:
        return block_for(kind, self.innermost.stream)

    def climb(self, kind: str) -> Block | None:
        """The block for ``kind`` in the nearest open stream that has one; the streams within that one are closed."""
        for number in range(len(self.frames) - 1, -1, -1):
            if block := block_for(kind, self.frames[number].stream):
                del self.frames[number + 1 :]
                return block
        return None

    def add(self, block: Block, value: object) -> dict:
        stored = {"type": block.name, "value": value, "id": str(uuid.uuid4())}
        self.innermost.stored.append(stored)
        return stored

    def add_text(self, html: str) -> None:
        """What follows upon a text joins it: an editor wants one field, not one for each paragraph."""
        if not html.strip():
            return
        block = self.climb(TEXT)
        if block is None:
            raise LookupError(TEXT)
        last = self.innermost.stored[-1] if self.innermost.stored else None
        is_open = last is not None and self.passages and self.passages[-1][0] is last
        if is_open and not _would_join_lists(last["value"], html):
            last["value"] += html
        else:
            self.passages.append((self.add(block, html), "value", block))

    def drop_empty_section(self) -> dict | None:
        """Take the innermost section away when nothing is in it yet, and give what was stored of it."""
        frame = self.innermost
        if frame.opened_by is None or frame.stored:
            return None
        self.frames.pop()
        self.innermost.stored.remove(frame.opened_by)
        return frame.opened_by["value"]


def _would_join_lists(text: str, html: str) -> bool:
    """The editor makes one list of two of a kind that stand side by side: the second would not begin with 1."""
    return any(text.rstrip().endswith(f"</{kind}>") and html.lstrip().startswith(f"<{kind}>") for kind in ("ol", "ul"))
