<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>@default</name>
    <message>
        <source>! out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.2 to 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.4 to 0.6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.6 to 0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 = fails, 0 = passes, empty = cannot be told. trace says for each layer the value, the threshold and where it comes from. reliability is the share of the five tests that could be made: below the limit a parcel without a failed test is unknown, not none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5 ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10k CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10k CNY/ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10k CNY/km2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: confirmed by a person, 0: ruled out by a person, empty: not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: more is better, 0: less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: the land here limits the plan (its linear-program dual is above 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 to 50 ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 20 ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base or community that can receive firms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class of deficiency in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster has at least this many enterprises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster has at least this many parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster or lone parcel below this area is a small block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A development or high-tech zone of this level or above has base status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure per mu as a figure per square kilometre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure per square kilometre as a figure per mu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group with fewer firms whose figure and land are known gives way to the next wider one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level with fewer parks is no reference, since it would compare a park with itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link with a lower score is shown as doubtful.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up place to try things on, copied into your QGIS profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mistake in the plugin, please report it with the log: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moved firm keeps its output times this factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parcel belongs to a park that covers at least this share of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parcel with at least this share inside the development boundary counts as inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A park is called inefficient, wasteful or poorly planned when at least this many of the indicators of that kind are worse, and at least half of those that can be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A park of this level or above has community status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A park that lies at least this much inside a zone with base status shares that status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person has confirmed the link, and it states no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point on the road in front of a factory still counts. 0 switches this off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receiver lies at least this much inside the development boundary, when one is supplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receiver serves every town that holds at least this share of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score among this best share of the parks hides a bad dimension when a criterion is among the worst hidden_worst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stated area is reported when measured / stated - 1 is larger than this, upwards or downwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value far above its reference counts no more than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is worse when it reaches less than this share of its reference (for indicators where less is better, the reference over the value).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that rests on less than this is shown, but not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AHP judgements with a consistency ratio from here on should be made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above-scale enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all open rows of the list above that score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all shown ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessibility is 1 / (1 + distance to the nearest key node / this): 1 at the node, 0.5 at this distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual start of construction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added for each hectare and kilometre of the move. Not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrative level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against benchmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed start of construction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers in one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers with styles, in one file. A former result is used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All libraries are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values as a text table that Excel opens with Chinese intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier result with the column reviewed (1, 0 or empty). Without that column it is taken as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An indicator whose coefficient of variation is below this hardly tells parks apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An overlap narrower than this on average (2 x area / perimeter) is a sliver, however long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An overlap up to this area is a digitising sliver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And never more than this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And together at least this area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any file (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any whole number; another seed gives another district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area as stated by the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the park, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in the unit chosen; output and tax per km2, or per mu with areas in mu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas m2 on the ellipsoid; gaps m, edge to edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas m2, money 10,000 CNY (or the currency of the source), shares 0-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas m2, money 10,000 CNY, CRS EPSG:4526 (CGCS2000, 3-degree zone 38).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As above, but a branch office (分公司), which has a tax id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As above, but a place is stated in front of one of the names only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it suits the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assess land and enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to farmland or green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the result as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the value of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bases are generally larger than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benchmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best fifth of the parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of the parks (0.8 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best rank under random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond this factor a wrong unit or decimal point is likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block parcels in clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block the flow starts from: cluster or lone parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the land codes that the rules name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRS of x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRS of x and y where the layer is a table. Empty: the output is a table as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty of the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here, was {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since the last run: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices (parcels times receivers) above which the frontier is computed on every second, third ... parcel, scaled up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of your own (*.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: layer, workbook or text table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer of parcels in the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of a parcel with several firms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of a parcel with several occupants. worst: the first layer that any of them fails; majority: the class with most land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of deficiency that pay the surcharge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifies stock industrial land into bases, communities and blocks, finds inefficient land and says why, assigns guidance, and computes relocation scenarios with flows and receivers. Thresholds live in rule profiles of your own. Needs geopandas 1.0 and shapely 2.0; the plugin says how to get them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared: back to farmland or green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a parcel on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a parcel on the map, or search for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the parcel that the enterprise is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster or scattered (blocks only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that start with one of these. Add 0602 mining, 0508 or 0604 storage, 1101 logistics where the study covers them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column mapping (*.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column mapping used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communities are typically larger than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares how well parks use their land, and names the priority areas for renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares similar names faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison, cash flow, parcels, towns, risk, assumptions and what was not priced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute everything afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict between status and area, with both figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts with control lines and plan: before, left and new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control line, or the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal or a script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the qgis_process command that repeats this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of moving a firm, for each hectare it leaves. Not verified; enter the county&apos;s own figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost on the frontier of the value of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, proceeds and yearly effects of each parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could receive, gets nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria that a good score hides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data are enough for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: {file}. Projection: {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deficiency, guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deficient parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Developed share of the area due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount at the public-welfare rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use results stored in the output file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doing nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dominant industries of the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dominant industries of the district, as GB/T 4754 sections, divisions or classes: used where the park has no list of its own. Empty: not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dominant industries: GB/T 4754 divisions, separated by ; or ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing {} sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the relocation scenarios, prices them by payer and year, and compares them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws three scenarios beside the status quo: large concentration, small clustering, small clustering with parks; and a fourth, where the rules have moves for the scenario &apos;custom&apos;. Every industrial parcel gets a fate and a phase, movers are assigned to receivers at least cost within their capacity, and the land balance closes. A table of locks fixes single moves and parks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easting or longitude, in the CRS of the parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ecological protection red line. Not supplied means not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ecological red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economic results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economics, contracts and city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency-deficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency: output per land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency: output per land too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipsoidal area, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty means not known. A 0 that means not surveyed (output, tax, employees) has become empty, with a count in the log. The log says which column was taken for what, and asks where a name is not certain. The rejects list every value that could not be used: row is the row of the source, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty means not known. A 0 that means not surveyed (plot ratio, output, tax) has become empty, with a count in the log. stated_m2 is what the source says, area_m2 what was measured. The rejects list every row and value that could not be used: row is the row of the source, counted from 1. The ledger says what was done to which feature, with its area before and after, and which parcels overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprise identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprise name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by a parcel named in their table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by confirmed links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by deficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by nearest parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by point in parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises by tax id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises closer than this belong to one cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises on parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises whose point contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises with a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises with standard columns: points, or a table where no place is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises without a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises without a parcel, with the best candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprises without a parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environmental acceptance passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity-deficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity: tax per land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity: tax per land too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate economics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure is a difference to the status quo. Start with Comparison and with Recommendation, which sets the paper&apos;s judgement beside the figures and says what would change the order. Transfers says who pays whom; over the four parties every payment sums to zero. Assumptions lists each unit cost that a result rests on: none of the shipped ones is verified. Coverage counts the parcels that could not be priced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value against every benchmark, with the gap in absolute terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything needed is there. {} would add to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expansion land bought, where it has a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts found no room on the sheets of: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts that count against a parcel are bold and red. What the study does not know is said to be not known, a control line that was not supplied not checked. The last line says how many of the numbers behind the sheet are assumptions. Where a page is full, the least needed facts are left out, and what did not find room is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails the efficiency test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails the equity test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails the green test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails the quality test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails the safety test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature by feature: repaired, split, dropped, repeated ids, overlaps, slivers and stated areas that do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest firms of a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures to compare with: indicator, value, unit, year, source, scope (national, city, target). They add to those of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the parcels of every enterprise, by the first of these that works: tax id of the holder, name of the holder, similar name, point in the parcel, nearest parcel. Every link says why. Links that a person has reviewed survive a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firms with name, uscc and point (or x and y), as far as known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firms with output and tax, as points or as a table with x and y. Without them parcels stand for themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firms, as points or as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First failed layer, or none, or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed cost of each receiver that is used at all, such as roads and a treatment plant. Empty means none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for one PDF a parcel, named like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of single sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For AHP: the matrix of pairwise judgements, over the criteria or over the indicators. First column: names; further columns: the same names; cells such as 3 or 1/3; one triangle is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Delphi: round, expert, indicator, score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the kind absolute only. Without a value the test is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the kind percentile only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free of rigid control lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further land here in the cheapest way to provide what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB/T 4754-2017 division or class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB/T 4754-2017 divisions taken as heavy industry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB/T 4754-2017 divisions taken as light industry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated; no real place, firm or person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green-deficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green: ecological red line or environmental acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of neighbouring block parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance and scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has heritage value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hectares of land in mu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back by: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High-tech enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder of the land right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a scattered block is advised when it is not known whether it is urban or rural. Its text says that this is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the plan of the point may be from the optimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is reckoned: the method (in English)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many parcels are proposed for an enterprise without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure a class must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the currency of your data is called, such as USD. Nothing is converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the link was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the threshold is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the threshold of output per land is made. share_of_mean: share of total output ÷ total land of the group; share_of_median and percentile: of the firms&apos; own figures; absolute: one value; table: by sector, see sector_thresholds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the threshold of tax per land is made. share_of_mean: share of total tax ÷ total land of the group; share_of_median and percentile: of the firms&apos; own figures; absolute: one value; table: by sector, see sector_thresholds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this result was made is not known: run the study once from the workbench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identify deficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of parcels with ; between them, beside or instead of a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators that cost most of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators with a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial land in conflict today; empty: not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial land that output, tax, investment and employment are divided by. The official evaluation of zones divides by built land only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial land, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial parcels by fate under the moves of the rules for the scenario &apos;custom&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial parcels by fate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industrial parcels that overlap a protected area, with their whole land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industry of the enterprise that decides the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inefficient, wasteful, poorly planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install what is missing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invested share of the sum due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known how this result was made. Run the study with {} as Occupancy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known what this result was made from: save the profile, give it to the study as Rules, and run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It writes into your QGIS profile only, into {}. Other plugins will find these libraries too. To undo it, delete that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs and tax that towns win and lose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the lock. A former one that contradicts it gives way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the lock and printed on the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the point of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of points of interest that are public services; empty means all but the key nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of points of interest that goods traffic has to reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known jobs received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label of 10,000 of the currency, such as 10k USD. Empty: as in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label of money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land Renewal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land Renewal cannot compute anything without {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land Renewal: workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land for expansion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land in mu (亩); 15 mu are a hectare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land in the unit of the options, as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land is reclaimed where rigid control covers strictly more than this, of the parcel or of all land of one of its firms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land m2, distance m, money 10,000 CNY (or the currency of the source), shares 0-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land m2, distance m, money 10,000 CNY. Unit costs are assumptions that the rules mark as such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land needed at the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land needed is never less than this share of the land left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land of parcels that may move here and find no room anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land received beyond the vacant land: expansion land used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land supply stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land taken up against the line or plan, by the receivers&apos; mean share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land that can be received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land use code, survey (0601) or planning (1001xx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land vacated by moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land, with holder and holder_uscc where known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the sheets. Empty: that of QGIS. Texts of the study stay in its language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the traces, the guidance and the reports in results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of traces and guidance. Empty: that of the options, else that of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last fifth of the parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year counted. Nothing after it has a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer or table with the parcels wanted, in its column parcel_id: such as the parcels of the result, selected features only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least cost of more clustering and of more tax, and each scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least output per land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least tax per land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger of repairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of a park by area and status: base, community or block, as the study classifies it. That it lies inside a larger zone is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level: base, community or block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies inside the urban development boundary by half or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear-program dual: what one more hectare here would save on the moves that are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines from each block to its receiver, all scenarios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines from the point of a firm to its parcels, to contradicting parcels and to candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links and best candidates with at least this score are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links are in doubt below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed enterprises; one on two units counts in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or forbid the move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the weight of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock this weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: it stays when others move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks in {}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a scenario: what stays, what moves where, and what it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the levels: bases, communities, and blocks in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the parcels: colours name the first test that fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the parks: the priority areas use their land badly, and say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the libraries...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks up, for the level and the class of each industrial parcel, the measure, its priority, its horizon and the direction of redevelopment, and adds what control lines, heritage, soil and industry call for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the result ready for what-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a believable district that does not exist: towns, roads, parks, parcels, enterprises, control lines, plan. The same seed and number of parcels always give the same district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the result ready ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match again with these decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched again: the result holds your decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the share of each parcel under the ecological red line, permanent basic farmland and the development boundary, and under the dissolved union of the rigid lines: land under two lines counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged with neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money 10,000 CNY (or the currency of the source), electricity kWh, water t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money 10,000 CNY; unit costs as the table of unit costs states; rates and shares 0-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money by parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money by town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money of the scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: assumptions used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: break-even values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: by parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: cash flow by year and party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: how sure it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: payments by year, payer and payee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: results of each scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: towns that win and lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: two unit costs against each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: unit costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: what doing nothing costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: what is priced and what is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money: what matters most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 50 % under a rigid line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 50 ha moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 50 ha received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent rank under random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a slider: the map and the counts follow. Rules of the result: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves to a park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves, by land moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mu of land in hectares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file for the result, at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a shipped column mapping, or your own YAML file. Empty: standard names and known aliases; what is not certain is asked in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the unit evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? Open the sample district and press the marked buttons, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No control line was given: choose at least one of red line, farmland, boundary or plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deficiency found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parcel changes class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No priority area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score where indicators with less than this share of the weight are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northing or latitude, in the CRS of the parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested: no industrial land in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of &quot;+&quot; in the paper; 0 = shown, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of parcels, about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the point of the frontier; empty: a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers without a verified source. The layer Rules used lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it: on land that is vacated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it: on land that stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On protected land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {} sheets not all facts found room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF with a page for each parcel that is selected on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF with a page for each parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page with map, facts and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a link: share, method, score, reason, conflict; ruled out links stay with reviewed = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a metric and scenario; best and worst are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a scenario and year, one column a party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a scenario: present values, ratios, peak funding, jobs, land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a unit and indicator: value, coverage, reason, rank, reference, gap, verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a unit: priority area or not, values, scores; parks with their outline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sheet a level of evaluation, with units and coverage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for scenarios priced without phases. In the study scenarios.phase_unknown decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for scenarios priced without phases; in the study scenarios.phasing decides. Scattered rural blocks move no sooner, unless they encroach or fail the green or the safety test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a result first, or run the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result of a study to look into its parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result of a study to review which enterprise is on which parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the results of a study...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or by up to this share of the smaller parcel, whichever is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or up to this share of the parcel, whichever is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output and tax per land in 10,000 CNY per km2; land m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of strategic emerging industries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output on industrial land a year; empty: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output, tax and investment in 10,000 CNY per km2, employment and services per km2, shares in %, energy and water per CNY of output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps a rigid line by more than digitising slivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps permanent basic farmland by more than digitising slivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps the ecological red line by more than digitising slivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own choice, tried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.1; the policy and the cluster rule are our own defaults in section &apos;levels&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.2 and table 2; formulas and limits: section &apos;performance&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.3; thresholds are our own defaults in section &apos;deficiency&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.4; survey land codes; the meaning of zeros is our own default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.4; tax ids: GB 32100-2015; order and scores are our own defaults (&apos;matching&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 3.4; the meaning of zeros is our own default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 4.1; rows marked D are our own defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 4.2; limits are our own defaults in section &apos;scenarios&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper section 4.2; unit costs are assumptions in section &apos;economics&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper sections 3.4 and 4.1; tolerances are our own defaults in section &apos;control&apos; of the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel id, holder or enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel land under rigid lines, m2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel sheets (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel that the point lies in, where other evidence says another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels below this area are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels by class, before and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels by deficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels by fate: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels by guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels by level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels farther than this from the middle of all parcels are named; a county is smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels found: Enter or a double click opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels in conflict that stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels in conflict today, slivers left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels in question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels in question: press their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels of high priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels of land with standard columns, or any columns with a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels of one cluster are linked by gaps up to this, edge to edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels priced by their own figures, by a default, or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that can go nowhere but to the parks short together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that encroach on a rigid line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that move under large concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that move under small clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels that move under small clustering with parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels this near to the point are proposed for an enterprise without one. 0 switches this off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels to be reclaimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels with control lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels with standard columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels, parks and enterprises of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park boundaries with administrative level and zone type. Without them all is block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park, level not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks by level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks by performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks by rank: click one to see it on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks of these levels are evaluated one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks that are bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks that are communities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks that cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks that have a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks that may receive, with land received, all scenarios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks with a picture of their profile, priority areas first; all are in the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parks, dissolved, with area and level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments by scenario, year, item, payer and payee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile of the firms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance of parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance: against benchmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance: indicators of parks and levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance: ranks under each weighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance: ranks under random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance: weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permanent basic farmland. Not supplied means not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persistence: the test fails only if output was below the threshold in each of this many years. Years without a figure do not count; too few years leave it unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persistence: the test fails only if tax was below the threshold in each of this many years. Years without a figure do not count; too few years leave it unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase of a parcel without a horizon in the guidance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick on map (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of performance and costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned use (planned_use). Land that stays against the plan is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot ratio of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point says another parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the frontier of cost against clustering and against tax. 0 means no frontier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poorly managed below a profit of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poorly managed, by the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poorly planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision on reviewed links, empty without any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present value against the status quo. It rests on assumptions: see the layer Rules used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present value to the government, large concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present value to the government, small clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present value to the government, small clustering with parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run. Every step is computed: seconds for the sample, minutes for a large county.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of expansion land. Empty means that expansion land is part of the capacity and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices and present values are of this year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices the scenarios against the status quo: cash flow by year and by payer, present value to the government and to the economy, benefit-cost ratio, payback, peak funding, towns that win and lose, what doing nothing costs, and how sure all that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority area of several kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile of each park, ranked bars and heat table, as PNG and SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles, benchmarks and priority areas as a page to read or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public services and key nodes (stations, motorway exits), with their kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyYAML is missing, so rule profiles cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS projects (*.qgz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS&apos;s Python was not found as a program: type the command with its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality-deficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality: industry and management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality: outside leading sectors and poorly managed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weightings that the stability of the ranking is tested with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank among the parks, 1 = best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by score, 1 = best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads parcels and enterprises, matches them, and says what the data are enough for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall on reviewed links, empty without any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received over capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving land that is missing, and where to provide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving land that is missing, shared out as little as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving park, or the merged parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving parks, by land received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redevelopment direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal of stock industrial land: levels, deficiencies, guidance and relocation scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairs, overlaps and misstated areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results while the two strongest unit costs vary together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed occupancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rigid control covers more than half: to be reclaimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road lines for the way to key nodes. Without them a straight line and a detour factor stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roads whose end stops short of another road by no more than this are taken to meet it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round of the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and values rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and values that could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and values that could not be used, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule out (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule out every parcel of the list (Shift+R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile (*.yml *.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile (*.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile that is used where none is chosen: a name or a YAML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile: name of a shipped one, or your own YAML file. Empty: that of the mapping, else that of the options, else default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule profile: the name of one that comes with the plugin, or your own YAML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules changed: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the study again: accepted links are kept, ruled out ones are not made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the study again; only what depends on the locks is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the whole study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs all steps in order, control lines, levels, deficiency, guidance and scenarios, and writes one GeoPackage with a styled layer for each result. Run it again after a change: only what depends on the change is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the study into the result file. What is up to date is used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rural industrial land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety evaluation completed and passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety: evaluation missing or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save profile...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project: it opens tomorrow as you leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rule profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the project, and writes pages, workbooks and pictures to pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what must or must not become of this parcel, and solve again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which parcels: choose a layer, or give their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says of every industrial parcel whether it lies in a base, in a community or is a block, and of blocks whether they form a cluster or are scattered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scattered block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scattered block parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scattered blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios compared, best and worst marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios compared, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios compared, money by party and year, risk and assumptions, to read or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios in which small parcels of one cluster are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios: conflicts with control lines and plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios: receiving land that is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios: what the cost could buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score and rank of each park under each weighting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores compare parks, and this result has fewer than two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the result; Enter opens the first parcel found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select parcels of the result on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services are counted within this distance of each parcel, and divided by the area of that circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share inside the urban development boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of industrial land in bases and communities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the first of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the five tests that could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the land or of the enterprises whose figures are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the mean or median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the mean or median that is still enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the parcel&apos;s land held by the enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the random weightings in which a park takes a rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the random weightings with that rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weights that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share planned as industrial land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share under permanent basic farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share under the ecological red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share under the union of all rigid lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares 0-1 of the ellipsoidal area of the parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares run from 0 to 1. Empty means the line was not supplied: not checked, which is not a pass. encroaching is 1 where the overlap with a rigid line exceeds digitising noise, empty where a rigid line is missing and none is crossed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets of the selected parcels...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets with facts left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar names are measured with {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity is multiplied by this where one is a company and the other a sole trader or association.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity of names from which a holder is a candidate for review. One other sign in four makes 0.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity of names from which a link is made, if nothing speaks against it. One sign more or less in ten makes 0.95.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site area of plot ratios. With stated, the measured area is used where none is stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen indicators in five criteria, and your own, for the whole district, each level and each base and community: profile first, benchmark second, score last. Names the parks that are inefficient, wasteful or poorly planned, with the indicators that say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small clustering with parks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soil contaminated or suspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid waste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve again with the locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solving again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of your values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of the results over random unit costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square metres of land in mu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stability of ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with Values: value, coverage (the share of the land or of the enterprises it rests on), rank, reference and verdict of every indicator; reason says why a value is missing. A missing figure counts in neither numerator nor denominator. A score hides what it sums up: read it with its criteria, its obstacles and the span of its rank under random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the three scenario layers: parcels by fate, flows and receivers. parcels holds every result of every parcel, with the trace that explains it. scenario_summary compares the scenarios. readiness says what the data are enough for, rejects what could not be used, run_log which rules made each layer, rules every number with its source and whether it is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status quo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run. The former result stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The former result is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight lines times this stand for roads where no roads are given or the road does not lead there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the locks of this parcel in the chosen scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last decision (Ctrl+Z).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its locks away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of output per industrial land, for the comparison of scenarios. Empty means no comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of tax per industrial land, for the comparison of scenarios. Empty means no comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target plot ratio in bases. Empty means that movers take as much land as they leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets by level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of bases are the yardstick. Applied to every kind of threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of bases should be higher than those of communities. Applied to every kind of threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of blocks may be slightly lower. Applied to every kind of threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets of communities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax on industrial land a year; empty: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells bases, communities and blocks apart, and measures what lies under the control lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests enterprises and their land in five layers, and says what to do with each parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests every enterprise in five layers, green, efficiency, quality, equity and safety, in this order. The first failed layer names the class; all five answers are kept, and the parcels take the class of their occupants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the column mapping, else default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the tour. Change an input and run again: only what depends on it is computed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GeoPackage that the study has written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Python found is not that of QGIS ({} wanted): install the libraries by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart cannot be drawn: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes of {} parcels were not made from the tables of this result (they came with the parcels layer, or the result was edited), so thresholds cannot be tried. Run the study once again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column mapping as it was used, with what was suggested and what is not certain: to edit and to give back as the column mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison of scenarios as a text table that Excel opens with Chinese intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom scenario moves no more land than this. What is cheapest per hectare moves first. Empty means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enterprise is not on that parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enterprise is on the parcel marked in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enterprise table itself names the parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enterprises with class, flags, trace, reliability and figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of these parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of your QGIS profile cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {} is not used because it holds {}, which would crash QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holder is the firm that the branch or plant belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indicators that say so, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installation was stopped; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer {} is given as {}, but its name says {}: check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers have the standard columns and go straight into the study. Gaps and zeros are there on purpose, as in real registers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of the result are not in the project, so the map cannot follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leading industry holds at least this share of its park.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The libraries are installed. Start QGIS again to use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moves of the custom scenario cost no more than this. What is cheapest per hectare moves first. Empty means no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is that of the holder, and both are sole traders or partnerships, whose names are not unique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is that of the holder. In the register 98 of 100 pairs of one name or plant of it have one tax id; sole traders are apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest-neighbour index is computed from this many enterprises on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new libraries could not be put in place ({}): start QGIS again and install once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new libraries do not work here, so they were removed again: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next best holder must be less similar by this much, or nothing is linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package index could not be reached: check the network and QGIS&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel has no outline that the map can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcels as they were, with class, flags, trace and reliability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcels as they were, with measure, priority, horizon and direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcels as they were, with the shares added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcels as they were, with their level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plugin does not use {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point lies in no parcel, and this parcel is the nearest one within the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point of the enterprise lies in the parcel. A geocoded address can fall into the plot next door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be saved: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readiness report says what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result cannot be read: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules have no moves for the scenario &apos;custom&apos;: its layer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same weight for all indicators that are not locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample district could not be copied into your QGIS profile: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample district is not in this installation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario in which the lock holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenarios were solved before they changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score of a candidate whose name is the same but against which something speaks is multiplied by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study did not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study runs with {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the result; nothing is computed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tax id of the enterprise is that of the holder of the land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten unit costs that matter most to each result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool {} is not in the toolbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool {} is not in the toolbox: switch the plugin off and on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two weightings that &apos;combined&apos; joins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The union of these lines is dissolved before it is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole table of unit costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parcel of the result there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {} ready to install for this version of Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command would change more than the folder of the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what would be run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parcel has no fate that could be locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This result has no performance evaluation: run the study once again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tornado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total area, m2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town boundaries. Without them the towns of the parcels are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Towns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns an enterprise register, points or a table, into enterprises with the standard columns: names and units by a column mapping, yes and no read as such. Nothing is dropped without a row in the rejects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns any parcel layer into parcels with the standard columns: names and units by a column mapping, areas measured on the ellipsoid, invalid polygons repaired. Nothing is dropped without a row in the rejects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two parcels that overlap by up to this area share a sliver of digitising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-way grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged and used again: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under large concentration, let clusters of at least large_cluster_min stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unified social credit code of the holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit costs at which a result or the order turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit costs used, with range, source and status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit evaluated: district, level:base, park:P001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit in which areas are shown. Empty: as in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of land on the screen. Result layers always hold square metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmatched enterprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the merged parcel has at least this area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 1 ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 5 ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 50 % under a rigid line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urban development boundary. Not supplied means not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urban industrial land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urban or rural land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urban or rural not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the vacated land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacant industrial land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacant parcels of these codes inside a park are land that can receive movers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value on the frontier at the cost of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value over reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value, threshold and source of every test, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value; empty = not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that could not be used, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasteful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wastewater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of each indicator under each weighting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the efficiency test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the efficiency test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the equity test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the equity test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the green test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the green test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the quality test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the quality test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the safety test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the safety test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a scenario decides, in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a value is judged by, the first that there is. level = all land of the park&apos;s level, parks = all bases and communities; any other word is a scope of benchmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be computed, what is missing and what it would unlock, as a page to read or print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed: click a parcel to see it on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What coverage counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to each parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is decided already: scenario (empty: all), parcel_id, action, park_id, note. Actions: move (the parcel to the park), stay, forbid (the parcel the park); open, close (the park).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is short in all, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is short of the reference, in the unit of the value; below 0 = better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What location quotient and concentration of industries (GB/T 4754 divisions) are measured in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must or must not become of the parcel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What that land costs; empty: no price is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the data are enough for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the data are enough for, and what is missing, as a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the data are enough for: results that can be computed, on what share of the land, and what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scenario decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scenario is short of it, over its own value; 0: on the frontier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the status quo costs, and what is left of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the value is judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this step does, and how to read its results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When; empty: nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the benchmark comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the reference comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the results are kept: one GeoPackage. Choose a former result to see it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the survey is silent, a latest profit below this counts as poor management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your values come from: it is kept with each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a parcel that fails the safety layer may move into a park. If not, it stays, with the reason unsafe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether roads that cross without a shared vertex meet. Bridges would then be junctions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which enterprises the list shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which firm holds which parcel, with its share. Without it firms are matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays whom, cash flow, tornado, grid, radar of principles, risk; as PNG and SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom it describes: national, city, target, or a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose mean, median or percentile: sector = the GB/T 4754 division, else the section, else the district; level = bases, communities or blocks, else the district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was decided so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the link was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the parcel has its class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With fewer parks entropy and CRITIC weights are unstable, and a warning says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With layers, styles and what was run. Paths in it are relative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With neighbours up to this gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With no test failed, a firm or parcel is &apos;none&apos; from this share of known tests on, else &apos;unknown&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work through Unmatched enterprises (candidate_1 is the best proposal) and through the links whose conflict is filled: their point lies in that other parcel. Write 1 into reviewed of a link that is right and 0 of one that is wrong, add missing links with reviewed = 1, and run again with that table as Reviewed occupancy: 1 is kept, 0 is not linked again, the rest is matched anew. score says how certain a link is; PRECISION and RECALL how well the chain does on reviewed links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working. You can go on using QGIS meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst of the parks (0 to 0.2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst rank under random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rules, with all differences, into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write these rules into a file and run the study with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a one-page PDF sheet for each chosen parcel of a study: a map, the figures of its firms against the thresholds, the reason of every test, control lines, guidance, and its fate and cost in every scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML files (*.yml *.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year the buildings were finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly revenue of the county, for the share that peak funding takes of it. Empty means not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly tax paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years in a row below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhan, Dai and Ye (2025), sections 3 and 4; own defaults are marked in the rule profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a figure per mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a figure per square kilometre, such as output per land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all firms of the district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all: every parcel or firm above the limit; green: only green-deficient land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any: every industry may move into every park; dominant: only into a park that lists it as dominant or has no list. An industry that is not known may go anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any: scattered blocks outside the boundary, encroaching or deficient move; all: every scattered block moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area of the park in square metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both: status and area must agree; status: area is ignored; area: status is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>economic, hightech or other, or a word such as 高新区; NULL: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or zh; without it that of the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fate says what happens to a parcel, fate_reason why. dest_id is the park it moves to (or the merged parcel), after_use what becomes of the vacated land. no_receiver and no_capacity are findings: where to look for room; the table of shortages says how much land is missing where and what the cheapest way to provide it is. shadow_price of a receiver is a linear-program dual: what one more hectare there would save. In the summary quota_freed_m2 is vacated less taken up, solver_gap says how far the plan is from the proved optimum, and principle_volume, principle_clustering and principle_quality are 1 (kept), 0 (not kept) or empty (not known), with the figures in words beside them. The frontier shows what the same cost could buy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firms at the same level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firms of the same industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freed: vacated less taken up. freed_not_sold: less the land that is sold for reuse as well, so that no land is paid for twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gb32100 = codes that pass the check of GB 32100-2015 only. any = other tax ids too, but no placeholders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its point lies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>km2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>land in hectares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>land in mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>land in square metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave_out: land whose figure is not known counts in neither numerator nor denominator; ignore: it stays in the denominator, which makes the value a lower bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level_note is filled where the status and the area of a park disagree, with both figures: nothing is reclassified in silence. Non-industrial parcels have no level. cluster_id names the group of neighbouring block parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure is a code, measure_text the sentence to quote. reclaim is 1 where rigid control covers more than half of the parcel or of its enterprise&apos;s land, empty where that cannot be told. The table is editable: section &apos;guidance&apos; of the rules. If the parcels already carry the results of the other algorithms, these are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minmax: 0 for the worst park, 1 for the best; ratio: value over reference, up to ratio_cap; topsis: closeness to the best park.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move, stay or forbid (a parcel); open or close (a park)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name or file of the rule profile; without it that of the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>national, provincial, municipal, county or town, or a word such as 国家级; NULL: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked: no line given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not priced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these without a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one fixed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip failed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip is not there: install it (on Debian and Ubuntu the package python3-pip) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plus_flat: marks ÷ their sum; plus_by_criterion: criteria weigh the same, marks inside; own: column own_weight; ahp and delphi need a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share and score 0-1; land m2; distances m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table by industry (in the rules)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class with most land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code in the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the method of the plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worst of its firms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time takes the speeds of road_speeds, and access_half_time in place of access_half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too old or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parcels} parcels, {land} ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}  {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (older than the result)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} enterprises have several equally good candidates and stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} enterprises to review, {} decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} firms move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} for the government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ha more receiving land would be needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ha of quota freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ha taken up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ha vacated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds several layers. Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} indicators, together 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not installed from here: the copy of the package index would crash QGIS. It comes with QGIS or its installer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not the result of a study: run the study, or choose its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is there already and is no result of a study: name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} jobs move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} links accepted. Undo takes them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} links confirmed and {} ruled out, kept in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} must not be installed beside QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} parcels change class ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} parks change rank. A score is never to be read without its indicators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} parcels find no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} parcels have no receiver within the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} parcels move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} parcels move, {} vacated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} rules are assumptions, not verified figures; see the rule profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sheets.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} → {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} → {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, written beside the result:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: land {} before, {} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: only the selection is used, which a command cannot name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} firms or parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} has edits that are not saved; save them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} is a temporary layer; save it to a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} of {} reviewed links right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ from an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
