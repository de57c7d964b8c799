"""Whether a result still belongs to what is chosen: what no parameter shows."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

CHOSEN = {"PARCELS": "parcels.gpkg"}


@pytest.fixture(autouse=True)
def options(qapp):
    """The options of the plugin, as they were afterwards."""
    from land_renewal.processing.settings import Settings, load, save

    before = load()
    save(Settings())
    yield lambda **changes: save(Settings(**changes))
    save(before)


@pytest.fixture
def ran(session):
    """A session as after a study: ``ran(parameters)``."""

    def remember(parameters):
        from land_renewal.processing import settings
        from land_renewal.ui.stamps import stamp

        stamps = {name: stamp(value) for name, value in {**settings.standing(), **parameters}.items()}
        session._remember(parameters, stamps, settings.standing(), session.path)
        return session

    return remember


def changed(session, chosen):
    from land_renewal.ui.states import changes

    return changes(session, chosen)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"language": "zh"}, ("LANGUAGE",)),
        ({"rules": "nyc"}, ("RULES",)),
        ({"currency": "USD"}, ("CURRENCY",)),
        ({"area_unit": "mu"}, ()),
    ],
)
def test_options_that_stand_in_for_parameters_count(ran, options, change, named):
    session = ran(CHOSEN)
    assert changed(session, CHOSEN) == ()
    options(**change)
    assert changed(session, CHOSEN) == named
    options()
    assert changed(session, CHOSEN) == ()


def test_what_is_chosen_goes_before_the_options(ran, options):
    session = ran({**CHOSEN, "LANGUAGE": "en"})
    options(language="zh")
    assert changed(session, {**CHOSEN, "LANGUAGE": "en"}) == ()
    assert changed(session, CHOSEN) == ("LANGUAGE",), "left empty it is now Chinese"
    options(language="en")
    assert changed(session, CHOSEN) == (), "the same, whoever says it"


def test_a_project_that_does_not_know_the_options_is_not_accused(ran, options):
    session = ran(CHOSEN)
    del session._last["standing"]
    options(language="zh")
    assert changed(session, CHOSEN) == ()


def test_what_the_options_were_outlives_the_project(ran, options, project, tmp_path):
    ran(CHOSEN)
    assert project.write(str(tmp_path / "study.qgz"))
    project.clear()
    options(rules="nyc")
    assert project.read(str(tmp_path / "study.qgz"))
    from land_renewal.ui.session import Session

    session = Session()
    try:
        assert changed(session, CHOSEN) == ("RULES",)
    finally:
        session.close()


@pytest.mark.parametrize(
    "chain", [("extends: base.yml", "extends: deep.yml"), ("rules: 'base.yml'  # ours", "")]
)
@pytest.mark.parametrize("by_option", [False, True])
def test_the_files_that_a_profile_rests_on_are_looked_at(ran, options, tmp_path, chain, by_option):
    files = [tmp_path / name for name in ("county.yml", "base.yml", "deep.yml")]
    for file, text in zip(files, (*chain, "name: deep\n")):
        file.write_text(f"{text}\n")
    chosen = {} if by_option else {"RULES": str(files[0])}
    options(rules=str(files[0]) if by_option else "")
    session = ran(chosen)
    assert changed(session, chosen) == ()
    for file in files[: 3 if chain[1] else 2]:
        file.write_text(f"{file.read_text()}title: changed\n")
        assert changed(session, chosen) == ("RULES",), file.name
        ran(chosen)


@pytest.mark.parametrize("by_option", [False, True])
def test_rules_that_are_gone_are_named(ran, options, tmp_path, by_option):
    file = tmp_path / "county.yml"
    file.write_text("extends: default\n")
    chosen = {} if by_option else {"RULES": str(file)}
    options(rules=str(file) if by_option else "")
    session = ran(chosen)
    assert changed(session, chosen) == ()
    file.unlink()
    assert changed(session, chosen) == ("RULES",)
    file.write_text("extends: default\n# another one\n")
    assert changed(session, chosen) == ("RULES",)


def test_an_input_that_did_not_come_with_the_project_is_not_accused(ran, tmp_path):
    """A colleague who is sent the results alone has results that are up to date."""
    (tmp_path / "office").mkdir()
    file = tmp_path / "office" / "county.yml"
    file.write_text("extends: default\n")
    session = ran({"RULES": str(file)})
    file.unlink()
    elsewhere = {"RULES": str(tmp_path / "home" / "county.yml")}
    session._last["parameters"] = {"RULES": {"path": elsewhere["RULES"]}}
    assert changed(session, elsewhere) == ()


def test_the_currency_is_named_in_words(session, iface):
    from land_renewal.ui.states import CURRENCY, OUTDATED, State
    from land_renewal.ui.step_panel import StepPanel
    from land_renewal.ui.steps import steps

    panel = StepPanel(1, steps()[0], [], iface.mainWindow())
    panel.set_state(State(OUTDATED, ("PARCELS", CURRENCY)), {"PARCELS": "Parcels"})
    assert panel.reason.text() == "Changed since the last run: Parcels, the currency in the options."
