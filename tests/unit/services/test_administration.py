"""What administrators do at the kiosk: files in a folder, lines in the log."""

import json
from dataclasses import replace

import pytest

from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.domain.figures import Month
from kiosk.services.administration import Backup
from tests.helpers.administration import FOUND, Administered

FILE = "2026-03-20-093000"


@pytest.fixture
def given():
    return Administered()


def test_the_log_is_turned_page_by_page(given):
    given.happened(f"act-{n}" for n in range(7))
    admin = given.made()
    pages = [admin.audit_lines(page, 3) for page in range(3)]
    assert [[line.action for line in lines] for lines, _ in pages] == [
        ["act-6", "act-5", "act-4"],
        ["act-3", "act-2", "act-1"],
        ["act-0"],
    ]
    assert [more for _, more in pages] == [True, True, False]


def test_the_log_is_checked(given):
    given.happened(["one", "two", "three"])
    assert given.made().verify() == given.log.head()
    given.log.kept[1] = replace(given.log.kept[1], by="Eve")
    with pytest.raises(KioskError) as caught:
        given.made().verify()
    assert caught.value.code is ErrorCode.AUDIT_CHANGED


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_log_is_written_into_a_file_and_that_into_the_log(given, suffix):
    given.happened(["visit_opened"])
    path = given.made().save_audit(suffix, "Ines")
    assert path == f"/out/audit-{FILE}{suffix}"
    assert b"visit_opened" in given.folder.files[path]
    assert [(line.by, line.action) for line in given.log.newest(1)] == [("Ines", "audit_exported")]
    if suffix == ".json":
        assert len(json.loads(given.folder.files[path])) == 1


@pytest.mark.parametrize(
    ("months", "first"),
    [(1, Month(2026, 3)), (3, Month(2026, 1)), (12, Month(2025, 4)), (0, None)],
)
def test_figures_of_the_last_months(given, months, first):
    (figures,) = given.made().figures(months)
    assert figures.visits == 8
    assert given.asked == [(first, Month(2026, 3) if months else None)]


@pytest.mark.parametrize(("suffix", "begins"), [(".csv", b"mode,from"), (".pdf", b"PDF of 1")])
def test_figures_are_written_into_a_file(given, suffix, begins):
    admin = given.made()
    path = admin.save_figures(admin.figures(0), suffix, "Ines")
    assert path == f"/out/figures-{FILE}{suffix}"
    assert given.folder.files[path].startswith(begins)
    assert given.log.newest(1)[0].action == "figures_written"


def test_a_backup_is_written_and_the_last_one_known(given):
    admin = given.made()
    assert admin.last_backup() == ""
    made = admin.write_backup("Ines")
    assert made == Backup(f"/out/kiosk-{FILE}.backup", 8, log_is_whole=True)
    assert given.backups == [(made.path, "Ines")]
    given.happened(["visit_opened"] * 6000)
    assert admin.last_backup() == given.log.kept[0].at


def test_the_machine_is_looked_at(given):
    assert given.made().machine() == FOUND


def test_without_a_folder_nothing_is_written(given):
    admin = given.made(with_folder=False)
    assert not admin.can_save
    for write in (
        lambda: admin.save_audit(".csv", "Ines"),
        lambda: admin.save_figures((), ".csv", "Ines"),
        lambda: admin.write_backup("Ines"),
    ):
        with pytest.raises(InputError) as caught:
            write()
        assert caught.value.code is ErrorCode.EXPORT_NO_FOLDER
    assert given.log.kept == []
    assert given.made().can_save


def test_a_full_disk_leaves_no_line(given):
    given.folder.full = True
    with pytest.raises(KioskError):
        given.made().save_audit(".csv", "Ines")
    assert given.log.kept == []
