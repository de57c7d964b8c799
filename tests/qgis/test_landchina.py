"""Results of Chinese land transfers, once in UTF-8 and once in GB18030: one and the same table."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from land_renewal.core.intake import values
from land_renewal.core.intake.dates import read_dates
from land_renewal.core.intake.mapping import standardise
from land_renewal.core.intake.mapping_file import Mapping, Rule
from land_renewal.processing.tablefiles import read_table_file

MAPPING = Mapping(
    "landchina",
    {
        "parcels": {
            "land_code": Rule(sources=("use",), values=(("工业用地", "0601"),)),
            "stated_m2": Rule(sources=("area",), unit="ha"),
            "supply_date": Rule(sources=("date4sign",)),
            "start_due": Rule(sources=("time4commencement_plan",)),
            "start_actual": Rule(sources=("time4commencement_reality",)),
            "holder": Rule(sources=("holder",)),
        }
    },
)


@pytest.fixture(scope="module")
def readings(shared_data):
    folder = shared_data / "landchina"
    return [read_table_file(folder / f"landchina_results_2018{tail}.csv") for tail in ("", "_gb18030")]


def test_both_encodings_give_the_same_rows(readings):
    first, second = readings
    assert len(first.frame) == 241
    pd.testing.assert_frame_equal(first.frame, second.frame)
    assert first.rejects.empty
    assert second.notes == ["Read as GB18030, by the characters that it gives."]
    for reading in readings:
        assert (reading.frame["use"] == "工业用地").sum() == 35


def test_empty_actual_dates_stay_unknown(readings):
    first, second = (standardise(reading.frame, "parcels", MAPPING) for reading in readings)
    pd.testing.assert_frame_equal(first.frame, second.frame)
    assert first.frame["start_actual"].isna().all()
    assert len(first.frame) == 241
    assert "start_actual" not in set(first.rejects["column"])
    due = readings[0].frame["time4commencement_plan"]
    expected = due.str.replace("[年月]", "-", regex=True).str.rstrip("日")
    assert first.frame["start_due"].dropna().tolist() == expected.dropna().tolist()
    assert first.frame["supply_date"].value_counts().to_dict() == {"2018-12-31": 190, "2019-01-01": 13}


def test_a_stated_nought_stays_one_until_a_mapping_says_otherwise(readings):
    frame = readings[0].frame
    assert (frame["plot_ratio_maximum"] == "0.00").sum() == 11
    _, upper, bad = values.to_bounds(frame["plot_ratio_maximum"])
    assert (upper == 0).sum() == 11
    assert not bad.any()
    assert upper.notna().sum() == 241 - 114


def test_every_date_of_the_factory_register_is_read(shared_data):
    frame = read_table_file(shared_data / "tw_factories" / "factories.csv").frame
    for name in ("reg_approved_roc", "setup_approved_roc", "closed_roc", "revoked_roc"):
        dates = read_dates(frame[name])
        by_hand = [None if text is None else _gregorian(text) for text in frame[name]]
        assert dates.text.tolist() == by_hand, name
        # "10101", the first day of the year 1, stands for no date in 187 rows; "9721116" is no year yet.
        assert dates.bad.tolist() == [
            text is not None and day is None for text, day in zip(frame[name], by_hand)
        ]


def _gregorian(text: str) -> str | None:
    if len(text) != 7 or text >= "2":
        return None
    try:
        return datetime.date(int(text[:3]) + 1911, int(text[3:5]), int(text[5:])).isoformat()
    except ValueError:
        return None
