"""Relocation as tables: ids in, ids out, and errors that name the rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from land_renewal.core.assignment.assignment import Locks, assign
from land_renewal.core.assignment.assignment_tables import assign_tables, shortage_tables
from land_renewal.core.common.errors import LandRenewalError


@pytest.fixture
def movers():
    return pd.DataFrame(
        {"id": ["m3", "m1", "m2", "m4"], "need": [10.0, 10.0, 10.0, 90.0], "penalty": [50.0, 50.0, 3.0, 50.0]}
    )


@pytest.fixture
def receivers():
    return pd.DataFrame({"id": ["q", "p"], "capacity": [10.0, 30.0]})


@pytest.fixture
def pairs():
    return pd.DataFrame({
        "mover": ["m1", "m1", "m2", "m3", "m4"],
        "receiver": ["q", "p", "p", "q", "p"],
        "cost": [1.0, 4.0, 5.0, 2.0, 7.0],
        "need": [np.nan, 25.0, np.nan, np.nan, np.nan],
    })  # fmt: skip


def test_who_goes_where_in_id_order(movers, receivers, pairs):
    done = assign_tables(movers, receivers, pairs)
    assert done.movers["id"].tolist() == ["m1", "m2", "m3", "m4"]
    assert done.movers["receiver"].tolist() == ["p", None, "q", None]
    assert done.movers["reason"].tolist() == ["placed", "cheaper_to_stay", "placed", "too_large"]
    assert done.movers["need"].fillna(-1).tolist() == [25, -1, 10, -1], (
        "the pair's need goes before the mover's"
    )
    assert done.movers["extra_cost"].fillna(-1).tolist() == [3, -1, 0, -1]
    assert done.receivers["id"].tolist() == ["p", "q"]
    assert done.receivers["used"].tolist() == [25, 10]
    assert done.receivers["free"].tolist() == [5, 0]
    assert done.receivers["binding"].tolist() == [False, True]
    assert done.receivers["movers"].tolist() == [1, 1]
    assert done.plan.objective == 4 + 3 + 2 + 50


def test_the_order_of_the_rows_does_not_matter(movers, receivers, pairs):
    one = assign_tables(movers, receivers, pairs)
    other = assign_tables(movers[::-1], receivers[::-1], pairs.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(one.movers, other.movers)
    pd.testing.assert_frame_equal(one.receivers, other.receivers)


def test_arguments_are_left_alone(movers, receivers, pairs):
    before = [table.copy() for table in (movers, receivers, pairs)]
    assign_tables(movers, receivers, pairs)
    for table, old in zip((movers, receivers, pairs), before):
        pd.testing.assert_frame_equal(table, old)


def test_tables_and_arrays_agree_on_costs_of_receivers(movers, receivers, pairs):
    receivers = receivers.assign(
        opening_cost=[2.0, 30.0], expansion_limit=[12.0, 0.0], expansion_price=[0.1, 5.0]
    )
    done = assign_tables(movers, receivers, pairs)
    cost = np.array([[4.0, 1.0], [5.0, np.inf], [np.inf, 2.0], [7.0, np.inf]])
    need = np.array([[25.0, 10.0], [10.0, 0.0], [0.0, 10.0], [90.0, 0.0]])
    plan = assign(cost, need, [30.0, 10.0], [50.0, 3.0, 50.0, 50.0], [30.0, 2.0], [0.0, 12.0], [5.0, 0.1])
    assert done.plan.objective == plan.objective == 1 + 3 + 2 + 50 + 2 + 1
    assert done.receivers["bought"].tolist() == [0, 10]
    assert done.receivers["open"].tolist() == [False, True]


def test_locks_by_id(movers, receivers, pairs):
    done = assign_tables(movers, receivers, pairs, Locks(moves=(("m2", "p"),), stay=("m1",), closed=("q",)))
    assert done.movers["receiver"].tolist() == [None, "p", None, None]
    assert done.movers["reason"].tolist() == ["locked", "locked", "no_capacity", "too_large"]
    assert np.isnan(done.receivers["price"][1])


def test_numbers_as_ids_are_compared_as_text():
    done = assign_tables(
        pd.DataFrame({"id": [10, 9], "need": [1.0, 1.0], "penalty": [9.0, 9.0]}),
        pd.DataFrame({"id": [1], "capacity": [5.0]}),
        pd.DataFrame({"mover": ["9"], "receiver": ["1"], "cost": [1.0]}),
    )
    assert done.movers["id"].tolist() == ["10", "9"]
    assert done.movers["receiver"].tolist() == [None, "1"]
    assert done.movers["reason"].tolist() == ["no_receiver", "placed"]


def test_no_rows_are_no_error(receivers):
    nobody = pd.DataFrame({"id": [], "need": [], "penalty": []})
    done = assign_tables(nobody, receivers, pd.DataFrame({"mover": [], "receiver": [], "cost": []}))
    assert len(done.movers) == 0
    assert done.receivers["free"].tolist() == [30, 10]


def change(table, row, column, value):
    table = table.copy()
    table.loc[row, column] = value
    return table


@pytest.mark.parametrize(
    ("which", "row", "column", "value", "sentence"),
    [
        ("movers", 0, "penalty", np.nan, "'penalty' is missing or negative in the table of movers for: m3"),
        ("movers", 0, "id", "m1", "twice in the table of movers: m1"),
        ("movers", 1, "need", np.nan, "land needed is not known.*: m1 to q"),
        (
            "receivers",
            0,
            "capacity",
            -1.0,
            "'capacity' is missing or negative in the table of receivers for: q",
        ),
        ("pairs", 0, "cost", np.nan, "no cost: m1 to q"),
        ("pairs", 0, "mover", "x", "not in the table of movers: x"),
        ("pairs", 0, "receiver", "p", "listed twice: m1 to p"),
    ],
)
def test_errors_name_the_rows(movers, receivers, pairs, which, row, column, value, sentence):
    tables = {"movers": movers, "receivers": receivers, "pairs": pairs}
    tables[which] = change(tables[which], row, column, value)
    with pytest.raises(LandRenewalError, match=sentence):
        assign_tables(**tables)


def test_columns_that_are_not_there_are_named(movers, receivers, pairs):
    with pytest.raises(LandRenewalError, match="movers lacks the columns penalty"):
        assign_tables(movers.drop(columns="penalty"), receivers, pairs)
    with pytest.raises(LandRenewalError, match="no column 'expansion_price'"):
        assign_tables(movers, receivers.assign(expansion_limit=1.0), pairs)
    with pytest.raises(LandRenewalError, match="Locks name movers that are not in the table: z"):
        assign_tables(movers, receivers, pairs, Locks(stay=("z",)))


def test_locks_that_cannot_be_met_name_ids(movers, receivers, pairs):
    for locks, sentence in (
        (Locks(moves=(("m2", "q"),)), "not eligible: m2 → q"),
        (Locks(moves=(("m1", "q"), ("m3", "q"))), r"receivers: q \(20 needed, 10 there\)"),
        (Locks(moves=(("m1", "q"),), stay=("m1",)), "more than one choice: m1"),
        (Locks(opened=("p",), closed=("p",)), "closed: p"),
    ):
        with pytest.raises(LandRenewalError, match=sentence):
            assign_tables(movers, receivers, pairs, locks)


def test_what_is_short_by_receiver(movers, receivers, pairs):
    table, found = shortage_tables(movers, receivers.assign(expansion_price=[2.0, 3.0]), pairs)
    assert table["id"].tolist() == ["p", "q"]
    # p must hold 10 + 90, q the other two, as m1 needs 25 at p.
    np.testing.assert_allclose(table["extra"], [70, 10])
    np.testing.assert_allclose(table["extra_cost"], [210, 20])
    assert found.missing == pytest.approx(80)
    assert table["group"].notna().all()
