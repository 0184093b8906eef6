"""`kiosk alerts`: what waits for staff, and whether staff can be reached."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.visits import board
from kiosk.domain.language import LANGUAGES
from kiosk.domain.visit import Alert
from kiosk.i18n import Catalogues
from kiosk.library.load import load_content
from kiosk.services.alerting import Tested
from kiosk.services.ports import AlertChannel, BoardRow
from kiosk.services.wording import describe
from kiosk.settings import check_response, translations_folder
from kiosk.wiring import Services, open_alerting, open_settled


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.pass_context
def alerts(ctx: click.Context, /, *, as_json: bool) -> None:
    """List the alerts that nobody has acknowledged, oldest first.

    Example: kiosk alerts --json
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.ensure_object(Options), as_json=as_json)


@alerts.command()
@pass_options
def test(options: Options, /) -> int:
    """Send a test, marked as one, through every alert channel; exit 1 if any failed.

    Example: kiosk --settings /etc/kiosk/kiosk.toml alerts test
    """
    tested = _tests(options)
    words = Catalogues(translations_folder()).words("en")
    for each in tested:
        result = "sent" if each.error is None else f"failed: {describe(each.error, words)}"
        click.echo(f"{each.channel}: {result}")
    return 1 if any(each.error for each in tested) else 0


@alerts.command()
@pass_options
def check(options: Options, /) -> None:
    """See that the clinic's own words are there in every language offered; list the channels.

    Example: kiosk --settings kiosk.toml alerts check
    """
    settings = options.settings
    whole = load_content(options.content).library.languages
    catalogues = Catalogues(translations_folder())
    wanted = settings.languages or tuple(LANGUAGES)
    offered = [code for code in wanted if code in whole and catalogues.has(code)]
    check_response(settings, offered, options.settings_file)
    own = ", ".join(offered) if settings.response.text else "the usual words"
    click.echo(f"response: {own}")
    for channel in settings.alerts.channel:
        after = channel.after_minutes
        when = f"after {after} min" if after else "at once"
        click.echo(f"{channel.name}: {channel.kind}, {when}")
    if not settings.alerts.channel:
        click.echo("No alert channels: nobody is called away from the kiosk.", err=True)


def _tests(options: Options) -> list[Tested]:
    if not any(channel.kind == "sound" for channel in options.settings.alerts.channel):
        return _run_tests(options, None)
    # Qt plays the sound: its loop runs here, and the tests beside it.
    from kiosk.ui.alarm_sound import beside_sound

    return beside_sound(lambda sound: _run_tests(options, sound))


def _run_tests(options: Options, sound: AlertChannel | None) -> list[Tested]:
    with open_alerting(options.data, options.settings, sound=sound) as alerting:
        return alerting.test()


def _list(options: Options, *, as_json: bool) -> None:
    with open_settled(options.data, options.content, options.settings) as services:
        found = sorted(_open_alerts(services), key=lambda pair: pair[1].raised_at)
        now = services.clock()
    if as_json:
        click.echo(json.dumps([_alert_record(*pair, now) for pair in found], indent=2))
        return
    for row, alert in found:
        kind = alert.kind.value.replace("_", " ")
        click.echo(f"{row.code!s:<10}  {kind:<21}  {_age(now - alert.raised_at)}")
    if not found:
        click.echo("No open alerts.", err=True)


def _open_alerts(services: Services) -> Iterator[tuple[BoardRow, Alert]]:
    for row in board(services.store.visits):
        if row.open_alerts:
            for alert in services.visits.load(row.visit_id).open_alerts:
                yield row, alert


def _alert_record(row: BoardRow, alert: Alert, now: datetime) -> dict[str, Any]:
    return {
        "visit": row.visit_id,
        "code": str(row.code),
        "kind": alert.kind.value,
        "raised_at": alert.raised_at.isoformat(),
        "age_seconds": round((now - alert.raised_at).total_seconds()),
    }


def _age(age: timedelta) -> str:
    """How long ago, in the two largest units."""
    minutes = max(0, int(age.total_seconds())) // 60
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
