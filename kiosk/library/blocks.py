"""Markdown text as a small tree of blocks that know their place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from kiosk.library.document import Odd, Oddity, WrittenPicture
from kiosk.library.finding import At

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_TEXT: Final = 2_000
"""Characters of a text that markup is looked for in; no card has room for more."""

_MAY_BE_MARKUP: Final = re.compile(r"[*_`<\[\]&\\~]|://|www\.")
_BARE_LINK: Final = re.compile(r"\bhttps?://|\bwww\.", re.IGNORECASE)
_PLAIN_PICTURE: Final = re.compile(r"!\[([^\[\]\\\n]*)\]\(([\w.-]+)\)")
_WIDE: Final = re.compile("[⺀-鿿豈-﫿＀-￯]")
_ODD_INLINE: Final = {
    "code_inline": Odd.CODE,
    "em_open": Odd.EMPHASIS,
    "strong_open": Odd.EMPHASIS,
    "s_open": Odd.EMPHASIS,
    "link_open": Odd.LINK,
    "html_inline": Odd.HTML,
    "image": Odd.PICTURE,
}
_WRITTEN_AS: Final = {"link_open": ("[", "<"), "image": ("![",), "code_inline": ("`",)}


@dataclass(frozen=True, slots=True)
class Inline:
    """Text within a block, `begin` to `end` of what stands there, markup and all."""

    content: str
    first_line: int
    source: Sequence[str] = field(repr=False)
    begin: int = 0
    end: int | None = None

    @property
    def raw(self) -> str:
        """The text with its markup."""
        return self.content[self.begin : self.end]

    def part(self, begin: int, end: int | None = None) -> Inline:
        """A part of this text; both count within it."""
        stop = self.end if end is None else self.begin + end
        return Inline(self.content, self.first_line, self.source, self.begin + begin, stop)

    def at(self, offset: int = 0) -> At:
        """Where the character at `offset` stands in the file."""
        before = self.content[: self.begin + offset]
        down = before.count("\n")
        number = self.first_line + down
        written = self.content.split("\n")[down]
        line = self.source[number - 1] if number <= len(self.source) else ""
        return At(number, max(0, line.find(written)) + len(before) - before.rfind("\n"))


@dataclass(frozen=True, slots=True)
class Node:
    """A block: `kind` is markdown-it's name for it, `level` that of a heading."""

    kind: str
    at: At
    level: int = 0
    markup: str = ""
    inline: Inline | None = None
    children: tuple[Node, ...] = ()


def read_blocks(lines: Sequence[str], skip: int) -> tuple[Node, ...]:
    """The blocks of a text.

    Args:
        lines: All lines of the file.
        skip: How many of them, the front matter, are not Markdown.
    """
    tokens = _markdown().parse("\n".join(lines[skip:]))
    return tuple(_nodes(iter(tokens), lines, skip))


def plain(inline: Inline, odd: list[Oddity]) -> str:
    """The text without markup, on one line; markup found on the way is added to `odd`."""
    if not _MAY_BE_MARKUP.search(inline.raw):
        return joined(inline.raw)
    if len(inline.raw) > LONGEST_TEXT:
        odd.append(Oddity(Odd.LONG, inline.at()))
        return joined(inline.raw)
    bare = _BARE_LINK.search(inline.raw)
    if bare:
        odd.append(Oddity(Odd.LINK, inline.at(bare.start()), bare.group()))
    parts: list[str] = []
    cursor = 0
    for token in _tokens(inline.raw):
        cursor = _next(inline.raw, token, cursor)
        kind = _ODD_INLINE.get(token.type)
        if kind is not None:
            odd.append(Oddity(kind, inline.at(cursor), token.content))
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type != "image":
            parts.append(token.content)
    return joined("".join(parts))


def leading_pictures(inline: Inline) -> tuple[list[WrittenPicture], Inline | None]:
    """The pictures in the first lines of a paragraph, and the text below them if there is any."""
    found: list[WrittenPicture] = []
    while inline.raw.startswith("!["):
        line = inline.raw.partition("\n")[0]
        images = _pictures(inline.part(0, len(line)))
        if images is None:
            break
        found.extend(images)
        if len(line) == len(inline.raw):
            return found, None
        inline = inline.part(len(line) + 1)
    return found, inline


def joined(text: str) -> str:
    """Lines made into one; scripts written without spaces are joined without one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = lines[0] if lines else ""
    for line in lines[1:]:
        wide = _WIDE.match(whole[-1]) and _WIDE.match(line[0])
        whole += line if wide else f" {line}"
    return whole


@cache
def _markdown() -> MarkdownIt:
    """The parser; text within blocks is parsed by `plain`, where it may hold markup."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser.disable("reference")


def _tokens(text: str) -> list[Token]:
    parser = _markdown()
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {}, tokens)
    return tokens


def _pictures(inline: Inline) -> list[WrittenPicture] | None:
    """The pictures of a line that holds nothing else; None when it holds text."""
    if usual := _PLAIN_PICTURE.fullmatch(inline.raw):
        return [WrittenPicture(usual[2], usual[1].strip(), inline.at())]
    if len(inline.raw) > LONGEST_TEXT:
        return None
    found: list[WrittenPicture] = []
    cursor = 0
    for token in _tokens(inline.raw):
        cursor = _next(inline.raw, token, cursor)
        if token.type == "image":
            file = str(token.attrs.get("src", ""))
            found.append(WrittenPicture(file, joined(token.content), inline.at(cursor)))
        elif token.content.strip():
            return None
    return found


def _next(raw: str, token: Token, cursor: int) -> int:
    """Where a token stands, looked for from the one before it."""
    signs = _WRITTEN_AS.get(token.type, (token.content or token.markup,))
    found = [at for sign in signs if sign and (at := raw.find(sign, cursor)) >= 0]
    return min(found, default=cursor)


def _nodes(tokens: Iterator[Token], lines: Sequence[str], skip: int) -> Iterator[Node]:
    """The nodes up to the end of the block that is open."""
    for token in tokens:
        if token.nesting < 0:
            return
        first = (token.map[0] if token.map else 0) + skip + 1
        if token.type == "inline":
            inline = Inline(token.content, first, lines)
            yield Node("inline", inline.at(), inline=inline)
            continue
        line = lines[first - 1] if first <= len(lines) else ""
        at = At(first, len(line) - len(line.lstrip()) + 1)
        children = tuple(_nodes(tokens, lines, skip)) if token.nesting > 0 else ()
        text = children[0].inline if children and children[0].kind == "inline" else None
        kind = token.type.removesuffix("_open")
        level = int(token.tag[1]) if kind == "heading" else 0
        yield Node(kind, at, level, token.markup, text, children)
