"""`kiosk content index`: what can be counted of how easy a text is to understand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import missing_in, shown
from kiosk.cli.terminal import survive_any_terminal
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.index.item import Item
    from kiosk.library.index.report import Report


@click.command("index")
@click.argument("topic", metavar="[TOPIC]", required=False)
@click.option("--lang", metavar="LANG", help="The language; every one if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the reports as JSON.")
@pass_options
def index(options: Options, /, *, topic: str | None, lang: str | None, as_json: bool) -> None:
    """Count what the CDC's and AHRQ's guides to clear texts ask for and a program can tell.

    Each item is met, not met, or not counted in this text or language; the places where it is
    not met are named, and so is what people must judge. It is no score of either guide.

    Example: kiosk content index safe-sleep --lang es
    """
    from kiosk.library.check import broken_paths, check
    from kiosk.library.index.report import reports
    from kiosk.library.tree import read_tree

    root = options.content
    if missing := missing_in(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    tree = read_tree(root)
    found = list(reports(tree, broken_paths(check(tree, advice=False))))
    chosen = _chosen(found, topic, lang)
    survive_any_terminal()
    if as_json:
        click.echo(json.dumps(_as_json(chosen), indent=2, ensure_ascii=False))
        return
    for line in _lines(chosen):
        click.echo(line)


def _chosen(found: list[Report], topic: str | None, language: str | None) -> list[Report]:
    """The reports asked for.

    Raises:
        InputError: There is no such topic, or it has no such language.
    """
    topics = dict.fromkeys(each.topic for each in found)
    if topic is not None and topic not in topics:
        raise InputError(ErrorCode.UNKNOWN_TOPIC, given=topic, known=", ".join(topics))
    named = [each for each in found if topic in (None, each.topic)]
    chosen = [each for each in named if language in (None, each.language)]
    if language and not chosen:
        known = ", ".join(dict.fromkeys(each.language for each in named))
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=language, known=known)
    return chosen


def _lines(chosen: list[Report]) -> Iterator[str]:
    from kiosk.library.finding import printable
    from kiosk.library.index.judged import JUDGED
    from kiosk.library.index.report import BODIES, CAUTION

    for report in chosen:
        head = (
            f"{report.topic} {report.language}: {report.met} of {report.counted} counted items met"
        )
        yield printable(head if report.sound else f"{head}; has errors, run kiosk content check")
        for item in report.items:
            yield f"  {item.state:<11}  {_sentence(item)}"
            for miss in item.misses:
                place = f"{report.path}:{miss.at.line}:{miss.at.column}"
                yield printable(f"{' ' * 15}{place}: {miss.why}")
        yield ""
    yield "For people to judge:"
    for judged in JUDGED:
        yield f"  {judged.asks}{_cites(judged.cites)}"
    yield ""
    yield from BODIES
    yield CAUTION


def _sentence(item: Item) -> str:
    count = item.reason or f"{item.met} of {item.of} {item.unit}"
    return f"{item.asks}{_cites(item.cites)}: {count}"


def _cites(cites: str) -> str:
    return f" ({cites})" if cites else ""


def _as_json(chosen: list[Report]) -> dict[str, object]:
    from kiosk.library.index.judged import JUDGED
    from kiosk.library.index.report import BODIES, CAUTION

    return {
        "reports": [_report(report) for report in chosen],
        "judge": [{"asks": judged.asks, "cites": judged.cites} for judged in JUDGED],
        "bodies": list(BODIES),
        "caution": CAUTION,
    }


def _report(report: Report) -> dict[str, object]:
    return {
        "topic": report.topic,
        "language": report.language,
        "path": report.path,
        "sound": report.sound,
        "met": report.met,
        "counted": report.counted,
        "items": [_item(item, report.path) for item in report.items],
    }


def _item(item: Item, path: str) -> dict[str, object]:
    return {
        "id": item.id,
        "asks": item.asks,
        "cites": item.cites,
        "state": item.state,
        "met": item.met,
        "of": item.of,
        "unit": item.unit,
        "reason": item.reason,
        "places": [
            {"path": path, "line": miss.at.line, "column": miss.at.column, "why": miss.why}
            for miss in item.misses
        ],
    }
