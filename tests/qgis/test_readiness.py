"""The readiness report through QGIS: as a table, as a page, as a layer of the study."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from land_renewal.core.readiness.readiness import COLUMNS, load_catalogue

ITEMS = [item["id"] for item in load_catalogue()["items"]]
FIRMS = "甲厂,500,A1\n乙厂,,A2\n丙厂,20,A3\n丁厂,0,A4\n"


class Page(HTMLParser):
    """Refuses a page whose tags do not close in order; keeps its words."""

    def __init__(self, text):
        super().__init__()
        self.open, self.words, self.tags = [], [], set()
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "x", "ogr")
    names = layer.fields().names()
    return {row["item"]: row for row in (dict(zip(names, f.attributes())) for f in layer.getFeatures())}


def test_parcels_alone_are_reported_as_table_and_page(district, tmp_path):
    page = tmp_path / "ready.html"
    outputs = processing.run(
        "landrenewal:standardiseparcels",
        {**district.only("PARCELS"), "OUTPUT": "memory:", "READINESS": "memory:", "REPORT": str(page)},
    )
    found = rows(outputs["READINESS"])
    assert list(found) == ITEMS and list(found["green"]) == list(COLUMNS)
    assert found["blocks"]["status"] == "ready"
    assert found["redline"]["status"] == found["levels"]["status"] == "not possible"
    assert "REDLINE" in found["redline"]["missing"]
    assert outputs["REPORT"] == str(page)
    words = " ".join(Page(page.read_text(encoding="utf-8")).words)
    assert "What the data are enough for" in words and "district.gpkg" in words and "400" in words


def test_nothing_is_reported_unless_asked_for(district, feedback):
    outputs = processing.run(
        "landrenewal:standardiseparcels", {**district.only("PARCELS"), "OUTPUT": "memory:"}, feedback=feedback
    )
    assert not {"READINESS", "REPORT"} & set(outputs)
    assert not any("Readiness" in text for text in feedback.stages)


def test_enterprises_alone_are_counted_by_firms(qgis_app, tmp_path):
    sheet, page = tmp_path / "firms.csv", tmp_path / "firms.html"
    sheet.write_text("name,output,ent_id\n" + FIRMS, encoding="utf-8")
    outputs = processing.run(
        "landrenewal:standardiseenterprises",
        {"ENTERPRISES": str(sheet), "OUTPUT": "memory:", "READINESS": "memory:", "REPORT": str(page)},
    )
    found = rows(outputs["READINESS"])
    # 0 is "not surveyed": two of the four outputs are known. Without a place there is no output per land.
    assert "known for 50 % of firms" in found["output_per_land"]["missing"]
    assert found["output_per_land"]["status"] == "not possible"
    assert "scenario" not in {row["group"] for row in found.values()}
    assert "Only enterprises were given" in page.read_text(encoding="utf-8")


def test_the_study_keeps_the_table_and_writes_the_page_again_from_it(district, result, tmp_path):
    stored = rows(f"{result.path}|layername=readiness")
    assert list(stored) == ITEMS
    assert stored["redline"]["status"] == "ready" and stored["redline"]["share_of_area"] == 1
    path, page = tmp_path / "again.gpkg", tmp_path / "page.html"
    path.write_bytes(result.path.read_bytes())
    processing.run("landrenewal:study", {**district.inputs, "OUTPUT": str(path), "REPORT": str(page)})
    again = page.read_text(encoding="utf-8")
    fresh = tmp_path / "fresh.html"
    processing.run(
        "landrenewal:study",
        {**district.inputs, "OUTPUT": str(tmp_path / "fresh.gpkg"), "REPORT": str(fresh)},
    )
    assert again == fresh.read_text(encoding="utf-8")
    words = Page(again)
    assert not {"script", "img", "link", "a"} & words.tags


def test_the_page_comes_in_chinese(district, tmp_path):
    page = tmp_path / "zh.html"
    processing.run(
        "landrenewal:standardiseparcels",
        {**district.only("PARCELS"), "OUTPUT": "memory:", "REPORT": str(page), "LANGUAGE": "zh"},
    )
    text = page.read_text(encoding="utf-8")
    assert (
        '<html lang="zh-Hans">' in text
        and "生态保护红线（REDLINE）" in text
        and "partly" not in Page(text).words
    )


def test_a_page_that_cannot_be_written_is_one_sentence(district, tmp_path):
    with pytest.raises(QgsProcessingException, match="The report cannot be written to"):
        processing.run(
            "landrenewal:standardiseparcels",
            {**district.only("PARCELS"), "OUTPUT": "memory:", "REPORT": str(tmp_path)},
        )
