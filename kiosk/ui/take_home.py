"""The page she takes home, in her language: what she read, signs, lines to call.

Never the score, never the domestic-violence line.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption

from kiosk.domain.content import Bullets, CallOut, Card, ContentLibrary, Stage, Subject, TopicText
from kiosk.domain.visit import Visit
from kiosk.i18n import Words
from kiosk.settings import Settings
from kiosk.ui.theme.fonts import family_of

_POINTS = 10.5
_SMALLEST = 6.5
_STEP = 0.5
_MOST_SIGNS = 15
_DPI = 150


def take_home_pdf(
    visit: Visit, library: ContentLibrary, words: Words, settings: Settings
) -> bytes:
    """One page as PDF; the text is set smaller until it fits."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(words.gettext("For you to take home"))
    writer.setCreator("Perinatal Kiosk")
    a4 = settings.printing.paper == "a4"
    size = QPageSize(QPageSize.PageSizeId.A4 if a4 else QPageSize.PageSizeId.Letter)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(16, 14, 16, 12), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    document = _fitted(visit, library, words, settings, writer)
    document.drawContents(painter)
    painter.end()
    buffer.close()
    return bytes(store.data())


def _fitted(
    visit: Visit, library: ContentLibrary, words: Words, settings: Settings, writer: QPdfWriter
) -> QTextDocument:
    html = _html(visit, library, words, settings)
    points = _POINTS
    while True:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        option = QTextOption()
        right = words.right_to_left
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(_style(points, words.language))
        document.setDocumentMargin(0)
        document.setTextWidth(writer.width())
        document.setHtml(html)
        if document.size().height() <= writer.height() or points <= _SMALLEST:
            return document
        points -= _STEP


def _style(points: float, language: str) -> str:
    family = family_of(language)
    return f"""
        body, p, li, td {{ font-family: '{family}'; font-size: {points}pt; color: #1E2B34; }}
        h1 {{ font-family: '{family}'; font-size: {points * 2}pt; font-weight: 600; color: #0E5A57; }}
        h2 {{ font-family: '{family}'; font-size: {points * 1.3}pt; font-weight: 600; color: #0E5A57; }}
        .urgent {{ color: #741413; font-weight: 600; }}
        .soft {{ color: #44525C; font-size: {points * 0.9}pt; }}
        .number {{ font-weight: 600; }}
    """


def _html(visit: Visit, library: ContentLibrary, words: Words, settings: Settings) -> str:
    direction = "rtl" if words.right_to_left else "ltr"
    parts = [
        f"<html><body dir='{direction}'>",
        _heading(words, settings, visit),
        *_topics(visit, library, words),
        _questions(visit, library, words),
        _signs(visit, library, words),
        _lines(visit, library, words),
        _footer(words),
        "</body></html>",
    ]
    return "".join(part for part in parts if part)


def _heading(words: Words, settings: Settings, visit: Visit) -> str:
    title = escape(words.gettext("For you to take home"))
    day = words.date(visit.finished_at or visit.updated_at)
    return f"<h1>{title}</h1><p class='soft'>{escape(settings.clinic.name)} · {escape(day)}</p>"


def _topics(visit: Visit, library: ContentLibrary, words: Words) -> list[str]:
    read = {topic for topic, _ in visit.cards_read}
    rows = [
        _topic(topic.texts[words.language], visit, topic.id)
        for topic in library.topics
        if topic.id in read and words.language in topic.texts
    ]
    return rows


def _topic(text: TopicText, visit: Visit, topic_id: str) -> str:
    shown = [card for card in text.cards if (topic_id, card.id) in visit.cards_read]
    items = "".join(f"<li>{_point(card)}</li>" for card in shown)
    return f"<h2>{escape(text.title)}</h2><ul>{items}</ul>"


def _point(card: Card) -> str:
    """A card in one line: its heading and the first thing to do."""
    first = next((b.items[0] for b in card.blocks if isinstance(b, Bullets) and b.items), "")
    urgent = next((b.text for b in card.blocks if isinstance(b, CallOut) and b.kind == "urgent"), "")
    line = f"<b>{escape(card.title)}</b>"
    if first:
        line += f" {escape(first)}"
    if urgent:
        line += f" <span class='urgent'>{escape(urgent)}</span>"
    return line


def _questions(visit: Visit, library: ContentLibrary, words: Words) -> str:
    texts = {
        (topic.id, question.id): question.text
        for topic in library.topics
        if (text := topic.texts.get(words.language)) is not None
        for question in text.questions
    }
    wanted = [texts[key] for key in visit.questions if key in texts]
    if not wanted:
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in wanted)
    return f"<h2>{escape(words.gettext('What you want to ask'))}</h2><ul>{items}</ul>"


def _signs(visit: Visit, library: ContentLibrary, words: Words) -> str:
    grieving = visit.stage is Stage.LOSS
    shown = [
        sign.labels[words.language]
        for sign in library.signs
        if sign.subject is Subject.MOTHER
        and visit.stage in sign.stages
        and words.language in sign.labels
    ][:_MOST_SIGNS]
    names = " · ".join(escape(s.label_loss if grieving else s.label) for s in shown)
    title = escape(words.gettext("Call your clinic or 911 right away if you have one of these"))
    return f"<h2 class='urgent'>{title}</h2><p>{names}</p>"


def _lines(visit: Visit, library: ContentLibrary, words: Words) -> str:
    rows = "".join(
        f"<tr><td class='number'>\u2066{escape(line.number)}\u2069&nbsp;&nbsp;</td>"
        f"<td>{escape(line.name[words.language])}"
        f" <span class='soft'>{escape(line.note.get(words.language, ''))}</span></td></tr>"
        for line in library.help_lines
        if line.take_home and visit.stage in line.stages and words.language in line.name
    )
    title = escape(words.gettext("People you can call"))
    return f"<h2>{title}</h2><table cellspacing='0' cellpadding='2'>{rows}</table>"


def _footer(words: Words) -> str:
    draft = words.gettext("Draft text, not yet approved by your clinic.")
    note = words.gettext("This page does not replace your care team. If you are worried, call.")
    return f"<p class='soft'>{escape(note)} {escape(draft)}</p>"
