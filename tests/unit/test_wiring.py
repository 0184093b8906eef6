"""What is built for the windows and the commands, and what keeps it from being built."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from kiosk.domain.content import Stage
from kiosk.domain.epds import REHEARSAL_VERSION
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import Finished, SignsReported, StageGiven
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.library.text_pack import FINGERPRINTS, read_fingerprints
from kiosk.services.journey import Journey
from kiosk.services.shelf import FaultKind
from kiosk.settings import Clinic, Epds, Response, Settings, default_content_folder
from kiosk.wiring import build_services, local_clock, only_kiosk, open_services, open_wordings
from tests.helpers.epds_texts import made_up_text

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def build(tmp_path):
    """Builds services on a data folder of their own and closes them."""
    built = []

    def make(settings=None, content=None):
        services = build_services(
            tmp_path / "data",
            content or default_content_folder(),
            settings or Settings(),
            lambda: NOON,
        )
        built.append(services)
        return services

    yield make
    for services in built:
        services.store.close()


def refusal(function, *arguments, **options):
    with pytest.raises(KioskError) as caught:
        function(*arguments, **options)
    return caught.value


def version_for(services, language):
    installed = services.text_for(language)
    assert installed is not None
    return installed.text.version


def test_a_journey_can_begin_and_is_stored(build):
    services = build()
    journey = Journey(lambda: services.backend)
    visit_id, visit = services.visits.begin("en")
    assert services.visits.load(visit_id) == visit
    assert visit.mode == "rehearsal"
    assert visit.started_at == NOON
    assert journey.library is services.library


def test_the_page_of_a_visit_is_a_pdf(build):
    services = build()
    visit_id, visit = services.visits.begin("en")
    visit = services.visits.add(visit_id, visit, StageGiven(Stage.PREGNANT), Finished())
    assert services.summaries.pdf(visit).startswith(b"%PDF-")


def test_without_an_installed_text_the_practice_text_is_shown(build):
    services = build()
    assert version_for(services, "es") == REHEARSAL_VERSION
    installed = InstalledText(made_up_text("es", "es-1"), Permission("Licence 7"), verified=True)
    services.store.texts.put(installed, NOON)
    assert version_for(services, "es") == "es-1"
    assert version_for(services, "en") == REHEARSAL_VERSION


def test_the_languages_offered_are_whole_and_have_words(build):
    services = build()
    assert services.languages[0] == "en"
    assert set(services.languages) <= set(services.library.languages)
    assert all(services.catalogues.has(code) for code in services.languages)


def test_the_clinic_chooses_languages_and_their_order(build):
    assert build(Settings(languages=("vi", "en"))).languages in {("en",), ("vi", "en")}


def test_words_in_a_language(build):
    assert build().words("ar").right_to_left


@pytest.mark.parametrize(("language", "shown"), [("en", "Fever"), ("xx", "fever")])
def test_a_sign_on_the_page_has_a_name_or_at_least_its_id(build, language, shown):
    services = build(Settings(clinic=Clinic(language=language)))
    visit_id, visit = services.visits.begin("en")
    visit = services.visits.add(visit_id, visit, SignsReported(("fever",)), leaving=True)
    pages = PdfReader(BytesIO(services.summaries.pdf(visit))).pages
    assert len(pages) == 1
    assert shown in pages[0].extract_text()


def test_clinic_mode_does_not_start_half_ready(build, tmp_path):
    error = refusal(build, Settings(mode="clinic"))
    assert error.code is ErrorCode.CLINIC_MODE_INCOMPLETE
    assert error.params["missing"]


def test_what_is_stored_is_there_whatever_clinic_mode_lacks(tmp_path):
    place = tmp_path / "data", default_content_folder(), Settings(mode="clinic")
    with open_services(*place, starting=False) as services:
        assert services.staff.list() == []


def test_there_is_no_practice_in_clinic_mode(tmp_path):
    place = tmp_path / "data", default_content_folder(), Settings(mode="clinic")
    with open_services(*place, starting=False) as services:
        assert services.text_for("en") is None
        installed = InstalledText(made_up_text("en"), Permission("Licence 7"), verified=True)
        services.store.texts.put(installed, NOON)
        assert services.text_for("en") == installed


def test_a_folder_without_content(build, tmp_path):
    (tmp_path / "empty").mkdir()
    error = refusal(build, content=tmp_path / "empty")
    assert error.code is ErrorCode.CONTENT_EMPTY
    assert str(error.place) == str(tmp_path / "empty")
    assert not (tmp_path / "data").exists()


def test_content_that_is_not_there(build, tmp_path):
    assert isinstance(refusal(build, content=tmp_path / "none"), KioskError)


def test_a_data_folder_that_is_a_file(tmp_path):
    (tmp_path / "data").write_text("")
    error = refusal(build_services, tmp_path / "data", default_content_folder(), Settings())
    assert error.code is ErrorCode.STORE_NO_FOLDER


def test_a_command_closes_the_store_whatever_happens(tmp_path):
    place = tmp_path / "data", default_content_folder(), Settings()
    begun = []

    def command():
        with open_services(*place) as services:
            begun.append(services.visits.begin("en"))
            services.visits.load("nothing")

    assert refusal(command).code is ErrorCode.VISIT_UNKNOWN
    ((visit_id, visit),) = begun
    with open_services(*place) as services:
        assert services.visits.load(visit_id) == visit


def test_two_kiosks_never_run_on_one_data_folder(tmp_path):
    with only_kiosk(tmp_path / "data"):
        error = refusal(only_kiosk(tmp_path / "data").__enter__)
        assert error.code is ErrorCode.STORE_IN_USE
    with only_kiosk(tmp_path / "data"):
        pass


def test_wordings_come_with_the_projects_fingerprints(build, tmp_path):
    wordings = open_wordings(build(), tmp_path)
    assert set(wordings.published) == set(read_fingerprints(default_content_folder()))
    assert wordings.files.folder is None
    assert wordings.texts.installed() == []


def test_a_clinics_own_content_has_its_own_fingerprints(build, tmp_path):
    own = tmp_path / FINGERPRINTS
    own.parent.mkdir(parents=True)
    own.write_text("")
    services = build(Settings(epds=Epds(folder=str(tmp_path))))
    wordings = open_wordings(services, tmp_path)
    assert not wordings.published
    assert wordings.files.folder == tmp_path


def test_the_clock_has_a_zone():
    assert local_clock().utcoffset() is not None


def _changed(tmp_path):
    """A content folder with a sentence that nobody has approved."""
    folder = shutil.copytree(default_content_folder(), tmp_path / "content")
    file = folder / "topics" / "safe-sleep" / "en.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Safe sleep", "Sleep", 1), "utf-8")
    return folder


def test_a_change_in_the_content_is_taken_in_rehearsal(build, tmp_path):
    services = build()
    change = services.content_files(_changed(tmp_path)).load()
    assert services.shelf.take(change)
    assert services.library is change.library
    assert services.backend.library is services.summaries.shelf.library is change.library
    assert services.offered() == services.languages


def test_drafts_are_not_taken_in_clinic_mode(build, tmp_path):
    services = replace(build(), settings=Settings(mode="clinic"))
    change = services.content_files(_changed(tmp_path)).load()
    assert change.library is None
    assert change.fault is not None
    assert change.fault.kind is FaultKind.DRAFT


def test_a_language_without_the_clinic_s_words_is_not_taken(build, tmp_path):
    services = replace(build(), settings=Settings(response=Response(text={"fr": "Nous venons."})))
    change = services.content_files(_changed(tmp_path)).load()
    assert change.library is None
    assert change.fault is not None
    assert change.fault.kind is FaultKind.RESPONSE


def test_the_clinic_chooses_its_topics(build, tmp_path):
    wanted = ("newborn", "safe-sleep")
    services = build(Settings(topics=wanted))
    assert tuple(topic.id for topic in services.library.shown_topics) == wanted
    change = services.content_files(_changed(tmp_path)).load()
    assert change.library is not None
    assert tuple(topic.id for topic in change.library.shown_topics) == wanted


def test_a_topic_that_is_not_there_is_no_start(build):
    error = refusal(build, Settings(topics=("gardening",)))
    assert error.code is ErrorCode.UNKNOWN_TOPIC


def test_topics_that_are_all_broken_are_no_start_and_no_change(build, tmp_path):
    services = build(Settings(topics=("safe-sleep",)))
    folder = _changed(tmp_path)
    shutil.rmtree(folder / "topics" / "safe-sleep")
    change = services.content_files(folder).load()
    assert change.fault is not None
    assert change.fault.kind is FaultKind.ERROR
    (folder / "topics" / "safe-sleep").mkdir()
    (folder / "topics" / "safe-sleep" / "topic.toml").write_text("broken [[", "utf-8")
    error = refusal(build, Settings(topics=("safe-sleep",)), folder)
    assert error.code is ErrorCode.CONTENT_EMPTY


def test_a_start_knows_what_it_leaves_out(build, tmp_path):
    folder = _changed(tmp_path)
    (folder / "topics" / "safe-sleep" / "en.md").write_text("no card file", "utf-8")
    services = build(content=folder)
    assert services.shelf.fault is not None
    assert services.shelf.fault.place.path == "topics/safe-sleep/en.md"
