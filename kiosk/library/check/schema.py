"""TOML files that cannot be read, and keys that are missing or hold the wrong thing."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.library.finding import Finding
from kiosk.library.tree import ContentTree


def schema(tree: ContentTree) -> Iterator[Finding]:
    """Faults found while reading."""
    yield from (fault for fault in tree.faults if fault.rule == "schema")
