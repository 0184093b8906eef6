"""What one value of kiosk.toml asks of another, and texts that only a closer look can judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec

from kiosk.domain.key_names import KEY_NAMES
from kiosk.domain.own_words import Fault, Way, is_line, missing_languages
from kiosk.settings.values import AlertChannel, Alerts, Keys, Printing, Response, Settings

LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "::1")
LEAST_PANEL_MM: Final = 100
MOST_LINES: Final = 2
"""Help lines of the clinic's own that the page after item 10 has room for."""


def meaning_faults(settings: Settings) -> Iterator[Fault]:
    """All that does not go together, in the order of the tables."""
    yield from _printing_faults(settings.printing)
    yield from _key_faults(settings.keys)
    if 0 < settings.screen.width_mm < LEAST_PANEL_MM:
        yield ["screen", "width_mm"], f"0, or {LEAST_PANEL_MM} to 3000 is needed"
    if settings.epds.folder and not Path(settings.epds.folder).is_absolute():
        yield ["epds", "folder"], "the whole path of a folder is needed"
    if settings.admin.folder and not Path(settings.admin.folder).is_absolute():
        yield ["admin", "folder"], "the whole path of a folder is needed"
    for count in range(MOST_LINES, len(settings.response.line)):
        yield ["response", "line", count], f"the page has room for {MOST_LINES} lines"
    if settings.languages:
        yield from response_faults(settings.response, settings.languages)
    yield from _channel_faults(settings.alerts)


def response_faults(response: Response, offered: Collection[str]) -> Iterator[Fault]:
    """Texts that lack a language; those that are not there at all lack none."""
    if response.text:
        yield from missing_languages(["response", "text"], response.text, offered)
    for count, line in enumerate(response.line):
        at: Way = ["response", "line", count]
        yield from missing_languages([*at, "name"], line.name, offered)
        if line.note:
            yield from missing_languages([*at, "note"], line.note, offered)


def _key_faults(keys: Keys) -> Iterator[Fault]:
    taken: set[str] = set()
    for meaning, name in msgspec.structs.asdict(keys).items():
        if name and name not in KEY_NAMES:
            yield ["keys", meaning], f"unknown; known are {', '.join(KEY_NAMES)}"
        elif name in taken:
            yield ["keys", meaning], "each key can have one meaning"
        taken |= {name} if name else set()


def _printing_faults(printing: Printing) -> Iterator[Fault]:
    if printing.second and printing.second == printing.printer:
        yield ["printing", "second"], "another queue than that of printer is needed"


def _channel_faults(alerts: Alerts) -> Iterator[Fault]:
    names: set[str] = set()
    for count, channel in enumerate(alerts.channel):
        at: Way = ["alerts", "channel", count]
        for key, reason in _faults_of(channel):
            yield [*at, key], reason
        if channel.name in names:
            yield [*at, "name"], "each channel needs a name of its own"
        if count == 0 and channel.after_minutes:
            yield [*at, "after_minutes"], "the first channel calls at once: 0 is needed"
        names.add(channel.name)


def _faults_of(channel: AlertChannel) -> Iterator[tuple[str, str]]:
    """What does not go with a channel's kind."""
    if channel.kind == "slip" and not is_line(channel.printer, 127):
        yield "printer", "a slip needs the CUPS queue of a printer where staff are"
    if channel.kind == "webhook" and not _is_safe_address(channel.url):
        yield "url", "an https address is needed, or an http one of this machine (localhost)"
    for key, kind in (("printer", "slip"), ("url", "webhook")):
        if getattr(channel, key) and channel.kind != kind:
            yield key, f"only a channel of kind {kind} has one"


def _is_safe_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if not (parts.hostname and port_is_sound and url.isascii() and url.isprintable()):
        return False
    plain = " " not in url and "@" not in parts.netloc and not parts.fragment
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    return plain and safe
