"""Layers of a result as they are shown: which are seen together, and in which language."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

WAIT = 60_000


@pytest.fixture
def shown(session, iface, project, qtbot):
    """The session with all its layers in the project."""
    from land_renewal.ui.layers import LayerLoader

    loader = LayerLoader(session)
    with qtbot.waitSignal(loader.done, timeout=WAIT):
        loader.load()
    return session


def test_names_of_parks_are_written_once(shown, iface, project):
    from land_renewal.ui.layers import show_layer

    root = project.layerTreeRoot()
    parks, areas, parcels = (shown.layer(table) for table in ("parks", "performance", "parcels"))

    def seen(layer):
        return root.findLayer(layer.id()).isVisible()

    show_layer(iface, parcels)
    assert (seen(parcels), seen(parks), seen(areas)) == (True, True, False)
    show_layer(iface, areas)
    # Colours of parcels would be read as those of parks.
    assert (seen(parcels), seen(parks), seen(areas)) == (False, False, True)
    show_layer(iface, parcels)
    assert (seen(parcels), seen(parks), seen(areas)) == (True, True, False)
    # What the user hides stays hidden.
    root.findLayer(parks.id()).setItemVisibilityChecked(False)
    show_layer(iface, parcels)
    assert not seen(parks)
    show_layer(iface, parks)
    assert seen(parks) and not seen(areas)


def test_legends_of_the_parcels_come_in_the_language_of_the_texts(shown, project):
    from land_renewal.processing.translation import speaking, translation_file
    from land_renewal.ui.layers import use_style

    assert translation_file("zh") is not None, "the translation is not compiled: run make setup"
    parcels = shown.layer("parcels")
    with speaking("zh"):
        use_style(parcels, "guidance")
    labels = [item.label() for item in parcels.renderer().legendSymbolItems()]
    assert len(labels) > 3 and all(label and not label.isascii() for label in labels)


def test_the_whole_district_is_seen_on_maps_smaller_than_the_main_one(shown, iface, qtbot):
    from land_renewal.ui.scenario_side import SideBySide

    main, layer = iface.mapCanvas(), shown.layer("parcels")
    main.setDestinationCrs(layer.crs())
    iface.window.resize(1600, 1000)
    side = SideBySide(iface, shown, ["large_concentration", "small_clustering"])
    qtbot.addWidget(side)
    side.resize(700, 420)
    side.show()
    qtbot.wait(100)
    side.show_whole()
    qtbot.wait(100)
    for canvas in side.canvases.values():
        assert main.width() > 2 * canvas.width()
        assert canvas.extent().contains(canvas.mapSettings().layerToMapCoordinates(layer, layer.extent()))
        assert canvas.scale() == pytest.approx(main.scale(), rel=1e-3)
