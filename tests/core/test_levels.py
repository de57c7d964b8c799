"""Bases, communities and blocks: status, area, nested parks and the half-of-the-parcel rule."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from helpers import WORK, base, community, layer, parcels, parks, row_of, rules, square, texts

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.levels.levels import LevelRules, classify, dissolve_parks, park_levels


def of_area(km2, x=0.0):
    return shapely.box(x, 0, x + 2000, km2 * 500)


def levels(*rows, **changes):
    found = park_levels(dissolve_parks(parks(*rows)), rules(LevelRules, **changes))
    return dict(zip(found["park_id"], found["level"]))


def notes(*rows, **changes):
    found = park_levels(dissolve_parks(parks(*rows)), rules(LevelRules, **changes))
    return dict(zip(found["park_id"], texts(found["level_note"])))


def level_of(admin, zone, km2, **changes):
    return levels(("P", admin, zone, of_area(km2)), **changes)["P"]


# Policy "both": status and area must agree.


@pytest.mark.parametrize("zone", ["economic", "hightech"])
@pytest.mark.parametrize("admin", ["national", "provincial", "municipal", "county"])
def test_a_large_zone_of_county_level_or_above_is_a_base(admin, zone):
    assert level_of(admin, zone, 4.2) == "base"


def test_a_base_is_larger_than_four_square_kilometres():
    assert level_of("county", "economic", 4.0) == "community"
    assert level_of("county", "economic", 4.001) == "base"


def test_a_community_is_larger_than_one_square_kilometre():
    assert level_of("municipal", "other", 1.0) == "block"
    assert level_of("municipal", "other", 1.001) == "community"


def test_a_zone_too_small_for_a_base_is_a_community_whatever_its_level():
    assert level_of("county", "hightech", 3.0) == "community"
    assert level_of("county", "hightech", 0.9) == "block"


def test_a_large_park_that_is_no_zone_is_no_base():
    assert level_of("national", "other", 9.0) == "community"


def test_county_and_town_parks_that_are_no_zones_are_blocks():
    assert level_of("county", "other", 9.0) == "block"
    assert level_of("town", "economic", 9.0) == "block"


# The other two policies.


def test_policy_status_ignores_area():
    assert level_of("county", "economic", 0.2, policy="status") == "base"
    assert level_of("municipal", "other", 0.2, policy="status") == "community"
    assert level_of("town", "other", 90, policy="status") == "block"


def test_policy_area_ignores_status():
    assert level_of("town", "other", 4.2, policy="area") == "base"
    assert level_of("town", "other", 1.1, policy="area") == "community"
    assert level_of("national", "economic", 0.9, policy="area") == "block"


# Status unknown: area decides, with a note.


@pytest.mark.parametrize("policy", ["both", "status", "area"])
def test_unknown_status_leaves_it_to_the_area(policy):
    assert level_of(None, None, 4.2, policy=policy) == "base"
    assert level_of(None, None, 1.1, policy=policy) == "community"
    assert level_of(None, None, 0.9, policy=policy) == "block"


def test_unknown_status_is_noted_with_the_area():
    assert notes(("P", None, None, of_area(1.1)))["P"] == "Status unknown: the area of 1.10 km2 decides."


def test_a_town_park_of_unknown_type_is_known_to_be_no_base():
    assert level_of("town", None, 9.0) == "block"
    assert notes(("P", "town", None, of_area(0.9)))["P"] is None


def test_a_zone_of_unknown_rank_may_be_a_base_by_area():
    assert level_of(None, "economic", 4.2) == "base"


# A note wherever status and area disagree, with both figures; none where they agree.


def test_status_and_area_that_agree_need_no_note():
    assert notes(base(), community(x=9000), ("S", "town", "other", of_area(0.5, 20_000))) == dict.fromkeys(
        "BKS"
    )


def test_status_above_area_is_noted():
    assert (
        notes(("P", "county", "economic", of_area(3)))["P"]
        == "Status of a base, but 3.00 km2 against more than 4 km2."
    )
    small = notes(("P", "municipal", "other", of_area(0.8)))["P"]
    assert small == "Status of a community, but 0.80 km2 against more than 1 km2."


def test_area_above_status_is_noted():
    big = notes(("P", "municipal", "other", of_area(5)))["P"]
    assert big == "Area of a base (5.00 km2, more than 4 km2), but status of a community."
    town = notes(("P", "town", "other", of_area(2)))["P"]
    assert town == "Area of a community (2.00 km2, more than 1 km2), but status of a block."


# A park inside a zone shares its base status.


def park_in_zone(inside_km2, outside_km2, zone=("county", "economic")):
    """A town park of 1 km x 5 km, cut by the edge of a zone."""
    return levels(
        ("Z", *zone, shapely.box(0, 0, 4000, 1000 * inside_km2)),
        ("P", "town", "other", shapely.box(0, 0, 1000, 1000 * (inside_km2 + outside_km2))),
    )["P"]


def test_a_park_ninety_percent_inside_a_zone_has_its_status():
    assert park_in_zone(4.5, 0.5) == "base"
    assert park_in_zone(4.49, 0.51) == "block"


def test_only_a_zone_with_base_status_lends_it():
    assert park_in_zone(5, 0, zone=("town", "economic")) == "block"
    assert park_in_zone(5, 0, zone=("county", "other")) == "block"
    assert park_in_zone(5, 0, zone=("county", None)) == "block"


def test_a_small_park_in_a_zone_still_needs_the_area():
    found = levels(
        base(), ("P", "town", "other", shapely.box(0, 0, 1000, 1100)), ("Q", "town", "other", square(50, 50))
    )
    assert found == {"B": "base", "P": "community", "Q": "block"}


# Area is measured over all polygons of a park.


def test_a_park_in_two_parts_is_measured_as_one():
    rows = [("P", "county", "economic", of_area(2.1)), ("P", "county", "economic", of_area(2.1, 5000))]
    assert levels(*rows) == {"P": "base"}


def test_overlapping_parts_of_one_park_count_once():
    found = park_levels(
        dissolve_parks(parks(("P", "county", "economic", of_area(3)), ("P", None, None, of_area(2)))),
        rules(LevelRules),
    )
    assert found["park_m2"].tolist() == [3e6]
    assert found["level"].tolist() == ["community"]


def test_a_dissolved_park_keeps_the_first_known_value_of_each_column():
    found = dissolve_parks(
        parks(("P", None, "economic", of_area(1)), ("P", "county", None, of_area(1, 5000)))
    )
    assert found[["admin_level", "zone_type"]].to_dict("records") == [
        {"admin_level": "county", "zone_type": "economic"}
    ]


def test_parks_without_an_id_are_refused_with_their_rows():
    with pytest.raises(
        LandRenewalError, match=r"1 parks have no park_id \(rows 2\): give each park an identifier"
    ):
        dissolve_parks(parks(base(), (None, "county", "other", of_area(1))))


# Parcels: the highest-level park that covers half of them.


def classified(land, *rows, industrial=None, **changes):
    inside = np.ones(len(land), bool) if industrial is None else np.array(industrial)
    return classify(land, parks(*rows) if rows else None, inside, rules(LevelRules, **changes))


def test_a_parcel_half_inside_a_park_belongs_to_it():
    # The base ends at x = 2100.
    land = parcels([square(2050), square(2050.1, 200), square(5000)])
    found = classified(land, base()).parcels
    assert found["level"].tolist() == ["base", "block", "block"]
    assert texts(found["park_id"]) == ["B", None, None]


def test_in_nested_parks_the_higher_level_counts():
    inner = ("A", "town", "other", shapely.box(0, 0, 500, 500))
    found = classified(parcels([square(100, 100), square(900, 900)]), base(), inner)
    assert found.parcels["level"].tolist() == ["base", "base"]
    assert texts(found.parcels["park_id"]) == ["B", "B"]
    assert not any("overlap" in note for note in found.notes), "nested parks are normal"


def test_the_higher_level_counts_even_where_the_lower_park_covers_more():
    lower = ("A", "town", "other", shapely.box(1000, 0, 3000, 400))
    found = classified(parcels([square(2040)]), base(), lower).parcels
    assert texts(found["park_id"]) == ["B"]


def test_of_two_equal_parks_the_larger_share_then_the_smaller_id_counts():
    west, east = community(0, park_id="W"), community(1100, park_id="E")
    assert texts(classified(parcels([square(1060)]), west, east).parcels["park_id"]) == ["E"]
    assert texts(classified(parcels([square(1050)]), west, east).parcels["park_id"]) == ["E"]
    assert texts(classified(parcels([square(1049)]), west, east).parcels["park_id"]) == ["W"]


def test_partial_overlap_of_parks_is_reported():
    found = classified(parcels([square(0)]), base(), community(2000, park_id="K"))
    assert (
        "Parks B and K overlap in part (10.00 ha): a parcel in the overlap goes to the higher level."
        in found.notes
    )


def test_parks_that_share_only_a_digitising_sliver_are_not_reported():
    found = classified(parcels([square(0)]), base(), community(2099.5, park_id="K"))
    assert not any("overlap" in note for note in found.notes)


def test_a_parcel_carries_the_note_of_its_park():
    found = classified(parcels([square(0)]), ("P", "county", "economic", of_area(3))).parcels
    assert found["level_note"].tolist() == ["Status of a base, but 3.00 km2 against more than 4 km2."]


def test_non_industrial_parcels_have_no_level_but_keep_their_park():
    found = classified(parcels([square(0), square(9000)]), base(), industrial=[False, False]).parcels
    assert texts(found["level"]) == [None, None]
    assert texts(found["block_kind"]) == [None, None]
    assert texts(found["park_id"]) == ["B", None]


@pytest.mark.parametrize("given", ["none", "empty"])
def test_without_parks_all_industrial_land_is_a_block(given):
    zones = None if given == "none" else layer([], park_id=[])
    found = classify(parcels([square(0), square(9000)]), zones, np.ones(2, bool), rules(LevelRules))
    assert found.parcels["level"].tolist() == ["block", "block"]
    assert found.notes == ["No parks were supplied: all industrial land is taken as blocks."]
    assert found.parks.empty
    assert found.parks.crs == WORK


def test_a_district_without_a_base_says_so():
    assert "No park qualifies as a base." in classified(parcels([square(0)]), community()).notes


def test_results_follow_the_rows_in_any_order():
    land = parcels([*row_of(6), square(3000, 3000), square(2050, 500)])
    zones = [base(2000), ("A", "town", "other", square(-10, -10, 300))]
    straight = classified(land, *zones).parcels
    order = [5, 2, 7, 0, 6, 4, 1, 3]
    turned = classified(land.iloc[order].reset_index(drop=True), *zones[::-1]).parcels
    assert turned.to_dict("list") == straight.iloc[order].to_dict("list")
