"""Which enterprise sits on which parcel, and why."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE, LINES, POLYGONS
from ..inputs import add_inputs, run_steps
from ..translation import tr

METHODS = {
    "reviewed": tr("Enterprises by confirmed links"),
    "given": tr("Enterprises by a parcel named in their table"),
    "tax_id": tr("Enterprises by tax id"),
    "name": tr("Enterprises by name"),
    "fuzzy": tr("Enterprises by similar name"),
    "point": tr("Enterprises by point in parcel"),
    "nearest": tr("Enterprises by nearest parcel"),
}


class MatchEnterprises(LandRenewalAlgorithm):
    TITLE = tr("Match enterprises")
    GROUP = "prepare"
    TAGS = (
        "match",
        "enterprise",
        "occupancy",
        "tax id",
        "name",
        "fuzzy",
        "企业",
        "匹配",
        "统一社会信用代码",
        "权利人",
    )
    PURPOSE = tr(
        "Finds the parcels of every enterprise, by the first of these that works: tax id of the holder, name"
        " of the holder, similar name, point in the parcel, nearest parcel. Every link says why. Links that a"
        " person has reviewed survive a new run."
    )
    READING = tr(
        "Work through Unmatched enterprises (candidate_1 is the best proposal) and through the links whose"
        " conflict is filled: their point lies in that other parcel. Write 1 into reviewed of a link that is"
        " right and 0 of one that is wrong, add missing links with reviewed = 1, and run again with that"
        " table as Reviewed occupancy: 1 is kept, 0 is not linked again, the rest is matched anew. score"
        " says how certain a link is; PRECISION and RECALL how well the chain does on reviewed links."
    )
    UNITS = tr("share and score 0-1; land m2; distances m.")
    SOURCE = tr(
        "Paper section 3.4; tax ids: GB 32100-2015; order and scores are our own defaults ('matching')."
    )

    def declare(self):
        self.source("PARCELS", tr("Parcels"), tr("Land, with holder and holder_uscc where known."), POLYGONS)
        help = tr("Firms with name, uscc and point (or x and y), as far as known.")
        self.source("ENTERPRISES", tr("Enterprises"), help, ANY_TABLE)
        help = tr(
            "An earlier result with the column reviewed (1, 0 or empty). Without that column it is taken as"
            " it is."
        )
        self.source("OCCUPANCY", tr("Reviewed occupancy"), help, ANY_TABLE, optional=True)
        add_inputs(self)
        help = tr(
            "One row a link: share, method, score, reason, conflict; ruled out links stay with reviewed = 0."
        )
        self.sink("OCCUPANCY_OUTPUT", tr("Enterprises on parcels"), help, ANY_TABLE)
        help = tr("Enterprises without a parcel, with the best candidates.")
        self.sink("UNMATCHED", tr("Unmatched enterprises"), help, ANY_TABLE, style="unmatched", optional=True)
        help = tr(
            "Lines from the point of a firm to its parcels, to contradicting parcels and to candidates."
        )
        self.sink("LINKS", tr("Links"), help, LINES, optional=True, create=False)
        help = tr("Rows and values that could not be used, with the reason.")
        self.sink("REJECTS", tr("Rejects"), help, ANY_TABLE, optional=True, create=False)
        self.output_number("MATCHED", tr("Enterprises with a parcel"))
        self.output_number("UNMATCHED_COUNT", tr("Enterprises without a parcel"))
        self.output_number("CONFLICTS", tr("Enterprises whose point contradicts"))
        for method, title in METHODS.items():
            self.output_number(f"BY_{method.upper()}", title)
        self.output_number("PRECISION", tr("Precision on reviewed links, empty without any"))
        self.output_number("RECALL", tr("Recall on reviewed links, empty without any"))

    def compute(self, job):
        import pandas as pd

        from ...core.matching.match_lines import link_lines
        from ...core.matching.matching import land_shares
        from ..results import in_source_crs, unmatched_layer

        targets = ("occupancy", "unmatched", "links_ruled_out", "links_fresh", "rejects.occupancy")
        study = run_steps(job, targets)
        links, unmatched = study["occupancy"], study["unmatched"]
        land = land_shares(links, study["parcels"])[["share", "land_m2", "share_from"]]
        out = study["links_ruled_out"]
        table = links.assign(**land)
        table = pd.concat([table, out], ignore_index=True) if len(out) else table
        job.write("OCCUPANCY_OUTPUT", table, table="occupancy")
        job.write("UNMATCHED", unmatched_layer(study), job.crs("PARCELS"), table="unmatched")
        if job.has("LINKS"):
            lines = link_lines(links, unmatched, study["enterprises"], study["parcels"])
            job.write("LINKS", in_source_crs(lines, study), job.crs("PARCELS"), "LineString")
        rejects = [study[f"rejects.{name}"] for name in ("parcels", "enterprises", "occupancy")]
        job.rejects("REJECTS", pd.concat(rejects, ignore_index=True))
        return {**_counts(links, unmatched), **_quality(job, study)}


def _counts(links, unmatched) -> dict:
    by = links.groupby("method")["ent_id"].nunique() if "method" in links else {}
    conflicts = links["ent_id"][links["conflict"].notna()].nunique() if "conflict" in links else 0
    return {
        "MATCHED": int(links["ent_id"].nunique()),
        "UNMATCHED_COUNT": len(unmatched),
        "CONFLICTS": int(conflicts),
        **{f"BY_{method.upper()}": int(by.get(method, 0)) for method in METHODS},
    }


def _quality(job, study) -> dict:
    """How the chain alone would have done on the links that a person has reviewed."""
    import pandas as pd

    from ...core.matching.fuzzy import library
    from ...core.matching.match_quality import link_quality, quality_by_method

    job.note(tr("Similar names are measured with {}.").format(library()))
    labels = pd.concat([study["occupancy"], study["links_ruled_out"]], ignore_index=True)
    if "reviewed" not in labels or not labels["reviewed"].notna().any() or study["links_fresh"].empty:
        return {"PRECISION": None, "RECALL": None}
    fresh = study["links_fresh"]
    for method, quality in quality_by_method(fresh, labels).items():
        if quality.found:
            job.note(tr("{}: {} of {} reviewed links right").format(method, quality.right, quality.found))
    whole = link_quality(fresh, labels)
    figures = {"PRECISION": whole.precision, "RECALL": whole.recall}
    return {name: None if value != value else value for name, value in figures.items()}
