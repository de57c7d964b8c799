"""The styles and icons that are shipped."""

from __future__ import annotations

import importlib.util
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from land_renewal.core.common.columns import DEFICIENCY_RESULT, FATES

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "resources" / "styles"
ICONS = ROOT / "resources" / "icons"
GEOMETRY = {"flows": "LineString", "enterprises": "Point", "unmatched": "Point"}
FIELDS = (
    "field=area_m2:double&field=fate:string&field=deficiency:string&field=level:string&field=block_kind:string"
    "&field=rigid_share:double&field=encroaching:integer&field=priority:string&field=reclaim:integer"
    "&field=urban_rural:string&field=received_m2:double&field=capacity_m2:double&field=park:string&field=park_id:string"
    "&field=eco_score:double"
)
DEFICIENCIES = DEFICIENCY_RESULT[0].choices
COLOURS = {
    "retain": "#d9d9d9",
    "renew": "#e69f00",
    "merge": "#0072b2",
    "relocate": "#d55e00",
    "reclaim": "#009e73",
    "reserve": "#cc79a7",
}

pytestmark = pytest.mark.usefixtures("qgis_app")


def styled_layer(name: str):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{GEOMETRY.get(name, 'Polygon')}?{FIELDS}", name, "memory")
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    assert loaded, message
    return layer


def legend_keys(layer, **values) -> set[str]:
    """The classes in which the renderer of a layer draws one feature."""
    from qgis.core import QgsFeature, QgsRenderContext

    feature = QgsFeature(layer.fields())
    for column, value in values.items():
        feature.setAttribute(column, value)
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return keys - {"root"}


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_style_loads_and_is_portable(path):
    text = path.read_text(encoding="utf-8")
    assert len(text) < 50_000
    assert not re.search(r'"(/\w|[A-Z]:[/\\]|file:|https?:)', text.replace("http://mrcc.com/qgis.dtd", ""))
    layer = styled_layer(path.stem)
    items = layer.renderer().legendSymbolItems()
    assert items
    assert all(item.label() or path.stem == "unmatched" for item in items)


@pytest.mark.parametrize(
    ("style", "column", "values"),
    [
        ("scenario", "fate", FATES),
        ("parcels", "deficiency", DEFICIENCIES),
        ("deficiency", "deficiency", DEFICIENCIES),
        ("enterprises", "deficiency", DEFICIENCIES),
        ("standardised", "urban_rural", ("urban", "rural")),
    ],
)
def test_every_value_has_its_own_class_and_null_is_drawn(style, column, values):
    layer = styled_layer(style)
    drawn = [legend_keys(layer, **{column: value}) for value in (*values, None)]
    assert all(len(keys) == 1 for keys in drawn)
    assert len(set.union(*drawn)) == len(values) + 1


@pytest.mark.parametrize(
    ("style", "values", "key"),
    [
        ("levels", {"level": "base"}, "base"),
        ("levels", {"level": "community"}, "community"),
        ("levels", {"level": "block", "block_kind": "cluster"}, "cluster"),
        ("levels", {"level": "block", "block_kind": "scattered"}, "scattered"),
        ("levels", {"level": "block"}, "else"),
        ("levels", {}, "else"),
        ("controllines", {}, "else"),
        ("controllines", {"rigid_share": 0.0, "encroaching": 0}, "none"),
        ("controllines", {"rigid_share": 0.0005, "encroaching": 0}, "none"),
        ("controllines", {"rigid_share": 0.2, "encroaching": 1}, "part"),
        ("controllines", {"rigid_share": 0.2}, "part"),
        ("controllines", {"rigid_share": 0.5, "encroaching": 1}, "part"),
        ("controllines", {"rigid_share": 0.51, "encroaching": 1}, "most"),
        ("guidance", {"priority": "high", "reclaim": 1}, "reclaim"),
        ("guidance", {"priority": "high", "reclaim": 0}, "high"),
        ("guidance", {"priority": "medium"}, "medium"),
        ("guidance", {"priority": "low"}, "low"),
        ("guidance", {}, "else"),
        ("receivers", {}, "else"),
        ("receivers", {"received_m2": 0.0}, "else"),
        ("receivers", {"received_m2": 1.0}, "little"),
        ("receivers", {"received_m2": 50_000.0}, "little"),
        ("receivers", {"received_m2": 200_000.0}, "some"),
        ("receivers", {"received_m2": 500_000.0}, "much"),
        ("receivers", {"received_m2": 500_001.0}, "most"),
        ("flows", {}, "else"),
        ("flows", {"area_m2": 10_001.0}, "little"),
        ("flows", {"area_m2": 6e5}, "most"),
        ("performance_eco", {"eco_score": 0.81}, "fifth"),
        ("performance_eco", {"eco_score": 0.2}, "first"),
        ("performance_eco", {}, "else"),
        ("parks", {"level": "block"}, "block"),
        ("parks", {}, "else"),
    ],
)
def test_rules_put_a_feature_into_one_class(style, values, key):
    assert legend_keys(styled_layer(style), **values) == {key}


def test_receivers_are_labelled_with_land_received_of_room():
    from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature

    layer = styled_layer("receivers")
    feature = QgsFeature(layer.fields())
    for column, value in {"park": "城西", "received_m2": 123_400.0, "capacity_m2": 400_000.0}.items():
        feature.setAttribute(column, value)
    context = QgsExpressionContext()
    context.setFeature(feature)
    labels = {key: layer.labeling().settings(key).fieldName for key in ("takes", "idle", "full")}
    texts = {key: QgsExpression(label).evaluate(context) for key, label in labels.items()}
    assert texts == {
        "takes": "城西\ntakes 12.3 of 40.0 ha", "idle": "城西\nroom for 40.0 ha", "full": "城西\nno room",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("received", "capacity", "label"),
    [(5e4, 1e5, "takes"), (0.0, 1e5, "idle"), (None, 600.0, "idle"), (0.0, 0.0, "full"),
     (None, 400.0, "full"), (None, None, "idle")],
)  # fmt: skip
def test_one_label_a_receiver_and_no_room_is_not_said_of_what_is_not_known(received, capacity, label):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature

    layer = styled_layer("receivers")
    feature = QgsFeature(layer.fields())
    feature.setAttribute("received_m2", received)
    feature.setAttribute("capacity_m2", capacity)
    context = QgsExpressionContext()
    context.setFeature(feature)
    rules = layer.labeling().rootRule().children()
    met = [rule for rule in rules if rule.filterExpression() != "ELSE"]
    taken = [rule.ruleKey() for rule in met if QgsExpression(rule.filterExpression()).evaluate(context)]
    assert (taken or [rule.ruleKey() for rule in rules if rule not in met]) == [label]


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_legends_fit_beside_the_map(path):
    """At the width that the layer tree has at first, some 35 letters are seen."""
    layer = styled_layer(path.stem)
    assert all(len(item.label()) <= 35 for item in layer.renderer().legendSymbolItems())


def test_the_legend_of_a_score_says_of_what():
    texts = {}
    for path in STYLES.glob("performance_*.qml"):
        layer = styled_layer(path.stem)
        first, *classes = layer.renderer().legendSymbolItems()
        assert first.symbol() is None and {item.level() for item in classes} == {first.level()}
        texts[path.stem] = first.label()
    assert len(set(texts.values())) == len(texts) == 5
    assert texts["performance_eco"] == "Eco-efficiency"


def fate_colours() -> dict[str, str]:
    layer = styled_layer("scenario")
    return {c.value(): c.symbol().color().name() for c in layer.renderer().categories() if c.value()}


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear sRGB."""
    matrix = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = (f(v) for v in np.array(matrix) @ rgb / [0.9505, 1.0, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def f(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


# Machado, Oliveira and Fernandes 2009, full severity.
SIGHT = {
    "usual": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@pytest.mark.parametrize("sight", SIGHT)
def test_fates_stay_apart_for_colour_blind_readers(sight):
    assert fate_colours() == COLOURS
    seen = {}
    for fate, name in COLOURS.items():
        srgb = np.array([int(name[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
        seen[fate] = lab(np.clip(np.array(SIGHT[sight]) @ linear, 0, 1))
    nearest = min((np.linalg.norm(seen[a] - seen[b]), a, b) for a, b in combinations(seen, 2))
    assert nearest[0] > 15, nearest


def test_styles_are_what_the_script_writes(tmp_path, monkeypatch):
    from qgis.core import Qgis

    if Qgis.QGIS_VERSION_INT >= 32300:
        pytest.skip("the styles are written by QGIS 3.22")
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("make_styles", ROOT / "scripts" / "make_styles.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    written = {path.name: path.read_bytes() for path in script.write_styles(tmp_path)}
    assert written == {path.name: path.read_bytes() for path in STYLES.glob("*.qml")}


@pytest.mark.parametrize(
    "name",
    "standardiseparcels controllines classifylevels identifydeficiency assignguidance buildscenarios study "
    "sampledistrict landrenewal".split(),
)
def test_icon_is_of_the_family(name):
    from qgis.PyQt.QtCore import QRectF
    from qgis.PyQt.QtGui import QColor, QImage, QPainter
    from qgis.PyQt.QtSvg import QSvgRenderer

    path = ICONS / f"{name}.svg"
    picture = QSvgRenderer(str(path))
    assert picture.isValid()
    assert picture.viewBoxF() == QRectF(0, 0, 24, 24)
    text = path.read_text(encoding="utf-8")
    assert set(re.findall("#[0-9a-f]+", text)) <= {
        *("#2b2b2b", "#fff", "#56b4e9", "#0072b2", "#e69f00", "#009e73", "#d55e00", "#f0e442", "#bbccee")
    }
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    picture.render(painter)
    painter.end()
    inked = sum(image.pixelColor(x, y) != QColor("white") for x in range(24) for y in range(24))
    assert 100 < inked < 500
