"""Visits go when their time is over, and only then."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.visit import VisitState
from kiosk.services.ports import PageKind, PrintState
from kiosk.services.printing import SPOOLED
from kiosk.services.retention import BATCH, PAGES, Due, Reason, Retention
from tests.helpers.fakes_visits import MemoryVisits
from tests.helpers.printing import FakeAudit, FakeClock, FakePrintJobs
from tests.helpers.stored_visits import put_visit

DAY = timedelta(days=1)
STAGE = facts.StageGiven(Stage.PREGNANT)
FINISHED, REVIEWED = facts.Finished(), facts.Reviewed("Ann")
LEFT = facts.Left(facts.Leaving.IDLE)


@dataclass
class MemoryRetention:
    """A RetentionStore in memory; `busy` names visits that may not be deleted any more."""

    visits: MemoryVisits
    jobs: FakePrintJobs
    audit: FakeAudit
    busy: set[str] = field(default_factory=set)
    compacted: list[int | None] = field(default_factory=list)

    def before(self, moment: datetime, limit: int) -> list[str]:
        old = [v for v in self._free() if self.visits.visit(v).started_at < moment]
        return old if limit < 0 else old[:limit]

    def printed_and_reviewed(self) -> list[str]:
        return [v for v in self._free() if self.visits.visit(v).reviewed_at and self._printed(v)]

    def delete(self, visit_id: str, at: datetime, by: str, action: str) -> bool:
        if visit_id in self.busy:
            return False
        self.visits.remove(visit_id)
        self.audit.write(at, by, action, visit_id)
        return True

    def compact(self, pages: int) -> None:
        self.compacted.append(pages)

    def compact_all(self) -> None:
        self.compacted.append(None)

    def _free(self) -> list[str]:
        over = (VisitState.FINISHED, VisitState.UNFINISHED)
        spooled = {job.visit_id for job in self.jobs.stored if job.state in SPOOLED}
        return [
            visit_id
            for visit_id in self.visits.facts
            if self.visits.visit(visit_id).state in over
            and not self.visits.visit(visit_id).open_alerts
            and visit_id not in spooled
        ]

    def _printed(self, visit_id: str) -> bool:
        return any(job.state is PrintState.DONE for job in self.jobs.jobs(visit_id))


class Bench:
    """Retention on stores in memory, 40 days after the first day of visits."""

    def __init__(self) -> None:
        self.visits = MemoryVisits()
        self.jobs = FakePrintJobs()
        self.audit = FakeAudit()
        self.clock = FakeClock()
        self.store = MemoryRetention(self.visits, self.jobs, self.audit)

    def retention(self, days: int = 30, *, after_print: bool = False) -> Retention:
        return Retention(
            self.store, self.visits, self.jobs, self.clock,
            keep=timedelta(days=days), after_print=after_print,
        )  # fmt: skip

    def put(self, visit_id: str, *happened: facts.Fact, days_ago: float = 0) -> datetime:
        """A visit; gives when its last fact was."""
        start = self.clock.now - days_ago * DAY
        return put_visit(self.visits, visit_id, *happened, start=start).updated_at

    def print(
        self,
        visit_id: str,
        asked_at: datetime,
        state: PrintState = PrintState.DONE,
        kind: PageKind = PageKind.SUMMARY,
    ) -> None:
        job = self.jobs.add(visit_id, kind, asked_at, "Ann")
        self.jobs.stored = [
            type(job)(job.id, visit_id, kind, state, asked_at, "Ann") if each is job else each
            for each in self.jobs.stored
        ]


@pytest.fixture
def bench():
    return Bench()


def test_a_visit_goes_after_its_days_and_its_deletion_is_noted(bench):
    bench.put("old", STAGE, FINISHED, days_ago=31)
    bench.put("left", STAGE, LEFT, days_ago=30.5)
    bench.put("young", STAGE, FINISHED, days_ago=29.9)
    gone = bench.retention().run()
    assert gone == [Due("old", Reason.AGE), Due("left", Reason.AGE)]
    assert list(bench.visits.facts) == ["young"]
    assert bench.audit.lines == [
        ("retention", "visit_deleted_by_age", "old"),
        ("retention", "visit_deleted_by_age", "left"),
    ]


def test_how_many_days_is_told(bench):
    bench.put("old", STAGE, FINISHED, days_ago=8)
    assert bench.retention(9).due() == []
    assert bench.retention(7).due() == [Due("old", Reason.AGE)]


def test_what_is_due_can_be_looked_at_without_deleting(bench):
    bench.put("old", STAGE, FINISHED, days_ago=31)
    assert bench.retention().due() == bench.retention().due() == [Due("old", Reason.AGE)]
    assert bench.audit.lines == []


def test_what_was_printed_and_reviewed_goes_at_once_where_that_is_wanted(bench):
    ended = bench.put("done", STAGE, FINISHED, REVIEWED)
    bench.print("done", ended)
    assert bench.retention().due() == []
    assert bench.retention(after_print=True).run() == [Due("done", Reason.PRINTED)]
    assert bench.audit.lines == [("retention", "visit_deleted_after_print", "done")]


@pytest.mark.parametrize("happened", [[STAGE, FINISHED], [STAGE, LEFT]])
def test_not_before_staff_have_reviewed_it(bench, happened):
    bench.print("seen", bench.put("seen", *happened))
    assert bench.retention(after_print=True).due() == []


@pytest.mark.parametrize(
    "state", [state for state in PrintState if state is not PrintState.DONE], ids=str
)
def test_not_before_the_page_came_out(bench, state):
    bench.print("waiting", bench.put("waiting", STAGE, FINISHED, REVIEWED), state)
    assert bench.retention(after_print=True).due() == []


def test_not_for_a_page_that_is_hers_alone(bench):
    ended = bench.put("hers", STAGE, FINISHED, REVIEWED)
    bench.print("hers", ended, kind=PageKind.TAKE_HOME)
    assert bench.retention(after_print=True).due() == []


def test_not_for_a_page_from_before_she_went_on(bench):
    ended = bench.put("called", STAGE, facts.WeeksGiven(30), FINISHED, REVIEWED)
    bench.print("called", ended - timedelta(minutes=2))
    assert bench.retention(after_print=True).due() == []
    bench.print("called", ended)
    assert bench.retention(after_print=True).due() == [Due("called", Reason.PRINTED)]


def test_what_is_both_old_and_dealt_with_goes_once(bench):
    ended = bench.put("both", STAGE, FINISHED, REVIEWED, days_ago=31)
    bench.print("both", ended)
    assert bench.retention(after_print=True).run() == [Due("both", Reason.AGE)]


def test_a_visit_that_goes_on_meanwhile_stays(bench):
    bench.put("back", STAGE, FINISHED, days_ago=31)
    bench.store.busy.add("back")
    assert bench.retention().run() == []
    assert list(bench.visits.facts) == ["back"]


def test_between_two_visits_only_a_few_go(bench):
    for number in range(BATCH + 2):
        bench.put(f"{number}", STAGE, FINISHED, days_ago=31)
    retention = bench.retention(after_print=True)
    assert len(retention.run_between_visits()) == BATCH
    assert len(retention.run_between_visits()) == 2
    assert bench.store.compacted == [PAGES, PAGES]
    retention.compact()
    assert bench.store.compacted[2:] == [None]
