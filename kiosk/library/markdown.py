"""Card files: Markdown made into cards, check questions and questions to ask.

Reading never fails: what the format does not know is kept as an oddity of the document, and
the rules in `kiosk.library.check` word it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kiosk.library.blocks import Inline, Node, joined, leading_pictures, plain, read_blocks
from kiosk.library.document import (
    Document,
    Odd,
    Oddity,
    Written,
    WrittenAsk,
    WrittenBlock,
    WrittenCard,
    WrittenCheck,
    WrittenChoice,
    WrittenPicture,
    WrittenTakeHome,
)
from kiosk.library.front import read_front

SPOKEN: Final = "spoken"
CALL_OUTS: Final = ("urgent", "note", SPOKEN)
SECTION_LEVEL: Final = 2

_ID: Final = re.compile(r"[ \t]*\{#([^{}\n]*)\}[ \t]*$")
_ANY_ID: Final = re.compile(r"\{#[^{}\n]*\}")
_GOOD_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAKE_HOME: Final = re.compile(r"!(?!\[)\s*")
_BOX: Final = re.compile(r"\[([ xX]?)\](?:[ \t]+|$)")
_CALL_OUT: Final = re.compile(r"\[!([^\]\n]*)\]\s*")
_ODD_BLOCKS: Final = {
    "html_block": Odd.HTML,
    "code_block": Odd.CODE,
    "fence": Odd.CODE,
    "table": Odd.TABLE,
    "hr": Odd.RULE,
    "ordered_list": Odd.NUMBERED,
}


@functools.lru_cache(maxsize=128)
def parse_document(text: str, path: str, language: str) -> Document:
    """Read a card file; of a folder that is looked at again, only the files that have changed.

    Args:
        text: The whole file; any line ends.
        path: The file's name for findings.
        language: The code of its language.
    """
    return _Parser(path, language).parse(re.sub(r"\r\n?", "\n", text).split("\n"))


class _Parser:
    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language
        self._odd: list[Oddity] = []
        self._cards: list[WrittenCard] = []
        self._checks: list[WrittenCheck] = []
        self._asks: list[WrittenAsk] = []
        self._take_home: WrittenTakeHome | None = None

    def parse(self, lines: list[str]) -> Document:
        front, skip = read_front(lines, self._odd)
        heading: Node | None = None
        body: list[Node] = []
        for node in read_blocks(lines, skip):
            if node.kind == "heading" and node.level == SECTION_LEVEL:
                self._section(heading, body)
                heading, body = node, []
            else:
                body.append(node)
        self._section(heading, body)
        return Document(
            self._path,
            self._language,
            front,
            tuple(self._cards),
            tuple(self._checks),
            tuple(self._asks),
            self._take_home,
            tuple(sorted(self._odd, key=lambda odd: (odd.at, odd.kind))),
        )

    def _section(self, heading: Node | None, body: list[Node]) -> None:
        if heading is None:
            for node in body:
                self._stray(node)
            return
        if heading.markup != "##":
            self._odd.append(Oddity(Odd.HEADING, heading.at))
        inline = heading.inline or Inline("", heading.at.line, ())
        if inline.raw.startswith("?"):
            self._check(inline, body)
        elif mark := _TAKE_HOME.match(inline.raw):
            self._remember(inline.part(mark.end()), body)
        elif not _ID.search(inline.raw) and _are_asks(body):
            self._ask(body)
        else:
            self._card(inline, body)

    # --- cards ---

    def _card(self, heading: Inline, body: list[Node]) -> None:
        title, name = self._named(heading)
        found: list[WrittenPicture] = []
        blocks: list[WrittenBlock] = []
        spoken: Written | None = None
        for node in body:
            rest = node
            if node.kind == "paragraph" and node.inline:
                images, text = leading_pictures(node.inline)
                found.extend(images)
                rest = replace(node, inline=text)
            block = self._block(rest)
            if block is None:
                continue
            if block.kind != SPOKEN:
                blocks.append(block)
            elif spoken is None:
                spoken = block.texts[0]
            else:
                self._odd.append(Oddity(Odd.STRAY, block.texts[0].at, block.texts[0].text))
        self._cards.append(WrittenCard(name, title, tuple(found), tuple(blocks), spoken))

    def _block(self, node: Node) -> WrittenBlock | None:
        if node.kind == "paragraph":
            if node.inline is None:
                return None
            return WrittenBlock("paragraph", (self._text(node.inline),))
        if node.kind == "bullet_list":
            items = [self._item(item) for item in node.children]
            return WrittenBlock("bullets", tuple(self._text(i) for i in items if i is not None))
        if node.kind == "blockquote":
            return self._call_out(node)
        self._stray(node)
        return None

    def _call_out(self, node: Node) -> WrittenBlock | None:
        inline = node.children[0].inline if node.children else None
        if inline is None:
            self._odd.append(Oddity(Odd.CALL_OUT, node.at))
            return None
        for extra in node.children[1:]:
            self._odd.append(Oddity(Odd.NESTED, extra.at))
        mark = _CALL_OUT.match(inline.raw)
        kind = mark[1] if mark else ""
        if mark is None or kind not in CALL_OUTS:
            self._odd.append(Oddity(Odd.CALL_OUT, inline.at(), kind))
            return None
        return WrittenBlock(kind, (self._text(inline.part(mark.end())),))

    # --- check questions, questions to ask, what to remember ---

    def _check(self, heading: Inline, body: list[Node]) -> None:
        prompt, name = self._named(heading.part(len(heading.raw) - len(heading.raw[1:].lstrip())))
        choices: list[WrittenChoice] = []
        for node in body:
            if node.kind != "bullet_list":
                self._stray(node)
                continue
            choices.extend(c for item in node.children if (c := self._choice(item)) is not None)
        self._checks.append(WrittenCheck(name, prompt, tuple(choices)))

    def _choice(self, item: Node) -> WrittenChoice | None:
        first = item.children[0].inline if item.children else None
        box = _BOX.match(first.raw) if first else None
        if first is None or box is None or box[1] == "":
            self._odd.append(Oddity(Odd.MARK, item.at))
            return None
        line_end = first.raw.find("\n")
        end = len(first.raw) if line_end < 0 else line_end
        text, name = self._named(first.part(box.end(), max(end, box.end())))
        told = [self._explained(first.part(end + 1))] if line_end >= 0 else []
        for node in item.children[1:]:
            if node.kind == "paragraph" and node.inline:
                told.append(self._text(node.inline))
            else:
                self._stray(node)
        whole = joined("\n".join(part.text for part in told))
        explanation = Written(whole, told[0].at if told else text.at)
        return WrittenChoice(name, text, box[1] in "xX", explanation)

    def _explained(self, inline: Inline) -> Written:
        indent = len(inline.raw) - len(inline.raw.lstrip())
        return Written(plain(inline, self._odd), inline.at(indent))

    def _ask(self, body: list[Node]) -> None:
        for inline in self._items(body):
            text, name = self._named(inline)
            self._asks.append(WrittenAsk(name, text))

    def _remember(self, heading: Inline, body: list[Node]) -> None:
        section = WrittenTakeHome(
            self._text(heading), tuple(self._text(inline) for inline in self._items(body))
        )
        if self._take_home is None:
            self._take_home = section
        else:
            self._odd.append(Oddity(Odd.STRAY, section.title.at, section.title.text))

    # --- parts ---

    def _named(self, inline: Inline) -> tuple[Written, str]:
        """The text before `{#id}` and the id; an oddity where it is missing or malformed."""
        match = _ID.search(inline.raw)
        if match is None:
            self._odd.append(Oddity(Odd.NO_ID, inline.at(), joined(inline.raw)))
            return self._text(inline), ""
        if not _GOOD_ID.fullmatch(match[1]):
            at = inline.at(inline.raw.index("{#", match.start()))
            self._odd.append(Oddity(Odd.BAD_ID, at, match[1]))
        return self._text(inline.part(0, match.start())), match[1]

    def _items(self, body: list[Node]) -> Iterator[Inline]:
        """The list items of a section that holds nothing else."""
        for node in body:
            if node.kind != "bullet_list":
                self._stray(node)
                continue
            for item in node.children:
                inline = self._item(item)
                if inline is not None:
                    yield inline

    def _item(self, item: Node) -> Inline | None:
        """The text of a list item that holds nothing else."""
        for extra in item.children[1:]:
            self._odd.append(Oddity(Odd.NESTED, extra.at))
        first = item.children[0] if item.children else None
        if first is None or first.inline is None or first.kind != "paragraph":
            self._odd.append(Oddity(Odd.NESTED, (first or item).at))
            return None
        return first.inline

    def _text(self, inline: Inline) -> Written:
        stray = _ANY_ID.search(inline.raw)
        if stray:
            self._odd.append(Oddity(Odd.STRAY_ID, inline.at(stray.start()), stray.group()))
        if _BOX.match(inline.raw):
            self._odd.append(Oddity(Odd.STRAY, inline.at(), inline.raw))
        return Written(plain(inline, self._odd), inline.at())

    def _stray(self, node: Node) -> None:
        """Keep a block that does not belong where it stands."""
        if node.kind == "heading":
            self._odd.append(Oddity(Odd.HEADING, node.at))
        else:
            kind = _ODD_BLOCKS.get(node.kind, Odd.STRAY)
            what = node.inline.raw if node.inline else ""
            self._odd.append(Oddity(kind, node.at, joined(what)))


def _are_asks(body: list[Node]) -> bool:
    """Whether a section lists questions to ask: its items carry ids and no boxes."""
    texts = [
        item.children[0].inline.raw
        for node in body
        if node.kind == "bullet_list"
        for item in node.children
        if item.children and item.children[0].inline
    ]
    return any(_ID.search(text) and not _BOX.match(text) for text in texts)
