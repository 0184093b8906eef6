"""The documents say what the project does: every command and every setting is in them."""

import re

import click
import pytest

from kiosk.cli.main import cli
from kiosk.settings import Settings, parse_settings
from kiosk.settings.catalogue import all_settings
from tests.helpers.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CLINICIANS = (ROOT / "docs" / "CLINICIANS.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
DOCUMENTS = sorted(
    path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)


def commands(command=cli, way=()):
    """The words of each command that does something."""
    if not isinstance(command, click.Group):
        yield way
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        if (below := command.get_command(context, name)) is not None:
            yield from commands(below, (*way, name))


def tables():
    """(table, key) of each setting, the tables of lists among them."""
    for each in all_settings():
        table, _, key = each.key.rpartition(".")
        yield table, key


@pytest.mark.parametrize("way", list(commands()), ids=" ".join)
def test_the_readme_names_every_command(way):
    told = re.findall(r"`([^`\n]+)`", README)
    first, last = way[0], way[-1]
    rows = [line for line in README.splitlines() if f"`{first}" in line or f"kiosk {first}" in line]
    assert rows
    assert any(re.search(rf"\b{last}\b", part) for part in told)
    assert any(re.search(rf"\b{last}\b", row) for row in rows)


@pytest.mark.parametrize(("table", "key"), list(tables()))
def test_the_readme_names_every_setting(table, key):
    """Below the head of its table, or as the head of a table of its own."""
    if any(f"\n{head}" in README for head in (f"[[{table}.{key}]]", f"[{table}.{key}]")):
        return
    head = f"[[{table.removesuffix('[]')}]]" if table.endswith("[]") else f"[{table}]"
    _, *below = README.split(f"\n{head}" if table else "\n```toml")
    bodies = [re.split(r"\n(?:\[|```)", each)[0] for each in below]
    assert any(re.search(rf"^{key} = ", body, re.MULTILINE) for body in bodies)


def test_what_the_readme_sets_is_sound():
    blocks = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    given = next(block for block in blocks if "[clinic]" in block)
    settings, faults = parse_settings(given, "README.md")
    assert faults == ()
    assert settings.idle == Settings().idle


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_links_lead_somewhere(path):
    found = LINK.findall((ROOT / path).read_text(encoding="utf-8"))
    assert [link for link in found if not (ROOT / path.parent / link).exists()] == []


def test_the_readme_leads_clinicians_to_their_page():
    assert "(docs/CLINICIANS.md)" in README


@pytest.mark.parametrize(
    "said",
    [
        "Br J Psychiatry",
        "does not diagnose",
        "371:m4022",
        "0.85 | 0.84",
        "0.81 | 0.88",
        "0.66 | 0.95",
        "Unfinished forms have no total",
        "What it cannot do",
        "REHEARSAL",
        "*A* (1987",
        "*B* (later",
        "Haitian Creole",
        "## Sign-off",
    ],
)
def test_the_clinicians_page_says(said):
    assert said in " ".join(CLINICIANS.split())


def test_the_clinicians_page_has_at_most_two_sheets():
    assert len(CLINICIANS.split()) <= 1400


def test_what_shows_accessibility_is_a_test():
    told = (ROOT / "docs" / "ACCESSIBILITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:unit|gui|e2e|system)/[\w/]+\.py)`", told))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / "tests" / name).is_file()] == []
