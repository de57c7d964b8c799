"""Name matching on a real register: tax ids with several names are true aliases."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pandas as pd
import pytest
from counting import watched

from land_renewal.core.matching import fuzzy
from land_renewal.core.matching.match_quality import pairs_in_groups, quality_curve, same_firm_pairs
from land_renewal.core.matching.matching import MatchingRules
from land_renewal.core.matching.taxids import usable_tax_ids
from land_renewal.core.rules.profile import load_profile

FILE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "tw_factories" / "factories.csv"
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="../shared/data/tw_factories is not there")
GIGABYTE = 1024**3


@pytest.fixture(scope="module")
def rules():
    return load_profile().params(MatchingRules, "matching")


@pytest.fixture(scope="module")
def register():
    return pd.read_csv(FILE, dtype=str)


@pytest.fixture(scope="module")
def producing(register):
    """Distinct names of producing factories, each with its tax id; placeholders are no ids."""
    table = register.assign(id=usable_tax_ids(register["uniform_no"], "any"))
    table = table[table["status"].eq("生產中") & table["id"].notna() & table["name"].notna()]
    return table.drop_duplicates(["id", "name"]).reset_index(drop=True)


def judged(table, rules, similar):
    pairs = same_firm_pairs(table["name"], rules, similar)
    ids = table["id"].to_numpy()
    return pairs.assign(right=ids[pairs["left"]] == ids[pairs["right"]])


def test_the_register_is_what_the_figures_are_of(register, producing):
    assert len(register) == 18_520
    assert len(producing) == 6_343
    names = producing.groupby("id")["name"].nunique()
    assert ((names >= 2).sum(), names[names >= 2].sum()) == (419, 955)
    assert pairs_in_groups(producing["id"]) == 736
    usable = usable_tax_ids(register["uniform_no"], "any")
    assert not {"00000000", "00", "-"} & set(usable[pd.notna(usable)])


def test_names_of_one_tax_id_are_found_among_all_producing_factories(producing, rules):
    pairs = judged(producing, rules, 1.1)
    curve = quality_curve(pairs, 736, [rules.name_site_score, rules.name_place_score, 0.0])
    assert curve["precision"][0] >= 0.98 and curve["recall"][0] >= 0.96
    assert curve["found"].tolist() == [719, 736, 743] and curve["right"].tolist() == [707, 716, 717]


def test_among_names_of_ids_with_several_names_hardly_a_pair_is_wrong(producing, rules):
    several = producing[producing.groupby("id")["name"].transform("nunique") >= 2].reset_index(drop=True)
    pairs = judged(several, rules, rules.fuzzy_review)
    exact = quality_curve(pairs[pairs["tier"] == "name"], 736, [0.0]).iloc[0]
    assert exact["precision"] == 1.0 and exact["recall"] > 0.97
    with_similar = pairs[(pairs["tier"] == "name") | (pairs["score"] >= 0.82)]
    all_of_them = quality_curve(with_similar, 736, [0.0]).iloc[0]
    assert all_of_them["precision"] >= 0.98 and all_of_them["recall"] > exact["recall"]


def test_no_similar_name_of_another_firm_reaches_the_limit_of_acceptance(producing, rules):
    pairs = judged(producing, rules, rules.fuzzy_review)
    similar = pairs[pairs["tier"] == "fuzzy"]
    assert not (~similar["right"] & (similar["score"] >= rules.fuzzy_accept)).any()
    # Below, nearly all are other firms: similar names are proposed, not linked.
    assert similar["right"].mean() < 0.01


def test_the_whole_register_against_itself_compares_few_pairs_and_is_small(register, rules):
    tracemalloc.start()
    try:
        with watched(fuzzy, "_similar") as compared:
            pairs = same_firm_pairs(register["name"], rules)
        # 0.17 GB; 2 GB is the limit.
        assert tracemalloc.get_traced_memory()[1] < 0.5 * GIGABYTE
    finally:
        tracemalloc.stop()
    # 177,000 of 171 million.
    assert sum(len(left) for (_, left, _, _), _ in compared) < len(register) ** 2 / 2 / 500
    assert (pairs["left"] < pairs["right"]).all() and pairs["tier"].eq("name").sum() > 1_900
