"""All items with what she answered, in two languages where there are two."""

from __future__ import annotations

from typing import Final

from kiosk.domain.form_summary import AnswerRow, FormSummary
from kiosk.pdf import colours, figures
from kiosk.pdf.pieces import EMPTY, Align, BoxOp, Piece, beside, on, padded, stack
from kiosk.pdf.sheet import BODY, SECTION, SMALL, SOFT, STRONG, Sheet, Style
from kiosk.services.captions import subject_of

_NUMBER: Final = 22.0
_POINTS: Final = 44.0
_CAPTION_SHARE: Final = 0.24
_GAP: Final = 10.0
_EDGE: Final = 4.0
_NONE: Final = "—"


def answers(sheet: Sheet, form: FormSummary) -> Piece:
    """The table; nothing when no item was answered."""
    if not form.score.points:
        return EMPTY
    columns = _columns(sheet, form)
    rows = [_row(sheet, form, row, columns) for row in form.rows]
    return stack([_heads(sheet, form, columns), stack(rows)], sheet.pt(2))


def _two(sheet: Sheet, form: FormSummary) -> bool:
    """Whether her own language has a column to itself."""
    if form.text_language == sheet.words.language:
        return False
    return any(_hers(sheet, form, row) for row in form.rows)


def _columns(sheet: Sheet, form: FormSummary) -> list[tuple[float, float]]:
    """Start and width of: number, caption, clinic's answer, (her answer,) points."""
    gap, edge = sheet.pt(_GAP), sheet.pt(_EDGE)
    number, points = sheet.pt(_NUMBER), sheet.pt(_POINTS)
    subject = sheet.width * _CAPTION_SHARE
    start = edge + number + subject + gap
    room = sheet.width - start - points - edge - gap
    columns = [(edge, number), (edge + number, subject)]
    if _two(sheet, form):
        half = (room - gap) / 2
        columns += [(start, half), (start + half + gap, half)]
    else:
        columns.append((start, room))
    return [*columns, (sheet.width - points - edge, points)]


def _heads(sheet: Sheet, form: FormSummary, columns: list[tuple[float, float]]) -> Piece:
    words = sheet.words
    heading = sheet.text(words.gettext("Answers"), columns[2][0] - columns[0][0], SECTION, most=1)
    names = [words.language_name(words.language), words.language_name(form.text_language)]
    styles = [SMALL, _end(SMALL)] if _her_right(sheet, form) else [SMALL, SMALL]
    heads = [
        (x, _lowered(sheet, heading, sheet.text(name, width, style, most=1)))
        for (x, width), name, style in zip(columns[2:-1], names, styles, strict=False)
    ]
    x, width = columns[-1]
    points = sheet.text(words.gettext("points"), width, _end(SMALL), most=1)
    return beside([(0, heading), *heads, (x, _lowered(sheet, heading, points))])


def _lowered(sheet: Sheet, heading: Piece, piece: Piece) -> Piece:
    return padded(piece, 0, heading.height - piece.height - sheet.pt(0.6), 0)


def _row(
    sheet: Sheet, form: FormSummary, row: AnswerRow, columns: list[tuple[float, float]]
) -> Piece:
    subject = subject_of(form.instrument, row.number, sheet.words)
    points = _NONE if row.points is None else str(row.points)
    cells = [
        sheet.text(str(row.number), columns[0][1], SOFT),
        sheet.text(subject, columns[1][1], BODY, most=2),
        *_answer(sheet, form, row, columns[2:-1]),
        sheet.text(points, columns[-1][1], _end(STRONG)),
    ]
    line = beside([(x, cell) for (x, _), cell in zip(columns, cells, strict=True)])
    line = padded(line, 0, sheet.pt(2.6))
    raised = row.alerts and bool(row.points)
    if raised:
        return on(BoxOp(0, 0, sheet.width, 0, fill=colours.RED_TINT), line)
    rule = BoxOp(0, line.height - 0.5, sheet.width, 0.5, fill=colours.LINE)
    return Piece(line.height, (*line.ops, rule))


def _answer(
    sheet: Sheet, form: FormSummary, row: AnswerRow, columns: list[tuple[float, float]]
) -> list[Piece]:
    """The cells of one or two languages."""
    most = sheet.crowding.answer_lines
    hers = _hers(sheet, form, row)
    if row.position is None:
        texts = [_NONE, ""]
    else:
        texts = [row.clinic_answer or figures.option(row, sheet.words), hers]
    first = sheet.text(texts[0], columns[0][1], BODY, language=sheet.words.language, most=most)
    if len(columns) == 1:
        return [first]
    return [
        first,
        sheet.text(texts[1], columns[1][1], SOFT, language=form.text_language, most=most),
    ]


def _hers(sheet: Sheet, form: FormSummary, row: AnswerRow) -> str:
    """Her answer in her language, if there are letters for it."""
    text = row.visitor_answer or ""
    return text if sheet.shaper.covers(text, form.text_language) else ""


def _her_right(sheet: Sheet, form: FormSummary) -> bool:
    from kiosk.domain.language import LANGUAGES

    language = LANGUAGES.get(form.text_language)
    return language is not None and language.right_to_left != sheet.right


def _end(style: Style) -> Style:
    return Style(style.size, style.colour, style.bold, Align.END)
