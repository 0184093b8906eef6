"""The lines of the audit log as people say them."""

from __future__ import annotations

from typing import Final

from kiosk.domain.audit import AuditLine
from kiosk.i18n import N_, Words

_SAID: Final = {
    "alert_acknowledged": N_("took an alert over"),
    "audit_exported": N_("wrote the audit log to a file"),
    "backup_restored": N_("restored a backup"),
    "backup_written": N_("wrote a backup"),
    "chart_attached": N_("attached a chart number"),
    "content_approved": N_("approved a text"),
    "epds_differences_accepted": N_("accepted differences of an EPDS text"),
    "epds_points_confirmed": N_("confirmed the points of an EPDS text"),
    "epds_text_installed": N_("installed an EPDS text"),
    "epds_text_removed": N_("removed an EPDS text"),
    "figures_written": N_("wrote figures to a file"),
    "help_taken": N_("went to help"),
    "key_rotated": N_("changed the key"),
    "page_cancelled": N_("cancelled a page"),
    "page_held": N_("held a page"),
    "page_released": N_("printed a page"),
    "page_withdrawn": N_("took a page back from the printer"),
    "pin_locked": N_("too many wrong PINs: locked for a while"),
    "review_undone": N_("took a review back"),
    "setting_changed": N_("changed a setting"),
    "slip_attached": N_("attached a visit slip"),
    "slip_made": N_("made a visit slip"),
    "staff_activated": N_("let a person in again"),
    "staff_added": N_("added a person"),
    "staff_deactivated": N_("let a person in no more"),
    "staff_pin_given": N_("gave a first PIN"),
    "staff_pin_set": N_("set a PIN"),
    "staff_role": N_("changed a role"),
    "summary_written": N_("wrote the clinician's page to a file"),
    "visit_closed": N_("closed a visit"),
    "visit_deleted_after_print": N_("deleted a visit after it was printed"),
    "visit_deleted_by_age": N_("deleted a visit: its time was over"),
    "visit_opened": N_("opened a visit"),
    "visit_reopened": N_("reopened a paused visit"),
    "visit_reviewed": N_("reviewed a visit"),
}

_LONGEST: Final = 12
"""Characters of a visit's id that tell it from others on a screen."""


def said_of(line: AuditLine, words: Words) -> str:
    """What was done, with its detail; an action that this program does not know as it stands."""
    action, _colon, detail = line.action.partition(":")
    message = _SAID.get(action)
    if message is None:
        return line.action
    said = words.gettext(message)
    return f"{said} ({detail})" if detail else said


def about(line: AuditLine) -> str:
    """To which visit, person, language or text: short."""
    subject = line.subject
    return subject if len(subject) <= 2 * _LONGEST else f"{subject[:_LONGEST]}…"
