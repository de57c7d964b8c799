"""What is looked into before layers are used: land codes, values left out, parks that cannot be as stated,
parcels that went astray.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import profile, square

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.checks import (
    CheckRules,
    check_parks,
    land_code_notes,
    park_conflicts,
    rejected_notes,
)
from land_renewal.core.intake.mapping import load_mapping, standardise
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study


def codes(*values):
    return pd.DataFrame({"parcel_id": [f"p{n}" for n in range(1, len(values) + 1)], "land_code": values})


def test_without_land_codes_it_is_said_that_all_land_counts_as_industrial():
    for parcels in (codes(None, None), codes(None, None).drop(columns="land_code")):
        [note] = land_code_notes(parcels, np.array([True, True]))
        assert note == "Check: there are no land codes (land_code), so all 2 parcels are taken as industrial."


def test_parcels_without_a_code_and_those_of_other_use_are_counted():
    parcels = codes("0601", "0701", None, "0701", "0602")
    notes = land_code_notes(parcels, np.array([True, False, False, False, False]))
    assert notes == [
        "1 of 5 parcels have an industrial land code; the others: 0602 (1), 0701 (2).",
        "Check: 1 parcels have no land code and are not taken as industrial (p3).",
    ]


def test_no_industrial_code_names_what_was_found_and_the_lost_zero():
    [note] = land_code_notes(codes("601", "601", "1202"), np.zeros(3, dtype=bool))
    assert note.startswith("Check: No parcel has an industrial land code (found: 1202 (1), 601 (2))")
    assert note.endswith("Codes such as 601 seem to have lost their leading 0: keep them as text.")
    [note] = land_code_notes(codes("0701"), np.zeros(1, dtype=bool))
    assert "leading 0" not in note


def test_only_industrial_land_needs_no_word():
    assert land_code_notes(codes("0601"), np.array([True])) == []


def test_what_could_not_be_used_is_said_by_column_reason_and_first_ids():
    raw = pd.DataFrame({"parcel_id": list("abc"), "output": ["x", "y", "3"], "site_far": ["1", "-2", "1"]})
    made = standardise(raw, "parcels", load_mapping("standard"))
    assert rejected_notes("parcels", made.rejects) == [
        "Check: parcels: 3 rows or values could not be used: output not a number (a, b); "
        "site_far below 0 (b)."
    ]
    assert rejected_notes("parcels", made.rejects.iloc[:0]) == []
    nameless = pd.DataFrame({"row": [7], "id": [None], "column": [None], "reason": ["no polygon"]})
    assert rejected_notes("towns", nameless) == [
        "Check: towns: 1 rows or values could not be used: no polygon (row 7)."
    ]


def parks(**columns):
    """Three parks of 100 ha: P1 and P2 on the same land, P3 beside them."""
    frame = pd.DataFrame({"park_id": ["P1", "P2", "P3"], **columns})
    shapes = [square(0, side=1000), square(0, side=1000), square(2000, side=1000)]
    return gpd.GeoDataFrame(frame, geometry=shapes)


def rules():
    return profile().params(CheckRules, "checks")


def test_parks_on_the_same_land_are_named():
    [note] = check_parks(parks(), rules())[1]
    assert note.startswith("Check: parks: 1 pairs are the same land") and "P1 and P2" in note


def test_more_vacant_land_than_park_is_pointed_out():
    # 1,000,000 m2 a park; expansion may be ten times the park before it is a wrong unit.
    vacant, expansion = [1.0, 1_000_001.0, np.nan], [9_000_000.0, np.nan, 11_000_000.0]
    notes = check_parks(parks(vacant_m2=vacant, expansion_m2=expansion).iloc[1:], rules())[1]
    assert [note for note in notes if "vacant_m2" in note] == [
        "Check: parks: vacant_m2 is more land than the park itself (P2): is its unit right?"
    ]
    assert [note for note in notes if "expansion_m2" in note] == [
        "Check: parks: expansion_m2 is more land than the park itself (P3): is its unit right?"
    ]


def test_rows_of_one_park_that_contradict_each_other_are_named():
    rows = pd.DataFrame(
        {
            "park_id": ["P1", "P1", "P2", "P2", "P3"],
            "admin_level": ["national", "town", "county", None, "town"],
            "vacant_m2": [1.0, 1.0, 2.0, 3.0, 4.0],
        }
    )
    assert park_conflicts(rows) == [
        "Check: parks: rows of one park_id differ in admin_level, the first value is used (P1).",
        "Check: parks: rows of one park_id differ in vacant_m2, the first value is used (P2).",
    ]


def study_of(parcels):
    study = Study({"parcels": parcels}, load_mapping("standard"), profile())
    return run_study(study, STEPS, ("parcels", "levels", "ledger.checks"))


def at(*corners, crs):
    shapes = [shapely.box(x, y, x + size, y + size) for x, y, size in corners]
    ids = [f"p{n}" for n in range(1, len(shapes) + 1)]
    return gpd.GeoDataFrame({"parcel_id": ids, "land_code": "0601"}, geometry=shapes, crs=crs)


def test_a_parcel_at_0_0_of_a_projected_layer_is_named_by_its_row():
    land = [(38_500_000 + 200 * n, 3_300_000, 100) for n in range(4)]
    with pytest.raises(
        LandRenewalError, match=r"1 features of the parcels layer.*\(rows 5\).*correct or delete"
    ):
        study_of(at(*land, (0, 0, 1), crs=4526))


def test_a_parcel_at_0_0_of_a_layer_in_degrees_does_not_move_the_work_crs():
    land = [(120 + 0.001 * n, 30, 0.0005) for n in range(4)]
    alone, strayed = study_of(at(*land, crs=4490)), study_of(at(*land, (0, 0, 0.0005), crs=4490))
    assert strayed.work == alone.work
    assert any("lie more than" in note and "p5" in note for note in strayed.messages["checks"])
