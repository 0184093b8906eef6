"""`kiosk content approve`: somebody stands for the exact words of a text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kiosk.cli.base import Options, pass_options
from kiosk.cli.content_folder import missing_in, shown
from kiosk.cli.output import write_bytes
from kiosk.domain.errors import ErrorCode, InputError, Place

if TYPE_CHECKING:
    from kiosk.library.approve import ApprovableText
    from kiosk.library.tree import ContentTree

_EVERYBODY: Final = 0o644
"""The kiosk may run as another user than the one who approves."""


@click.command()
@click.argument("text", metavar="[TOPIC]", required=False)
@click.option("--lang", metavar="LANG", help="The language; every one if left out.")
@click.option("--all", "everything", is_flag=True, help="Every text that has no errors.")
@click.option("--by", required=True, help="Who stands for the text.")
@click.option("--role", required=True, help="As what, such as midwife.")
@pass_options
def approve(
    options: Options,
    /,
    *,
    text: str | None,
    lang: str | None,
    everything: bool,
    by: str,
    role: str,
) -> None:
    """Record who has read a text and stands for its exact words.

    TOPIC is a topic's folder, or "signs" for the warning signs, or "helplines". A text that is
    changed afterwards is a draft again.

    Example: kiosk content approve safe-sleep --lang es --by "A. Santos" --role midwife
    """
    from kiosk.library.approvals import APPROVALS_FILE
    from kiosk.library.approve import approvable, with_approvals, written
    from kiosk.library.check import broken_paths, check
    from kiosk.library.finding import printable
    from kiosk.library.tree import read_tree

    if everything == (text is not None):
        message = "name a TOPIC, or give --all"
        raise click.UsageError(message)
    by, role = (printable(" ".join(each.split())) for each in (by, role))
    if not (by and role):
        message = "--by and --role need a name and a role"
        raise click.UsageError(message)
    root = options.content
    if missing := missing_in(root):
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=missing)
    tree = read_tree(root)
    findings = check(tree, advice=False)
    record = root / APPROVALS_FILE
    if any(finding.path == APPROVALS_FILE for finding in findings):
        reason = "has errors, and would lose what it holds; run kiosk content check"
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(record)), reason=reason)
    texts = list(approvable(tree, broken_paths(findings)))
    chosen = _sound(texts, lang) if everything else _chosen(texts, tree, text or "", lang)
    if not chosen:
        reason = "there is no text without errors to approve; run kiosk content check"
        raise InputError(ErrorCode.CONTENT_BROKEN, place=Place(shown(root)), reason=reason)
    today = datetime.now().astimezone().date().isoformat()
    entries = with_approvals(tree.approvals.entries, chosen, by=by, role=role, date=today)
    write_bytes(record, written(entries).encode(), mode=_EVERYBODY)
    for each in chosen:
        click.echo(f"{each.name} {each.language}: approved by {by}, {role}")


def _sound(texts: list[ApprovableText], language: str | None) -> list[ApprovableText]:
    return [each for each in texts if each.sound and language in (None, each.language)]


def _chosen(
    texts: list[ApprovableText], tree: ContentTree, name: str, language: str | None
) -> list[ApprovableText]:
    """The named text in the language, or in all that it has.

    Raises:
        InputError: There is no such text, or it has errors.
    """
    known = dict.fromkeys(each.name for each in texts)
    if name not in known:
        raise InputError(ErrorCode.UNKNOWN_TOPIC, given=name, known=", ".join(known))
    named = [each for each in texts if each.name == name and language in (None, each.language)]
    if not named:
        languages = ", ".join(each.language for each in texts if each.name == name)
        raise InputError(ErrorCode.UNKNOWN_LANGUAGE, given=language or "", known=languages)
    for each in named:
        if not each.sound:
            place = Place(shown(Path(tree.folder, each.path)))
            reason = "the text has errors; run kiosk content check, and approve what it shows then"
            raise InputError(ErrorCode.CONTENT_BROKEN, place=place, reason=reason)
    return named
