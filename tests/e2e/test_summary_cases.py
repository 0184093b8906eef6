"""The questionnaire's part of the page, case by case, from the script to the paper."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.helpers.e2e_kiosk import SCRIPTS, SMALL, Kiosk
from tests.helpers.epds_files import questionnaire_of
from tests.helpers.epds_texts import made_up_wording, published_pack

CASES = SCRIPTS / "summaries"
PRACTICE = "REHEARSAL, not a clinical result"
US_FORM = "Text cox-holden-sagovsky-1987-us-form (English), verified letter by letter"


@dataclass(frozen=True)
class Case:
    """What must stand on the page, what must not, and which wording is installed."""

    there: tuple[str, ...]
    not_there: tuple[str, ...] = ()
    installed: str = "en"
    total: int | None = None


EXPECTED = {
    "complete": Case(
        (
            "EPDS: 6 of 30",
            US_FORM,
            "10 (possible)",
            "13 (probable)",
            "Cox 1987",
            "Seconds per item",
        ),
        ("urgent", "Urgent", "not verified"),
        total=6,
    ),
    "item-10": Case(
        ("EPDS: 1 of 30", "thoughts of self-harm", US_FORM, "not yet acknowledged"),
        ("not verified",),
        total=1,
    ),
    "unfinished": Case(
        ("EPDS. Not complete: no total", "7 of 10 answered", "in person", US_FORM),
        ("of 30", "possible", "probable", "Cut-offs"),
    ),
    "declined": Case(("EPDS: declined", "No reason is asked"), ("of 30", "Cut-offs", "Answers")),
    "no-known-cut-off": Case(
        (
            "EPDS: 14 of 30",
            "No cut-off is known for this text version",
            "verified letter by letter",
        ),
        ("possible", "probable"),
        installed="es",
        total=14,
    ),
    "unverified": Case(
        ("EPDS: 14 of 30", "not verified", "No cut-off is known"),
        ("possible", "probable", "letter by letter"),
        installed="ar",
        total=14,
    ),
    "rehearsal": Case(
        (PRACTICE, "EPDS: 6 of 30", "not the scale itself"),
        ("possible", "probable", "verified letter"),
        installed="",
        total=6,
    ),
}


def install(kiosk: Kiosk, language: str, folder: Path) -> None:
    if language == "ar":
        pack = folder / "pack.json"
        pack.write_text(json.dumps(questionnaire_of(made_up_wording("ar"))), encoding="utf-8")
    else:
        pack = published_pack(language)
    kiosk.works("epds", "install", pack, "--permission", "a letter for tests", "--points-confirmed")


def test_every_case_has_its_script():
    assert {path.stem for path in CASES.glob("*.toml")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_from_the_script_to_the_page(tmp_path, name):
    case, kiosk = EXPECTED[name], Kiosk(tmp_path / "data")
    if case.installed:
        install(kiosk, case.installed, tmp_path)
    kiosk.works("rehearse", CASES / f"{name}.toml", "--out", tmp_path / "out", *SMALL)
    visit = json.loads((tmp_path / "out" / "visit.json").read_text(encoding="utf-8"))
    assert visit["epds"]["total"] == case.total
    pages = PdfReader(tmp_path / "out" / "summary.pdf").pages
    assert len(pages) == 1
    page = " ".join(pages[0].extract_text().split())
    assert [part for part in case.there if part not in page] == []
    assert [part for part in case.not_there if part in page] == []
