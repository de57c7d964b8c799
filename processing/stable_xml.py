"""XML of QGIS styles, written so that the same style is the same text every time."""

from __future__ import annotations

from qgis.PyQt.QtXml import QDomDocument

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


def parsed(source: str) -> QDomDocument:
    """A document from its text."""
    document = QDomDocument()
    document.setContent(source)
    return document


def text(document: QDomDocument) -> str:
    """The document, an element a line, with the attributes in order."""
    lines: list[str] = []
    write(document.documentElement(), 0, lines)
    return "\n".join(lines) + "\n"


def write(element, depth: int, lines: list[str]) -> None:
    """Write an element with its attributes in order: Qt shuffles them, which would make every run differ."""
    attributes = element.attributes()
    nodes = [attributes.item(i) for i in range(attributes.count())]
    kept = [node for node in nodes if not drawn_by_lot(node, element)]
    pairs = sorted((node.nodeName(), ordered(node.nodeValue())) for node in kept)
    inside = " ".join([element.tagName(), *(f'{name}="{escaped(value)}"' for name, value in pairs)])
    start = f"{' ' * depth}<{inside}"
    children = [child for child in kids(element) if not superfluous(child)]
    if children:
        lines.append(start + ">")
        for child in children:
            write(child, depth + 1, lines)
        lines.append(f"{' ' * depth}</{element.tagName()}>")
    else:
        content = escaped(element.text())
        lines.append(f"{start}>{content}</{element.tagName()}>" if content else start + "/>")


def ordered(value: str) -> str:
    """Bring a symbol that is kept as text in an attribute (as leader lines are) into order as well."""
    if not value.startswith("<symbol"):
        return value
    return "".join(line.strip() for line in text(parsed(value)).splitlines())


def kids(element):
    """The child elements of an element."""
    child = element.firstChildElement()
    while not child.isNull():
        yield child
        child = child.nextSiblingElement()


def drawn_by_lot(attribute, element) -> bool:
    """Whether it is the id that newer QGIS gives a layer of a symbol, another one each time."""
    return attribute.nodeName() == "id" and element.tagName() == "layer" and element.hasAttribute("class")


def superfluous(element) -> bool:
    """Whether QGIS reads the same style without it: old-style pairs, unset overrides, default unit scales,
    and the symbols of elevation profiles, whose colours it draws by lot.
    """
    if element.tagName() == "elevation":
        return True
    if element.tagName() == "data_defined_properties":
        return not element.elementsByTagName("Option").count() > 3
    return element.tagName() == "prop" or element.attribute("value") == "3x:0,0,0,0,0,0"


def escaped(value: str) -> str:
    """Text as XML attribute or content."""
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        value = value.replace(mark, entity)
    return value
