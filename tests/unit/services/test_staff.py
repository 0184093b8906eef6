"""Who may do what, and how long a guesser waits."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.services.ports import Attempts, StaffMember
from kiosk.services.staff import StaffService, after_failure, check_new_pin

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
NONE_WRONG = Attempts(0, None)
PIN, OTHER_PIN, WRONG = "482915", "730264", "582914"


@dataclass
class Staff:
    members: dict[str, StaffMember] = field(default_factory=dict)
    counted: Attempts = NONE_WRONG

    def put(self, member: StaffMember) -> None:
        self.members[member.name] = member

    def all(self) -> list[StaffMember]:
        return [self.members[name] for name in sorted(self.members)]

    def attempts(self) -> Attempts:
        return self.counted

    def set_attempts(self, attempts: Attempts) -> None:
        self.counted = attempts


@dataclass
class Hasher:
    checked: list[str] = field(default_factory=list)
    plug: Staff | None = None
    counted_then: Attempts | None = None

    def hash(self, pin: str) -> str:
        return f"hash of {pin}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        if self.plug:
            self.counted_then = self.plug.counted
        self.checked.append(pin_hash)
        return pin_hash == f"hash of {pin}"


@dataclass
class Audit:
    lines: list[tuple[str, str, str]] = field(default_factory=list)

    def write(self, at: datetime, by: str, action: str, subject: str = "") -> None:
        self.lines.append((by, action, subject))


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def staff():
    return Staff()


@pytest.fixture
def hasher():
    return Hasher()


@pytest.fixture
def audit():
    return Audit()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def service(staff, hasher, audit, clock):
    service = StaffService(staff, hasher, audit, clock)
    service.add("Ann", PIN, role="admin", by="setup")
    service.add("Ben", OTHER_PIN, by="Ann")
    hasher.checked.clear()
    return service


def code_of(service, pin):
    with pytest.raises(KioskError) as caught:
        service.check_pin(pin)
    return caught.value.code


def test_a_pin_tells_who_it_is(service):
    assert (service.check_pin(PIN).name, service.check_pin(PIN).role) == ("Ann", "admin")
    assert service.check_pin(OTHER_PIN).name == "Ben"


def test_everybodys_hash_is_gone_through(service, hasher):
    service.check_pin(PIN)
    assert len(hasher.checked) == 2


def test_adding_and_changing_stand_in_the_audit_log(service, audit):
    service.set_pin("ann", "913746", by="Ann")
    assert audit.lines == [
        ("setup", "staff_added", "Ann"),
        ("Ann", "staff_added", "Ben"),
        ("Ann", "staff_pin_set", "Ann"),
    ]


def test_a_new_pin_takes_the_place_of_the_old(service):
    service.set_pin("Ann", "913746", by="Ann")
    assert service.check_pin("913746").name == "Ann"
    assert service.check_pin("913746").role == "admin"
    assert code_of(service, PIN) is ErrorCode.PIN_WRONG


def test_one_may_keep_ones_pin_but_then_it_is_still_the_first(service):
    service.set_pin("Ann", PIN, by="Ann")
    assert service.check_pin(PIN).name == "Ann"
    assert not service.check_pin(PIN).pin_changed


def test_a_pin_is_ones_own_from_the_first_change_on(service):
    for pin in ("913746", "913746", PIN):
        assert service.set_pin("Ann", pin, by="Ann").pin_changed
    assert [member.pin_changed for member in service.list()] == [True, False]


@pytest.mark.parametrize(
    ("name", "role", "pin", "code"),
    [
        (" ", "staff", WRONG, ErrorCode.STAFF_NAME_EMPTY),
        ("ANN ", "staff", WRONG, ErrorCode.STAFF_NAME_TAKEN),
        ("Cyd", "owner", WRONG, ErrorCode.BAD_VALUE),
        ("Cyd", "staff", PIN, ErrorCode.PIN_TAKEN),
        ("Cyd", "staff", "1234", ErrorCode.PIN_TOO_SHORT),
        ("Cyd", "staff", "123456", ErrorCode.PIN_TOO_SIMPLE),
    ],
)
def test_who_cannot_be_added(service, name, role, pin, code):
    with pytest.raises(InputError) as caught:
        service.add(name, pin, role=role, by="Ann")
    assert caught.value.code is code
    assert [member.name for member in service.list()] == ["Ann", "Ben"]
    assert pin not in str(caught.value.params)


@pytest.mark.parametrize(
    "change",
    [
        lambda service: service.set_pin("Cyd", WRONG, by="Ann"),
        lambda service: service.renew_pin("Cyd", by="Ann"),
        lambda service: service.choose_pin("Cyd", WRONG),
        lambda service: service.set_role("Cyd", "admin", by="Ann"),
        lambda service: service.set_active("Cyd", active=False, by="Ann"),
    ],
    ids=["set", "renewed", "chosen", "role", "gone"],
)
def test_nobody_gets_no_pin(service, change):
    with pytest.raises(InputError) as caught:
        change(service)
    assert caught.value.code is ErrorCode.STAFF_UNKNOWN


@pytest.mark.parametrize("pin", ["", "12345", "48291a", "48 2915", "٤٨٢٩١٥", "-482915"])
def test_what_is_no_pin_of_six_digits(pin):
    with pytest.raises(InputError) as caught:
        check_new_pin(pin)
    assert caught.value.code is ErrorCode.PIN_TOO_SHORT
    assert caught.value.params == {"least": 6}


@pytest.mark.parametrize(
    "pin",
    [
        *("111111", "121212", "123123", "7" * 9),
        *("123456", "654321", "456789", "890123", "098765"),
        "4829157" * 10,
    ],
)
def test_what_is_too_easy(pin):
    with pytest.raises(InputError) as caught:
        check_new_pin(pin)
    assert caught.value.code is ErrorCode.PIN_TOO_SIMPLE


def test_a_first_pin_is_made_by_chance_and_is_to_be_changed(staff, hasher, audit, clock):
    # 1, 2, 3, 4, 5, 6 is too easy, and 4, 8, 2, 9, 1, 5 is Ann's.
    digits = iter([1, 2, 3, 4, 5, 6, 4, 8, 2, 9, 1, 5, 5, 8, 2, 9, 1, 4])
    service = StaffService(staff, hasher, audit, clock, below=lambda _most: next(digits))
    service.add("Ann", PIN, role="admin", by="setup")
    member, pin = service.invite(" Cyd ", by="Ann")
    assert (member.name, member.role, pin) == ("Cyd", "staff", WRONG)
    assert not service.check_pin(WRONG).pin_changed
    with pytest.raises(InputError) as caught:
        service.choose_pin("Cyd", WRONG)
    assert caught.value.code is ErrorCode.PIN_UNCHANGED
    assert service.choose_pin("Cyd", "913746").pin_changed
    assert service.check_pin("913746").name == "Cyd"
    assert audit.lines[1:] == [("Ann", "staff_added", "Cyd"), ("Cyd", "staff_pin_set", "Cyd")]


def test_who_forgot_a_pin_gets_a_first_one_again(service, audit):
    service.choose_pin("Ben", "913746")
    member, pin = service.renew_pin("ben", by="Ann")
    assert not member.pin_changed
    assert service.check_pin(pin).name == "Ben"
    assert code_of(service, "913746") is ErrorCode.PIN_WRONG
    assert audit.lines[-1] == ("Ann", "staff_pin_given", "Ben")


def test_who_left_comes_in_no_more_and_the_time_tells_nothing_of_it(service, hasher, audit):
    service.set_active("Ben", active=False, by="Ann")
    assert code_of(service, OTHER_PIN) is ErrorCode.PIN_WRONG
    assert len(hasher.checked) == 2
    assert [member.active for member in service.list()] == [True, False]
    with pytest.raises(InputError) as caught:
        service.add("Cyd", OTHER_PIN, by="Ann")
    assert caught.value.code is ErrorCode.PIN_TAKEN
    service.set_active("Ben", active=True, by="Ann")
    assert service.check_pin(OTHER_PIN).name == "Ben"
    actions = [action for _, action, _ in audit.lines[2:]]
    assert actions == ["staff_deactivated", "staff_activated"]


def test_a_role_is_changed_and_what_is_so_already_is_not(service, audit):
    assert service.set_role("Ben", "admin", by="Ann").role == "admin"
    service.set_role("Ben", "admin", by="Ann")
    assert audit.lines[2:] == [("Ann", "staff_role:admin", "Ben")]
    assert service.set_role("Ann", "staff", by="Ben").role == "staff"
    with pytest.raises(InputError) as caught:
        service.set_role("Ann", "owner", by="Ben")
    assert caught.value.code is ErrorCode.BAD_VALUE


@pytest.mark.parametrize(
    "change",
    [
        lambda service: service.set_role("Ann", "staff", by="Ann"),
        lambda service: service.set_active("Ann", active=False, by="Ann"),
    ],
    ids=["role", "gone"],
)
def test_somebody_always_runs_things(service, change):
    with pytest.raises(InputError) as caught:
        change(service)
    assert caught.value.code is ErrorCode.LAST_ADMIN
    assert service.check_pin(PIN).role == "admin"


@pytest.mark.parametrize("pin", ["482915", "112233", "123457", "00000001"])
def test_what_may_be_a_pin(pin):
    check_new_pin(pin)


def test_the_fifth_wrong_pin_locks_everybody_out(service, audit, clock):
    for _ in range(5):
        assert code_of(service, WRONG) is ErrorCode.PIN_WRONG
    assert audit.lines[-1] == ("", "pin_locked", "")
    with pytest.raises(KioskError) as caught:
        service.check_pin(PIN)
    assert caught.value.code is ErrorCode.PIN_LOCKED
    assert caught.value.params == {"seconds": 30}
    clock.now += timedelta(seconds=29.5)
    with pytest.raises(KioskError) as caught:
        service.check_pin(PIN)
    assert caught.value.params == {"seconds": 1}
    clock.now += timedelta(seconds=0.5)
    assert service.check_pin(PIN).name == "Ann"


def test_the_wait_doubles_up_to_an_hour():
    attempts, waits = Attempts(0, None), []
    for _ in range(14):
        attempts = after_failure(attempts, START)
        waits.append(attempts.locked_until and (attempts.locked_until - START).total_seconds())
    assert waits == [None] * 4 + [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert after_failure(Attempts(10**9, None), START).locked_until == START + timedelta(hours=1)


def test_the_right_pin_starts_the_count_again(service, staff):
    for _ in range(4):
        code_of(service, WRONG)
    service.check_pin(PIN)
    assert staff.counted == Attempts(0, None)
    assert code_of(service, WRONG) is ErrorCode.PIN_WRONG


def test_a_guess_counts_before_it_is_looked_at(service, staff, hasher):
    hasher.plug = staff
    service.check_pin(PIN)
    assert hasher.counted_then == Attempts(1, None)


def test_while_locked_no_guess_is_looked_at_or_counted(service, staff, hasher):
    staff.counted = Attempts(7, START + timedelta(minutes=2))
    assert code_of(service, PIN) is ErrorCode.PIN_LOCKED
    assert hasher.checked == []
    assert staff.counted.failures == 7


def test_a_clock_set_back_locks_nobody_out_for_longer_than_an_hour(service, staff, clock):
    staff.counted = Attempts(5, START + timedelta(days=300))
    with pytest.raises(KioskError) as caught:
        service.check_pin(PIN)
    assert caught.value.params == {"seconds": 3600}
    clock.now += timedelta(hours=1)
    assert service.check_pin(PIN).name == "Ann"


def test_where_nobody_is_known_every_pin_is_wrong(staff, hasher, audit, clock):
    assert code_of(StaffService(staff, hasher, audit, clock), PIN) is ErrorCode.PIN_WRONG
