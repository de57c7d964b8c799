"""A page of its own: one HTML file without scripts or links to elsewhere. Text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import Template

from .page_texts import known

_IDS = re.compile(r'(\bid="|href="#|url\(#)')
_SVG_HEAD = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_SVG_DATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_SVG_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')
_SVG_TAG = re.compile(r"<svg\b[^>]*>")


_PAGE = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
@page { size: A4 landscape; margin: 12mm; }
body { max-width: 80em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; line-height: 1.5;
  font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6em; margin-bottom: .3em; }
h2 { font-size: 1.2em; margin: 2em 0 .5em; border-bottom: 1px solid #999; page-break-after: avoid; }
h3 { font-size: 1.05em; margin: 1.8em 0 .2em; page-break-after: avoid; }
nav a { margin-right: 1.2em; } a { color: #1f4e79; }
p { margin: .4em 0; } .note, small { color: #555; } .note { font-size: .9em; } small { font-weight: normal; }
table { border-collapse: collapse; width: 100%; font-size: .86em; }
th, td { text-align: left; vertical-align: top; padding: .3em .7em .3em 0; border-bottom: 1px solid #ddd; }
thead th { font-weight: 600; color: #555; border-bottom: 1px solid #999; } tbody th { font-weight: normal; }
tr { page-break-inside: avoid; } thead { display: table-header-group; }
tr.group th { font-weight: 600; padding-top: .7em; } .unknown { color: #555; font-style: normal; }
.wide { overflow-x: auto; } .picture { margin: .6em 0; page-break-inside: avoid; }
.sign { font-family: Arial, "DejaVu Sans", sans-serif; letter-spacing: .06em; font-weight: 600; }
.picture svg { width: 100%; height: auto; display: block; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } nav { display: none; }
  a { color: inherit; text-decoration: none; } .wide { overflow: visible; }
  section { page-break-before: auto; } }
$style
</style>
</head>
<body>
<h1>$title</h1>
$lead
<nav aria-label="$contents">$links</nav>
$sections
</body>
</html>
""")


def assemble(
    title: str, lead: str, parts: Mapping[str, str], words: Mapping[str, str], lang: str, style: str = ""
) -> str:
    """The page around its sections; empty sections are left out, also from the contents.

    ``lead`` and ``parts`` (id: section) are HTML; ``words`` holds the heading of each id and "contents";
    ``style`` is more CSS.
    """
    parts = {name: html for name, html in parts.items() if html}
    sections = [f"{tag('h2', text(words[name]), id=name)}\n{html}" for name, html in parts.items()]
    return _PAGE.substitute(
        lang=lang,
        title=text(title),
        style=style,
        lead=lead,
        contents=text(words["contents"]),
        links="".join(tag("a", text(words[name]), href=f"#{name}") for name in parts),
        sections="\n".join(sections),
    )


def tag(name: str, html: str, **attributes: object) -> str:
    """An element around HTML; attributes are escaped, ``cls`` is the class, None is left out.

    >>> tag("td", "1 &lt; 2", cls="n", colspan=2)
    '<td class="n" colspan="2">1 &lt; 2</td>'
    """
    written = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{html}</{name}>"


def text(value: object) -> str:
    """A value as escaped text; nothing when it is missing."""
    return escape(str(value)) if known(value) else ""


def paragraph(value: str, cls: str | None = None) -> str:
    return tag("p", text(value), cls=cls) if value else ""


def bullets(values: Iterable[object], cls: str | None = None) -> str:
    inside = "".join(tag("li", text(value)) for value in values if known(value))
    return tag("ul", inside, cls=cls) if inside else ""


def table(heads: Sequence[str], rows: Iterable[str], cls: str | None = None) -> str:
    """A table; ``heads`` are texts, ``rows`` are HTML rows."""
    head = tag("tr", "".join(tag("th", text(name), scope="col") for name in heads))
    return f"{tag('table', f'<thead>{head}</thead><tbody>{chr(10).join(rows)}</tbody>', cls=cls)}"


def cells(*htmls: str, first: bool = True) -> str:
    """One row of HTML cells; the first is the row's heading."""
    made = [
        tag("th", html, scope="row") if first and not column else tag("td", html)
        for column, html in enumerate(htmls)
    ]
    return tag("tr", "".join(made))


def inline_svg(svg: str, prefix: str, label: str) -> str:
    """A picture as part of the page: without a head of its own, its ids unlike those of other pictures.

    >>> inline_svg('<?xml version="1.0"?><svg width="9pt" height="9pt"><g id="a"/></svg>', "p1", "A")
    '<svg role="img" aria-label="A"><g id="p1-a"/></svg>'
    """
    svg = _SVG_DATA.sub("", _SVG_HEAD.sub("", svg, count=1))
    svg = _IDS.sub(lambda found: f"{found.group(0)}{prefix}-", svg)
    opening = _SVG_TAG.match(svg)
    if opening is None:
        return ""
    named = f'<svg role="img" aria-label="{escape(label)}"' + _SVG_SIZE.sub("", opening.group(0))[4:]
    return named + re.sub(r">\s+<", "><", svg[opening.end() :]).strip()
