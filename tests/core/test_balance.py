"""The land balance, from tables of a few rows whose sums can be done in the head."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from helpers import base, parcels, parks, play, square, texts

from land_renewal.core.scenarios.balance import balance

# area, in the balance, fate, use of the vacated land, destination, land needed there
LAND = [
    (100.0, True, "retain", None, None, np.nan),
    (200.0, True, "renew", None, None, np.nan),
    (50.0, True, "merge", None, "M-c", np.nan),
    (80.0, True, "relocate", "reuse", "B", 60.0),
    (40.0, True, "relocate", "reserve", "B", 40.0),
    (30.0, True, "reclaim", "reclaim", None, np.nan),
    (20.0, True, "reclaim", "reclaim", "K", 10.0),
    (10.0, True, "reserve", "reserve", None, np.nan),
    (70.0, False, "reserve", "reserve", None, np.nan),  # approved only: not yet industrial stock
    (90.0, False, None, None, None, np.nan),  # other land
]


def books(rows=LAND, vacant=(70.0, 50.0), expansion=(30.0, 0.0)):
    area, counted, fate, use, dest, need = zip(*rows)
    facts = pd.DataFrame({"area": area, "in_balance": counted})
    fates = pd.DataFrame({"fate": fate, "after_use": use, "dest_id": dest, "need_m2": need})
    received = fates.groupby("dest_id")["need_m2"].sum().reindex(["B", "K"]).fillna(0.0)
    table = pd.DataFrame(
        {
            "park_id": ["B", "K"],
            "received_m2": received.to_numpy(),
            "vacant_capacity_m2": vacant,
            "expansion_capacity_m2": expansion,
        }
    )
    return balance(facts, fates, table)


def test_before_is_the_land_supplied_or_built():
    assert books().before_m2 == 100 + 200 + 50 + 80 + 40 + 30 + 20 + 10


def test_vacated_is_reclaimed_and_reserved_and_reused():
    found = books()
    assert (found.reclaimed_m2, found.reserved_m2, found.reused_m2) == (50.0, 50.0, 80.0)
    assert found.vacated_m2 == 180.0


def test_taken_up_is_the_land_needed_at_receivers():
    assert books().taken_up_m2 == 60 + 40 + 10


def test_vacant_stock_is_used_before_expansion():
    found = books()
    assert (found.from_vacant_m2, found.from_expansion_m2) == (70.0 + 10.0, 30.0)


def test_after_is_what_stays_and_what_was_taken_up():
    assert books().after_m2 == (100 + 200 + 50) + (60 + 40 + 10)


def test_quota_freed_is_vacated_less_taken_up():
    assert books().quota_freed_m2 == 180 - 110


def test_the_books_close():
    assert books().residual_m2 == 0.0


def test_a_parcel_that_is_lost_shows_in_the_residual():
    broken = [*LAND[:1], (200.0, True, None, None, None, np.nan), *LAND[2:]]
    assert books(broken).residual_m2 == -200.0


def test_a_parcel_that_is_counted_twice_shows_in_the_residual():
    broken = [(100.0, True, "retain", "reserve", None, np.nan), *LAND[1:]]
    assert books(broken).residual_m2 == 100.0


def test_nothing_at_all():
    found = books([(10.0, False, None, None, None, np.nan)])
    assert found.before_m2 == found.after_m2 == found.quota_freed_m2 == found.residual_m2 == 0.0


@pytest.mark.parametrize("stage", ["built", "supplied", None])
def test_stock_of_any_stage_but_approved_is_in_the_balance(stage):
    found = play(
        "large_concentration", parcels([square(100), square(500)], stage=[stage, "approved"]), parks(base())
    )
    assert found.balance.before_m2 == pytest.approx(1e4)
    assert texts(found.scenario.fates["fate"]) == ["retain", "retain"]
