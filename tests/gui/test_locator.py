"""The locator: searched in a thread by QGIS's own locator, and what a click shows."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

WAIT = 300_000


@pytest.fixture
def search(qtbot, session, iface):
    """Search as the locator bar does: [(text, description, result)]."""
    from qgis.core import QgsLocator, QgsLocatorContext, QgsLocatorResult

    from land_renewal.ui import locator

    locator.register(iface, session)
    (made,) = iface.locators
    bar = QgsLocator()
    bar.registerFilter(made)

    def run(text):
        found = []

        def keep(result):
            found.append(QgsLocatorResult(result))

        bar.foundResult.connect(keep)
        with qtbot.waitSignal(bar.finished, timeout=WAIT):
            bar.fetchResults(text, QgsLocatorContext())
        qtbot.wait(10)
        bar.foundResult.disconnect(keep)
        return [(result.displayString, result.description, result) for result in found]

    run.filter = made
    yield run
    bar.deregisterFilter(made)
    iface.locators.append(made) if made not in iface.locators else None
    locator.unregister()
    assert iface.locators == []


def first(session, table):
    return session.rows(table)[0]


def test_parcels_parks_and_firms_are_found_by_id_and_name(search, session):
    parcel, park, firm = (first(session, table) for table in ("parcels", "parks", "enterprises"))
    for text, kind in ((parcel["parcel_id"], "Parcel"), (park["park"], "Park"), (firm["name"], "Enterprise")):
        (best, *_) = sorted(search(text), key=lambda found: -found[2].score)
        assert text in best[0] and best[2].score == 1.0
        assert any(found[2].group == kind for found in search(text))


def test_with_the_prefix_one_sign_is_enough(search):
    assert search("P") == []
    found = search("land P")
    assert found
    assert {result.group for _, _, result in found} <= {"Parcel", "Park", "Enterprise"}
    assert len(found) <= 36


def test_a_click_shows_it_on_the_map(search, session, iface, project):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{session.path}|layername=parcels", "parcels", "ogr")
    project.addMapLayer(layer)
    iface.canvas.setDestinationCrs(layer.crs())
    wanted = list(layer.getFeatures())[7]
    text = wanted["parcel_id"]
    (result,) = [
        found[2] for found in search(f"land {text}") if found[0].endswith(f"({text})") or found[0] == text
    ]
    search.filter.triggerResult(result)
    assert iface.canvas.extent().contains(wanted.geometry().boundingBox())
    assert iface.canvas.extent().width() < 20 * max(300, wanted.geometry().boundingBox().width())


def test_a_click_works_without_the_layer_in_the_project(search, session, iface):
    from qgis.core import QgsCoordinateReferenceSystem

    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    before = iface.canvas.extent()
    result = next(found[2] for found in search(f"land {first(session, 'parks')['park_id']}"))
    search.filter.triggerResult(result)
    assert iface.canvas.extent() != before
    assert iface.bar.currentItem() is None


def test_what_has_no_place_is_said(search, session, iface):
    homeless = {row["ent_id"] for row in session.rows("unmatched") if row["x"] is None}
    assert homeless
    result = next(found[2] for found in search(f"land {min(homeless)}"))
    search.filter.triggerResult(result)
    assert "no place on the map" in iface.bar.currentItem().text()


def test_another_content_is_searched_anew(search, session):
    from osgeo import ogr

    park = first(session, "parks")["park"]
    assert search(park)
    data = ogr.Open(str(session.path), update=1)
    data.ExecuteSQL("DELLAYER:parks")
    del data
    session.refresh()
    assert search(park) == []


def test_without_a_result_nothing_is_found(qtbot, empty_session, iface):
    from land_renewal.ui.locator import Index

    index = Index(empty_session)
    assert index.places(index.current()) == []


def test_fifty_thousand_parcels_give_the_first_twelve():
    from land_renewal.core.dossier.finding import find, place

    places = [place("parcel", f"P{number:06d}", f"holder {number}") for number in range(50_000)]
    assert len(find(places, "P00", 12)) == 12
