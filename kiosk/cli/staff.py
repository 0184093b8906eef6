"""`kiosk staff`: people with PINs."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from kiosk.cli.base import Options, pass_options
from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.epds_texts import COMMAND_LINE
from kiosk.services.staff import ROLES, SHORTEST_PIN, StaffService
from kiosk.storage.pins import Argon2PinHasher
from kiosk.storage.store import Store

_LONGEST_LINE = 1_000


@click.group()
def staff() -> None:
    """Staff and their PINs.

    Example: kiosk staff add "Maria Santos" --role admin
    """


@staff.command()
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default=ROLES[0],
    show_default=True,
    help="What the person may do.",
)
@click.option("--pin-stdin", is_flag=True, help="Read the PIN from standard input.")
@pass_options
def add(options: Options, /, name: str, role: str, *, pin_stdin: bool) -> None:
    """Add a person; the PIN is asked for, hidden, twice.

    Example: kiosk staff add "Maria Santos" --role admin
    """
    pin = _pin(from_stdin=pin_stdin)
    with options.open_store() as store:
        member = _service(store).add(name, pin, role=role, by=COMMAND_LINE)
    click.echo(f"{member.name}: added as {member.role}")


@staff.command("pin")
@click.argument("name")
@click.option("--pin-stdin", is_flag=True, help="Read the PIN from standard input.")
@pass_options
def change_pin(options: Options, /, name: str, *, pin_stdin: bool) -> None:
    """Give a person a new PIN; let them type it themselves: it counts as their own.

    Example: kiosk staff pin "Maria Santos"
    """
    pin = _pin(from_stdin=pin_stdin)
    with options.open_store() as store:
        member = _service(store).set_pin(name, pin, by=COMMAND_LINE)
    click.echo(f"{member.name}: PIN changed")


@staff.command("list")
@click.option("--pins", is_flag=True, help="Also who has still the PIN they were added with.")
@pass_options
def list_staff(options: Options, /, *, pins: bool) -> None:
    """List everyone with a PIN.

    Example: kiosk staff list
    """
    with options.open_store() as store:
        members = _service(store).list()
    for member in members:
        pin = "\town PIN" if member.pin_changed else "\tfirst PIN"
        gone = "" if member.active else "\tdeactivated"
        click.echo(f"{member.name}\t{member.role}{pin if pins else ''}{gone}")
    if not members:
        click.echo("Nobody yet: kiosk staff add NAME", err=True)


def _service(store: Store) -> StaffService:
    return StaffService(store.staff, Argon2PinHasher(), store.audit, _now)


def _now() -> datetime:
    return datetime.now().astimezone()


def _pin(*, from_stdin: bool) -> str:
    """A PIN from standard input or from hidden prompts; never a prompt without a terminal."""
    if from_stdin:
        return sys.stdin.readline(_LONGEST_LINE).strip()
    if not sys.stdin.isatty():
        raise InputError(ErrorCode.PIN_NEEDED)
    prompt = f"New PIN, at least {SHORTEST_PIN} digits"
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt="Once more", err=True))
