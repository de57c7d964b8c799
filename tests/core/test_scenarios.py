"""The fate of every industrial parcel under each scenario, clause by clause."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import HA, base, community, firms, layer, parcels, parks, play, row_of, square, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import FATES, SCENARIOS

ROOM = 1e7
FAR = 50_000.0  # metres: far from everything


def zones(*rows, vacant=ROOM):
    """Parks with plenty of vacant land."""
    return parks(*rows).assign(vacant_m2=vacant)


def whole_district(*, until=1e6):
    return shapely.box(-until, -until, until, until)


# Status quo.


def test_status_quo_moves_nothing_whatever_is_wrong():
    land = parcels([square(FAR), square(0)], stage=["built", "approved"])
    lines = {"redline": whole_district(), "farmland": whole_district(), "boundary": None}
    found = play(
        "status_quo", land, zones(base()), reclaim=[True, True], deficiency=["green", "none"], lines=lines
    )
    assert found.fate == ["retain", "retain"]
    assert found.fate_reason == ["status_quo", "status_quo"]
    assert found.dest_id == found.after_use == [None, None]
    assert found.scenario.flows.empty
    assert found.balance.vacated_m2 == found.balance.taken_up_m2 == 0


# Large concentration: every block goes to a base.


def test_blocks_go_to_a_base_and_the_rest_stays():
    land = parcels([square(FAR), square(100), square(20_100), *row_of(5, x=FAR + 5000)])
    found = play("large_concentration", land, zones(base(), community(20_000)))
    assert found.fate == ["relocate", "retain", "retain", *["relocate"] * 5]
    assert found.dest_id == ["B", None, None, *["B"] * 5]
    assert found.fate_reason[:2] == ["moves_to_receiver", "no_reason_to_change"]


def test_without_a_base_all_is_retained_with_a_finding():
    found = play("large_concentration", parcels([square(FAR), square(0)]), zones(community()))
    assert found.fate == ["retain", "retain"]
    assert found.fate_reason == ["no_receiver", "no_reason_to_change"]
    assert (
        found.scenario.notes[0]
        == "large_concentration: there is no base that can receive; what should move there stays."
    )


@pytest.mark.parametrize("name", SCENARIOS)
def test_without_any_park_nothing_moves(name):
    found = play(name, parcels([square(0), *row_of(5, x=FAR)]))
    assert set(found.fate) == {"retain"}
    assert found.scenario.receivers.empty
    assert found.scenario.flows.empty


def test_large_clusters_stay_when_the_profile_says_so():
    # Five squares of 450 m: 1.0125 km2. Five of 440 m: 0.968 km2.
    large, small = row_of(5, side=450, x=FAR), row_of(5, side=440, x=2 * FAR)
    land, zone = parcels([*large, *small, square(4 * FAR, side=1100)]), zones(base())
    kept = play("large_concentration", land, zone, keep_large_clusters=True).fate
    assert kept == [*["retain"] * 5, *["relocate"] * 5, "relocate"], "a lone parcel of 1.21 km2 is no cluster"
    assert set(play("large_concentration", land, zone).fate) == {"relocate"}


# Small clustering: scattered rural blocks, within the town.


def test_scattered_rural_blocks_move_and_urban_ones_and_clusters_stay():
    land = parcels(
        [square(FAR), square(2 * FAR), square(3 * FAR), *row_of(5, x=4 * FAR)],
        urban_rural=["rural", "urban", None, *["rural"] * 5],
        town=["T"] * 8,
    )
    towns = layer([whole_district()], town=["T"])
    found = play("small_clustering", land, zones(base()), towns=towns, merge_min_assembled=9e9)
    assert found.fate == ["relocate", "retain", "relocate", *["retain"] * 5]


def two_towns():
    """The base lies 90 % in town W and 10 % in town E; town N has nothing."""
    return layer(
        [
            shapely.box(-10_000, 0, 1890, 9000),
            shapely.box(1890, 0, 30_000, 2500),
            shapely.box(1890, 2500, 30_000, 9000),
        ],
        town=["W", "E", "N"],
    )


def test_a_receiver_serves_the_towns_that_hold_a_tenth_of_it():
    land = parcels([square(-5000, 500), square(9000, 500), square(9000, 5000)])
    found = play("small_clustering", land, zones(base()), towns=two_towns())
    assert found.fate == ["relocate", "relocate", "retain"]
    assert found.fate_reason[2] == "no_receiver"
    assert found.situation.serves == {"B": {"W", "E"}}


def test_below_a_tenth_the_town_is_not_served():
    narrow = two_towns().set_geometry(
        [
            shapely.box(-10_000, 0, 1891, 9000),
            shapely.box(1891, 0, 30_000, 2500),
            shapely.box(1891, 2500, 30_000, 9000),
        ]
    )
    found = play("small_clustering", parcels([square(9000, 500)]), zones(base()), towns=narrow)
    assert found.fate_reason == ["no_receiver"]


def test_the_parcels_own_town_counts_before_its_place():
    land = parcels([square(9000, 5000)], town=["E"])
    assert play("small_clustering", land, zones(base()), towns=two_towns()).fate == ["relocate"]


def test_town_names_of_parcels_find_the_codes_of_the_town_layer():
    towns = two_towns().assign(town_code=["330101001", "330101002", "330101003"])
    land = parcels([square(-5000, 500), square(9000, 5000)], town=["W", "N"])
    assert play("small_clustering", land, zones(base()), towns=towns).fate_reason == [
        "moves_to_receiver",
        "no_receiver",
    ]


def test_without_a_town_layer_the_parcels_in_a_park_say_which_town_it_serves():
    land = parcels([square(100), square(FAR), square(2 * FAR)], town=["W", "W", "E"])
    found = play("small_clustering", land, zones(base()))
    assert found.fate == ["retain", "relocate", "retain"]


def test_a_community_serves_its_town_as_well():
    land = parcels([square(9000, 500)])
    found = play("small_clustering", land, zones(community(5000)), towns=two_towns())
    assert found.dest_id == ["K"]


# Clustering with parks: small blocks near a base, certain scattered blocks near a community.

EDGE_OF_BASE, EDGE_OF_COMMUNITY = 2100, 1100


def test_small_blocks_move_to_a_base_three_kilometres_off_edge_to_edge():
    land = parcels([square(EDGE_OF_BASE + 3000), square(-3000.5 - 100, 1500)])
    found = play("clustering_with_parks", land, zones(base()))
    assert found.fate == ["relocate", "retain"]
    assert found.dest_id == ["B", None]
    assert found.fate_reason[1] == "no_reason_to_change", "beyond 3 km it is not asked to move"


def test_blocks_of_ten_hectares_are_not_small():
    land = parcels([square(5000, side=np.sqrt(9.99 * HA)), square(2200, 1000, side=np.sqrt(10.001 * HA))])
    assert play("clustering_with_parks", land, zones(base())).fate == ["relocate", "retain"]


def test_the_whole_group_counts_for_size_and_for_distance():
    # Five parcels of 1 ha: one block of 5 ha whose first parcel is 2,950 m off and whose last is 3,430 m off.
    near = parcels(row_of(5, x=EDGE_OF_BASE + 2950))
    assert set(play("clustering_with_parks", near, zones(base())).fate) == {"relocate"}
    large = parcels(row_of(5, x=EDGE_OF_BASE + 2950, side=150))
    assert set(play("clustering_with_parks", large, zones(base())).fate) == {"retain"}


def test_certain_scattered_blocks_move_to_a_community_five_kilometres_off():
    land = parcels([square(EDGE_OF_COMMUNITY + 5000), square(-5000.5 - 100)])
    found = play("clustering_with_parks", land, zones(community()), deficiency=["equity", "equity"])
    assert found.fate == ["relocate", "retain"]
    assert found.dest_id == ["K", None]
    assert found.fate_reason[1] == "no_receiver", "asked to move, but nothing is near enough"


@pytest.mark.parametrize(
    ("what", "settings"),
    [
        ("deficient", {"deficiency": ["safety"]}),
        ("outside the boundary", {"lines": {"boundary": shapely.box(-10, -10, 1200, 1100)}}),
        ("encroaching", {"lines": {"redline": shapely.box(4000, 0, 4010, 1000)}}),
    ],
)
def test_one_reason_is_enough_to_be_certain(what, settings):
    land, zone = parcels([square(4000)]), zones(community())
    assert play("clustering_with_parks", land, zone).fate == ["retain"]
    assert play("clustering_with_parks", land, zone, **settings).fate == ["relocate"]


def test_unknown_is_no_reason_to_move():
    found = play("clustering_with_parks", parcels([square(4000)]), zones(community()), deficiency=["unknown"])
    assert found.fate == ["retain"]


def test_all_scattered_blocks_move_when_the_profile_says_so():
    land = parcels([square(4000), *row_of(5, x=3000)])
    found = play("clustering_with_parks", land, zones(community()), certain_scattered="all")
    assert found.fate == ["relocate", *["retain"] * 5], "clusters are not scattered"


# Who is never moved.


def test_vacant_land_has_nobody_to_move():
    land = parcels(
        [square(FAR), square(FAR + 500), square(FAR + 900)], stage=["approved", "supplied", "built"]
    )
    found = play("large_concentration", land, zones(base()))
    assert found.fate == ["reserve", "reserve", "relocate"]


def test_other_land_has_no_fate():
    land = parcels([square(FAR), square(FAR + 500)], land_code=["0601", "0701"])
    found = play("large_concentration", land, zones(base()), reclaim=[False, True])
    assert found.fate == ["relocate", None]
    assert found.after_use[1] is None


# Precedence, one step at a time.


def test_rigid_control_comes_before_every_other_fate():
    # A mover, a small cluster parcel, a deficient one and a vacant one: all under a rigid line.
    land = parcels([square(FAR), square(100), square(500)], stage=["built", "built", "approved"])
    found = play(
        "large_concentration", land, zones(base()), reclaim=[True] * 3, deficiency=["none", "green", "none"]
    )
    assert found.fate == ["reclaim"] * 3
    assert found.fate_reason == ["rigid_control"] * 3
    assert found.after_use == ["reclaim"] * 3


def test_unknown_rigid_control_reclaims_nothing():
    assert play("large_concentration", parcels([square(100)]), zones(base()), reclaim=[None]).fate == [
        "retain"
    ]


def test_a_mover_that_is_deficient_relocates():
    assert play("large_concentration", parcels([square(FAR)]), zones(base()), deficiency=["green"]).fate == [
        "relocate"
    ]


def test_a_mover_without_receiver_stays_even_if_deficient():
    land, towns = parcels([square(9000, 5000)]), two_towns()
    found = play("small_clustering", land, zones(base()), towns=towns, deficiency=["green"])
    assert (found.fate, found.fate_reason) == (["retain"], ["no_receiver"])


def test_a_mover_without_room_says_so():
    land = parcels([square(FAR), square(2 * FAR)])
    found = play("large_concentration", land, zones(base(), vacant=1.5 * HA))
    assert sorted(found.fate) == ["relocate", "retain"]
    assert sorted(found.fate_reason) == ["moves_to_receiver", "no_capacity"]
    assert found.scenario.short_m2 == pytest.approx(HA)
    assert found.scenario.notes == [
        "large_concentration: 1 parcels (b; 1.0 ha) find no room.",
        "large_concentration: 0.50 ha of receiving land are missing: 0.50 ha at B for 2 parcels that can go"
        " nowhere else (a, b).",
        "large_concentration: the least further land that gives everyone room is 0.50 ha at B.",
        "large_concentration: more land would first give room to those who find none: 1.0 ha at B.",
    ]


def cluster_of_small_lots():
    return row_of(6, gap=10, side=95, x=FAR)


def test_small_neighbours_of_a_cluster_merge_even_if_deficient():
    found = play(
        "small_clustering", parcels(cluster_of_small_lots()), zones(base()), deficiency=["green"] * 6
    )
    assert found.fate == ["merge"] * 6
    assert found.fate_reason == ["small_neighbours"] * 6
    assert found.dest_id == ["M-a"] * 6


def test_merging_moves_nothing_and_frees_nothing():
    found = play("small_clustering", parcels(cluster_of_small_lots()), zones(base()))
    assert found.scenario.flows.empty
    assert found.balance.after_m2 == found.balance.before_m2 == pytest.approx(6 * 95**2)
    assert found.balance.vacated_m2 == 0
    assert found.receivers.loc["B", ["received_m2", "parcels"]].tolist() == [0.0, 0]
    assert np.isnan(found.need_m2).all()


def test_a_parcel_of_a_hectare_is_not_small():
    land = parcels(
        [*row_of(4, gap=10, side=95, x=FAR), square(FAR + 420, side=100), square(FAR + 530, side=100)]
    )
    found = play("small_clustering", land, zones(base()))
    assert found.fate == ["merge"] * 4 + ["retain"] * 2


def test_too_little_to_merge_is_said():
    land = parcels([*row_of(3, gap=10, side=95, x=FAR), *row_of(3, gap=10, side=120, x=FAR + 315)])
    found = play("small_clustering", land, zones(base()))
    assert found.fate_reason == ["too_little_to_merge"] * 3 + ["no_reason_to_change"] * 3


def test_vacant_and_cleared_lots_are_not_merged():
    land = parcels(cluster_of_small_lots(), stage=["approved", *["built"] * 5])
    found = play("small_clustering", land, zones(base()), reclaim=[False] * 5 + [True])
    assert found.fate == ["reserve", "merge", "merge", "merge", "merge", "reclaim"]


def test_only_small_clustering_merges():
    land = parcels(row_of(6, gap=10, side=95, x=FAR))
    assert set(play("clustering_with_parks", land, zones(base())).fate) == {"retain"}


@pytest.mark.parametrize("layer_name", ["green", "efficiency", "quality", "equity", "safety"])
def test_deficient_land_that_stays_is_renewed(layer_name):
    found = play("large_concentration", parcels([square(100)]), zones(base()), deficiency=[layer_name])
    assert (found.fate, found.fate_reason) == (["renew"], [f"deficient_{layer_name}"])


@pytest.mark.parametrize("answer", ["none", "unknown"])
def test_land_without_a_deficiency_is_retained(answer):
    assert play("large_concentration", parcels([square(100)]), zones(base()), deficiency=[answer]).fate == [
        "retain"
    ]


def test_deficient_vacant_land_is_renewed_before_it_is_reserved():
    land = parcels([square(FAR)], stage=["supplied"])
    assert play("large_concentration", land, zones(base()), deficiency=["green"]).fate == ["renew"]


def test_vacant_land_outside_parks_is_reserved_and_inside_kept():
    land = parcels([square(FAR), square(100)], stage=["approved", "approved"])
    found = play("large_concentration", land, zones(base()))
    assert found.fate == ["reserve", "retain"]
    assert found.after_use == ["reserve", None]


# Cleared land: its firm is assigned like a mover.


def test_the_firm_of_cleared_land_keeps_its_destination():
    found = play(
        "large_concentration", parcels([square(FAR), square(100)]), zones(base()), reclaim=[True, True]
    )
    assert found.fate == ["reclaim", "reclaim"]
    assert found.dest_id == ["B", "B"]
    assert found.need_m2 == [pytest.approx(HA)] * 2
    assert found.receivers.loc["B", "parcels"] == 2
    assert found.summary["exits"] == 0


def test_without_a_receiver_the_firm_of_cleared_land_exits():
    land, towns = parcels([square(9000, 5000)]), two_towns()
    found = play("small_clustering", land, zones(base()), towns=towns, reclaim=[True])
    assert (found.fate, found.dest_id) == (["reclaim"], [None])
    assert np.isnan(found.need_m2).all()
    assert found.summary["exits"] == 1


def test_without_room_the_firm_of_cleared_land_exits():
    found = play("large_concentration", parcels([square(FAR)]), zones(base(), vacant=0), reclaim=[True])
    assert (found.fate, found.dest_id) == (["reclaim"], [None])


def test_cleared_vacant_land_has_no_firm_that_could_exit():
    land = parcels([square(FAR)], stage=["approved"])
    found = play("large_concentration", land, zones(base()), reclaim=[True])
    assert found.fate == ["reclaim"]
    assert found.summary["exits"] == 0


# Use of vacated land.


def moved_out(urban_rural, **lines):
    land = parcels([square(FAR)], urban_rural=[urban_rural])
    found = play("large_concentration", land, zones(base()), lines=lines)
    assert found.fate == ["relocate"]
    return found.after_use[0]


def test_vacated_land_is_reused_in_town_and_reserved_in_the_country():
    assert moved_out("urban") == "reuse"
    assert moved_out("rural") == "reserve"
    assert moved_out(None) == "reserve"


def test_vacated_land_that_encroaches_or_lies_outside_the_boundary_is_reclaimed():
    assert moved_out("urban", farmland=shapely.box(FAR, 0, FAR + 10, 100)) == "reclaim"
    assert moved_out("urban", boundary=shapely.box(-10, -10, 2200, 2100)) == "reclaim"
    assert moved_out("urban", boundary=whole_district()) == "reuse"


# Receivers and their capacity.


def capacity(zone, land=None, **settings):
    found = play(
        "large_concentration", land if land is not None else parcels([square(FAR)]), zone, **settings
    )
    return found.receivers["capacity_m2"].to_dict()


def test_capacity_is_vacant_land_plus_expansion():
    zone = parks(base(), community(9000)).assign(vacant_m2=[2e5, 0.0], expansion_m2=[3e5, np.nan])
    assert capacity(zone) == {"B": 5e5, "K": 0.0}


def test_vacant_land_not_stated_is_the_vacant_parcels_in_the_park():
    land = parcels(
        [square(100), square(400), square(700), square(900, side=150), square(FAR)],
        land_code=["0601", "0601", "0601", "1201", "0601"],
        stage=["approved", "supplied", "built", None, "approved"],
    )
    assert capacity(parks(base()), land) == {"B": pytest.approx(HA + 150**2)}, (
        "approved land and vacant codes only"
    )


def test_stated_vacant_land_comes_before_parcels():
    land = parcels([square(100)], stage=["approved"])
    assert capacity(parks(base()).assign(vacant_m2=7e5), land) == {"B": 7e5}


def test_rigid_land_and_land_outside_the_boundary_cannot_receive():
    zone = parks(base()).assign(vacant_m2=4e5, expansion_m2=2e5)
    rigid = {"redline": shapely.box(0, 0, 210, 2000), "farmland": shapely.box(105, 0, 420, 2000)}
    assert capacity(zone, lines=rigid) == {"B": pytest.approx(0.8 * 6e5)}, (
        "20 % of the base under either line"
    )
    outside = {"boundary": shapely.box(0, 0, 1260, 2000)}
    assert capacity(zone, lines=outside) == {"B": pytest.approx(0.6 * 6e5)}
    assert capacity(zone, lines={**rigid, **outside}) == {"B": pytest.approx(0.4 * 6e5)}


def test_rigid_land_in_vacant_parcels_cannot_receive():
    land = parcels([square(100), square(1000)], stage=["approved", "approved"])
    assert capacity(parks(base()), land, lines={"redline": shapely.box(100, 0, 140, 90)}) == {
        "B": pytest.approx(1.64 * HA)
    }


def test_a_line_that_is_not_rigid_by_the_profile_takes_no_capacity():
    zone, lines = parks(base()).assign(vacant_m2=4e5), {"farmland": shapely.box(0, 0, 1050, 2000)}
    assert capacity(zone, lines=lines) == {"B": pytest.approx(2e5)}
    assert capacity(zone, lines=lines, rigid_lines=("redline",)) == {"B": 4e5}


def test_a_receiver_lies_at_least_half_inside_the_boundary():
    land = parcels([square(FAR)])
    inside = play(
        "large_concentration", land, zones(base()), lines={"boundary": shapely.box(0, 0, 1050, 2000)}
    )
    outside = play(
        "large_concentration", land, zones(base()), lines={"boundary": shapely.box(0, 0, 1049, 2000)}
    )
    assert inside.fate == ["relocate"]
    assert (outside.fate, outside.fate_reason) == (["retain"], ["no_receiver"])
    assert outside.receivers["capacity_m2"].tolist() == [0.0]


def test_receivers_show_what_they_received():
    land = parcels([square(FAR), square(2 * FAR)])
    found = play("large_concentration", land, zones(base(), vacant=4 * HA), firms=firms(2, jobs=[30, np.nan]))
    columns = ["received_m2", "free_m2", "filled_share", "parcels", "jobs"]
    assert found.receivers.loc["B", columns].tolist() == [
        pytest.approx(2 * HA),
        pytest.approx(2 * HA),
        pytest.approx(0.5),
        2,
        30.0,
    ]


# Land needed and cost.


def test_land_needed_shrinks_with_the_plot_ratio_between_half_and_all():
    land = parcels([square(FAR * (n + 1)) for n in range(5)], site_far=[0.4, 1.5, 2.0, 3.0, np.nan])
    found = play("large_concentration", land, zones(base()), target_far_base=2.0)
    assert found.need_m2 == pytest.approx([0.5 * HA, 0.75 * HA, HA, HA, HA])


def test_without_a_target_the_land_needed_is_the_land_left():
    land = parcels([square(FAR)], site_far=[0.4])
    assert play("large_concentration", land, zones(base())).need_m2 == [pytest.approx(HA)]
    assert play("large_concentration", land, zones(base()), target_far_community=2.0).need_m2 == [
        pytest.approx(HA)
    ]


def test_cost_is_by_area_and_by_area_and_distance():
    # 1 ha over 10 km: 900 + 12 x 10 (10,000 CNY).
    found = play("large_concentration", parcels([square(1000 + 10_000, 950)]), zones(base()))
    assert found.distance_m == [pytest.approx(10_000)]
    assert found.cost == [pytest.approx(900 + 120)]


def test_of_two_bases_the_nearer_one_receives():
    found = play("large_concentration", parcels([square(30_000)]), zones(base(), base(40_000, park_id="A")))
    assert found.dest_id == ["A"]


# Flow lines.


def test_one_flow_a_block_and_receiver():
    land = parcels([square(FAR), *row_of(5, x=2 * FAR)])
    flows = play("large_concentration", land, zones(base())).scenario.flows
    assert flows[["origin_id", "dest_id", "parcels"]].to_dict("list") == {
        "origin_id": ["C-b", "a"],
        "dest_id": ["B", "B"],
        "parcels": [5, 1],
    }
    assert flows["area_m2"].tolist() == pytest.approx([5 * HA, HA])
    assert flows["need_m2"].tolist() == pytest.approx([5 * HA, HA])


def test_a_flow_starts_in_the_blocks_largest_parcel_and_ends_in_the_receiver():
    shapes = [*row_of(5, x=FAR), square(FAR + 600, side=140)]
    flow = play("large_concentration", parcels(shapes), zones(base())).scenario.flows.geometry.iloc[0]
    assert shapes[5].contains(shapely.Point(flow.coords[0]))
    assert base()[3].contains(shapely.Point(flow.coords[1]))


def test_cleared_firms_that_move_have_a_flow():
    flows = play("large_concentration", parcels([square(100)]), zones(base()), reclaim=[True]).scenario.flows
    assert flows["parcels"].tolist() == [1]


# Names that happen to be equal.


def test_a_parcel_named_like_a_park_is_not_part_of_it():
    # Park T holds a 6 ha cluster block; a lone parcel of 6 ha elsewhere has the id T. 12 ha were too large.
    lone, inside = square(3000, side=245), square(0, 3100, side=245)
    land = parcels([lone, inside]).assign(parcel_id=["T", "x"])
    zone = zones(base(), ("T", "town", "other", square(-50, 3050, 345)))
    found = play("clustering_with_parks", land, zone)
    assert found.fate == ["relocate", "relocate"]
    assert found.scenario.flows["parcels"].tolist() == [1, 1]


# Whatever the district.


@st.composite
def any_district(draw):
    count = draw(st.integers(1, 14))
    cells = draw(
        st.lists(
            st.tuples(st.integers(0, 40), st.integers(0, 14)), min_size=count, max_size=count, unique=True
        )
    )
    sides = draw(st.lists(st.integers(40, 190), min_size=count, max_size=count))
    shapes = [square(x * 200, y * 200, side) for (x, y), side in zip(cells, sides)]

    def column(*values):
        return draw(st.lists(st.sampled_from(values), min_size=count, max_size=count))

    land = parcels(
        shapes,
        land_code=column("0601", "0601", "0601", "0701"),
        stage=column("built", "supplied", "approved", None),
        urban_rural=column("rural", "urban", None),
        site_far=np.array(column(0.3, 1.2, 2.5, np.nan)),
    )
    return land, {
        "parks": parks(base(), community(4000, 1000), ("T", "town", "other", square(3000, 2000, 800))).assign(
            vacant_m2=draw(st.sampled_from([0.0, 2e4, 1e6])), expansion_m2=draw(st.sampled_from([0.0, 3e4]))
        ),
        "towns": layer([shapely.box(-1, -1, 3000, 4000), shapely.box(3000, -1, 9000, 4000)], town=["W", "E"]),
        "lines": draw(
            st.sampled_from(
                [
                    {},
                    {
                        "redline": shapely.box(2500, 0, 2700, 4000),
                        "farmland": shapely.box(2600, 0, 3100, 4000),
                    },
                    {"boundary": shapely.box(-1, -1, 4800, 4000), "redline": shapely.box(0, 0, 9000, 333)},
                ]
            )
        ),
        "deficiency": column("none", "unknown", "green", "equity"),
        "reclaim": column(False, False, True, None),
        "target_far_base": draw(st.sampled_from([None, 2.0])),
    }


@settings(max_examples=25)
@given(any_district(), st.sampled_from(SCENARIOS))
def test_books_close_and_rules_hold_in_any_district(place, name):
    land, settings_ = place
    found = play(name, land, **settings_)
    fates, facts, books = found.scenario.fates, found.situation.facts, found.balance
    industrial = (land["land_code"] == "0601").to_numpy()
    assert len(fates) == len(land)
    assert (fates["fate"].isin(FATES).to_numpy() == industrial).all(), (
        "every industrial parcel has exactly one fate"
    )
    assert abs(books.residual_m2) < 0.5
    assert books.quota_freed_m2 >= -1e-6
    assert books.taken_up_m2 <= books.vacated_m2 + 1e-6
    assert books.before_m2 == pytest.approx(facts["area"][facts["in_balance"]].sum())
    receivers = found.receivers
    assert (receivers["received_m2"] <= receivers["capacity_m2"] + 1e-3).all()
    assert books.taken_up_m2 == pytest.approx(receivers["received_m2"].sum())
    assert books.taken_up_m2 == pytest.approx(books.from_vacant_m2 + books.from_expansion_m2)
    moved = fates["dest_id"].isin(receivers.index).to_numpy()
    assert fates["fate"][moved].isin(["relocate", "reclaim"]).all()
    assert (fates["need_m2"].notna().to_numpy() == moved).all()
    assert found.scenario.flows["parcels"].sum() == moved.sum()
    assert found.scenario.flows["area_m2"].sum() == pytest.approx(facts["area"][moved].sum())
    if name == "small_clustering":
        home = dict(zip(facts.index, facts["town"]))
        assert all(home[row] in found.situation.serves[dest] for row, dest in fates["dest_id"][moved].items())


@settings(max_examples=12)
@given(any_district(), st.sampled_from(SCENARIOS[1:]), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(place, name, random):
    land, settings_ = place
    order = list(range(len(land)))
    random.shuffle(order)
    turned = {**settings_, **{key: [settings_[key][n] for n in order] for key in ("deficiency", "reclaim")}}
    straight = play(name, land, **settings_)
    again = play(name, land.iloc[order].reset_index(drop=True), **turned)
    expected = straight.scenario.fates.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(again.scenario.fates, expected, check_exact=False, rtol=1e-9)
    pd.testing.assert_frame_equal(pd.DataFrame(again.scenario.flows), pd.DataFrame(straight.scenario.flows))


def test_the_same_district_twice_is_the_same_to_the_last_bit():
    land = parcels([*row_of(9, gap=25, x=2500, y=500), *row_of(5, gap=400, x=2500, y=1500)])
    first, second = (
        play("clustering_with_parks", land, zones(base(), vacant=6 * HA), certain_scattered="all")
        for _ in "ab"
    )
    pd.testing.assert_frame_equal(first.scenario.fates, second.scenario.fates, check_exact=True)
    assert texts(first.scenario.fates["dest_id"]) == texts(second.scenario.fates["dest_id"])


def test_among_equal_movers_the_order_of_rows_does_not_decide():
    # One parcel north and one south of the base, equally far and equally large; there is room for one.
    land, room = parcels([square(1000, 30_950), square(1000, -29_050)]), zones(base(), vacant=1.5 * HA)
    straight = play("large_concentration", land, room).fate
    assert sorted(straight) == ["relocate", "retain"]
    assert play("large_concentration", land.iloc[::-1].reset_index(drop=True), room).fate == straight[::-1]


def test_of_equally_large_parcels_the_flow_starts_in_the_smallest_id():
    shapes = row_of(5, x=FAR)
    land = parcels(shapes).assign(parcel_id=["e", "d", "a", "b", "c"])
    flow = play("large_concentration", land, zones(base())).scenario.flows.geometry.iloc[0]
    assert shapes[2].contains(shapely.Point(flow.coords[0]))


def test_codes_of_parcels_find_a_town_layer_that_has_only_names():
    land = parcels(
        [square(-5000, 500), square(9000, 5000)], town_code=["330101001", "330101003"], town=["W", "N"]
    )
    found = play("small_clustering", land, zones(base()), towns=two_towns())
    assert found.fate_reason == ["moves_to_receiver", "no_receiver"]
