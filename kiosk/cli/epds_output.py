"""What `kiosk epds` says about a wording: its points, its state, its permission."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import click

from kiosk.domain.epds import EPDS
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import InstalledText, InstrumentText, Permission
from kiosk.domain.permission_scope import parse_scope
from kiosk.i18n import Words
from kiosk.services.captions import CAPTIONS
from kiosk.services.wording import spell


def confirm_points(text: InstrumentText, instrument: Instrument, *, confirmed: bool) -> bool:
    """Show what each option counts, for a printed order may differ from the key.

    On a terminal it asks, unless it was confirmed before; elsewhere it never asks.

    Returns:
        Whether the points are confirmed.

    Raises:
        click.Abort: Somebody was asked and did not agree.
    """
    click.echo("No published fingerprints exist in this language: it stays not verified.", err=True)
    click.echo("Points of the options, down the page:", err=True)
    for item in instrument.items:
        points = " ".join(str(each) for each in item.points)
        subject = f" ({CAPTIONS[item.number - 1]})" if instrument is EPDS else ""
        click.echo(f"  item {item.number:2}{subject}: {points}", err=True)
        for each, option in zip(item.points, text.item(item.number).options, strict=True):
            click.echo(f"    {each}  {option}", err=True)
    if confirmed:
        return True
    if not sys.stdin.isatty():
        click.echo("Nobody has confirmed these points (--points-confirmed does).", err=True)
        return False
    click.confirm("Does each option have the right points?", abort=True, err=True)
    return True


def line_of(installed: InstalledText, words: Words) -> str:
    """A wording's language, version and state."""
    verified = "verified" if installed.verified else "not verified"
    line = f"{installed.text.language}: {installed.text.version}, {verified}"
    if installed.differences:
        return f"{line}, differs in {spell(installed.differences, words)} ({installed.accepted_by})"
    return line


def permission_line(permission: Permission) -> str:
    """What was given, by whom, when and for what; only what is known."""
    parts = [f"permission: {permission.text}"]
    if permission.granted_by:
        parts.append(f"granted by {permission.granted_by}")
    if permission.granted_on:
        parts.append(f"granted on {permission.granted_on.isoformat()}")
    if permission.scope:
        parts.append(f"scope: {permission.scope}")
    return ", ".join(parts)


def plain(installed: InstalledText) -> Mapping[str, Any]:
    """An installed wording without its wording."""
    permission = installed.permission
    terms = parse_scope(permission.scope)
    return {
        "instrument": installed.text.instrument,
        "language": installed.text.language,
        "version": installed.text.version,
        "verified": installed.verified,
        "differences": list(installed.differences),
        "accepted_by": installed.accepted_by,
        "points_confirmed": installed.points_confirmed,
        "permission": permission.text,
        "granted_by": permission.granted_by,
        "granted_on": permission.granted_on.isoformat() if permission.granted_on else None,
        "scope": permission.scope,
        "scope_terms": asdict(terms) if terms else None,
    }
