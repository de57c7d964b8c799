<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>@default</name>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source> (assumption)</source>
        <translation>（假设）</translation>
    </message>
    <message>
        <source> ({})</source>
        <translation>（{}）</translation>
    </message>
    <message>
        <source> Codes such as {} seem to have lost their leading 0: keep them as text.</source>
        <translation>{}等编码似乎丢失了开头的0，请按文本保存。</translation>
    </message>
    <message>
        <source> If they come from a Chinese map service they are up to 700 m off: state coordinates: gcj02 (AMap, Tencent) or bd09 (Baidu) in the column mapping.</source>
        <translation>如来自国内地图服务，偏差可达700米：请在字段映射中写明 coordinates: gcj02（高德、腾讯）或 bd09（百度）。</translation>
    </message>
    <message>
        <source> Or {}.</source>
        <translation>或{}。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>与</translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation>等另外{}个</translation>
    </message>
    <message>
        <source> has no layer {}</source>
        <translation>没有图层{}，</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>! out of date</source>
        <translation>! 已过期</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has no layer &quot;parcels&quot;: choose the result of a study.</source>
        <translation>“{}”中没有图层“parcels”：请选择评估结果。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has no layer &quot;parcels&quot;: run the study first, or choose its output.</source>
        <translation>“{}”中没有图层“parcels”：请先运行评估，或选择评估的输出。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no lock: use one of {}.</source>
        <translation>“{}”不是锁定类型：请用{}之一。</translation>
    </message>
    <message>
        <source>%1\nno room</source>
        <translation>%1\n无承接空间</translation>
    </message>
    <message>
        <source>%1\nroom for %2 ha</source>
        <translation>%1\n可承接%2公顷</translation>
    </message>
    <message>
        <source>%1\ntakes %2 of %3 ha</source>
        <translation>%1\n承接%2/%3公顷</translation>
    </message>
    <message>
        <source>&apos;crs: {}&apos; is no coordinate reference system: write it like EPSG:4527</source>
        <translation>“crs: {}”不是坐标参照系：请写成 EPSG:4527 的形式</translation>
    </message>
    <message>
        <source>&apos;from:&apos; names no column</source>
        <translation>“from:”没有写字段名</translation>
    </message>
    <message>
        <source>&apos;layers&apos; must hold &apos;kind: [names]&apos; lines</source>
        <translation>“layers”之下必须是“kind: [names]”行</translation>
    </message>
    <message>
        <source>&apos;range&apos; [{:g}, {:g}] runs downwards</source>
        <translation>“range”[{:g}, {:g}] 下限大于上限</translation>
    </message>
    <message>
        <source>&apos;range&apos; must be [low, high]</source>
        <translation>“range”必须是 [low, high]（下限、上限）</translation>
    </message>
    <message>
        <source>&apos;slice:&apos; must be [first, end], counted from 0, with the end left out</source>
        <translation>“slice:”必须是 [first, end]，从0计数，不含末位</translation>
    </message>
    <message>
        <source>&apos;tables&apos; must hold &apos;table:&apos; lines</source>
        <translation>“tables”之下必须是“table:”行</translation>
    </message>
    <message>
        <source>&apos;test:&apos; is for yes/no columns</source>
        <translation>“test:”只用于是否型字段</translation>
    </message>
    <message>
        <source>&apos;values:&apos; must hold &apos;old: new&apos; pairs</source>
        <translation>“values:”之下必须是“old: new”</translation>
    </message>
    <message>
        <source>&apos;{}&apos; against &apos;{}&apos;</source>
        <translation>“{}”对“{}”</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be varied: choose of {}.</source>
        <translation>“{}”不能变动：请在{}中选择。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; in its name is not known</source>
        <translation>字段名中的“{}”无法识别</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is given twice (first on line {})</source>
        <translation>“{}”重复（首次在第{}行）</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is missing or negative in the table of {} for</source>
        <translation>“{}”在{}表中缺失或为负，涉及</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no coordinate reference system: use a code such as EPSG:4527.</source>
        <translation>“{}”不是坐标参照系：请用 EPSG:4527 这样的代码。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no kind of coordinates that can be converted: write one of {}.</source>
        <translation>“{}”不是可换算的坐标类型：请写{}之一。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no {}</source>
        <translation>“{}”不是 {} 类型</translation>
    </message>
    <message>
        <source>&apos;{}&apos; must state its unit in &apos;{}&apos;</source>
        <translation>“{}”必须在“{}”中写明单位</translation>
    </message>
    <message>
        <source>&apos;{}&apos; {}</source>
        <translation>“{}”{}</translation>
    </message>
    <message>
        <source>&apos;{}&apos;: {}</source>
        <translation>“{}”：{}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, and the other way round the columns of x and y.</source>
        <translation>，并对调 x 和 y 的字段。</translation>
    </message>
    <message>
        <source>, with longitude and latitude in each other&apos;s place</source>
        <translation>，且经度与纬度颠倒</translation>
    </message>
    <message>
        <source>, with x and y in each other&apos;s place</source>
        <translation>，且 x 与 y 颠倒</translation>
    </message>
    <message>
        <source>, {}</source>
        <translation>，{}</translation>
    </message>
    <message>
        <source>0.2 to 0.4</source>
        <translation>0.2—0.4</translation>
    </message>
    <message>
        <source>0.4 to 0.6</source>
        <translation>0.4—0.6</translation>
    </message>
    <message>
        <source>0.6 to 0.8</source>
        <translation>0.6—0.8</translation>
    </message>
    <message>
        <source>1 = fails, 0 = passes, empty = cannot be told. trace says for each test the value, the threshold and where it comes from. reliability is the share of the five tests that could be made: below the limit a parcel without a failed test is unknown, not none.</source>
        <translation>1为不通过，0为通过，空为无法判断。trace 逐项说明数值、阈值及阈值来源。reliability 为可开展的检验占五项的比例：低于限值时，没有未通过检验的地块判为数据不足，而不是未发现缺失。</translation>
    </message>
    <message>
        <source>1 ha more</source>
        <translation>每增1公顷</translation>
    </message>
    <message>
        <source>1 to 5 ha</source>
        <translation>1—5公顷</translation>
    </message>
    <message>
        <source>10k CNY</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>10k CNY/(ha*km)</source>
        <translation>万元/公顷·公里</translation>
    </message>
    <message>
        <source>10k CNY/(km2*year)</source>
        <translation>万元/平方公里·年</translation>
    </message>
    <message>
        <source>10k CNY/ha</source>
        <translation>万元/公顷</translation>
    </message>
    <message>
        <source>10k CNY/km2</source>
        <translation>万元/平方公里</translation>
    </message>
    <message>
        <source>10k CNY/mu</source>
        <translation>万元/亩</translation>
    </message>
    <message>
        <source>10k CNY/year</source>
        <translation>万元/年</translation>
    </message>
    <message>
        <source>1: confirmed by a person, 0: ruled out by a person, empty: not looked at</source>
        <translation>人工复核（1确认，0排除）</translation>
    </message>
    <message>
        <source>1: its range holds that value</source>
        <translation>1：临界值在取值范围内</translation>
    </message>
    <message>
        <source>1: more is better</source>
        <translation>1：越高越好</translation>
    </message>
    <message>
        <source>1: more is better, 0: less is better</source>
        <translation>方向（1越高越好，0越低越好）</translation>
    </message>
    <message>
        <source>1: shares added up to more than 1 and were scaled</source>
        <translation>占比已折算（1是）</translation>
    </message>
    <message>
        <source>1: the best scenario here</source>
        <translation>1：此处最优情景</translation>
    </message>
    <message>
        <source>1: the clustering principle is kept; empty: not known</source>
        <translation>1：满足集聚原则；空为未知</translation>
    </message>
    <message>
        <source>1: the land here limits the plan (its linear-program dual is above 0)</source>
        <translation>用地制约方案（1是）</translation>
    </message>
    <message>
        <source>1: the quality principle is kept; empty: not known</source>
        <translation>1：满足质量原则；空为未知</translation>
    </message>
    <message>
        <source>1: the volume principle is kept; empty: not known</source>
        <translation>1：满足总量原则；空为未知</translation>
    </message>
    <message>
        <source>20 to 50 ha</source>
        <translation>20—50公顷</translation>
    </message>
    <message>
        <source>25 % of the draws are below</source>
        <translation>25%分位数</translation>
    </message>
    <message>
        <source>5 % of the draws are below</source>
        <translation>5%分位数</translation>
    </message>
    <message>
        <source>5 to 20 ha</source>
        <translation>5—20公顷</translation>
    </message>
    <message>
        <source>75 % of the draws are below</source>
        <translation>75%分位数</translation>
    </message>
    <message>
        <source>95 % of the draws are below</source>
        <translation>95%分位数</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>; and {} other kinds, see the rejects</source>
        <translation>；另有{}类，见剔除记录</translation>
    </message>
    <message>
        <source>; did you mean &apos;{}&apos;?</source>
        <translation>；是否为“{}”？</translation>
    </message>
    <message>
        <source>A GeoPackage cannot be made in {}: {}</source>
        <translation>无法在{}中建立 GeoPackage：{}</translation>
    </message>
    <message>
        <source>A base or community that can receive firms.</source>
        <translation>可承接企业的产业基地或产业社区。</translation>
    </message>
    <message>
        <source>A class of deficiency in words.</source>
        <translation>缺失类型的文字名称。</translation>
    </message>
    <message>
        <source>A cluster has at least this many enterprises.</source>
        <translation>集聚组至少有该数量的企业。</translation>
    </message>
    <message>
        <source>A cluster has at least this many parcels.</source>
        <translation>集聚区块至少有该数量的地块。</translation>
    </message>
    <message>
        <source>A cluster or lone parcel below this area is a small block.</source>
        <translation>面积低于该值的集聚区块或单个地块为小区块。</translation>
    </message>
    <message>
        <source>A development or high-tech zone of this level or above has base status.</source>
        <translation>不低于该级别的经济开发区或高新区具有基地资格。</translation>
    </message>
    <message>
        <source>A figure per mu as a figure per square kilometre.</source>
        <translation>将每亩的数值换算为每平方公里的数值。</translation>
    </message>
    <message>
        <source>A figure per square kilometre as a figure per mu.</source>
        <translation>将每平方公里的数值换算为每亩的数值。</translation>
    </message>
    <message>
        <source>A good score hides a weak criterion: {}.</source>
        <translation>较高的得分掩盖了薄弱准则：{}。</translation>
    </message>
    <message>
        <source>A group with fewer firms whose figure and land are known gives way to the next wider one.</source>
        <translation>组内数据和用地均已知的企业少于该数时，改用更大范围的组。</translation>
    </message>
    <message>
        <source>A layer of type {} cannot hold {}.</source>
        <translation>{} 类型的图层不能存放 {}。</translation>
    </message>
    <message>
        <source>A level in words.</source>
        <translation>层级的文字名称。</translation>
    </message>
    <message>
        <source>A level with fewer parks is no reference, since it would compare a park with itself.</source>
        <translation>园区数少于该值的层级不作参照，以免园区与自身比较。</translation>
    </message>
    <message>
        <source>A line that begins with &quot;#&quot; after the spaces is not used. Where a name was not certain, its lines are commented out: take away the &quot;# &quot; of the one that is right. The fields are explained in the user guide.</source>
        <translation>空格之后以“#”开头的行不起作用。字段名不能确定时，相关各行列为注释：去掉正确一行的“# ”即可。各项写法见用户手册。</translation>
    </message>
    <message>
        <source>A link with a lower score is shown as doubtful.</source>
        <translation>得分低于该值的关联视为存疑。</translation>
    </message>
    <message>
        <source>A lock says so</source>
        <translation>按锁定处理</translation>
    </message>
    <message>
        <source>A made-up place to try things on, copied into your QGIS profile</source>
        <translation>供试用的虚构区县，复制到 QGIS 用户配置中</translation>
    </message>
    <message>
        <source>A mistake in the plugin, please report it with the log: {}</source>
        <translation>插件内部错误，请连同日志一并反馈：{}</translation>
    </message>
    <message>
        <source>A moved firm keeps its output times this factor.</source>
        <translation>搬迁企业的产值乘以该倍数。</translation>
    </message>
    <message>
        <source>A page for each scenario and one with all side by side, as PNG with legend and figures.</source>
        <translation>每个情景一页，另有一页并列对照，PNG 格式，含图例和主要指标。</translation>
    </message>
    <message>
        <source>A parcel belongs to a park that covers at least this share of it.</source>
        <translation>地块属于覆盖其不低于该占比的园区。</translation>
    </message>
    <message>
        <source>A parcel with at least this share inside the development boundary counts as inside.</source>
        <translation>地块在城镇开发边界内的占比不低于该值时视为界内。</translation>
    </message>
    <message>
        <source>A park is called inefficient, wasteful or poorly planned when at least this many of the indicators of that kind are worse, and at least half of those that can be judged.</source>
        <translation>某类指标中至少有该数量劣于参照值，且占可判断指标的一半以上时，园区判为低效、粗放或布局不合理。</translation>
    </message>
    <message>
        <source>A park of this level or above has community status.</source>
        <translation>不低于该级别的园区具有社区资格。</translation>
    </message>
    <message>
        <source>A park that lies at least this much inside a zone with base status shares that status.</source>
        <translation>位于具有基地资格的开发区内不低于该占比的园区，享有同等资格。</translation>
    </message>
    <message>
        <source>A person has confirmed the link, and it states no score.</source>
        <translation>经人工确认、未注明得分的关联。</translation>
    </message>
    <message>
        <source>A point on the road in front of a factory still counts. 0 switches this off.</source>
        <translation>位于厂前道路上的点位仍可计入。0为关闭。</translation>
    </message>
    <message>
        <source>A range needs a value: give one, or leave the range empty.</source>
        <translation>有取值范围就须有数值：请填写数值，或将范围留空。</translation>
    </message>
    <message>
        <source>A range needs both its low and its high end, or neither.</source>
        <translation>取值范围须同时给出下限和上限，或两者都不给。</translation>
    </message>
    <message>
        <source>A receiver lies at least this much inside the development boundary, when one is supplied.</source>
        <translation>提供了城镇开发边界时，承接园区位于界内的占比不低于该值。</translation>
    </message>
    <message>
        <source>A receiver serves every town that holds at least this share of it.</source>
        <translation>承接园区服务于占其不低于该比例的各个乡镇。</translation>
    </message>
    <message>
        <source>A rule of the scenario moves it, and there is room</source>
        <translation>按情景规则搬迁，且有承接空间</translation>
    </message>
    <message>
        <source>A sample district needs at least {} parcels and a seed of 0 or more (given: {} parcels, seed {}): enter larger numbers.</source>
        <translation>示例区县至少需要{}个地块，随机种子不得为负（现为{}个地块，种子{}）：请输入更大的数。</translation>
    </message>
    <message>
        <source>A score among this best share of the parks hides a bad dimension when a criterion is among the worst hidden_worst.</source>
        <translation>得分居园区前列该比例、但有准则处于最差 hidden_worst 之列的，属高分掩盖短板。</translation>
    </message>
    <message>
        <source>A stated area is reported when measured / stated - 1 is larger than this, upwards or downwards.</source>
        <translation>登记面积与量算面积之比减1（无论正负）超过该值时予以提示。</translation>
    </message>
    <message>
        <source>A table of judgements needs a first column of names and a further column for each of them.</source>
        <translation>判断矩阵表的第一列须为名称，其后每个名称各占一列。</translation>
    </message>
    <message>
        <source>A table of shades goes by &apos;reference&apos; or &apos;rank&apos;, not by &apos;{}&apos;.</source>
        <translation>热力表按“reference”或“rank”着色，不支持“{}”。</translation>
    </message>
    <message>
        <source>A value far above its reference counts no more than this.</source>
        <translation>远高于参照值的指标值，计分时不超过该倍数。</translation>
    </message>
    <message>
        <source>A value is needed here.</source>
        <translation>此处须填写数值。</translation>
    </message>
    <message>
        <source>A value is worse when it reaches less than this share of its reference (for indicators where less is better, the reference over the value).</source>
        <translation>指标值不及参照值的该比例时为劣于参照值（越低越好的指标，按参照值与指标值之比计）。</translation>
    </message>
    <message>
        <source>A value that rests on less than this is shown, but not judged.</source>
        <translation>数据覆盖率低于该值的指标值只展示、不评判。</translation>
    </message>
    <message>
        <source>A window with a map of each one that is ticked; all maps move together</source>
        <translation>在一个窗口中显示各勾选情景的地图，各图联动</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>A year, or once</source>
        <translation>每年或一次性</translation>
    </message>
    <message>
        <source>AHP judgements with a consistency ratio from here on should be made anew.</source>
        <translation>一致性比率达到该值的判断矩阵应重新判断。</translation>
    </message>
    <message>
        <source>About the figure chosen</source>
        <translation>所选数值的说明</translation>
    </message>
    <message>
        <source>Above 0</source>
        <translation>大于0</translation>
    </message>
    <message>
        <source>Above the header: {}.</source>
        <translation>表头之上：{}。</translation>
    </message>
    <message>
        <source>Above-scale enterprise</source>
        <translation>规上企业</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>确认(A)</translation>
    </message>
    <message>
        <source>Accept all open rows of the list above that score.</source>
        <translation>确认上方列表中得分不低于该值的全部待定行。</translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Accept all shown ({})</source>
        <translation>全部确认（{}）</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Accessibility and suitability</source>
        <translation>可达性与产业适宜性</translation>
    </message>
    <message>
        <source>Accessibility is 1 / (1 + distance to the nearest key node / this): 1 at the node, 0.5 at this distance.</source>
        <translation>可达性＝1÷（1＋到最近关键节点的距离÷该值）：在节点处为1，在该距离处为0.5。</translation>
    </message>
    <message>
        <source>Actual start of construction</source>
        <translation>实际开工日期</translation>
    </message>
    <message>
        <source>Added for each hectare and kilometre of the move. Not verified.</source>
        <translation>每公顷每公里的搬迁附加成本，未核实。</translation>
    </message>
    <message>
        <source>Added tax a year</source>
        <translation>年新增税收</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Administrative level</source>
        <translation>行政级别</translation>
    </message>
    <message>
        <source>Against benchmarks</source>
        <translation>与基准值比较</translation>
    </message>
    <message>
        <source>Against the reference</source>
        <translation>与参照值对比</translation>
    </message>
    <message>
        <source>Agreed start of construction</source>
        <translation>约定开工日期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All changes: {}</source>
        <translation>全部变化：{}</translation>
    </message>
    <message>
        <source>All layers in one file.</source>
        <translation>全部图层在一个文件中。</translation>
    </message>
    <message>
        <source>All layers with styles, in one file. A former result is used again.</source>
        <translation>全部图层及样式在一个文件中。已有结果予以沿用。</translation>
    </message>
    <message>
        <source>All libraries are there.</source>
        <translation>程序库已齐全。</translation>
    </message>
    <message>
        <source>All maps show the same extent in the same colours, so that they can be laid beside each other. The legend counts parcels and land by fate. Below the map stand the figures of the scenario and what it could not do; what is not known is left out.</source>
        <translation>各图范围和颜色一致，便于相互对照。图例按去向统计地块和用地。图下为该情景的主要指标以及未能做到的内容，未知的不列。</translation>
    </message>
    <message>
        <source>All to review</source>
        <translation>全部待复核</translation>
    </message>
    <message>
        <source>All values as a text table that Excel opens with Chinese intact.</source>
        <translation>文本表格形式的全部指标值，用 Excel 打开中文不乱码。</translation>
    </message>
    <message>
        <source>All weights are 0: give at least one indicator a weight.</source>
        <translation>权重全为0：请至少给一个指标赋权。</translation>
    </message>
    <message>
        <source>All {} of these unit costs are assumptions that nobody has verified.</source>
        <translation>这{}项单价均为假设，尚无人核实。</translation>
    </message>
    <message>
        <source>Amount; empty = not known</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>An earlier result with the column reviewed (1, 0 or empty). Without that column it is taken as it is.</source>
        <translation>先前的结果，含 reviewed 字段（1、0或空）。没有该字段时原样采用。</translation>
    </message>
    <message>
        <source>An indicator whose coefficient of variation is below this hardly tells parks apart.</source>
        <translation>变异系数低于该值的指标难以区分园区。</translation>
    </message>
    <message>
        <source>An overlap narrower than this on average (2 x area / perimeter) is a sliver, however long.</source>
        <translation>重叠部分的平均宽度（2×面积/周长）小于该值时视为碎片，不论其长度。</translation>
    </message>
    <message>
        <source>An overlap up to this area is a digitising sliver.</source>
        <translation>重叠面积不超过该值时视为数字化碎片。</translation>
    </message>
    <message>
        <source>And never more than this share.</source>
        <translation>且不超过该比例。</translation>
    </message>
    <message>
        <source>And together at least this area.</source>
        <translation>且合计面积不低于该值。</translation>
    </message>
    <message>
        <source>Another QGIS has to have the currency {} in its options as well.</source>
        <translation>另一台 QGIS 的选项中也须设置货币 {}。</translation>
    </message>
    <message>
        <source>Any file (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Any whole number; another seed gives another district.</source>
        <translation>任意整数；不同的种子得到不同的区县。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Approved area</source>
        <translation>批准面积</translation>
    </message>
    <message>
        <source>Approved, not supplied</source>
        <translation>批而未供</translation>
    </message>
    <message>
        <source>Area after</source>
        <translation>处理后面积</translation>
    </message>
    <message>
        <source>Area as stated by the source</source>
        <translation>源数据登记面积</translation>
    </message>
    <message>
        <source>Area before</source>
        <translation>处理前面积</translation>
    </message>
    <message>
        <source>Area of a base ({:.2f} km2, more than {:g} km2), but status of a {}.</source>
        <translation>面积达到产业基地（{:.2f}平方公里，超过{:g}平方公里），但级别属{}。</translation>
    </message>
    <message>
        <source>Area of a community ({:.2f} km2, more than {:g} km2), but status of a block.</source>
        <translation>面积达到产业社区（{:.2f}平方公里，超过{:g}平方公里），但级别属工业区块。</translation>
    </message>
    <message>
        <source>Area of the park, measured</source>
        <translation>园区量算面积</translation>
    </message>
    <message>
        <source>Areas in hectares; the resolution in dots per inch.</source>
        <translation>面积为公顷；分辨率为每英寸点数。</translation>
    </message>
    <message>
        <source>Areas in the unit chosen; output and tax per km2, or per mu with areas in mu.</source>
        <translation>面积用所选单位；产值和税收按平方公里计，面积单位为亩时按亩计。</translation>
    </message>
    <message>
        <source>Areas m2 on the ellipsoid; gaps m, edge to edge.</source>
        <translation>面积为椭球面积，平方米；间距为边缘间距，米。</translation>
    </message>
    <message>
        <source>Areas m2, money 10,000 CNY (or the currency of the source), shares 0-1.</source>
        <translation>面积平方米，金额万元（或源数据的货币），占比0—1。</translation>
    </message>
    <message>
        <source>Areas m2, money 10,000 CNY, CRS EPSG:4526 (CGCS2000, 3-degree zone 38).</source>
        <translation>面积平方米，金额万元，坐标参照系 EPSG:4526（CGCS2000，3度带第38带）。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>As QGIS</source>
        <translation>与 QGIS 一致</translation>
    </message>
    <message>
        <source>As above, but a branch office (分公司), which has a tax id of its own.</source>
        <translation>同上，但为有自己信用代码的分公司。</translation>
    </message>
    <message>
        <source>As above, but a place is stated in front of one of the names only.</source>
        <translation>同上，但仅一方名称前注明地名。</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>按给定数据</translation>
    </message>
    <message>
        <source>As in QGIS</source>
        <translation>与 QGIS 一致</translation>
    </message>
    <message>
        <source>As it suits the data</source>
        <translation>根据数据自动选择</translation>
    </message>
    <message>
        <source>Ask whoever made it for its coordinate reference system.</source>
        <translation>请向数据提供者询问其坐标参照系。</translation>
    </message>
    <message>
        <source>Assess land and enterprises</source>
        <translation>用地与企业评价</translation>
    </message>
    <message>
        <source>Assign guidance</source>
        <translation>更新引导</translation>
    </message>
    <message>
        <source>Assumption, not verified</source>
        <translation>假设，未核实</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>At most this far from the best plan</source>
        <translation>与最优解的最大差距</translation>
    </message>
    <message>
        <source>Back to farmland</source>
        <translation>复垦</translation>
    </message>
    <message>
        <source>Back to farmland or green</source>
        <translation>复垦复绿</translation>
    </message>
    <message>
        <source>Back to green</source>
        <translation>复绿</translation>
    </message>
    <message>
        <source>Back to the costs of the result.</source>
        <translation>恢复为结果所用的单价。</translation>
    </message>
    <message>
        <source>Back to the result as it is.</source>
        <translation>恢复为现有结果。</translation>
    </message>
    <message>
        <source>Back to the value of the result</source>
        <translation>恢复为结果所用的数值</translation>
    </message>
    <message>
        <source>Base year</source>
        <translation>基准年</translation>
    </message>
    <message>
        <source>Bases</source>
        <translation>产业基地</translation>
    </message>
    <message>
        <source>Bases are generally larger than this.</source>
        <translation>产业基地一般大于该面积。</translation>
    </message>
    <message>
        <source>Basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Benchmark, in the unit of the value</source>
        <translation>基准值（按指标单位）</translation>
    </message>
    <message>
        <source>Benchmarks</source>
        <translation>基准值</translation>
    </message>
    <message>
        <source>Benchmarks that come with the plugin or that you keep in your profile; the input table of benchmarks adds to them.</source>
        <translation>插件自带或保存在自己规则文件中的基准值；输入的基准值表与其一并使用。</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Benefit-cost ratio of the government</source>
        <translation>政府效益费用比</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最优</translation>
    </message>
    <message>
        <source>Best fifth of the parks</source>
        <translation>园区前20%</translation>
    </message>
    <message>
        <source>Best of the parks (0.8 to 1)</source>
        <translation>园区中最好（0.8—1）</translation>
    </message>
    <message>
        <source>Best of the scenarios</source>
        <translation>各情景中最优</translation>
    </message>
    <message>
        <source>Best or worst of the scenarios</source>
        <translation>各情景中最优或最差</translation>
    </message>
    <message>
        <source>Best rank under random weights</source>
        <translation>随机权重下最好名次</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Better than the reference</source>
        <translation>优于参照值</translation>
    </message>
    <message>
        <source>Beyond this factor a wrong unit or decimal point is likely.</source>
        <translation>超过该倍数时，可能是单位或小数点错误。</translation>
    </message>
    <message>
        <source>Block parcels in clusters</source>
        <translation>集聚区块地块</translation>
    </message>
    <message>
        <source>Block the flow starts from: cluster or lone parcel</source>
        <translation>流向起点区块</translation>
    </message>
    <message>
        <source>Borne by</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>临界值</translation>
    </message>
    <message>
        <source>Break-even values</source>
        <translation>临界值</translation>
    </message>
    <message>
        <source>Build scenarios</source>
        <translation>情景生成</translation>
    </message>
    <message>
        <source>Building density</source>
        <translation>建筑密度</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>已建成</translation>
    </message>
    <message>
        <source>By a name much alike</source>
        <translation>按相近名称</translation>
    </message>
    <message>
        <source>By a person</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>By floor area</source>
        <translation>按建筑面积</translation>
    </message>
    <message>
        <source>By its point</source>
        <translation>按坐标点</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By tax id</source>
        <translation>按信用代码</translation>
    </message>
    <message>
        <source>By the land codes that the rules name.</source>
        <translation>按规则文件所列地类代码判定。</translation>
    </message>
    <message>
        <source>By the nearest parcel</source>
        <translation>按最近地块</translation>
    </message>
    <message>
        <source>CGCS2000 longitude and latitude (EPSG:4490).</source>
        <translation>CGCS2000 经纬度（EPSG:4490）。</translation>
    </message>
    <message>
        <source>CNY/(m2*year)</source>
        <translation>元/平方米·年</translation>
    </message>
    <message>
        <source>CNY/m2</source>
        <translation>元/平方米</translation>
    </message>
    <message>
        <source>CRS of x and y</source>
        <translation>x 和 y 的坐标参照系</translation>
    </message>
    <message>
        <source>CRS of x and y where the layer is a table. Empty: the output is a table as well.</source>
        <translation>图层为表格时 x 和 y 的坐标参照系。空：输出也为表格。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cash flow</source>
        <translation>现金流</translation>
    </message>
    <message>
        <source>Certainty of the first candidate</source>
        <translation>候选地块一的可信度</translation>
    </message>
    <message>
        <source>Certainty of the link</source>
        <translation>关联可信度</translation>
    </message>
    <message>
        <source>Certainty of the second candidate</source>
        <translation>候选地块二的可信度</translation>
    </message>
    <message>
        <source>Certainty of the third candidate</source>
        <translation>候选地块三的可信度</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Change in jobs</source>
        <translation>岗位变化</translation>
    </message>
    <message>
        <source>Change in tax</source>
        <translation>税收变化</translation>
    </message>
    <message>
        <source>Change in taxes a year</source>
        <translation>年税收变化</translation>
    </message>
    <message>
        <source>Change in value added</source>
        <translation>增加值变化</translation>
    </message>
    <message>
        <source>Change in value added a year</source>
        <translation>年增加值变化</translation>
    </message>
    <message>
        <source>Change of the present value from the low (white) to the high end (dark) of each range, the others as they are: the bars reach from {} to {}. Click one to edit it.</source>
        <translation>每项由取值下限（白）到取值上限（深）时净现值的变化，其他各项不变；横条范围由{}至{}。点击可编辑该项。</translation>
    </message>
    <message>
        <source>Change up to there</source>
        <translation>相对现取值的变化</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Changed here, was {}</source>
        <translation>已在此更改，原为{}</translation>
    </message>
    <message>
        <source>Changed since the last run: {}.</source>
        <translation>上次运行后已更改：{}。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Check: </source>
        <translation>检查：</translation>
    </message>
    <message>
        <source>Check: No parcel has an industrial land code (found: {}): check land_code and the profile&apos;s industrial_codes.{}</source>
        <translation>检查：没有地块的地类编码属于工业用地（现有编码：{}），请检查 land_code 和规则文件中的 industrial_codes。{}</translation>
    </message>
    <message>
        <source>Check: enterprises: the table has no rows, so parcels stand for themselves.</source>
        <translation>检查：企业：表中没有记录，改按地块自身属性判定。</translation>
    </message>
    <message>
        <source>Check: parks: rows of one park_id differ in {}, the first value is used ({}).</source>
        <translation>检查：园区：同一 park_id 各行的 {} 不一致，取第一个值（{}）。</translation>
    </message>
    <message>
        <source>Check: parks: {} is more land than the park itself ({}): is its unit right?</source>
        <translation>检查：园区：{} 大于园区自身面积（{}），单位是否正确？</translation>
    </message>
    <message>
        <source>Check: parks: {} pairs are the same land, which is offered to receive industry twice ({}): keep one of each.</source>
        <translation>检查：园区：{}对园区范围相同，承接空间会重复计算（{}），每对请只保留一个。</translation>
    </message>
    <message>
        <source>Check: there are no land codes (land_code), so all {} parcels are taken as industrial.</source>
        <translation>检查：没有地类编码（land_code），{}个地块全部按工业用地处理。</translation>
    </message>
    <message>
        <source>Check: {} parcels have no land code and are not taken as industrial ({}).</source>
        <translation>检查：{}个地块没有地类编码，不按工业用地处理（{}）。</translation>
    </message>
    <message>
        <source>Check: {}: half of the values are above {:g}, but a share is 0 to 1. If the source is in percent, say unit: &apos;%&apos; in the column mapping.</source>
        <translation>检查：{}：半数取值大于{:g}，而比例应在0至1之间。如来源为百分数，请在字段映射中写明 unit: &apos;%&apos;。</translation>
    </message>
    <message>
        <source>Check: {}: x and y of {} rows are degrees, while the parcels are not; they are read as </source>
        <translation>检查：{}：{}行的 x 和 y 是经纬度，而地块不是；按如下坐标系读取：</translation>
    </message>
    <message>
        <source>Check: {}: {}</source>
        <translation>检查：{}：{}</translation>
    </message>
    <message>
        <source>Check: {}: {} pairs overlap by more than slivers; {:,.2f} ha are counted more than once ({}{}).</source>
        <translation>检查：{}：{}对图形重叠超出碎片范围；{:,.2f}公顷被重复计算（{}{}）。</translation>
    </message>
    <message>
        <source>Check: {}: {} rows or values could not be used: {}{}.</source>
        <translation>检查：{}：{}行或取值无法使用：{}{}。</translation>
    </message>
    <message>
        <source>Check: {}: {} values come as decimal numbers of more than 15 digits, so their last digits are lost (rows {}): have the source keep them as text.</source>
        <translation>检查：{}：{}个取值是超过15位的小数型数字，末尾几位已丢失（第{}行），请在来源中按文本保存。</translation>
    </message>
    <message>
        <source>Check: {}: {} {} ({}): {}.</source>
        <translation>检查：{}：{}{}（{}）：{}。</translation>
    </message>
    <message>
        <source>Choices (parcels times receivers) above which the frontier is computed on every second, third ... parcel, scaled up.</source>
        <translation>选择数（地块数乘以承接园区数）超过该值时，效率前沿每隔若干个地块取一个计算后放大。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file of your own (*.yml)</source>
        <translation>选择自己的文件（*.yml）</translation>
    </message>
    <message>
        <source>Choose a file: layer, workbook or text table</source>
        <translation>选择文件：图层、工作簿或文本表格</translation>
    </message>
    <message>
        <source>Choose a move in the list, or a parcel on the map.</source>
        <translation>请在列表中选择搬迁，或在地图上选择地块。</translation>
    </message>
    <message>
        <source>Choose a parcel on the map</source>
        <translation>在地图上选择地块</translation>
    </message>
    <message>
        <source>Choose a park to keep it open or to close it.</source>
        <translation>请选择园区，设为保持开放或关闭。</translation>
    </message>
    <message>
        <source>Choose a value in the list to edit it.</source>
        <translation>在列表中选择一项后编辑。</translation>
    </message>
    <message>
        <source>Choose the folder for the maps of this result</source>
        <translation>选择该结果地图的存放文件夹</translation>
    </message>
    <message>
        <source>Choose the layer of parcels in the first step.</source>
        <translation>请在第一步选择地块图层。</translation>
    </message>
    <message>
        <source>City level</source>
        <translation>本市</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class of a parcel with several firms</source>
        <translation>多家企业共用地块的类型</translation>
    </message>
    <message>
        <source>Class of a parcel with several occupants. worst: the first test that any of them fails; majority: the class with most land.</source>
        <translation>多家企业共用地块的类型。worst：任一企业首个未通过的检验；majority：用地最多的类型。</translation>
    </message>
    <message>
        <source>Class of the road</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>Classes of deficiency that pay the surcharge.</source>
        <translation>须加征的缺失类型。</translation>
    </message>
    <message>
        <source>Classify levels</source>
        <translation>层级划分</translation>
    </message>
    <message>
        <source>Cleared: back to farmland or green</source>
        <translation>退出：复垦复绿</translation>
    </message>
    <message>
        <source>Click a parcel on the map</source>
        <translation>在地图上点击地块</translation>
    </message>
    <message>
        <source>Click a parcel on the map, or search for one.</source>
        <translation>在地图上点击地块，或查找地块。</translation>
    </message>
    <message>
        <source>Click one to see it on the map. Tick those to lay side by side.</source>
        <translation>点击可在地图上查看，勾选可并列对照。</translation>
    </message>
    <message>
        <source>Click or Enter shows it on the map; Space ticks it.</source>
        <translation>点击或按回车键在地图上显示，按空格键勾选。</translation>
    </message>
    <message>
        <source>Click the parcel that the enterprise is on.</source>
        <translation>点击企业所在的地块。</translation>
    </message>
    <message>
        <source>Click to see it larger</source>
        <translation>点击放大</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cluster block</source>
        <translation>集聚区块</translation>
    </message>
    <message>
        <source>Cluster blocks</source>
        <translation>集聚区块</translation>
    </message>
    <message>
        <source>Cluster or scattered (blocks only)</source>
        <translation>区块类型</translation>
    </message>
    <message>
        <source>Clustering principle, in words</source>
        <translation>集聚原则（文字）</translation>
    </message>
    <message>
        <source>Codes that start with one of these. Add 0602 mining, 0508 or 0604 storage, 1101 logistics where the study covers them.</source>
        <translation>以其中之一开头的代码。评估范围包括采矿、仓储、物流时，可加0602采矿，0508或0604仓储，1101物流。</translation>
    </message>
    <message>
        <source>Collective land has no term: paid in full.</source>
        <translation>集体土地没有年限，全额补偿。</translation>
    </message>
    <message>
        <source>Collectives</source>
        <translation>集体</translation>
    </message>
    <message>
        <source>Collectives, net</source>
        <translation>集体净额</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Column &apos;{}&apos; may be {}: {}; not used. Name it in a column mapping.</source>
        <translation>字段“{}”可能是{}：{}；未使用。请在字段映射中写明。</translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation>字段映射</translation>
    </message>
    <message>
        <source>Column mapping (*.yml)</source>
        <translation>字段映射 (*.yml)</translation>
    </message>
    <message>
        <source>Column mapping used</source>
        <translation>采用的字段映射</translation>
    </message>
    <message>
        <source>Column mapping: what fills which standard column. Edit it, save it as UTF-8 and give it as &quot;Column mapping&quot;.</source>
        <translation>字段映射：各标准字段取自哪个字段。修改后以 UTF-8 编码保存，作为“字段映射”使用。</translation>
    </message>
    <message>
        <source>Columns of the same name are numbered on: {}.</source>
        <translation>同名的列已续编：{}。</translation>
    </message>
    <message>
        <source>Columns without a header are named by their place: {}.</source>
        <translation>没有表头的列按位置命名：{}。</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>产业社区</translation>
    </message>
    <message>
        <source>Communities are typically larger than this.</source>
        <translation>产业社区通常大于该面积。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比选</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较范围</translation>
    </message>
    <message>
        <source>Compared with: a scenario; empty: present value 0</source>
        <translation>对照情景；空：净现值为0</translation>
    </message>
    <message>
        <source>Compares how well parks use their land, and names the priority areas for renewal.</source>
        <translation>比较各园区的用地绩效，确定优先更新区域。</translation>
    </message>
    <message>
        <source>Compares similar names faster</source>
        <translation>加快相近名称的比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>情景比选</translation>
    </message>
    <message>
        <source>Comparison of scenarios</source>
        <translation>情景汇总</translation>
    </message>
    <message>
        <source>Comparison, cash flow, parcels, towns, risk, assumptions and what was not priced.</source>
        <translation>情景比选、现金流、地块、乡镇、风险、假设和未计价的部分。</translation>
    </message>
    <message>
        <source>Compliance: rectify in place</source>
        <translation>限期整改达标</translation>
    </message>
    <message>
        <source>Compute everything afresh</source>
        <translation>全部重新计算</translation>
    </message>
    <message>
        <source>Conflict between status and area, with both figures</source>
        <translation>级别与面积不符说明</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Conflicts with control lines and plan: before, left and new.</source>
        <translation>与控制线和现行规划的冲突：之前、遗留和新增。</translation>
    </message>
    <message>
        <source>Control line, or the plan</source>
        <translation>控制线或规划</translation>
    </message>
    <message>
        <source>Control lines</source>
        <translation>控制线核查</translation>
    </message>
    <message>
        <source>Control lines and plan</source>
        <translation>控制线与规划</translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal or a script.</source>
        <translation>已复制，可粘贴到终端或脚本中。</translation>
    </message>
    <message>
        <source>Copied: {} rows. Paste them into a spreadsheet.</source>
        <translation>已复制{}行，可粘贴到电子表格中。</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy the qgis_process command that repeats this step</source>
        <translation>复制可重现本步骤的 qgis_process 命令</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Cost of moving a firm, for each hectare it leaves. Not verified; enter the county&apos;s own figure.</source>
        <translation>企业每腾退1公顷的搬迁成本，未核实；请填写本地数值。</translation>
    </message>
    <message>
        <source>Cost of opening receivers</source>
        <translation>启用承接园区的成本</translation>
    </message>
    <message>
        <source>Cost of the expansion land bought</source>
        <translation>购置拓展用地的成本</translation>
    </message>
    <message>
        <source>Cost of the move</source>
        <translation>搬迁成本</translation>
    </message>
    <message>
        <source>Cost of the moves</source>
        <translation>搬迁成本</translation>
    </message>
    <message>
        <source>Cost of the moves, openings and land bought</source>
        <translation>搬迁、启用与购地成本</translation>
    </message>
    <message>
        <source>Cost on the frontier of the value of the scenario</source>
        <translation>同等数值的前沿成本</translation>
    </message>
    <message>
        <source>Cost, proceeds and yearly effects of each parcel.</source>
        <translation>每个地块的成本、土地收益和年度变化。</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Could receive, gets nothing</source>
        <translation>可承接但未承接</translation>
    </message>
    <message>
        <source>County level</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>计价覆盖</translation>
    </message>
    <message>
        <source>Criteria that a good score hides</source>
        <translation>被高得分掩盖的准则</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Criterion, by id</source>
        <translation>准则代码</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Custom scenario</source>
        <translation>自定义情景</translation>
    </message>
    <message>
        <source>D, tried on 6,343 names of producing factories of the Taiwan register</source>
        <translation>本插件默认值，以台湾地区工厂登记的6343个生产中工厂名称试算</translation>
    </message>
    <message>
        <source>D; as in the scenarios, land not known to be urban counts as rural</source>
        <translation>本插件默认值；与情景一致，未知为城镇的用地按乡村处理</translation>
    </message>
    <message>
        <source>D; end of the current territorial plans</source>
        <translation>本插件默认值；现行国土空间规划的期末</translation>
    </message>
    <message>
        <source>D; no public source</source>
        <translation>本插件默认值；没有公开来源</translation>
    </message>
    <message>
        <source>D; upper end: 34.9 % of sampling points on abandoned industrial land exceeded standards, national soil survey 2014</source>
        <translation>本插件默认值；上限：2014年全国土壤污染状况调查，工业废弃地点位超标率34.9%</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data are enough for</source>
        <translation>数据可支撑</translation>
    </message>
    <message>
        <source>Data: {file}. Projection: {crs}.</source>
        <translation>数据：{file}。投影：{crs}。</translation>
    </message>
    <message>
        <source>Date of supply</source>
        <translation>供地日期</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Deficiency</source>
        <translation>缺失类型</translation>
    </message>
    <message>
        <source>Deficiency, guidance</source>
        <translation>缺失类型与更新引导</translation>
    </message>
    <message>
        <source>Deficient</source>
        <translation>缺失型用地</translation>
    </message>
    <message>
        <source>Deficient land left as it is</source>
        <translation>遗留缺失型用地</translation>
    </message>
    <message>
        <source>Deficient land that stays as it is</source>
        <translation>遗留缺失型用地</translation>
    </message>
    <message>
        <source>Deficient parcels</source>
        <translation>缺失型地块</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Developed share of the area due</source>
        <translation>已开发面积占比</translation>
    </message>
    <message>
        <source>Development boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>Difference between both ends</source>
        <translation>变幅</translation>
    </message>
    <message>
        <source>Directions may be several, separated by &apos;;&apos;.</source>
        <translation>改造方向可有多个，以“;”分隔。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discount at the public-welfare rate.</source>
        <translation>按公益折现率折现。</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>折现率</translation>
    </message>
    <message>
        <source>Discount rate for public welfare</source>
        <translation>公益折现率</translation>
    </message>
    <message>
        <source>Distance to the receiver</source>
        <translation>到承接园区的距离</translation>
    </message>
    <message>
        <source>Do not use results stored in the output file.</source>
        <translation>不使用输出文件中保存的结果。</translation>
    </message>
    <message>
        <source>Doing nothing</source>
        <translation>维持现状的代价</translation>
    </message>
    <message>
        <source>Dominant industries of the district</source>
        <translation>全区主导产业</translation>
    </message>
    <message>
        <source>Dominant industries of the district, as GB/T 4754 sections, divisions or classes: used where the park has no list of its own. Empty: not known.</source>
        <translation>全区主导产业，采用 GB/T 4754 门类、大类或小类代码；园区没有自己的名录时采用。空为未知。</translation>
    </message>
    <message>
        <source>Dominant industries that are no GB/T 4754 codes were not used, parks: {}.</source>
        <translation>主导产业不是 GB/T 4754 代码的未采用，园区：{}。</translation>
    </message>
    <message>
        <source>Dominant industries: GB/T 4754 divisions, separated by ; or ,</source>
        <translation>主导产业（行业大类）</translation>
    </message>
    <message>
        <source>Dots per inch of the pictures: 150 for the screen, 300 for print.</source>
        <translation>图片的每英寸点数：屏幕显示150，打印300。</translation>
    </message>
    <message>
        <source>Drag or turn the wheel on any map: the others and the main map follow.</source>
        <translation>拖动任一地图或滚动滚轮，其他地图和主地图随之变化。</translation>
    </message>
    <message>
        <source>Draw a chart</source>
        <translation>绘制图表</translation>
    </message>
    <message>
        <source>Drawing maps</source>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <source>Drawing sheets</source>
        <translation>正在绘制信息卡</translation>
    </message>
    <message>
        <source>Drawing {} sheets</source>
        <translation>正在绘制{}张信息卡</translation>
    </message>
    <message>
        <source>Draws in which it ranks first, status quo aside</source>
        <translation>不计维持现状的居首频率</translation>
    </message>
    <message>
        <source>Draws in which the scenario ranks first</source>
        <translation>居首频率</translation>
    </message>
    <message>
        <source>Draws the relocation scenarios, prices them by payer and year, and compares them.</source>
        <translation>生成搬迁情景，测算各主体、各年份收支并进行比选。</translation>
    </message>
    <message>
        <source>Draws the scenarios of a study for print: a page for each with map, legend and key figures, and one page with all of them side by side.</source>
        <translation>绘制可供打印的情景地图：每个情景一页，含地图、图例和主要指标，另有一页并列全部情景。</translation>
    </message>
    <message>
        <source>Draws three scenarios beside the status quo: large concentration, small clustering, small clustering with parks; and a fourth, where the rules have moves for the scenario &apos;custom&apos;. Every industrial parcel gets a fate and a phase, movers are assigned to receivers at least cost within their capacity, and the land balance closes. A table of locks fixes single moves and parks.</source>
        <translation>在维持现状之外生成三个情景：大集中、小集聚、小集聚+适度园区；规则文件为“custom”情景设有搬迁规则时，另生成第四个情景。每个工业地块都有去向和时序，搬迁地块在承接容量内以最低成本分配到承接园区，用地总量保持平衡。锁定表可固定个别搬迁和园区。</translation>
    </message>
    <message>
        <source>Draws with a present value above 0</source>
        <translation>净现值大于0的概率</translation>
    </message>
    <message>
        <source>Easting or longitude</source>
        <translation>横坐标或经度</translation>
    </message>
    <message>
        <source>Easting or longitude, in the CRS of the parcels</source>
        <translation>横坐标或经度</translation>
    </message>
    <message>
        <source>Eco-efficiency</source>
        <translation>生态效率</translation>
    </message>
    <message>
        <source>Ecological protection red line. Not supplied means not checked.</source>
        <translation>生态保护红线。未提供即为未核查。</translation>
    </message>
    <message>
        <source>Ecological red line</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <source>Economic benefit-cost ratio</source>
        <translation>经济效益费用比</translation>
    </message>
    <message>
        <source>Economic development zone</source>
        <translation>经济开发区</translation>
    </message>
    <message>
        <source>Economic efficiency</source>
        <translation>经济效益</translation>
    </message>
    <message>
        <source>Economic evaluation of construction projects, methods and parameters, 3rd edition: lower end for long-term public welfare</source>
        <translation>《建设项目经济评价方法与参数》（第三版）：长期公益项目的下限</translation>
    </message>
    <message>
        <source>Economic evaluation of construction projects, methods and parameters, 3rd edition: social discount rate</source>
        <translation>《建设项目经济评价方法与参数》（第三版）：社会折现率</translation>
    </message>
    <message>
        <source>Economic internal rate of return</source>
        <translation>经济内部收益率</translation>
    </message>
    <message>
        <source>Economic present value</source>
        <translation>经济净现值</translation>
    </message>
    <message>
        <source>Economic results</source>
        <translation>测算结果</translation>
    </message>
    <message>
        <source>Economic view, cumulative</source>
        <translation>经济视角累计</translation>
    </message>
    <message>
        <source>Economic view, net</source>
        <translation>经济视角净额</translation>
    </message>
    <message>
        <source>Economics</source>
        <translation>经济测算</translation>
    </message>
    <message>
        <source>Economics, contracts and city</source>
        <translation>经济测算、合同与城市</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>效率</translation>
    </message>
    <message>
        <source>Efficiency-deficient</source>
        <translation>效率不足型</translation>
    </message>
    <message>
        <source>Efficiency: low output per land</source>
        <translation>效率不足型：地均产值偏低</translation>
    </message>
    <message>
        <source>Efficiency: output per land</source>
        <translation>效率：地均产值</translation>
    </message>
    <message>
        <source>Electricity use</source>
        <translation>用电量</translation>
    </message>
    <message>
        <source>Ellipsoidal area, measured</source>
        <translation>量算面积</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>从业人员</translation>
    </message>
    <message>
        <source>Empty means not known. A 0 that means not surveyed (output, tax, employees) has become empty, with a count in the log. The log says which column was taken for what, and asks where a name is not certain. The rejects list every value that could not be used: row is the row of the source, counted from 1.</source>
        <translation>空值表示未知。表示未调查的0（产值、税收、从业人员）已改为空值，日志中注明个数。日志说明各字段的对应关系，名称不确定的提请确认。剔除记录列出全部未采用的数值：row 为源数据的行号，从1起计。</translation>
    </message>
    <message>
        <source>Empty means not known. A 0 that means not surveyed (plot ratio, output, tax) has become empty, with a count in the log. stated_m2 is what the source says, area_m2 what was measured. The rejects list every row and value that could not be used: row is the row of the source, counted from 1. The ledger says what was done to which feature, with its area before and after, and which parcels overlap.</source>
        <translation>空值表示未知。表示未调查的0（容积率、产值、税收）已改为空值，日志中注明个数。stated_m2 为源数据登记面积，area_m2 为量算面积。剔除记录列出全部未采用的行和数值：row 为源数据的行号，从1起计。修复台账说明各要素作了何种处理及前后面积，以及哪些地块重叠。</translation>
    </message>
    <message>
        <source>Empty: a move whose output is not known is not priced for downtime and value added.</source>
        <translation>空：产值未知的搬迁不计停产损失和增加值。</translation>
    </message>
    <message>
        <source>Empty: no new firms are counted.</source>
        <translation>空：不计新企业。</translation>
    </message>
    <message>
        <source>Empty: not known.</source>
        <translation>空为未知。</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Enterprise identifier</source>
        <translation>企业编号</translation>
    </message>
    <message>
        <source>Enterprise name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Enterprises by a parcel named in their table</source>
        <translation>按企业表所注地块匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by confirmed links</source>
        <translation>按已确认关联匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by deficiency</source>
        <translation>企业（按缺失类型）</translation>
    </message>
    <message>
        <source>Enterprises by name</source>
        <translation>按名称匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by nearest parcel</source>
        <translation>按最近地块匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by point in parcel</source>
        <translation>按点位所在地块匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by similar name</source>
        <translation>按相近名称匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises by tax id</source>
        <translation>按信用代码匹配的企业</translation>
    </message>
    <message>
        <source>Enterprises closer than this belong to one cluster.</source>
        <translation>间距小于该值的企业归为同一集聚组。</translation>
    </message>
    <message>
        <source>Enterprises kept</source>
        <translation>保留的企业</translation>
    </message>
    <message>
        <source>Enterprises matched by {}.</source>
        <translation>企业匹配方式：{}。</translation>
    </message>
    <message>
        <source>Enterprises moved</source>
        <translation>搬迁企业</translation>
    </message>
    <message>
        <source>Enterprises on parcels</source>
        <translation>企业—地块占用关系</translation>
    </message>
    <message>
        <source>Enterprises to review</source>
        <translation>待复核企业</translation>
    </message>
    <message>
        <source>Enterprises whose point contradicts</source>
        <translation>点位与地块矛盾的企业</translation>
    </message>
    <message>
        <source>Enterprises with a parcel</source>
        <translation>已匹配地块的企业</translation>
    </message>
    <message>
        <source>Enterprises with standard columns: points, or a table where no place is known.</source>
        <translation>标准字段的企业：点图层，没有位置时为表格。</translation>
    </message>
    <message>
        <source>Enterprises without a parcel</source>
        <translation>未匹配地块的企业</translation>
    </message>
    <message>
        <source>Enterprises without a parcel, with the best candidates.</source>
        <translation>未匹配到地块的企业，附最佳候选地块。</translation>
    </message>
    <message>
        <source>Enterprises without a parcel.</source>
        <translation>未匹配到地块的企业。</translation>
    </message>
    <message>
        <source>Enterprises, net</source>
        <translation>企业净额</translation>
    </message>
    <message>
        <source>Entropy weights of plain values need values above 0: use the scaling minmax instead.</source>
        <translation>对原值计算熵权要求数值大于0：请改用 minmax 标准化。</translation>
    </message>
    <message>
        <source>Environmental acceptance passed</source>
        <translation>环评验收通过</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>公平</translation>
    </message>
    <message>
        <source>Equity-deficient</source>
        <translation>公平不足型</translation>
    </message>
    <message>
        <source>Equity: low tax per land</source>
        <translation>公平不足型：地均税收偏低</translation>
    </message>
    <message>
        <source>Equity: tax per land</source>
        <translation>公平：地均税收</translation>
    </message>
    <message>
        <source>Evaluate economics</source>
        <translation>经济测算</translation>
    </message>
    <message>
        <source>Evaluate performance</source>
        <translation>绩效评价</translation>
    </message>
    <message>
        <source>Evaluation of intensive land use of 541 national zones, about 2020</source>
        <translation>541个国家级开发区土地集约利用评价，约2020年</translation>
    </message>
    <message>
        <source>Every figure is a difference to the status quo. Start with Comparison and with Recommendation, which sets the paper&apos;s judgement beside the figures and says what would change the order. Transfers says who pays whom; over the four parties every payment sums to zero. Assumptions lists each unit cost that a result rests on: none of the shipped ones is verified. Coverage counts the parcels that could not be priced.</source>
        <translation>所有数值均为与维持现状的差额。请先看“情景比选”和“文字结论”，后者将论文判断与测算结果对照，并说明什么会改变排序。“收支明细”反映谁向谁支付，四方收支合计为零。“假设”列出结果所依据的各项单价，自带单价均未核实。“计价覆盖”统计未能计价的地块。</translation>
    </message>
    <message>
        <source>Every number of the rules is in the table Rules used, what the run had to say in Run log.</source>
        <translation>各项规则数值见“采用的规则”表，运行中的说明见“运行日志”。</translation>
    </message>
    <message>
        <source>Every value against every benchmark, with the gap in absolute terms.</source>
        <translation>每个指标值与各基准值的比较，含绝对差距。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Everything needed is there. {} would add to it.</source>
        <translation>必需的程序库已齐全，另可安装{}以扩充功能。</translation>
    </message>
    <message>
        <source>Everything that is computed</source>
        <translation>全部计算</translation>
    </message>
    <message>
        <source>Exact mean</source>
        <translation>期望值</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Existing plan</source>
        <translation>现行规划</translation>
    </message>
    <message>
        <source>Expansion land bought, where it has a price</source>
        <translation>购置的拓展用地</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Expert scores</source>
        <translation>专家评分</translation>
    </message>
    <message>
        <source>Factor on the change of yearly tax. Below 1 for the part the district keeps.</source>
        <translation>年税收变化的系数。小于1表示区县留成部分。</translation>
    </message>
    <message>
        <source>Facts found no room on the sheets of: {}</source>
        <translation>下列地块的信息卡未能列出全部内容：{}</translation>
    </message>
    <message>
        <source>Facts that count against a parcel are bold and red. What the study does not know is said to be not known, a control line that was not supplied not checked. The last line says how many of the numbers behind the sheet are assumptions. Where a page is full, the least needed facts are left out, and what did not find room is counted.</source>
        <translation>对地块不利的内容以红色粗体显示。未知的注明未知，未提供的控制线注明未核查。末行说明信息卡所依据的数值中有多少为假设。版面不足时省略最次要的内容，并统计未列出的条数。</translation>
    </message>
    <message>
        <source>Fails the efficiency test</source>
        <translation>效率检验不通过</translation>
    </message>
    <message>
        <source>Fails the equity test</source>
        <translation>公平检验不通过</translation>
    </message>
    <message>
        <source>Fails the green test</source>
        <translation>绿色检验不通过</translation>
    </message>
    <message>
        <source>Fails the quality test</source>
        <translation>质量检验不通过</translation>
    </message>
    <message>
        <source>Fails the safety test</source>
        <translation>安全检验不通过</translation>
    </message>
    <message>
        <source>Feature by feature: repaired, split, dropped, repeated ids, overlaps, slivers and stated areas that do not fit.</source>
        <translation>逐要素记录：修复、拆分、舍弃、编号重复、重叠、碎片和不符的登记面积。</translation>
    </message>
    <message>
        <source>Fewest firms of a group</source>
        <translation>一组企业的最少家数</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figures to compare with: indicator, value, unit, year, source, scope (national, city, target). They add to those of the rules.</source>
        <translation>供比较的数值：指标、数值、单位、年份、来源、范围（国家、城市、目标）。与规则文件中的基准值一并使用。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>说明事项</translation>
    </message>
    <message>
        <source>Finds the parcels of every enterprise, by the first of these that works: tax id of the holder, name of the holder, similar name, point in the parcel, nearest parcel. Every link says why. Links that a person has reviewed survive a new run.</source>
        <translation>查找每家企业所在的地块，依次采用首个有效的办法：土地权利人的信用代码、土地权利人名称、相近名称、点位所在地块、最近地块。每条关联都注明依据。经人工复核的关联在重新运行时保留。</translation>
    </message>
    <message>
        <source>Fingerprint of input and rules</source>
        <translation>输入数据与规则的指纹</translation>
    </message>
    <message>
        <source>Firms with name, uscc and point (or x and y), as far as known.</source>
        <translation>企业，尽可能含 name、uscc 和点位（或 x 和 y）。</translation>
    </message>
    <message>
        <source>Firms with output and tax, as points or as a table with x and y. Without them parcels stand for themselves.</source>
        <translation>企业，含产值和税收，为点图层或含 x 和 y 的表格。缺少时按地块自身属性检验。</translation>
    </message>
    <message>
        <source>Firms, as points or as a table.</source>
        <translation>企业，点图层或表格。</translation>
    </message>
    <message>
        <source>First</source>
        <translation>居首</translation>
    </message>
    <message>
        <source>First candidate</source>
        <translation>候选地块一</translation>
    </message>
    <message>
        <source>First failed layer, or none, or unknown</source>
        <translation>缺失类型</translation>
    </message>
    <message>
        <source>First of changes</source>
        <translation>不计维持现状居首</translation>
    </message>
    <message>
        <source>Fixed assets</source>
        <translation>固定资产</translation>
    </message>
    <message>
        <source>Fixed cost of each receiver that is used at all, such as roads and a treatment plant. Empty means none.</source>
        <translation>每个启用的承接园区的固定成本，如道路和污水处理厂。空为没有。</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>搬迁流向</translation>
    </message>
    <message>
        <source>Folder for one PDF a parcel, named like it.</source>
        <translation>存放各地块单独 PDF 的文件夹，文件以地块命名。</translation>
    </message>
    <message>
        <source>Folder for the maps</source>
        <translation>地图文件夹</translation>
    </message>
    <message>
        <source>Folder of maps</source>
        <translation>地图文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Folder of single sheets</source>
        <translation>单张信息卡文件夹</translation>
    </message>
    <message>
        <source>For AHP: the matrix of pairwise judgements, over the criteria (and the indicators within each) or over the indicators. First column: names; further columns: the same names; cells such as 3 or 1/3; one triangle is enough.</source>
        <translation>用于层次分析法（AHP）：准则（及各准则内的指标）或指标两两比较的判断矩阵。第一列为名称，其余各列名称相同；单元格如3或1/3；填写一个三角即可。</translation>
    </message>
    <message>
        <source>For Delphi: round, expert, indicator, score.</source>
        <translation>用于德尔菲法：轮次、专家、指标、评分。</translation>
    </message>
    <message>
        <source>For the economy</source>
        <translation>经济视角</translation>
    </message>
    <message>
        <source>For the government</source>
        <translation>政府视角</translation>
    </message>
    <message>
        <source>For the kind absolute only. Without a value the test is unknown.</source>
        <translation>仅用于 absolute 方式；没有数值时检验结果为未知。</translation>
    </message>
    <message>
        <source>For the kind percentile only.</source>
        <translation>仅用于 percentile 方式。</translation>
    </message>
    <message>
        <source>For the kind table: one row a division (34) or section (C), or all; figures in 10k CNY/km2. Fill in local targets.</source>
        <translation>用于 table 方式：每行一个大类（34）或门类（C），或 all；数值为万元/平方公里。请填写本地目标。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>视角</translation>
    </message>
    <message>
        <source>Fourth fifth</source>
        <translation>60%—80%</translation>
    </message>
    <message>
        <source>Free of rigid control lines</source>
        <translation>未占用刚性控制线</translation>
    </message>
    <message>
        <source>From known figures</source>
        <translation>依据已知数据</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>效率前沿</translation>
    </message>
    <message>
        <source>Full term of the right in land</source>
        <translation>土地使用权最高年限</translation>
    </message>
    <message>
        <source>Further land here in the cheapest way to provide what is missing</source>
        <translation>最省办法新增用地</translation>
    </message>
    <message>
        <source>Further land needs a price above 0 at every receiver to say which is cheapest.</source>
        <translation>须每个承接园区的新增用地价格都大于0，才能判断何处最省。</translation>
    </message>
    <message>
        <source>GB/T 4754 sections, divisions or classes that the county plans as strategic emerging industries: used for firms that do not state their emerging output. Empty: not used.</source>
        <translation>本地规划的战略性新兴产业（GB/T 4754门类、大类或小类）：用于未填报战略性新兴产业产值的企业。留空则不使用。</translation>
    </message>
    <message>
        <source>GB/T 4754-2017 division or class</source>
        <translation>行业代码（GB/T 4754）</translation>
    </message>
    <message>
        <source>GB/T 4754-2017 divisions taken as heavy industry.</source>
        <translation>视为重工业的 GB/T 4754-2017 大类。</translation>
    </message>
    <message>
        <source>GB/T 4754-2017 divisions taken as light industry.</source>
        <translation>视为轻工业的 GB/T 4754-2017 大类。</translation>
    </message>
    <message>
        <source>Generated; no real place, firm or person.</source>
        <translation>由程序生成，不涉及真实的地点、企业和个人。</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>Geometry repaired</source>
        <translation>已修复几何图形</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>政府</translation>
    </message>
    <message>
        <source>Government, cumulative</source>
        <translation>政府累计</translation>
    </message>
    <message>
        <source>Government, net</source>
        <translation>政府净额</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Green-deficient</source>
        <translation>绿色缺失型</translation>
    </message>
    <message>
        <source>Green: red line or environment</source>
        <translation>绿色缺失型：红线或环评</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Group of neighbouring block parcels</source>
        <translation>区块组号</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>更新引导</translation>
    </message>
    <message>
        <source>Guidance and scenarios</source>
        <translation>更新引导与情景</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <source>Half of them lie above {}, nine of ten between {} and {}.</source>
        <translation>半数高于{}，十分之九介于{}与{}之间。</translation>
    </message>
    <message>
        <source>Hardly differs between the units, so its weight says little: {}.</source>
        <translation>评价单元之间几乎没有差异，其权重意义不大：{}。</translation>
    </message>
    <message>
        <source>Has heritage value</source>
        <translation>具有历史文化价值</translation>
    </message>
    <message>
        <source>Hectares of land in mu.</source>
        <translation>将亩换算为公顷。</translation>
    </message>
    <message>
        <source>Held back by: {}</source>
        <translation>主要障碍因子：{}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hide the guide</source>
        <translation>隐藏导览</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>High end of its range</source>
        <translation>取值上限</translation>
    </message>
    <message>
        <source>High end of the range</source>
        <translation>取值上限</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>高优先级</translation>
    </message>
    <message>
        <source>High-tech enterprise</source>
        <translation>高新技术企业</translation>
    </message>
    <message>
        <source>High-tech zone</source>
        <translation>高新区</translation>
    </message>
    <message>
        <source>Highest-level park that holds at least half of the parcel</source>
        <translation>所在园区</translation>
    </message>
    <message>
        <source>Holder of the land right</source>
        <translation>土地权利人</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>时序</translation>
    </message>
    <message>
        <source>Horizons of P 4.1; years D</source>
        <translation>时序据论文4.1节；年份为本插件默认值</translation>
    </message>
    <message>
        <source>How a scattered block is advised when it is not known whether it is urban or rural. Its text says that this is not known.</source>
        <translation>城乡属性不明的零散区块采用的引导，其文字说明城乡属性不明。</translation>
    </message>
    <message>
        <source>How far the plan of the point may be from the optimum</source>
        <translation>与最优值的最大差距</translation>
    </message>
    <message>
        <source>How it is reckoned: the method (in English)</source>
        <translation>计算方法说明（英文）</translation>
    </message>
    <message>
        <source>How many parcels are proposed for an enterprise without one.</source>
        <translation>为未匹配地块的企业推荐的候选地块数。</translation>
    </message>
    <message>
        <source>How often each scenario pays and comes first</source>
        <translation>各情景净现值大于0和居首的频率</translation>
    </message>
    <message>
        <source>How often it pays</source>
        <translation>净现值大于0的概率</translation>
    </message>
    <message>
        <source>How sure a class must be</source>
        <translation>类型判定的把握程度</translation>
    </message>
    <message>
        <source>How the currency of your data is called, such as USD. Nothing is converted.</source>
        <translation>数据所用货币的名称，如 USD，不作换算。</translation>
    </message>
    <message>
        <source>How the link was made</source>
        <translation>关联方式</translation>
    </message>
    <message>
        <source>How the threshold is made</source>
        <translation>阈值的确定方式</translation>
    </message>
    <message>
        <source>How the threshold of output per land is made. share_of_mean: share of total output ÷ total land of the group; share_of_median and percentile: of the firms&apos; own figures; absolute: one value; table: by sector, see sector_thresholds.</source>
        <translation>地均产值阈值的确定方式。share_of_mean：组内总产值÷总用地的倍数；share_of_median、percentile：按各企业自身数值；absolute：固定值；table：分行业，见 sector_thresholds。</translation>
    </message>
    <message>
        <source>How the threshold of tax per land is made. share_of_mean: share of total tax ÷ total land of the group; share_of_median and percentile: of the firms&apos; own figures; absolute: one value; table: by sector, see sector_thresholds.</source>
        <translation>地均税收阈值的确定方式。share_of_mean：组内总税收÷总用地的倍数；share_of_median、percentile：按各企业自身数值；absolute：固定值；table：分行业，见 sector_thresholds。</translation>
    </message>
    <message>
        <source>How this result was made is not known: run the study once from the workbench.</source>
        <translation>不清楚该结果如何得出：请先在工作台运行一次评估。</translation>
    </message>
    <message>
        <source>How to read the results</source>
        <translation>结果阅读说明</translation>
    </message>
    <message>
        <source>Id of the row</source>
        <translation>行的编号</translation>
    </message>
    <message>
        <source>Id used twice</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Identify deficiency</source>
        <translation>缺失类型识别</translation>
    </message>
    <message>
        <source>Ids occur twice in the table of {}</source>
        <translation>{}表中编号重复</translation>
    </message>
    <message>
        <source>Ids of parcels with ; between them, beside or instead of a layer.</source>
        <translation>以 ; 分隔的地块编号，可与图层并用或代替图层。</translation>
    </message>
    <message>
        <source>In equal parts</source>
        <translation>平均分摊</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>In the Delphi table these rows lack an expert, an indicator, a round number or a score of 0 or more: {}.</source>
        <translation>德尔菲评分表中以下各行缺少专家、指标、轮次，或分值为负：{}。</translation>
    </message>
    <message>
        <source>In the unit &apos;{}&apos;, the part</source>
        <translation>单位“{}”中的</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicator &apos;{}&apos; of the rule profile</source>
        <translation>规则文件中的指标“{}”</translation>
    </message>
    <message>
        <source>Indicator, by id</source>
        <translation>指标代码</translation>
    </message>
    <message>
        <source>Indicator, by id or by name</source>
        <translation>指标（代码或名称）</translation>
    </message>
    <message>
        <source>Indicators that cost most of the score</source>
        <translation>失分最多的指标</translation>
    </message>
    <message>
        <source>Indicators with a value</source>
        <translation>有数值的指标</translation>
    </message>
    <message>
        <source>Industrial base</source>
        <translation>产业基地</translation>
    </message>
    <message>
        <source>Industrial block</source>
        <translation>工业区块</translation>
    </message>
    <message>
        <source>Industrial community</source>
        <translation>产业社区</translation>
    </message>
    <message>
        <source>Industrial land after</source>
        <translation>优化后工业用地</translation>
    </message>
    <message>
        <source>Industrial land afterwards</source>
        <translation>优化后工业用地</translation>
    </message>
    <message>
        <source>Industrial land before</source>
        <translation>现状工业用地</translation>
    </message>
    <message>
        <source>Industrial land in conflict today; empty: not checked</source>
        <translation>目前冲突的工业用地</translation>
    </message>
    <message>
        <source>Industrial land that output, tax, investment and employment are divided by. The official evaluation of zones divides by built land only.</source>
        <translation>产值、税收、投资和就业所除以的工业用地。开发区官方评价仅按已建成用地计。</translation>
    </message>
    <message>
        <source>Industrial land, measured</source>
        <translation>工业用地（量算）</translation>
    </message>
    <message>
        <source>Industrial parcels</source>
        <translation>工业地块</translation>
    </message>
    <message>
        <source>Industrial parcels by fate under the moves of the rules for the scenario &apos;custom&apos;.</source>
        <translation>工业地块，按“custom”情景搬迁规则所定的去向。</translation>
    </message>
    <message>
        <source>Industrial parcels by fate.</source>
        <translation>工业地块，按去向。</translation>
    </message>
    <message>
        <source>Industrial parcels that overlap a protected area, with their whole land.</source>
        <translation>与刚性控制线重叠的工业地块，按整个地块面积计。</translation>
    </message>
    <message>
        <source>Industry of the enterprise that decides the class</source>
        <translation>决定类型的企业所属行业</translation>
    </message>
    <message>
        <source>Industry to commercial</source>
        <translation>工改商</translation>
    </message>
    <message>
        <source>Industry to industry</source>
        <translation>工改工</translation>
    </message>
    <message>
        <source>Industry to public use</source>
        <translation>工改公</translation>
    </message>
    <message>
        <source>Inefficient</source>
        <translation>低效</translation>
    </message>
    <message>
        <source>Inefficient, wasteful, poorly planned</source>
        <translation>低效、粗放、布局不合理</translation>
    </message>
    <message>
        <source>Innovation and collaboration</source>
        <translation>创新与协同</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inside the development boundary</source>
        <translation>城镇开发边界内占比</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Install it from the options of Land Renewal</source>
        <translation>在“工业用地更新”选项页中安装</translation>
    </message>
    <message>
        <source>Install libraries</source>
        <translation>安装程序库</translation>
    </message>
    <message>
        <source>Install what is missing...</source>
        <translation>安装缺少的程序库…</translation>
    </message>
    <message>
        <source>Installing libraries</source>
        <translation>正在安装程序库</translation>
    </message>
    <message>
        <source>Installing...</source>
        <translation>正在安装…</translation>
    </message>
    <message>
        <source>Internal rate of return of the government</source>
        <translation>政府内部收益率</translation>
    </message>
    <message>
        <source>Invested share of the sum due</source>
        <translation>已投资额占比</translation>
    </message>
    <message>
        <source>It fails the safety test and may not move into a park</source>
        <translation>未通过安全检验，不得迁入园区</translation>
    </message>
    <message>
        <source>It is closed by a lock.</source>
        <translation>已锁定为关闭。</translation>
    </message>
    <message>
        <source>It is locked open.</source>
        <translation>已锁定为保持开放。</translation>
    </message>
    <message>
        <source>It is not known how this result was made. Run the study with {} as Occupancy.</source>
        <translation>不清楚该结果如何得出：请以{}作为占用关系运行评估。</translation>
    </message>
    <message>
        <source>It is not known what this result was made from: run the study once from the workbench.</source>
        <translation>不清楚该结果由哪些数据得出：请先在工作台运行一次评估。</translation>
    </message>
    <message>
        <source>It is not known what this result was made from: save the profile, give it to the study as Rules, and run it.</source>
        <translation>不清楚该结果由哪些数据得出：请保存规则文件，在评估的“规则文件”参数中选择它并运行。</translation>
    </message>
    <message>
        <source>It ranks first in {} of the draws.</source>
        <translation>在{}的抽样中居首。</translation>
    </message>
    <message>
        <source>It should move, but no park has room left</source>
        <translation>应搬迁，但园区没有剩余空间</translation>
    </message>
    <message>
        <source>It should move, but no park may receive it</source>
        <translation>应搬迁，但没有可承接的园区</translation>
    </message>
    <message>
        <source>It writes into your QGIS profile only, into {}. Other plugins will find these libraries too. To undo it, delete that folder.</source>
        <translation>只写入当前 QGIS 用户配置的{}，其他插件也可使用这些程序库。如需撤销，删除该文件夹即可。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Item across</source>
        <translation>横轴项目</translation>
    </message>
    <message>
        <source>Item across, by id</source>
        <translation>横轴项目代码</translation>
    </message>
    <message>
        <source>Item along</source>
        <translation>纵轴项目</translation>
    </message>
    <message>
        <source>Item along, by id</source>
        <translation>纵轴项目代码</translation>
    </message>
    <message>
        <source>Item, by id</source>
        <translation>项目代码</translation>
    </message>
    <message>
        <source>Its land limits the plan.</source>
        <translation>其用地制约方案。</translation>
    </message>
    <message>
        <source>Jobs and tax that towns win and lose.</source>
        <translation>各乡镇岗位和税收的增减。</translation>
    </message>
    <message>
        <source>Jobs of firms that close</source>
        <translation>关停岗位</translation>
    </message>
    <message>
        <source>Jobs that arrive</source>
        <translation>迁入岗位</translation>
    </message>
    <message>
        <source>Jobs that leave</source>
        <translation>迁出岗位</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>判断矩阵</translation>
    </message>
    <message>
        <source>Judgements are missing: {}.</source>
        <translation>缺少判断：{}。</translation>
    </message>
    <message>
        <source>Judgements of experts</source>
        <translation>专家判断</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持开放</translation>
    </message>
    <message>
        <source>Keep the lock. A former one that contradicts it gives way.</source>
        <translation>保存锁定，与之矛盾的原有锁定失效。</translation>
    </message>
    <message>
        <source>Kept with the lock and printed on the sheet.</source>
        <translation>随锁定保存，并印在信息卡上。</translation>
    </message>
    <message>
        <source>Kept with the lock.</source>
        <translation>随锁定保存。</translation>
    </message>
    <message>
        <source>Kind of the point of interest</source>
        <translation>兴趣点类别</translation>
    </message>
    <message>
        <source>Kind of the text</source>
        <translation>文字类型</translation>
    </message>
    <message>
        <source>Kind of unit</source>
        <translation>评价单元类别</translation>
    </message>
    <message>
        <source>Kinds of points of interest that are public services; empty means all but the key nodes.</source>
        <translation>属于公共服务的兴趣点类别；空为关键节点以外的全部类别。</translation>
    </message>
    <message>
        <source>Kinds of points of interest that goods traffic has to reach.</source>
        <translation>货运须到达的兴趣点类别。</translation>
    </message>
    <message>
        <source>Known firms that move</source>
        <translation>搬迁企业（已知）</translation>
    </message>
    <message>
        <source>Known jobs received</source>
        <translation>迁入的已知岗位</translation>
    </message>
    <message>
        <source>Known jobs that leave their town or close</source>
        <translation>受影响岗位</translation>
    </message>
    <message>
        <source>Known jobs that move</source>
        <translation>搬迁岗位（已知）</translation>
    </message>
    <message>
        <source>Label of 10,000 of the currency, such as 10k USD. Empty: as in the settings.</source>
        <translation>每一万货币单位的标注，如“10k USD”。空：按选项设置。</translation>
    </message>
    <message>
        <source>Label of money</source>
        <translation>货币标注</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>用地</translation>
    </message>
    <message>
        <source>Land Renewal</source>
        <translation>工业用地更新</translation>
    </message>
    <message>
        <source>Land Renewal cannot compute anything without {}.</source>
        <translation>缺少{}，工业用地更新无法进行任何计算。</translation>
    </message>
    <message>
        <source>Land Renewal needs {}: {}.</source>
        <translation>工业用地更新需要{}：{}。</translation>
    </message>
    <message>
        <source>Land for expansion</source>
        <translation>拓展用地</translation>
    </message>
    <message>
        <source>Land held by the enterprise</source>
        <translation>企业用地面积</translation>
    </message>
    <message>
        <source>Land in bases and communities</source>
        <translation>基地与社区用地</translation>
    </message>
    <message>
        <source>Land in mu (亩); 15 mu are a hectare.</source>
        <translation>以亩为单位的用地；15亩为1公顷。</translation>
    </message>
    <message>
        <source>Land in the unit of the options, as text.</source>
        <translation>以选项所设单位表示的用地，文本。</translation>
    </message>
    <message>
        <source>Land is reclaimed where rigid control covers strictly more than this, of the parcel or of all land of one of its firms.</source>
        <translation>刚性管控严格超过该占比时复垦复绿，按地块或其任一企业的全部用地计。</translation>
    </message>
    <message>
        <source>Land left against the plan</source>
        <translation>与规划不符的遗留用地</translation>
    </message>
    <message>
        <source>Land left in conflict</source>
        <translation>遗留冲突用地</translation>
    </message>
    <message>
        <source>Land left outside the urban development boundary</source>
        <translation>城镇开发边界外遗留用地</translation>
    </message>
    <message>
        <source>Land left under permanent basic farmland</source>
        <translation>永久基本农田内遗留用地</translation>
    </message>
    <message>
        <source>Land left under the ecological red line</source>
        <translation>生态保护红线内遗留用地</translation>
    </message>
    <message>
        <source>Land m2, distance m, money 10,000 CNY (or the currency of the source), shares 0-1.</source>
        <translation>用地平方米，距离米，金额万元（或源数据的货币），占比0—1。</translation>
    </message>
    <message>
        <source>Land m2, distance m, money 10,000 CNY. Unit costs are assumptions that the rules mark as such.</source>
        <translation>用地平方米，距离米，金额万元。单价为假设，规则文件中已注明。</translation>
    </message>
    <message>
        <source>Land needed at the receiver</source>
        <translation>迁入地用地需求</translation>
    </message>
    <message>
        <source>Land needed by those who move</source>
        <translation>搬迁地块用地需求</translation>
    </message>
    <message>
        <source>Land needed is never less than this share of the land left.</source>
        <translation>用地需求不低于腾退用地的该比例。</translation>
    </message>
    <message>
        <source>Land not priced</source>
        <translation>未计价的用地</translation>
    </message>
    <message>
        <source>Land of parcels that find no room</source>
        <translation>没有承接空间的地块用地</translation>
    </message>
    <message>
        <source>Land of parcels that may move here and find no room anywhere</source>
        <translation>待安置用地</translation>
    </message>
    <message>
        <source>Land of the long term</source>
        <translation>远期用地</translation>
    </message>
    <message>
        <source>Land of the medium term</source>
        <translation>中期用地</translation>
    </message>
    <message>
        <source>Land of the near term</source>
        <translation>近期用地</translation>
    </message>
    <message>
        <source>Land of the parcel held by the enterprise</source>
        <translation>企业占用该地块的面积</translation>
    </message>
    <message>
        <source>Land of those who find no room</source>
        <translation>没有承接空间的用地</translation>
    </message>
    <message>
        <source>Land priced from known figures</source>
        <translation>依据已知数据计价的用地</translation>
    </message>
    <message>
        <source>Land priced partly by defaults</source>
        <translation>部分采用默认值计价的用地</translation>
    </message>
    <message>
        <source>Land received</source>
        <translation>承接用地</translation>
    </message>
    <message>
        <source>Land received beyond the vacant land: expansion land used</source>
        <translation>占用的拓展用地</translation>
    </message>
    <message>
        <source>Land reclaimed</source>
        <translation>复垦复绿用地</translation>
    </message>
    <message>
        <source>Land reserve</source>
        <translation>纳入土地储备</translation>
    </message>
    <message>
        <source>Land still free</source>
        <translation>尚余承接用地</translation>
    </message>
    <message>
        <source>Land supply stage</source>
        <translation>供地阶段</translation>
    </message>
    <message>
        <source>Land taken into the reserve</source>
        <translation>纳入储备用地</translation>
    </message>
    <message>
        <source>Land taken up against the line or plan, by the receivers&apos; mean share</source>
        <translation>新增冲突用地</translation>
    </message>
    <message>
        <source>Land taken up at the receivers</source>
        <translation>承接园区占用的用地</translation>
    </message>
    <message>
        <source>Land that can be received</source>
        <translation>可承接用地</translation>
    </message>
    <message>
        <source>Land under rigid lines that is vacated</source>
        <translation>刚性控制线内腾退用地</translation>
    </message>
    <message>
        <source>Land use code, survey (0601) or planning (1001xx)</source>
        <translation>地类代码</translation>
    </message>
    <message>
        <source>Land vacated</source>
        <translation>腾退用地</translation>
    </message>
    <message>
        <source>Land vacated by moving</source>
        <translation>搬迁腾退用地</translation>
    </message>
    <message>
        <source>Land, with holder and holder_uscc where known.</source>
        <translation>地块，已知的填有 holder 和 holder_uscc。</translation>
    </message>
    <message>
        <source>Land-use intensity</source>
        <translation>用地强度</translation>
    </message>
    <message>
        <source>Language of results</source>
        <translation>结果语言</translation>
    </message>
    <message>
        <source>Language of texts</source>
        <translation>文字语言</translation>
    </message>
    <message>
        <source>Language of the sheets. Empty: that of QGIS. Texts of the study stay in its language.</source>
        <translation>信息卡的语言。空：与 QGIS 一致。评估中的文字保持原有语言。</translation>
    </message>
    <message>
        <source>Language of the traces, the guidance and the reports in results.</source>
        <translation>结果中判定依据、更新引导和报告所用的语言。</translation>
    </message>
    <message>
        <source>Language of titles and legends. Empty: that of the options, else that of QGIS.</source>
        <translation>标题和图例的语言。空：按选项设置，否则与 QGIS 一致。</translation>
    </message>
    <message>
        <source>Language of traces and guidance. Empty: that of the options, else that of QGIS.</source>
        <translation>判定依据和更新引导的语言。空：按选项设置，否则与 QGIS 一致。</translation>
    </message>
    <message>
        <source>Large concentration</source>
        <translation>大集中</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Last fifth of the parks</source>
        <translation>园区后20%</translation>
    </message>
    <message>
        <source>Last year counted</source>
        <translation>计算期最后一年</translation>
    </message>
    <message>
        <source>Last year counted. Nothing after it has a value.</source>
        <translation>计算期最后一年，其后不计任何价值。</translation>
    </message>
    <message>
        <source>Layer or table with the parcels wanted, in its column parcel_id: such as the parcels of the result, selected features only.</source>
        <translation>含所需地块的图层或表，字段为 parcel_id，例如结果中的地块图层（仅选中要素）。</translation>
    </message>
    <message>
        <source>Layer {!r} could not be made in {}.</source>
        <translation>图层 {!r} 无法建立于{}。</translation>
    </message>
    <message>
        <source>Layers can only be loaded into an open project.</source>
        <translation>图层只能加载到已打开的工程中。</translation>
    </message>
    <message>
        <source>Layers written</source>
        <translation>写入的图层</translation>
    </message>
    <message>
        <source>Layers: {}</source>
        <translation>图层：{}</translation>
    </message>
    <message>
        <source>Least cost of more clustering and of more tax, and each scenario.</source>
        <translation>提高集聚度和税收的最低成本，以及各情景所处位置。</translation>
    </message>
    <message>
        <source>Least output per land</source>
        <translation>地均产值下限</translation>
    </message>
    <message>
        <source>Least reliability</source>
        <translation>可靠度下限</translation>
    </message>
    <message>
        <source>Least tax per land</source>
        <translation>地均税收下限</translation>
    </message>
    <message>
        <source>Ledger of repairs</source>
        <translation>修复台账</translation>
    </message>
    <message>
        <source>Left and new</source>
        <translation>遗留与新增</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Level of a park by area and status: base, community or block, as the study classifies it. That it lies inside a larger zone is not known here.</source>
        <translation>按面积和级别判定的园区层级：base、community 或 block，与评估的划分一致。是否位于更大的开发区内，此处无从得知。</translation>
    </message>
    <message>
        <source>Level: base, community or block</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Levels and blocks</source>
        <translation>层级与区块</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>Lies inside the urban development boundary by half or more</source>
        <translation>位于城镇开发边界内</translation>
    </message>
    <message>
        <source>Linear-program dual: what one more hectare here would save on the moves that are made</source>
        <translation>用地影子价格</translation>
    </message>
    <message>
        <source>Lines from each block to its receiver, all scenarios.</source>
        <translation>由各区块到承接园区的连线，含全部情景。</translation>
    </message>
    <message>
        <source>Lines from the point of a firm to its parcels, to contradicting parcels and to candidates.</source>
        <translation>由企业点位到其地块、到矛盾地块和到候选地块的连线。</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联线</translation>
    </message>
    <message>
        <source>Links and best candidates with at least this score are accepted.</source>
        <translation>确认得分不低于该值的关联和最佳候选地块。</translation>
    </message>
    <message>
        <source>Links are in doubt below</source>
        <translation>存疑：关联得分低于</translation>
    </message>
    <message>
        <source>Listed enterprises; one on two units counts in parts</source>
        <translation>企业数（跨单元按比例计）</translation>
    </message>
    <message>
        <source>Loading the layers ...</source>
        <translation>正在加载图层…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock or forbid the move</source>
        <translation>锁定或禁止搬迁</translation>
    </message>
    <message>
        <source>Lock the weight of {}</source>
        <translation>锁定“{}”的权重</translation>
    </message>
    <message>
        <source>Lock this weight</source>
        <translation>锁定该权重</translation>
    </message>
    <message>
        <source>Locked moves are not eligible</source>
        <translation>锁定的搬迁不符合条件</translation>
    </message>
    <message>
        <source>Locked moves need more land than there is at the receivers</source>
        <translation>锁定的搬迁所需用地超过承接园区现有用地</translation>
    </message>
    <message>
        <source>Locked: it stays when others move.</source>
        <translation>已锁定：其他权重变化时保持不变。</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Locks ({})</source>
        <translation>锁定（{}）</translation>
    </message>
    <message>
        <source>Locks forbid or close the parks it could go to</source>
        <translation>锁定禁止或关闭了可去的园区</translation>
    </message>
    <message>
        <source>Locks in {}: {}.</source>
        <translation>{}中的锁定：{}条。</translation>
    </message>
    <message>
        <source>Locks name movers that are not in the table</source>
        <translation>锁定中的搬迁地块不在表中</translation>
    </message>
    <message>
        <source>Locks name receivers that are not in the table</source>
        <translation>锁定中的承接园区不在表中</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>远期</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Look at a scenario: what stays, what moves where, and what it costs.</source>
        <translation>查看情景：哪些保留、哪些搬迁及迁往何处、成本多少。</translation>
    </message>
    <message>
        <source>Look at the levels: bases, communities, and blocks in between.</source>
        <translation>查看层级：产业基地、产业社区及其间的工业区块。</translation>
    </message>
    <message>
        <source>Look at the parcels: colours name the first test that fails.</source>
        <translation>查看地块：颜色表示首个未通过的检验。</translation>
    </message>
    <message>
        <source>Look at the parks: the priority areas use their land badly, and say why.</source>
        <translation>查看园区：优先更新区域用地绩效较差，并注明原因。</translation>
    </message>
    <message>
        <source>Looking at the libraries</source>
        <translation>正在检查程序库</translation>
    </message>
    <message>
        <source>Looking at the libraries...</source>
        <translation>正在检查程序库…</translation>
    </message>
    <message>
        <source>Looks up, for the level and the class of each industrial parcel, the measure, its priority, its horizon and the direction of redevelopment, and adds what control lines, heritage, soil and industry call for.</source>
        <translation>按每个工业地块的层级和缺失类型，查得措施、优先级、时序和改造方向，并补充控制线、历史文化价值、土壤和行业方面的要求。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Low end of its range</source>
        <translation>取值下限</translation>
    </message>
    <message>
        <source>Low end of the range</source>
        <translation>取值下限</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>低优先级</translation>
    </message>
    <message>
        <source>Low score</source>
        <translation>得分偏低</translation>
    </message>
    <message>
        <source>Made by the steps: {}</source>
        <translation>生成步骤：{}</translation>
    </message>
    <message>
        <source>Make equal</source>
        <translation>设为等权</translation>
    </message>
    <message>
        <source>Make the result ready for what-if</source>
        <translation>为参数试算准备结果</translation>
    </message>
    <message>
        <source>Makes a believable district that does not exist: towns, roads, parks, parcels, enterprises, control lines, plan. The same seed and number of parcels always give the same district.</source>
        <translation>生成逼真的虚构区县：乡镇、道路、园区、地块、企业、控制线、规划。相同的种子和地块数总是得到相同的区县。</translation>
    </message>
    <message>
        <source>Making the district</source>
        <translation>正在生成示例区县</translation>
    </message>
    <message>
        <source>Making the result ready ...</source>
        <translation>正在准备结果…</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Maps of the scenarios (PNG)</source>
        <translation>情景地图（PNG）</translation>
    </message>
    <message>
        <source>Maps written</source>
        <translation>已输出的地图</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Market, net</source>
        <translation>市场净额</translation>
    </message>
    <message>
        <source>Match again with these decisions</source>
        <translation>按这些决定重新匹配</translation>
    </message>
    <message>
        <source>Match enterprises</source>
        <translation>企业匹配</translation>
    </message>
    <message>
        <source>Matched again: the result holds your decisions.</source>
        <translation>已重新匹配，结果已采用您的决定。</translation>
    </message>
    <message>
        <source>Matching enterprises</source>
        <translation>企业匹配</translation>
    </message>
    <message>
        <source>Matching review</source>
        <translation>匹配复核</translation>
    </message>
    <message>
        <source>Mean distance, weighted by land</source>
        <translation>平均距离（按用地加权）</translation>
    </message>
    <message>
        <source>Mean of the draws</source>
        <translation>抽样均值</translation>
    </message>
    <message>
        <source>Mean patch</source>
        <translation>斑块平均面积</translation>
    </message>
    <message>
        <source>Mean size of a patch</source>
        <translation>斑块平均面积</translation>
    </message>
    <message>
        <source>Measure code</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Measure in words</source>
        <translation>措施说明</translation>
    </message>
    <message>
        <source>Measures the share of each parcel under the ecological red line, permanent basic farmland and the development boundary, and under the dissolved union of the rigid lines: land under two lines counts once.</source>
        <translation>量算每个地块位于生态保护红线、永久基本农田、城镇开发边界内的占比，以及位于刚性控制线合并范围内的占比，两条线重叠处只计一次。</translation>
    </message>
    <message>
        <source>Median of the draws</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>中优先级</translation>
    </message>
    <message>
        <source>Medium term</source>
        <translation>中期</translation>
    </message>
    <message>
        <source>Merged with neighbours</source>
        <translation>与相邻地块整合</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Metric, by id</source>
        <translation>指标代码</translation>
    </message>
    <message>
        <source>Missing data, by name</source>
        <translation>缺少的数据代码</translation>
    </message>
    <message>
        <source>Missing land</source>
        <translation>承接用地缺口</translation>
    </message>
    <message>
        <source>Money 10,000 CNY (or the currency of the source), electricity kWh, water t.</source>
        <translation>金额万元（或源数据的货币），用电量千瓦时，用水量吨。</translation>
    </message>
    <message>
        <source>Money 10,000 CNY; unit costs as the table of unit costs states; rates and shares 0-1.</source>
        <translation>金额为万元；单价的单位见单价表；比率和占比为0—1。</translation>
    </message>
    <message>
        <source>Money by parcel</source>
        <translation>地块收支</translation>
    </message>
    <message>
        <source>Money by town</source>
        <translation>乡镇得失</translation>
    </message>
    <message>
        <source>Money of the scenarios</source>
        <translation>情景经济测算</translation>
    </message>
    <message>
        <source>Money: assumptions used</source>
        <translation>经济测算：采用的单价与参数</translation>
    </message>
    <message>
        <source>Money: break-even values</source>
        <translation>经济测算：临界值</translation>
    </message>
    <message>
        <source>Money: by parcel</source>
        <translation>经济测算：地块收支</translation>
    </message>
    <message>
        <source>Money: cash flow by year and party</source>
        <translation>经济测算：现金流（分年度、分主体）</translation>
    </message>
    <message>
        <source>Money: payments by year, payer and payee</source>
        <translation>经济测算：收支明细（按年份、支付方、收取方）</translation>
    </message>
    <message>
        <source>Money: results of each scenario</source>
        <translation>经济测算：各情景结果</translation>
    </message>
    <message>
        <source>Money: risk</source>
        <translation>经济测算：风险</translation>
    </message>
    <message>
        <source>Money: sensitivity</source>
        <translation>经济测算：敏感性</translation>
    </message>
    <message>
        <source>Money: towns that win and lose</source>
        <translation>经济测算：乡镇得失</translation>
    </message>
    <message>
        <source>Money: two unit costs against each other</source>
        <translation>经济测算：双因素分析</translation>
    </message>
    <message>
        <source>Money: unit costs</source>
        <translation>经济测算：单价表</translation>
    </message>
    <message>
        <source>Money: what doing nothing costs</source>
        <translation>经济测算：维持现状的代价</translation>
    </message>
    <message>
        <source>Money: what is priced and what is not</source>
        <translation>经济测算：计价覆盖</translation>
    </message>
    <message>
        <source>More land here would save nothing.</source>
        <translation>此处增加用地不会节省成本。</translation>
    </message>
    <message>
        <source>More than 50 % under a rigid line</source>
        <translation>刚性控制线内占50%以上</translation>
    </message>
    <message>
        <source>More than 50 ha moved</source>
        <translation>搬迁50公顷以上</translation>
    </message>
    <message>
        <source>More than 50 ha received</source>
        <translation>承接50公顷以上</translation>
    </message>
    <message>
        <source>Most frequent rank under random weights</source>
        <translation>随机权重下最常见名次</translation>
    </message>
    <message>
        <source>Move a slider: the map and the counts follow. Rules of the result: {}.</source>
        <translation>拖动滑块，地图和计数随之变化。结果采用的规则文件：{}。</translation>
    </message>
    <message>
        <source>Movers are locked to more than one choice</source>
        <translation>搬迁地块被锁定到不止一个去向</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>搬迁</translation>
    </message>
    <message>
        <source>Moves are both locked and forbidden</source>
        <translation>搬迁同时被锁定和禁止</translation>
    </message>
    <message>
        <source>Moves to a park</source>
        <translation>迁入园区</translation>
    </message>
    <message>
        <source>Moves, by land moved</source>
        <translation>搬迁流向（按搬迁用地）</translation>
    </message>
    <message>
        <source>Moves: choose one to see it on the map</source>
        <translation>搬迁：点击可在地图上查看</translation>
    </message>
    <message>
        <source>Moves: {} → {}</source>
        <translation>搬迁：{} → {}</translation>
    </message>
    <message>
        <source>Mu of land in hectares.</source>
        <translation>将公顷换算为亩。</translation>
    </message>
    <message>
        <source>Municipal level</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>Must go there</source>
        <translation>必须迁入</translation>
    </message>
    <message>
        <source>Must stay</source>
        <translation>必须保留</translation>
    </message>
    <message>
        <source>Name a file for the result, at the top.</source>
        <translation>请在上方填写结果文件名。</translation>
    </message>
    <message>
        <source>Name of a shipped column mapping, or your own YAML file. Empty: standard names and known aliases; what is not certain is asked in the log.</source>
        <translation>自带字段映射的名称，或自己的 YAML 文件。空：按标准字段名和已知别名识别，不确定的在日志中提请确认。</translation>
    </message>
    <message>
        <source>Name of the criterion</source>
        <translation>准则名称</translation>
    </message>
    <message>
        <source>Name of the indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Name of the unit evaluated</source>
        <translation>评价单元名称</translation>
    </message>
    <message>
        <source>National level</source>
        <translation>国家级</translation>
    </message>
    <message>
        <source>Near term</source>
        <translation>近期</translation>
    </message>
    <message>
        <source>Near the reference</source>
        <translation>接近参照值</translation>
    </message>
    <message>
        <source>Neither kept open nor closed.</source>
        <translation>既不保持开放也不关闭。</translation>
    </message>
    <message>
        <source>New here? Open the sample district and press the marked buttons, one after the other.</source>
        <translation>初次使用？请打开示例区县，依次点击标记的按钮。</translation>
    </message>
    <message>
        <source>New locks hold in all scenarios</source>
        <translation>新锁定适用于全部情景</translation>
    </message>
    <message>
        <source>No control line was given: choose at least one of red line, farmland, boundary or plan.</source>
        <translation>未提供控制线：请至少选择生态保护红线、永久基本农田、城镇开发边界或现行规划之一。</translation>
    </message>
    <message>
        <source>No deficiency found</source>
        <translation>未发现缺失</translation>
    </message>
    <message>
        <source>No enterprise table: every industrial parcel is tested on its own attributes.</source>
        <translation>没有企业表：各工业地块按自身属性检验。</translation>
    </message>
    <message>
        <source>No header row was found: the columns are named column_1 to column_{}.</source>
        <translation>未找到表头行：各列命名为 column_1 至 column_{}。</translation>
    </message>
    <message>
        <source>No indicator differs between the units, so entropy and CRITIC have nothing to weigh by: choose marks, judgements or equal weights.</source>
        <translation>各评价单元的指标没有差异，熵权法和 CRITIC 法无从赋权：请选择标记、判断矩阵或等权。</translation>
    </message>
    <message>
        <source>No indicator has a weight in both sets of weights: add them instead.</source>
        <translation>没有指标在两组权重中都有权重：请改用相加。</translation>
    </message>
    <message>
        <source>No lock</source>
        <translation>不锁定</translation>
    </message>
    <message>
        <source>No measure assigned</source>
        <translation>未提出措施</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>No parcel changes class.</source>
        <translation>没有地块改变类型。</translation>
    </message>
    <message>
        <source>No parcel is chosen: select parcels in the layer, or give their ids.</source>
        <translation>未选择地块：请在图层中选择地块，或给出编号。</translation>
    </message>
    <message>
        <source>No parcel may come here.</source>
        <translation>没有地块可迁入此处。</translation>
    </message>
    <message>
        <source>No park has indicator {}: check its id.</source>
        <translation>没有园区有指标{}：请检查指标编号。</translation>
    </message>
    <message>
        <source>No park qualifies as a base.</source>
        <translation>没有园区达到产业基地标准。</translation>
    </message>
    <message>
        <source>No park within the rules lists its industry</source>
        <translation>规则范围内没有园区以其行业为主导产业</translation>
    </message>
    <message>
        <source>No park {} has values to draw: check the id of the unit.</source>
        <translation>园区{}没有可绘制的数值：请检查评价单元编号。</translation>
    </message>
    <message>
        <source>No parks were supplied: all industrial land is taken as blocks.</source>
        <translation>未提供园区：全部工业用地按工业区块处理。</translation>
    </message>
    <message>
        <source>No priority area</source>
        <translation>非优先更新区域</translation>
    </message>
    <message>
        <source>No rule of the scenario asks for a change</source>
        <translation>情景规则未要求调整</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>无得分</translation>
    </message>
    <message>
        <source>No score where indicators with less than this share of the weight are known.</source>
        <translation>已知指标的权重占比低于该值时不计算得分。</translation>
    </message>
    <message>
        <source>No single unit cost makes the present value 0 or changes the order.</source>
        <translation>没有一项单价能单独使净现值为0或改变排序。</translation>
    </message>
    <message>
        <source>No unit is stated for {}: the unit in brackets is assumed.</source>
        <translation>{}未注明单位：按括号内的单位处理。</translation>
    </message>
    <message>
        <source>No value fits the search.</source>
        <translation>没有符合查找条件的内容。</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未发现缺失</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Northing or latitude</source>
        <translation>纵坐标或纬度</translation>
    </message>
    <message>
        <source>Northing or latitude, in the CRS of the parcels</source>
        <translation>纵坐标或纬度</translation>
    </message>
    <message>
        <source>Not among the names to be weighed ({}), but in a {} of the judgements: {}.</source>
        <translation>以下名称不在待赋权名称（{}）之中，却出现在判断矩阵的{}里：{}。</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>尚未应用。</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核查</translation>
    </message>
    <message>
        <source>Not checked, because not supplied: {}.</source>
        <translation>因未提供而未核查：{}。</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Not known enough</source>
        <translation>数据不足，无法判断</translation>
    </message>
    <message>
        <source>Not known of all units, so its weight rests on some of them: {}.</source>
        <translation>并非所有评价单元都有数值，其权重只依据其中一部分：{}。</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>Not priced</source>
        <translation>未计价</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>Not tested: no industry in use</source>
        <translation>未检验：非在用工业用地</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>不得迁入</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Notes ({})</source>
        <translation>说明（{}）</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>维持不变</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>没有存疑的关联。</translation>
    </message>
    <message>
        <source>Nothing is locked. Lock a parcel under Moves, or a park under Parks.</source>
        <translation>尚无锁定。可在“搬迁”中锁定地块，或在“园区”中锁定园区。</translation>
    </message>
    <message>
        <source>Nothing that has a range changes the present value.</source>
        <translation>有取值范围的各项均不改变净现值。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Number of &quot;+&quot; in the paper; 0 = shown, not scored</source>
        <translation>论文中“+”的个数</translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>Number of parcels, about.</source>
        <translation>地块数（约）。</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>部分数</translation>
    </message>
    <message>
        <source>Number of the point of the frontier; empty: a scenario</source>
        <translation>效率前沿点号；空：情景</translation>
    </message>
    <message>
        <source>Numbers without a verified source. The layer Rules used lists them all.</source>
        <translation>没有已核实来源的数值。图层“采用的规则”列出全部数值。</translation>
    </message>
    <message>
        <source>Objective of the solution</source>
        <translation>求解目标值</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>占用关系</translation>
    </message>
    <message>
        <source>Of it: on land that is vacated</source>
        <translation>其中：位于腾退用地</translation>
    </message>
    <message>
        <source>Of it: on land that stays</source>
        <translation>其中：位于保留用地</translation>
    </message>
    <message>
        <source>Of it: vacant land</source>
        <translation>其中：空闲用地</translation>
    </message>
    <message>
        <source>Of the land taken up: expansion land</source>
        <translation>其中：拓展用地</translation>
    </message>
    <message>
        <source>Of what collective land brings; the government passes it on.</source>
        <translation>集体土地收入的分成，由政府转付。</translation>
    </message>
    <message>
        <source>On protected land</source>
        <translation>占用刚性控制线</translation>
    </message>
    <message>
        <source>On {} sheets not all facts found room.</source>
        <translation>有{}张信息卡未能列出全部内容。</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>One PDF with a page for each parcel that is selected on the map</source>
        <translation>一个 PDF 文件，地图上选中的地块每个一页</translation>
    </message>
    <message>
        <source>One PDF with a page for each parcel.</source>
        <translation>一个 PDF 文件，每个地块一页。</translation>
    </message>
    <message>
        <source>One PNG a scenario and one with all side by side; files of these names are replaced.</source>
        <translation>每个情景一个 PNG，另有一个并列全部情景；同名文件将被替换。</translation>
    </message>
    <message>
        <source>One more hectare here saves {} on the moves that are made.</source>
        <translation>此处每增加1公顷，已安排的搬迁可节省{}。</translation>
    </message>
    <message>
        <source>One page with map, facts and reasons</source>
        <translation>一页，含地图、数据和依据</translation>
    </message>
    <message>
        <source>One row a link: share, method, score, reason, conflict; ruled out links stay with reviewed = 0.</source>
        <translation>每条关联一行：占比、方法、得分、依据、冲突；已排除的关联以 reviewed = 0 保留。</translation>
    </message>
    <message>
        <source>One row a metric and scenario; best and worst are marked.</source>
        <translation>每个指标、每个情景一行，标出最优和最差。</translation>
    </message>
    <message>
        <source>One row a scenario and year, one column a party.</source>
        <translation>每个情景、每个年份一行，每个主体一列。</translation>
    </message>
    <message>
        <source>One row a scenario.</source>
        <translation>每个情景一行。</translation>
    </message>
    <message>
        <source>One row a scenario: present values, ratios, peak funding, jobs, land.</source>
        <translation>每个情景一行：净现值、比率、资金峰值、岗位、用地。</translation>
    </message>
    <message>
        <source>One row a unit and indicator: value, coverage, reason, rank, reference, gap, verdict.</source>
        <translation>每个评价单元、每项指标一行：指标值、数据覆盖率、原因、排名、参照值、差距、对比。</translation>
    </message>
    <message>
        <source>One row a unit: priority area or not, values, scores; parks with their outline.</source>
        <translation>每个评价单元一行：是否优先更新区域、指标值、得分；园区带边界。</translation>
    </message>
    <message>
        <source>One sheet a level of evaluation, with units and coverage.</source>
        <translation>每个评价层级一张工作表，含单位和数据覆盖率。</translation>
    </message>
    <message>
        <source>One-off cost to enterprises</source>
        <translation>企业一次性支出</translation>
    </message>
    <message>
        <source>One-off cost to the government</source>
        <translation>政府一次性支出</translation>
    </message>
    <message>
        <source>Only {} units (fewer than {}): entropy and CRITIC weights are unstable.</source>
        <translation>只有{}个评价单元（少于{}个）：熵权和 CRITIC 权重不稳定。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a result first, or run the study.</source>
        <translation>请先打开评估结果，或运行评估。</translation>
    </message>
    <message>
        <source>Open the result of a study to look into its parcels.</source>
        <translation>请先打开评估结果，再查看地块。</translation>
    </message>
    <message>
        <source>Open the result of a study to review which enterprise is on which parcel.</source>
        <translation>请先打开评估结果，再复核企业与地块的对应关系。</translation>
    </message>
    <message>
        <source>Open the result of a study, or run one in the workbench.</source>
        <translation>请打开评估结果，或在工作台运行评估。</translation>
    </message>
    <message>
        <source>Open the results of a study...</source>
        <translation>打开评估结果…</translation>
    </message>
    <message>
        <source>Open the sample district</source>
        <translation>打开示例区县</translation>
    </message>
    <message>
        <source>Open the {}</source>
        <translation>打开{}</translation>
    </message>
    <message>
        <source>Or by up to this share of the smaller parcel, whichever is larger.</source>
        <translation>或不超过较小地块的该比例，取两者中较大者。</translation>
    </message>
    <message>
        <source>Or up to this share of the parcel, whichever is larger.</source>
        <translation>或不超过地块的该比例，取两者中较大者。</translation>
    </message>
    <message>
        <source>Other park</source>
        <translation>其他园区</translation>
    </message>
    <message>
        <source>Otherwise they hold in the scenario chosen above.</source>
        <translation>否则只适用于上方所选情景。</translation>
    </message>
    <message>
        <source>Out of date, because these have changed: {}.</source>
        <translation>已过期，下列内容已更改：{}。</translation>
    </message>
    <message>
        <source>Output a year</source>
        <translation>年产值</translation>
    </message>
    <message>
        <source>Output and tax per land in 10,000 CNY per km2; land m2.</source>
        <translation>地均产值和地均税收为万元/平方公里；用地为平方米。</translation>
    </message>
    <message>
        <source>Output of strategic emerging industries</source>
        <translation>战略性新兴产业产值</translation>
    </message>
    <message>
        <source>Output on industrial land a year; empty: not known</source>
        <translation>地均年产值</translation>
    </message>
    <message>
        <source>Output over its target</source>
        <translation>产值达标比</translation>
    </message>
    <message>
        <source>Output, tax and investment in 10,000 CNY per km2, employment and services per km2, shares in %, energy and water per CNY of output.</source>
        <translation>产值、税收和投资为万元/平方公里，就业和服务设施为每平方公里，占比为%，能耗和水耗按每元产值计。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Overlaps a rigid line by more than digitising slivers</source>
        <translation>占用刚性控制线</translation>
    </message>
    <message>
        <source>Overlaps and stated areas</source>
        <translation>重叠与登记面积</translation>
    </message>
    <message>
        <source>Overlaps permanent basic farmland by more than digitising slivers</source>
        <translation>占用永久基本农田</translation>
    </message>
    <message>
        <source>Overlaps the ecological red line by more than digitising slivers</source>
        <translation>占用生态保护红线</translation>
    </message>
    <message>
        <source>Own choice, tried out</source>
        <translation>试算后自行选定</translation>
    </message>
    <message>
        <source>P 2 counts it as stock; what to do with it outside bases and communities is our own reading</source>
        <translation>论文第2节将其计入存量；基地和社区以外如何处置为本插件的理解</translation>
    </message>
    <message>
        <source>P 3.1; &apos;or above&apos; is our own reading</source>
        <translation>论文3.1节；“及以上”为本插件的理解</translation>
    </message>
    <message>
        <source>P 3.2, table 2</source>
        <translation>论文3.2节表2</translation>
    </message>
    <message>
        <source>P 3.2, table 2; formulas D</source>
        <translation>论文3.2节表2；公式为本插件默认值</translation>
    </message>
    <message>
        <source>P 3.2: more + is more weight; how much more: D</source>
        <translation>论文3.2节：“+”越多权重越大；具体大小为本插件默认值</translation>
    </message>
    <message>
        <source>P 3.2; default D</source>
        <translation>论文3.2节；默认值为本插件所定</translation>
    </message>
    <message>
        <source>P 3.4 (1) names the three kinds; which indicators speak for them is our own</source>
        <translation>论文3.4节（1）提出三类；各类所依据的指标为本插件所定</translation>
    </message>
    <message>
        <source>P 3.4 (1); order D</source>
        <translation>论文3.4节（1）；次序为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.1 as read in our method</source>
        <translation>论文4.1节，按本插件方法的理解</translation>
    </message>
    <message>
        <source>P 4.1 for the order; the number is our own</source>
        <translation>次序据论文4.1节；数值为本插件所定</translation>
    </message>
    <message>
        <source>P 4.1 says it of green-deficient enterprises; beyond them it is our own default</source>
        <translation>论文4.1节针对绿色缺失型企业；其他情形为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.1 speaks of rigid control elements; which lines these are is our own reading</source>
        <translation>论文4.1节提到刚性管控要素；具体指哪些控制线为本插件的理解</translation>
    </message>
    <message>
        <source>P 4.1: differentiated land-use tax for equity-deficient land; efficiency: D</source>
        <translation>论文4.1节：公平不足型用地实行差别化土地使用税；效率不足型为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.1: renewal frees quota; that it is sold is our own reading</source>
        <translation>论文4.1节：更新腾出建设用地指标；指标有偿流转为本插件的理解</translation>
    </message>
    <message>
        <source>P 4.1: supervise approved but unused land, tap the stock; P 2</source>
        <translation>论文4.1节：加强批而未用土地监管，挖掘存量潜力；论文第2节</translation>
    </message>
    <message>
        <source>P 4.1: withdrawal from protected land first, near-term remediation, medium- and long-term reserve; the rest D</source>
        <translation>论文4.1节：先退出保护区域，近期整治，中远期储备；其余为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.1; farmland instead of green is our own reading</source>
        <translation>论文4.1节；复垦为耕地而非复绿为本插件的理解</translation>
    </message>
    <message>
        <source>P 4.1; the wording, priorities and horizons, and scattered urban blocks, are our own</source>
        <translation>论文4.1节；文字、优先级、时序及零散城镇区块为本插件所定</translation>
    </message>
    <message>
        <source>P 4.2 (1); main clusters = bases and communities: D</source>
        <translation>论文4.2节（1）；主要集聚区取产业基地和产业社区，为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.2 (3); distance D</source>
        <translation>论文4.2节（3）；距离为本插件默认值</translation>
    </message>
    <message>
        <source>P 4.2 moves blocks whatever their safety evaluation says; P 4.1 makes unsafe firms rectify or exit</source>
        <translation>论文4.2节搬迁区块不论安全评价结果；论文4.1节要求不安全企业整改或退出</translation>
    </message>
    <message>
        <source>P 4.2, maintain total volume</source>
        <translation>论文4.2节，总量不增</translation>
    </message>
    <message>
        <source>P table 2 names accessibility; how it is measured: D</source>
        <translation>论文表2列有可达性；度量方法为本插件默认值</translation>
    </message>
    <message>
        <source>P table 2, planned strategic emerging industries; the list is the county&apos;s own</source>
        <translation>论文表2“规划战略性新兴产业”；名录由本地确定</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF sheet</source>
        <translation>PDF 信息卡</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 图片 (*.png);;SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Paid by {} to {}.</source>
        <translation>由{}支付给{}。</translation>
    </message>
    <message>
        <source>Pairs are listed twice</source>
        <translation>配对重复</translation>
    </message>
    <message>
        <source>Pairs have no cost</source>
        <translation>配对缺少成本</translation>
    </message>
    <message>
        <source>Pairs name movers that are not in the table of movers</source>
        <translation>配对中的搬迁地块不在搬迁地块表中</translation>
    </message>
    <message>
        <source>Pairs name receivers that are not in the table of receivers</source>
        <translation>配对中的承接园区不在承接园区表中</translation>
    </message>
    <message>
        <source>Pairwise judgements are possible for up to {} names, not {}: judge the criteria against each other, and the indicators within each criterion.</source>
        <translation>两两比较最多支持{}项，现有{}项：请先在准则之间比较，再在各准则内比较指标。</translation>
    </message>
    <message>
        <source>Paper section 3.1; the policy and the cluster rule are our own defaults in section &apos;levels&apos; of the rules.</source>
        <translation>论文3.1节；判定方式和集聚规则为本插件默认值，见规则文件“levels”一节。</translation>
    </message>
    <message>
        <source>Paper section 3.2 and table 2; formulas and limits: section &apos;performance&apos; of the rules.</source>
        <translation>论文3.2节和表2；公式和限值见规则文件“performance”一节。</translation>
    </message>
    <message>
        <source>Paper section 3.3; thresholds are our own defaults in section &apos;deficiency&apos; of the rules.</source>
        <translation>论文3.3节；阈值为本插件默认值，见规则文件“deficiency”一节。</translation>
    </message>
    <message>
        <source>Paper section 3.4; survey land codes; the meaning of zeros is our own default.</source>
        <translation>论文3.4节；国土调查地类代码；零值的含义为本插件默认值。</translation>
    </message>
    <message>
        <source>Paper section 3.4; tax ids: GB 32100-2015; order and scores are our own defaults (&apos;matching&apos;).</source>
        <translation>论文3.4节；信用代码依据 GB 32100-2015；次序和得分为本插件默认值（“matching”一节）。</translation>
    </message>
    <message>
        <source>Paper section 3.4; the meaning of zeros is our own default.</source>
        <translation>论文3.4节；零值的含义为本插件默认值。</translation>
    </message>
    <message>
        <source>Paper section 4.1; rows marked D are our own defaults.</source>
        <translation>论文4.1节；标有 D 的行为本插件默认值。</translation>
    </message>
    <message>
        <source>Paper section 4.2; limits are our own defaults in section &apos;scenarios&apos; of the rules.</source>
        <translation>论文4.2节；限值为本插件默认值，见规则文件“scenarios”一节。</translation>
    </message>
    <message>
        <source>Paper section 4.2; unit costs are assumptions in section &apos;economics&apos; of the rules.</source>
        <translation>论文4.2节；单价为假设，见规则文件“economics”一节。</translation>
    </message>
    <message>
        <source>Paper sections 3.4 and 4.1; tolerances are our own defaults in section &apos;control&apos; of the rules.</source>
        <translation>论文3.4节和4.1节；容差为本插件默认值，见规则文件“control”一节。</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>Parcel &quot;{}&quot; cannot be sent to park &quot;{}&quot; while the park is closed: take one of the two locks away first.</source>
        <translation>地块“{}”不能迁入已关闭的园区“{}”：请先取消两项锁定之一。</translation>
    </message>
    <message>
        <source>Parcel dossier</source>
        <translation>地块档案</translation>
    </message>
    <message>
        <source>Parcel id, holder or enterprise</source>
        <translation>地块编号、土地权利人或企业</translation>
    </message>
    <message>
        <source>Parcel identifier</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <source>Parcel ids</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <source>Parcel land under rigid lines, m2</source>
        <translation>刚性控制线内的地块用地（平方米）</translation>
    </message>
    <message>
        <source>Parcel sheets (PDF)</source>
        <translation>地块信息卡（PDF）</translation>
    </message>
    <message>
        <source>Parcel that the point lies in, where other evidence says another</source>
        <translation>点位所在的其他地块</translation>
    </message>
    <message>
        <source>Parcel, park or town</source>
        <translation>地块、园区或乡镇</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>Parcels and land</source>
        <translation>地块与用地</translation>
    </message>
    <message>
        <source>Parcels below this area are merged.</source>
        <translation>面积低于该值的地块予以整合。</translation>
    </message>
    <message>
        <source>Parcels by class, before and now</source>
        <translation>各类型地块数，之前与现在</translation>
    </message>
    <message>
        <source>Parcels by deficiency</source>
        <translation>地块（按缺失类型）</translation>
    </message>
    <message>
        <source>Parcels by fate: {}</source>
        <translation>地块去向：{}</translation>
    </message>
    <message>
        <source>Parcels by guidance</source>
        <translation>地块（按更新引导）</translation>
    </message>
    <message>
        <source>Parcels by level</source>
        <translation>地块（按层级）</translation>
    </message>
    <message>
        <source>Parcels cleared</source>
        <translation>复垦复绿地块</translation>
    </message>
    <message>
        <source>Parcels farther than this from the middle of all parcels are named; a county is smaller.</source>
        <translation>距全部地块中心超过该距离的地块予以列出；一个区县小于该距离。</translation>
    </message>
    <message>
        <source>Parcels for the land reserve</source>
        <translation>纳入土地储备地块</translation>
    </message>
    <message>
        <source>Parcels found: Enter or a double click opens one.</source>
        <translation>找到的地块：按回车键或双击打开。</translation>
    </message>
    <message>
        <source>Parcels in conflict that stay</source>
        <translation>保留的冲突地块</translation>
    </message>
    <message>
        <source>Parcels in conflict today, slivers left out</source>
        <translation>目前冲突的地块数</translation>
    </message>
    <message>
        <source>Parcels in question</source>
        <translation>候选地块</translation>
    </message>
    <message>
        <source>Parcels in question: press their number.</source>
        <translation>候选地块：按编号数字键选择。</translation>
    </message>
    <message>
        <source>Parcels kept</source>
        <translation>保留的地块</translation>
    </message>
    <message>
        <source>Parcels left against the plan</source>
        <translation>与规划不符的遗留地块数</translation>
    </message>
    <message>
        <source>Parcels left outside the urban development boundary</source>
        <translation>城镇开发边界外遗留地块数</translation>
    </message>
    <message>
        <source>Parcels left under permanent basic farmland</source>
        <translation>永久基本农田内遗留地块数</translation>
    </message>
    <message>
        <source>Parcels left under the ecological red line</source>
        <translation>生态保护红线内遗留地块数</translation>
    </message>
    <message>
        <source>Parcels made</source>
        <translation>生成的地块</translation>
    </message>
    <message>
        <source>Parcels merged</source>
        <translation>整合的地块数</translation>
    </message>
    <message>
        <source>Parcels merged with neighbours</source>
        <translation>整合地块</translation>
    </message>
    <message>
        <source>Parcels moved</source>
        <translation>搬迁地块</translation>
    </message>
    <message>
        <source>Parcels not fully priced</source>
        <translation>未完全计价的地块</translation>
    </message>
    <message>
        <source>Parcels not priced</source>
        <translation>未计价的地块数</translation>
    </message>
    <message>
        <source>Parcels of high priority</source>
        <translation>高优先级地块</translation>
    </message>
    <message>
        <source>Parcels of land with standard columns, or any columns with a mapping.</source>
        <translation>标准字段的地块，或配合字段映射的任意字段的地块。</translation>
    </message>
    <message>
        <source>Parcels of one cluster are linked by gaps up to this, edge to edge.</source>
        <translation>间距（边缘间距）不超过该值的地块归为同一集聚区块。</translation>
    </message>
    <message>
        <source>Parcels of the long term</source>
        <translation>远期地块数</translation>
    </message>
    <message>
        <source>Parcels of the medium term</source>
        <translation>中期地块数</translation>
    </message>
    <message>
        <source>Parcels of the near term</source>
        <translation>近期地块数</translation>
    </message>
    <message>
        <source>Parcels priced by their own figures, by a default, or not.</source>
        <translation>依据自身数据计价、采用默认值和未计价的地块。</translation>
    </message>
    <message>
        <source>Parcels priced from known figures</source>
        <translation>依据已知数据计价的地块数</translation>
    </message>
    <message>
        <source>Parcels priced partly by default</source>
        <translation>部分采用默认值计价的地块</translation>
    </message>
    <message>
        <source>Parcels priced partly by defaults</source>
        <translation>部分采用默认值计价的地块数</translation>
    </message>
    <message>
        <source>Parcels received</source>
        <translation>承接地块</translation>
    </message>
    <message>
        <source>Parcels reclaimed</source>
        <translation>复垦复绿的地块数</translation>
    </message>
    <message>
        <source>Parcels renewed in place</source>
        <translation>就地更新的地块数</translation>
    </message>
    <message>
        <source>Parcels taken into the land reserve</source>
        <translation>纳入土地储备的地块数</translation>
    </message>
    <message>
        <source>Parcels that can go nowhere but to the parks short together</source>
        <translation>待安置地块数</translation>
    </message>
    <message>
        <source>Parcels that cannot be judged</source>
        <translation>数据不足、无法判断的地块</translation>
    </message>
    <message>
        <source>Parcels that encroach on a rigid line</source>
        <translation>占用刚性控制线的地块</translation>
    </message>
    <message>
        <source>Parcels that find no room</source>
        <translation>没有承接空间的地块数</translation>
    </message>
    <message>
        <source>Parcels that move</source>
        <translation>搬迁的地块数</translation>
    </message>
    <message>
        <source>Parcels that move to a park</source>
        <translation>搬迁地块</translation>
    </message>
    <message>
        <source>Parcels that move under large concentration</source>
        <translation>大集中情景的搬迁地块</translation>
    </message>
    <message>
        <source>Parcels that move under small clustering</source>
        <translation>小集聚情景的搬迁地块</translation>
    </message>
    <message>
        <source>Parcels that move under small clustering with parks</source>
        <translation>小集聚+适度园区情景的搬迁地块</translation>
    </message>
    <message>
        <source>Parcels that no park may receive</source>
        <translation>没有可承接园区的地块数</translation>
    </message>
    <message>
        <source>Parcels that stay as they are</source>
        <translation>保留的地块数</translation>
    </message>
    <message>
        <source>Parcels that {}.</source>
        <translation>地块变化：{}。</translation>
    </message>
    <message>
        <source>Parcels this near to the point are proposed for an enterprise without one. 0 switches this off.</source>
        <translation>为未匹配地块的企业推荐距点位不超过该距离的地块。0为关闭。</translation>
    </message>
    <message>
        <source>Parcels to be reclaimed</source>
        <translation>须复垦复绿的地块</translation>
    </message>
    <message>
        <source>Parcels whose firms close</source>
        <translation>企业关停的地块数</translation>
    </message>
    <message>
        <source>Parcels whose firms give up</source>
        <translation>企业关停的地块</translation>
    </message>
    <message>
        <source>Parcels whose output is known</source>
        <translation>产值已知的地块数</translation>
    </message>
    <message>
        <source>Parcels whose tax is known</source>
        <translation>税收已知的地块数</translation>
    </message>
    <message>
        <source>Parcels with control lines</source>
        <translation>地块（含控制线占比）</translation>
    </message>
    <message>
        <source>Parcels with standard columns.</source>
        <translation>标准字段的地块。</translation>
    </message>
    <message>
        <source>Parcels with {} may come here and find no room anywhere.</source>
        <translation>{}的地块可迁入此处，但无处可迁。</translation>
    </message>
    <message>
        <source>Parcels without a receiver within the rules</source>
        <translation>按规则没有承接园区的地块</translation>
    </message>
    <message>
        <source>Parcels, parks and enterprises of the study</source>
        <translation>评估结果中的地块、园区和企业</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>Park boundaries with administrative level and zone type. Without them all is block.</source>
        <translation>园区边界，含行政级别和园区类型。缺少时全部视为工业区块。</translation>
    </message>
    <message>
        <source>Park identifier</source>
        <translation>园区编号</translation>
    </message>
    <message>
        <source>Park name</source>
        <translation>园区名称</translation>
    </message>
    <message>
        <source>Park {}: {}</source>
        <translation>园区{}：{}</translation>
    </message>
    <message>
        <source>Park, level not known</source>
        <translation>园区，层级未知</translation>
    </message>
    <message>
        <source>Parks</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>Parks by level</source>
        <translation>园区（按层级）</translation>
    </message>
    <message>
        <source>Parks by performance</source>
        <translation>园区（按绩效）</translation>
    </message>
    <message>
        <source>Parks by rank: click one to see it on the map</source>
        <translation>园区排名：点击园区可在地图上查看</translation>
    </message>
    <message>
        <source>Parks evaluated</source>
        <translation>已评价园区</translation>
    </message>
    <message>
        <source>Parks of these levels are evaluated one by one.</source>
        <translation>对这些层级的园区逐个评价。</translation>
    </message>
    <message>
        <source>Parks that are bases</source>
        <translation>达到产业基地标准的园区</translation>
    </message>
    <message>
        <source>Parks that are communities</source>
        <translation>达到产业社区标准的园区</translation>
    </message>
    <message>
        <source>Parks that can receive: choose one to see it on the map</source>
        <translation>可承接的园区：点击可在地图上查看</translation>
    </message>
    <message>
        <source>Parks that cannot be judged</source>
        <translation>数据不足、无法判断的园区</translation>
    </message>
    <message>
        <source>Parks that have a value</source>
        <translation>有数值的园区</translation>
    </message>
    <message>
        <source>Parks that may receive, with land received, all scenarios.</source>
        <translation>可承接的园区及承接用地，含全部情景。</translation>
    </message>
    <message>
        <source>Parks whose land limits the plan</source>
        <translation>用地制约方案的园区</translation>
    </message>
    <message>
        <source>Parks with a picture of their profile, priority areas first; all are in the tables.</source>
        <translation>绘制画像的园区数，优先更新区域在前；表格包含全部园区。</translation>
    </message>
    <message>
        <source>Parks {} and {} overlap in part ({:.2f} ha): a parcel in the overlap goes to the higher level.</source>
        <translation>园区{}与{}部分重叠（{:.2f}公顷）：重叠处的地块归入较高层级。</translation>
    </message>
    <message>
        <source>Parks, dissolved, with area and level.</source>
        <translation>合并后的园区，含面积和层级。</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分可计算</translation>
    </message>
    <message>
        <source>Partly by default</source>
        <translation>部分采用默认值</translation>
    </message>
    <message>
        <source>Parts of the scenarios</source>
        <translation>情景的组成部分</translation>
    </message>
    <message>
        <source>Patches of industrial land</source>
        <translation>工业用地斑块数</translation>
    </message>
    <message>
        <source>Payments by scenario, year, item, payer and payee.</source>
        <translation>按情景、年份、项目、支付方和收取方列出的收支。</translation>
    </message>
    <message>
        <source>Payments, cash flow, sensitivity, grid, radar of principles, risk; as PNG and SVG.</source>
        <translation>各方收支、现金流、敏感性、双因素、原则雷达图、风险，PNG 和 SVG 格式。</translation>
    </message>
    <message>
        <source>Peak funding by the government</source>
        <translation>政府资金峰值</translation>
    </message>
    <message>
        <source>Peak funding over yearly revenue</source>
        <translation>资金峰值占年财政收入</translation>
    </message>
    <message>
        <source>Per area and year of supplied land without a building; avoided once it is withdrawn.</source>
        <translation>按已供应但无建筑的用地面积和年份计；收回后不再发生。</translation>
    </message>
    <message>
        <source>Per area and year, for the classes in surcharge_classes; avoided once the land is renewed or vacated.</source>
        <translation>按面积和年份计，适用于 surcharge_classes 所列类型；用地更新或腾退后不再发生。</translation>
    </message>
    <message>
        <source>Per area for the full term; paid for the share of the term that remains in the year of the move.</source>
        <translation>按面积计全年期；按搬迁当年剩余年期的比例支付。</translation>
    </message>
    <message>
        <source>Per contaminated vacated land.</source>
        <translation>按受污染的腾退用地计。</translation>
    </message>
    <message>
        <source>Per floor area.</source>
        <translation>按建筑面积计。</translation>
    </message>
    <message>
        <source>Per floor area: a moved firm builds the floor area it leaves.</source>
        <translation>按建筑面积计：搬迁企业新建与腾退面积相等的建筑。</translation>
    </message>
    <message>
        <source>Per land merged. Not on the list of costs of the method, so 0; enter what it costs here.</source>
        <translation>按整合用地计。不在方法的成本清单内，故为0；请填写本地成本。</translation>
    </message>
    <message>
        <source>Per land needed at the receiver.</source>
        <translation>按承接园区所需用地计。</translation>
    </message>
    <message>
        <source>Per land renewed. Not on the list of costs of the method, so 0; enter what renewal in place costs here.</source>
        <translation>按更新用地计。不在方法的成本清单内，故为0；请填写本地就地更新成本。</translation>
    </message>
    <message>
        <source>Per quota freed: vacated less taken up.</source>
        <translation>按腾退指标计：腾退用地减去承接占用。</translation>
    </message>
    <message>
        <source>Per vacated land that is reclaimed.</source>
        <translation>按复垦的腾退用地计。</translation>
    </message>
    <message>
        <source>Per vacated land that is reused.</source>
        <translation>按再利用的腾退用地计。</translation>
    </message>
    <message>
        <source>Percentile of the firms</source>
        <translation>企业的百分位</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>绩效</translation>
    </message>
    <message>
        <source>Performance indicators</source>
        <translation>绩效评价指标</translation>
    </message>
    <message>
        <source>Performance of parks</source>
        <translation>园区绩效</translation>
    </message>
    <message>
        <source>Performance: against benchmarks</source>
        <translation>绩效：与基准值比较</translation>
    </message>
    <message>
        <source>Performance: indicators of parks and levels</source>
        <translation>绩效：园区和各层级指标</translation>
    </message>
    <message>
        <source>Performance: ranks under each weighting</source>
        <translation>绩效：各赋权方法下的排名</translation>
    </message>
    <message>
        <source>Performance: ranks under random weights</source>
        <translation>绩效：随机权重下的排名</translation>
    </message>
    <message>
        <source>Performance: weights</source>
        <translation>绩效：权重</translation>
    </message>
    <message>
        <source>Permanent basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>Permanent basic farmland. Not supplied means not checked.</source>
        <translation>永久基本农田。未提供即为未核查。</translation>
    </message>
    <message>
        <source>Persistence: the test fails only if output was below the threshold in each of this many years. Years without a figure do not count; too few years leave it unknown.</source>
        <translation>持续性：连续该年数的产值均低于阈值时检验才不通过。没有数据的年份不计，年数不足时为未知。</translation>
    </message>
    <message>
        <source>Persistence: the test fails only if tax was below the threshold in each of this many years. Years without a figure do not count; too few years leave it unknown.</source>
        <translation>持续性：连续该年数的税收均低于阈值时检验才不通过。没有数据的年份不计，年数不足时为未知。</translation>
    </message>
    <message>
        <source>Phase of a parcel without a horizon in the guidance.</source>
        <translation>引导中没有时序的地块所属分期。</translation>
    </message>
    <message>
        <source>Phase out</source>
        <translation>逐步退出</translation>
    </message>
    <message>
        <source>Pick on map (P)</source>
        <translation>在地图上选取(P)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures of performance and costs</source>
        <translation>绩效和经济测算的图片</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>现行规划</translation>
    </message>
    <message>
        <source>Planned use</source>
        <translation>规划用途</translation>
    </message>
    <message>
        <source>Planned use (planned_use). Land that stays against the plan is counted.</source>
        <translation>规划用途（planned_use）。统计与规划不符而保留的用地。</translation>
    </message>
    <message>
        <source>Planned use code</source>
        <translation>规划用途代码</translation>
    </message>
    <message>
        <source>Plot ratio of the site</source>
        <translation>地块容积率</translation>
    </message>
    <message>
        <source>Point says another parcel</source>
        <translation>点位指向其他地块</translation>
    </message>
    <message>
        <source>Points of interest</source>
        <translation>兴趣点</translation>
    </message>
    <message>
        <source>Points of the frontier of cost against clustering and against tax. 0 means no frontier.</source>
        <translation>成本与集聚度、成本与税收的效率前沿点数。0为不计算。</translation>
    </message>
    <message>
        <source>Poorly managed below a profit of</source>
        <translation>利润低于该值为经营不善</translation>
    </message>
    <message>
        <source>Poorly managed, by the survey</source>
        <translation>调查认定经营不善</translation>
    </message>
    <message>
        <source>Poorly planned</source>
        <translation>布局不合理</translation>
    </message>
    <message>
        <source>Precision on reviewed links, empty without any</source>
        <translation>已复核关联的准确率，无复核时为空</translation>
    </message>
    <message>
        <source>Prepare data</source>
        <translation>数据准备</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Present value</source>
        <translation>净现值</translation>
    </message>
    <message>
        <source>Present value above 0 in {} of {} random draws.</source>
        <translation>净现值大于0的占{}（随机抽样{}次）。</translation>
    </message>
    <message>
        <source>Present value against the status quo. It rests on assumptions: see the layer Rules used.</source>
        <translation>与维持现状相比的净现值，以假设为依据，见图层“采用的规则”。</translation>
    </message>
    <message>
        <source>Present value at the high end</source>
        <translation>取上限时的净现值</translation>
    </message>
    <message>
        <source>Present value at the low end</source>
        <translation>取下限时的净现值</translation>
    </message>
    <message>
        <source>Present value to collectives</source>
        <translation>集体净现值</translation>
    </message>
    <message>
        <source>Present value to enterprises</source>
        <translation>企业净现值</translation>
    </message>
    <message>
        <source>Present value to the government</source>
        <translation>政府净现值</translation>
    </message>
    <message>
        <source>Present value to the government, large concentration</source>
        <translation>政府净现值，大集中</translation>
    </message>
    <message>
        <source>Present value to the government, small clustering</source>
        <translation>政府净现值，小集聚</translation>
    </message>
    <message>
        <source>Present value to the government, small clustering with parks</source>
        <translation>政府净现值，小集聚+适度园区</translation>
    </message>
    <message>
        <source>Present value to the market</source>
        <translation>市场净现值</translation>
    </message>
    <message>
        <source>Press Run. Every step is computed: seconds for the sample, minutes for a large county.</source>
        <translation>点击“运行”。将计算所有步骤：示例只需数秒，大的区县需数分钟。</translation>
    </message>
    <message>
        <source>Price of expansion land. Empty means that expansion land is part of the capacity and costs nothing.</source>
        <translation>拓展用地的价格。空为拓展用地计入承接容量且不计费用。</translation>
    </message>
    <message>
        <source>Priced anew. Present value for the government:</source>
        <translation>已重新测算。政府净现值：</translation>
    </message>
    <message>
        <source>Prices and present values are of this year.</source>
        <translation>价格和净现值的基准年份。</translation>
    </message>
    <message>
        <source>Prices the scenarios against the status quo: cash flow by year and by payer, present value to the government and to the economy, benefit-cost ratio, payback, peak funding, towns that win and lose, what doing nothing costs, and how sure all that is.</source>
        <translation>以维持现状为基准测算各情景：逐年、分主体的现金流，政府和经济净现值，效益费用比，回收年份，资金峰值，乡镇得失，维持现状的代价，以及结果的把握程度。</translation>
    </message>
    <message>
        <source>Pricing with other unit costs</source>
        <translation>正在按其他单价测算</translation>
    </message>
    <message>
        <source>Pricing with {}.</source>
        <translation>正在按{}测算。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Priority area for renewal; empty: not known, or no park</source>
        <translation>优先更新区域</translation>
    </message>
    <message>
        <source>Priority area of several kinds</source>
        <translation>多类优先更新区域</translation>
    </message>
    <message>
        <source>Priority areas</source>
        <translation>优先更新区域</translation>
    </message>
    <message>
        <source>Priority areas do not receive industry: {}. To let them, lower performance.worse_below or raise performance.priority_least in the rule profile.</source>
        <translation>优先更新区域不承接产业：{}。如需承接，请在规则文件中调低 performance.worse_below 或调高 performance.priority_least。</translation>
    </message>
    <message>
        <source>Proceeds of the land</source>
        <translation>土地收益</translation>
    </message>
    <message>
        <source>Profile of each park, ranked bars and heat table, as PNG and SVG.</source>
        <translation>各园区的指标画像、排名条形图和热力表，PNG 和 SVG 格式。</translation>
    </message>
    <message>
        <source>Profiles drawn</source>
        <translation>绘制的画像数</translation>
    </message>
    <message>
        <source>Profiles, benchmarks and priority areas as a page to read or print.</source>
        <translation>指标画像、基准值和优先更新区域的网页，供阅读或打印。</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Protected land recovered</source>
        <translation>腾退的刚性管控用地</translation>
    </message>
    <message>
        <source>Proved bound of the objective</source>
        <translation>目标值的已证明界限</translation>
    </message>
    <message>
        <source>Provincial level</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>Provisional regulations on the assignment of the right to use urban state land, art. 12: industrial land</source>
        <translation>《城镇国有土地使用权出让和转让暂行条例》第十二条：工业用地</translation>
    </message>
    <message>
        <source>Public services</source>
        <translation>公共服务设施</translation>
    </message>
    <message>
        <source>Public services and key nodes (stations, motorway exits), with their kind.</source>
        <translation>公共服务设施和关键节点（车站、高速公路出入口），含类别。</translation>
    </message>
    <message>
        <source>Put the rows that are shown on the clipboard, to paste into a spreadsheet</source>
        <translation>将显示的各行复制到剪贴板，可粘贴到电子表格中</translation>
    </message>
    <message>
        <source>Puts enterprises and their land to five tests, and says what to do with each parcel.</source>
        <translation>从五个维度检验企业及其用地，提出每个地块的更新引导。</translation>
    </message>
    <message>
        <source>Puts every enterprise to five tests: green, efficiency, quality, equity and safety, in this order. The first failed test names the class; all five answers are kept, and the parcels take the class of their occupants.</source>
        <translation>按绿色、效率、质量、公平、安全五个维度依次检验每家企业。首个未通过的检验决定类型，五项结果均予保留；地块的类型由其企业决定。</translation>
    </message>
    <message>
        <source>PyYAML is missing, so rule profiles cannot be read.</source>
        <translation>缺少 PyYAML，无法读取规则文件。</translation>
    </message>
    <message>
        <source>QGIS projects (*.qgz)</source>
        <translation>QGIS 工程 (*.qgz)</translation>
    </message>
    <message>
        <source>QGIS&apos;s Python was not found as a program: type the command with its path.</source>
        <translation>未找到 QGIS 自带的 Python 程序：请输入命令及其完整路径。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quality principle, in words</source>
        <translation>质量原则（文字）</translation>
    </message>
    <message>
        <source>Quality-deficient</source>
        <translation>质量不足型</translation>
    </message>
    <message>
        <source>Quality: industry and management</source>
        <translation>质量：行业与经营</translation>
    </message>
    <message>
        <source>Quality: weak sector and firm</source>
        <translation>质量不足型：非主导且经营差</translation>
    </message>
    <message>
        <source>Quantities and shares</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Quantity or share</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Quota freed: vacated less taken up</source>
        <translation>腾退指标：腾退用地减承接占用</translation>
    </message>
    <message>
        <source>Random weightings that the stability of the ranking is tested with.</source>
        <translation>检验排名稳定性的随机权重组数。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>取值范围</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rank among the parks, 1 = best</source>
        <translation>园区排名，1为最优</translation>
    </message>
    <message>
        <source>Rank among the scenarios, 1 = best</source>
        <translation>情景排名，1为最优</translation>
    </message>
    <message>
        <source>Rank by score, 1 = best</source>
        <translation>得分排名，1为最优</translation>
    </message>
    <message>
        <source>Rank {} of {}.</source>
        <translation>第{}名，共{}名。</translation>
    </message>
    <message>
        <source>Rank, 1 = best</source>
        <translation>排名，1为最优</translation>
    </message>
    <message>
        <source>Rank, 1 = matters most</source>
        <translation>排名，1为影响最大</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Read as {}, by the characters that it gives.</source>
        <translation>按字符判断，以 {} 读取。</translation>
    </message>
    <message>
        <source>Read the scenarios</source>
        <translation>读取情景</translation>
    </message>
    <message>
        <source>Read the unit costs</source>
        <translation>读取单价</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>数据完备度</translation>
    </message>
    <message>
        <source>Readiness report</source>
        <translation>数据完备度报告</translation>
    </message>
    <message>
        <source>Reading the layers</source>
        <translation>正在读取图层</translation>
    </message>
    <message>
        <source>Reading the scenarios ...</source>
        <translation>正在读取情景…</translation>
    </message>
    <message>
        <source>Reading the unit costs ...</source>
        <translation>正在读取单价…</translation>
    </message>
    <message>
        <source>Reads parcels and enterprises, matches them, and says what the data are enough for.</source>
        <translation>读取地块和企业并相互匹配，说明数据可支撑哪些成果。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可计算</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>理由（可选）</translation>
    </message>
    <message>
        <source>Reason: {}</source>
        <translation>理由：{}</translation>
    </message>
    <message>
        <source>Rebuild in part</source>
        <translation>局部改造</translation>
    </message>
    <message>
        <source>Recall on reviewed links, empty without any</source>
        <translation>已复核关联的召回率，无复核时为空</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已承接</translation>
    </message>
    <message>
        <source>Received over capacity</source>
        <translation>承接用地与承接容量之比</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>承接园区</translation>
    </message>
    <message>
        <source>Receivers are locked both open (or in use) and closed</source>
        <translation>承接园区同时被锁定为保持开放（或使用中）和关闭</translation>
    </message>
    <message>
        <source>Receivers have an &apos;expansion_limit&apos; but no column &apos;expansion_price&apos;.</source>
        <translation>承接园区表有字段“expansion_limit”，却没有“expansion_price”。</translation>
    </message>
    <message>
        <source>Receivers need a column &apos;expansion_price&apos;: the price of a unit of further land.</source>
        <translation>承接园区表缺少字段“expansion_price”：新增用地的单价。</translation>
    </message>
    <message>
        <source>Receiving land that is missing</source>
        <translation>承接用地缺口</translation>
    </message>
    <message>
        <source>Receiving land that is missing, and where to provide it.</source>
        <translation>缺少的承接用地，以及可在何处提供。</translation>
    </message>
    <message>
        <source>Receiving land that is missing, shared out as little as possible</source>
        <translation>承接用地缺口（最小分摊）</translation>
    </message>
    <message>
        <source>Receiving park</source>
        <translation>承接园区</translation>
    </message>
    <message>
        <source>Receiving park, or the merged parcel</source>
        <translation>迁入园区或整合地块</translation>
    </message>
    <message>
        <source>Receiving parks, by land received</source>
        <translation>承接园区（按承接用地）</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>文字结论</translation>
    </message>
    <message>
        <source>Rectify or exit</source>
        <translation>整改或退出</translation>
    </message>
    <message>
        <source>Redevelopment direction</source>
        <translation>改造方向</translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation>剔除记录</translation>
    </message>
    <message>
        <source>Remediate, then reserve</source>
        <translation>修复后收储</translation>
    </message>
    <message>
        <source>Renewed in place</source>
        <translation>就地更新</translation>
    </message>
    <message>
        <source>Repairs of control lines</source>
        <translation>控制线修复</translation>
    </message>
    <message>
        <source>Repairs, overlaps and misstated areas</source>
        <translation>修复、重叠与面积不符</translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation>报告（HTML）</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result GeoPackage</source>
        <translation>结果 GeoPackage</translation>
    </message>
    <message>
        <source>Result of the study</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>Result, by id</source>
        <translation>成果代码</translation>
    </message>
    <message>
        <source>Results of a study</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>Results while the two strongest unit costs vary together.</source>
        <translation>影响最大的两项单价同时变动时的结果。</translation>
    </message>
    <message>
        <source>Results: {}</source>
        <translation>评估结果：{}</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Retain and merge</source>
        <translation>保留并整合</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>营业收入</translation>
    </message>
    <message>
        <source>Reviewed occupancy</source>
        <translation>已复核占用关系</translation>
    </message>
    <message>
        <source>Rigid control covers more than half: to be reclaimed</source>
        <translation>须复垦复绿</translation>
    </message>
    <message>
        <source>Rigid control covers more than the limit</source>
        <translation>刚性管控占比超过限值</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Road lines for the way to key nodes. Without them a straight line and a detour factor stand in.</source>
        <translation>道路线，用于计算到关键节点的路程。缺少时按直线距离乘绕行系数计算。</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Roads whose end stops short of another road by no more than this are taken to meet it.</source>
        <translation>端点距另一条道路不超过该值的道路视为相接。</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>可承接</translation>
    </message>
    <message>
        <source>Round of the survey</source>
        <translation>征询轮次</translation>
    </message>
    <message>
        <source>Row of the source, from 1</source>
        <translation>源数据行号（从1起计）</translation>
    </message>
    <message>
        <source>Rows and values rejected</source>
        <translation>剔除的行和数值</translation>
    </message>
    <message>
        <source>Rows and values that could not be used</source>
        <translation>未采用的行和数值</translation>
    </message>
    <message>
        <source>Rows and values that could not be used, with the reason.</source>
        <translation>未采用的行和数值及原因。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule out (R)</source>
        <translation>排除(R)</translation>
    </message>
    <message>
        <source>Rule out every parcel of the list (Shift+R).</source>
        <translation>排除列表中的全部地块（Shift+R）。</translation>
    </message>
    <message>
        <source>Rule profile</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>Rule profile (*.yml *.yaml)</source>
        <translation>规则文件 (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Rule profile (*.yml)</source>
        <translation>规则文件 (*.yml)</translation>
    </message>
    <message>
        <source>Rule profile that is used where none is chosen: a name or a YAML file.</source>
        <translation>未另行选择时使用的规则文件：名称或 YAML 文件。</translation>
    </message>
    <message>
        <source>Rule profile, performance.benchmarks[{}]: {}.</source>
        <translation>规则文件，performance.benchmarks[{}]：{}。</translation>
    </message>
    <message>
        <source>Rule profile: name of a shipped one, or your own YAML file. Empty: that of the mapping, else that of the options, else default.</source>
        <translation>规则文件：自带规则文件的名称，或自己的 YAML 文件。空：采用字段映射所指定的，其次为选项所设的，再次为 default。</translation>
    </message>
    <message>
        <source>Rule profile: the name of one that comes with the plugin, or your own YAML file.</source>
        <translation>规则文件：插件自带规则文件的名称，或自己的 YAML 文件。</translation>
    </message>
    <message>
        <source>Ruled out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>Rules changed: {}.</source>
        <translation>已更改规则{}项。</translation>
    </message>
    <message>
        <source>Rules of the step</source>
        <translation>该步骤的规则</translation>
    </message>
    <message>
        <source>Rules used</source>
        <translation>采用的规则</translation>
    </message>
    <message>
        <source>Rules: {}. Column mapping: {}.</source>
        <translation>规则文件：{}。字段映射：{}。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Run the study again: accepted links are kept, ruled out ones are not made again.</source>
        <translation>重新运行评估：保留已确认的关联，不再建立已排除的关联。</translation>
    </message>
    <message>
        <source>Run the study again; only what depends on the locks is computed.</source>
        <translation>重新运行评估，只计算受锁定影响的部分。</translation>
    </message>
    <message>
        <source>Run the whole study</source>
        <translation>运行完整评估</translation>
    </message>
    <message>
        <source>Runs all steps in order, control lines, levels, deficiency, guidance and scenarios, and writes one GeoPackage with a styled layer for each result. Run it again after a change: only what depends on the change is computed.</source>
        <translation>依次运行控制线、层级、缺失类型、更新引导和情景等全部步骤，写成一个 GeoPackage，每项结果一个带样式的图层。更改后再次运行时，只计算受影响的部分。</translation>
    </message>
    <message>
        <source>Runs the study into the result file. What is up to date is used again.</source>
        <translation>运行评估并写入结果文件，未过期的部分直接沿用。</translation>
    </message>
    <message>
        <source>Rural</source>
        <translation>乡村</translation>
    </message>
    <message>
        <source>Rural industrial land</source>
        <translation>乡村工业用地</translation>
    </message>
    <message>
        <source>Saaty 1980</source>
        <translation>Saaty（1980）</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Safety alert</source>
        <translation>安全预警型</translation>
    </message>
    <message>
        <source>Safety evaluation completed and passed</source>
        <translation>安全评价已完成并通过</translation>
    </message>
    <message>
        <source>Safety: not evaluated or failed</source>
        <translation>安全预警型：未评价或未通过</translation>
    </message>
    <message>
        <source>Sample GeoPackage</source>
        <translation>示例 GeoPackage</translation>
    </message>
    <message>
        <source>Sample district</source>
        <translation>示例区县</translation>
    </message>
    <message>
        <source>Save a chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save profile...</source>
        <translation>保存规则文件…</translation>
    </message>
    <message>
        <source>Save the chart as PNG or SVG, large enough to print</source>
        <translation>将图表保存为 PNG 或 SVG，尺寸可供打印</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save the picture...</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存工程</translation>
    </message>
    <message>
        <source>Save the project: it opens tomorrow as you leave it.</source>
        <translation>请保存工程，下次打开时与关闭时一致。</translation>
    </message>
    <message>
        <source>Save the rule profile</source>
        <translation>保存规则文件</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>已保存为{}。</translation>
    </message>
    <message>
        <source>Saves the project, and writes reports, workbooks and pictures to pass on.</source>
        <translation>保存工程，输出可供交流的报告、工作簿和图片。</translation>
    </message>
    <message>
        <source>Saving {} ...</source>
        <translation>正在保存{}…</translation>
    </message>
    <message>
        <source>Say what must or must not become of this parcel, and solve again.</source>
        <translation>指定该地块必须或不得的去向，再重新求解。</translation>
    </message>
    <message>
        <source>Say where the sheets go: one PDF, or a folder of single ones.</source>
        <translation>请指定信息卡的输出：一个 PDF，或逐个存放的文件夹。</translation>
    </message>
    <message>
        <source>Say where the value comes from: the source is empty.</source>
        <translation>请注明数值来源：来源为空。</translation>
    </message>
    <message>
        <source>Say which parcels: choose a layer, or give their ids.</source>
        <translation>请指定地块：选择图层，或填写地块编号。</translation>
    </message>
    <message>
        <source>Says of every industrial parcel whether it lies in a base, in a community or is a block, and of blocks whether they form a cluster or are scattered.</source>
        <translation>判定每个工业地块位于产业基地、产业社区还是属于工业区块，并区分集聚区块与零散区块。</translation>
    </message>
    <message>
        <source>Scattered block</source>
        <translation>零散区块</translation>
    </message>
    <message>
        <source>Scattered block parcels</source>
        <translation>零散区块地块</translation>
    </message>
    <message>
        <source>Scattered blocks</source>
        <translation>零散区块</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Scenario: {}</source>
        <translation>情景：{}</translation>
    </message>
    <message>
        <source>Scenario; empty: a point of the frontier</source>
        <translation>情景；空为前沿上的点</translation>
    </message>
    <message>
        <source>Scenario; empty: all</source>
        <translation>情景（空为全部）</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Scenarios and money</source>
        <translation>情景与经济测算</translation>
    </message>
    <message>
        <source>Scenarios compared</source>
        <translation>情景比选</translation>
    </message>
    <message>
        <source>Scenarios compared, best and worst marked</source>
        <translation>情景比选（标出最优和最差）</translation>
    </message>
    <message>
        <source>Scenarios compared, in words</source>
        <translation>情景比选（文字结论）</translation>
    </message>
    <message>
        <source>Scenarios compared, money by party and year, risk and assumptions, to read or print.</source>
        <translation>情景比选、分主体分年度的收支、风险和假设，供阅读或打印。</translation>
    </message>
    <message>
        <source>Scenarios in figures</source>
        <translation>情景：主要指标</translation>
    </message>
    <message>
        <source>Scenarios in which small parcels of one cluster are merged.</source>
        <translation>整合同一集聚区块内小地块的情景。</translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation>情景并列对照</translation>
    </message>
    <message>
        <source>Scenarios: conflicts with control lines and plan</source>
        <translation>情景：与控制线和规划的冲突</translation>
    </message>
    <message>
        <source>Scenarios: receiving land that is missing</source>
        <translation>情景：承接用地缺口</translation>
    </message>
    <message>
        <source>Scenarios: what the cost could buy</source>
        <translation>情景：效率前沿</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Score and rank of each park under each weighting.</source>
        <translation>各园区在每种赋权方法下的得分和排名。</translation>
    </message>
    <message>
        <source>Score given to the indicator</source>
        <translation>指标打分</translation>
    </message>
    <message>
        <source>Score, 0-1</source>
        <translation>得分（0—1）</translation>
    </message>
    <message>
        <source>Score, 0-1: never to be read without the indicators</source>
        <translation>得分（0—1，须结合指标解读）</translation>
    </message>
    <message>
        <source>Scores compare parks, and this result has fewer than two.</source>
        <translation>得分用于园区之间的比较，该结果的园区不足两个。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Search the result; Enter opens the first parcel found.</source>
        <translation>在结果中查找，按回车键打开找到的第一个地块。</translation>
    </message>
    <message>
        <source>Second candidate</source>
        <translation>候选地块二</translation>
    </message>
    <message>
        <source>Second fifth</source>
        <translation>20%—40%</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Select parcels of the result on the map first.</source>
        <translation>请先在地图上选择结果中的地块。</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <source>Sensitivity: the unit costs that change the present value most</source>
        <translation>敏感性：对净现值影响最大的单价</translation>
    </message>
    <message>
        <source>Services are counted within this distance of each parcel, and divided by the area of that circle.</source>
        <translation>统计每个地块该距离范围内的服务设施，除以该圆面积。</translation>
    </message>
    <message>
        <source>Set the right one in the layer properties (set it, do not export or reproject), or state &apos;crs:&apos; for the table in the column mapping.</source>
        <translation>请在图层属性中设置正确的坐标参照系（仅设置，不要导出或重投影），或在字段映射中为该表写明“crs:”。</translation>
    </message>
    <message>
        <source>Share inside the urban development boundary</source>
        <translation>城镇开发边界内占比</translation>
    </message>
    <message>
        <source>Share of industrial land in bases and communities</source>
        <translation>基地与社区用地占比</translation>
    </message>
    <message>
        <source>Share of industrial land, or 10k CNY a year</source>
        <translation>前沿取值</translation>
    </message>
    <message>
        <source>Share of the benchmark that is reached</source>
        <translation>基准值达成率</translation>
    </message>
    <message>
        <source>Share of the benefit that rests on it</source>
        <translation>收益占比</translation>
    </message>
    <message>
        <source>Share of the cost that rests on it</source>
        <translation>成本占比</translation>
    </message>
    <message>
        <source>Share of the enterprises it can be computed for</source>
        <translation>可计算的企业占比</translation>
    </message>
    <message>
        <source>Share of the first of them.</source>
        <translation>前者所占的比例。</translation>
    </message>
    <message>
        <source>Share of the five tests that could be made</source>
        <translation>可靠度</translation>
    </message>
    <message>
        <source>Share of the fixed assets.</source>
        <translation>按固定资产的比例计。</translation>
    </message>
    <message>
        <source>Share of the fixed assets. 0: the method counts equipment as a compensation only. Enter the firms&apos; own expense to see it in the economic view.</source>
        <translation>按固定资产的比例计。0：方法只将设备计为补偿。填写企业自身支出后计入经济视角。</translation>
    </message>
    <message>
        <source>Share of the land it can be computed for</source>
        <translation>可计算的用地占比</translation>
    </message>
    <message>
        <source>Share of the land or of the enterprises whose figures are known</source>
        <translation>数据覆盖率</translation>
    </message>
    <message>
        <source>Share of the land with an answer in some cases</source>
        <translation>部分可计算的用地占比</translation>
    </message>
    <message>
        <source>Share of the mean or median</source>
        <translation>均值或中位数的倍数</translation>
    </message>
    <message>
        <source>Share of the mean or median that is still enough.</source>
        <translation>不低于均值或中位数的该倍数即为达标。</translation>
    </message>
    <message>
        <source>Share of the output lost while the firm stands still.</source>
        <translation>按企业停产期间损失产值的比例计。</translation>
    </message>
    <message>
        <source>Share of the parcel&apos;s land held by the enterprise</source>
        <translation>企业占地块用地的比例</translation>
    </message>
    <message>
        <source>Share of the random weightings in which a park takes a rank.</source>
        <translation>随机权重下园区取得各名次的频率。</translation>
    </message>
    <message>
        <source>Share of the random weightings with that rank</source>
        <translation>取得该名次的随机权重占比</translation>
    </message>
    <message>
        <source>Share of the weights that is known</source>
        <translation>已知部分的权重占比</translation>
    </message>
    <message>
        <source>Share planned as industrial land</source>
        <translation>规划工业用地占比</translation>
    </message>
    <message>
        <source>Share under permanent basic farmland</source>
        <translation>永久基本农田占比</translation>
    </message>
    <message>
        <source>Share under the ecological red line</source>
        <translation>生态保护红线占比</translation>
    </message>
    <message>
        <source>Share under the union of all rigid lines</source>
        <translation>刚性控制线合并占比</translation>
    </message>
    <message>
        <source>Shares 0-1 of the ellipsoidal area of the parcel.</source>
        <translation>占地块椭球面积的比例，0—1。</translation>
    </message>
    <message>
        <source>Shares of {} parcels add up to more than 1, scaled down: {}.</source>
        <translation>{}个地块的占用比例之和大于1，已按比例缩小：{}。</translation>
    </message>
    <message>
        <source>Shares run from 0 to 1. Empty means the line was not supplied: not checked, which is not a pass. encroaching is 1 where the overlap with a rigid line exceeds digitising noise, empty where a rigid line is missing and none is crossed.</source>
        <translation>占比为0—1。空值表示未提供该控制线，即未核查，不等于通过。与刚性控制线的重叠超过数字化误差时 encroaching 为1；缺少某条刚性控制线且未占用其他刚性控制线时为空。</translation>
    </message>
    <message>
        <source>Sheet &apos;{}&apos; is read; {} also has {} (to read another one: {}|sheetname={}).</source>
        <translation>读取工作表“{}”；{}另有{}（读取其他工作表：{}|sheetname={}）。</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>信息卡</translation>
    </message>
    <message>
        <source>Sheets of the selected parcels...</source>
        <translation>选中地块的信息卡…</translation>
    </message>
    <message>
        <source>Sheets with facts left out</source>
        <translation>内容未列全的信息卡</translation>
    </message>
    <message>
        <source>Sheets written</source>
        <translation>已写出的信息卡</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Show only the moves in which this occurs.</source>
        <translation>只显示含有该内容的搬迁。</translation>
    </message>
    <message>
        <source>Show only what has this in its name or source.</source>
        <translation>只显示名称或来源含有该内容的项。</translation>
    </message>
    <message>
        <source>Show the chart in a window of its own, which can fill the screen</source>
        <translation>在单独的窗口中显示图表，可放大到全屏</translation>
    </message>
    <message>
        <source>Show the whole district on all maps</source>
        <translation>各地图均显示全区</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并列对照</translation>
    </message>
    <message>
        <source>Similar names are measured with {}.</source>
        <translation>名称相似度由{}计算。</translation>
    </message>
    <message>
        <source>Similarity is multiplied by this where one is a company and the other a sole trader or association.</source>
        <translation>一方为公司、另一方为个体工商户或社团时，相似度乘以该值。</translation>
    </message>
    <message>
        <source>Similarity of names from which a holder is a candidate for review. One other sign in four makes 0.75.</source>
        <translation>名称相似度达到该值的土地权利人列为复核候选。四个字中差一个为0.75。</translation>
    </message>
    <message>
        <source>Similarity of names from which a link is made, if nothing speaks against it. One sign more or less in ten makes 0.95.</source>
        <translation>名称相似度达到该值且无反证时建立关联。十个字中多或少一个为0.95。</translation>
    </message>
    <message>
        <source>Site area of plot ratios. With stated, the measured area is used where none is stated.</source>
        <translation>计算容积率的用地面积。stated：采用登记面积，没有时采用量算面积。</translation>
    </message>
    <message>
        <source>Six-digit eastings do not say their central meridian: it is one of EPSG:4534 (75 E), EPSG:4535 (78 E) and so on to EPSG:4554 (135 E), CGCS2000 in zones of 3 degrees.</source>
        <translation>六位横坐标看不出中央经线：可能是 EPSG:4534（东经75度）、EPSG:4535（东经78度），直至 EPSG:4554（东经135度），即 CGCS2000 3度带。</translation>
    </message>
    <message>
        <source>Sixteen indicators in five criteria, and your own, for the whole district, each level and each base and community: profile first, benchmark second, score last. Names the parks that are inefficient, wasteful or poorly planned, with the indicators that say so.</source>
        <translation>对全区、各层级及每个产业基地和产业社区，计算五个准则的16项指标以及自定义指标：先看指标画像，再对照基准值，最后才看得分。确定低效、粗放或布局不合理的园区，并注明依据的指标。</translation>
    </message>
    <message>
        <source>Sliver of digitising</source>
        <translation>数字化误差</translation>
    </message>
    <message>
        <source>Small clustering</source>
        <translation>小集聚</translation>
    </message>
    <message>
        <source>Small clustering with parks</source>
        <translation>小集聚+适度园区</translation>
    </message>
    <message>
        <source>Small parcels side by side</source>
        <translation>相邻小地块</translation>
    </message>
    <message>
        <source>Smaller park</source>
        <translation>其他园区</translation>
    </message>
    <message>
        <source>Soil contaminated or suspected</source>
        <translation>土壤已污染或疑似污染</translation>
    </message>
    <message>
        <source>Solid waste</source>
        <translation>固废产生量</translation>
    </message>
    <message>
        <source>Solve again with the locks</source>
        <translation>按锁定重新求解</translation>
    </message>
    <message>
        <source>Solve again: what has changed is listed here.</source>
        <translation>重新求解后，变化将列于此处。</translation>
    </message>
    <message>
        <source>Solving again</source>
        <translation>正在重新求解</translation>
    </message>
    <message>
        <source>Solving again with the locks</source>
        <translation>正在按锁定重新求解</translation>
    </message>
    <message>
        <source>Something runs ...</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Something runs already: wait for it, or stop it.</source>
        <translation>已有任务正在运行：请等待其完成，或停止该任务。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source columns renamed, because the name is a standard one: {}.</source>
        <translation>源数据字段与标准字段同名，已改名：{}。</translation>
    </message>
    <message>
        <source>Source of the benchmark</source>
        <translation>基准值来源</translation>
    </message>
    <message>
        <source>Source of your values</source>
        <translation>数值来源</translation>
    </message>
    <message>
        <source>Special cases, in order. The first one that states a measure, priority, horizon or direction sets it; &apos;up&apos; raises the priority by one step. replaces: its text stands instead of the matrix text. on_withdrawn: also said of land that is reclaimed or withdrawn.</source>
        <translation>特殊情形，依次适用。首个写明措施、优先级、时序或改造方向的生效；“up”将优先级提高一级。replaces：其文字代替引导表的文字。on_withdrawn：复垦复绿或退出的用地也适用。</translation>
    </message>
    <message>
        <source>Speed of goods traffic by class of road, as the roads layer names it; &apos;other&apos; is for all others and for the way to the road.</source>
        <translation>货运车速，按道路等级（采用道路图层的名称）；“other”用于其他等级及到道路的路程。</translation>
    </message>
    <message>
        <source>Speeds on roads must be above 0 km/h: correct {}.</source>
        <translation>道路速度必须大于0公里/小时：请更正{}。</translation>
    </message>
    <message>
        <source>Speeds on roads need an entry &quot;{}&quot; for roads of any other class.</source>
        <translation>道路速度须有“{}”一项，用于其他等级的道路。</translation>
    </message>
    <message>
        <source>Split into parts</source>
        <translation>已拆分</translation>
    </message>
    <message>
        <source>Spread of the results over random unit costs.</source>
        <translation>单价随机变动时结果的分布。</translation>
    </message>
    <message>
        <source>Square metres of land in mu.</source>
        <translation>将亩换算为平方米。</translation>
    </message>
    <message>
        <source>Stability of ranks</source>
        <translation>排名稳定性</translation>
    </message>
    <message>
        <source>Standard deviation of the draws</source>
        <translation>抽样标准差</translation>
    </message>
    <message>
        <source>Standard enterprises</source>
        <translation>标准企业</translation>
    </message>
    <message>
        <source>Standard parcels</source>
        <translation>标准地块</translation>
    </message>
    <message>
        <source>Standardise enterprises</source>
        <translation>企业标准化</translation>
    </message>
    <message>
        <source>Standardise parcels</source>
        <translation>地块标准化</translation>
    </message>
    <message>
        <source>Stands on every page, such as the name of the district. Empty: name of the result.</source>
        <translation>印在每页上，如区县名称。空：采用结果名称。</translation>
    </message>
    <message>
        <source>Start with Values: value, coverage (the share of the land or of the enterprises it rests on), rank, reference and verdict of every indicator; reason says why a value is missing. A missing figure counts in neither numerator nor denominator. A score hides what it sums up: read it with its criteria, its obstacles and the span of its rank under random weights.</source>
        <translation>请先看“指标值”：每项指标的数值、数据覆盖率（所依据的用地或企业占比）、排名、参照值和对比；reason 说明缺少数值的原因。缺失数据既不计入分子，也不计入分母。得分会掩盖其所概括的内容：须与各准则得分、障碍因子以及随机权重下的排名区间一并阅读。</translation>
    </message>
    <message>
        <source>Start with the three scenario layers: parcels by fate, flows and receivers. parcels holds every result of every parcel, with the trace that explains it. scenario_summary compares the scenarios. readiness says what the data are enough for, rejects what could not be used, run_log which rules made each layer, rules every number with its source and whether it is an assumption.</source>
        <translation>请先看三个情景图层：地块去向、搬迁流向和承接园区。parcels 含每个地块的全部结果和判定依据。scenario_summary 比较各情景。readiness 说明数据可支撑哪些成果，rejects 为未采用的数据，run_log 说明各图层采用的规则，rules 列出全部数值及其来源和是否为假设。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State of the result</source>
        <translation>结果状态</translation>
    </message>
    <message>
        <source>Stated area differs</source>
        <translation>登记面积不符</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status of a base, but {:.2f} km2 against more than {:g} km2.</source>
        <translation>级别属产业基地，但面积为{:.2f}平方公里，未超过{:g}平方公里。</translation>
    </message>
    <message>
        <source>Status of a community, but {:.2f} km2 against more than {:g} km2.</source>
        <translation>级别属产业社区，但面积为{:.2f}平方公里，未超过{:g}平方公里。</translation>
    </message>
    <message>
        <source>Status quo</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>Status unknown: the area of {:.2f} km2 decides.</source>
        <translation>级别未知：按面积{:.2f}平方公里判定。</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps used again</source>
        <translation>沿用的步骤</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the run. The former result stays as it is.</source>
        <translation>停止运行，原有结果保持不变。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stopped. The former result is as it was.</source>
        <translation>已停止，原有结果保持不变。</translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Straight lines times this stand for roads where no roads are given or the road does not lead there.</source>
        <translation>没有道路或道路不通达时，以直线距离乘以该值代替路程。</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Supervise unused land</source>
        <translation>未用地监管</translation>
    </message>
    <message>
        <source>Supplied, not built</source>
        <translation>供而未建</translation>
    </message>
    <message>
        <source>Survey DLBM 0601 industrial; planning class 1001xx industrial</source>
        <translation>国土调查 DLBM 0601工业用地；规划分类1001xx工业用地</translation>
    </message>
    <message>
        <source>Survey DLBM 1201 and planning class 2301, vacant land</source>
        <translation>国土调查 DLBM 1201和规划分类2301，空闲地</translation>
    </message>
    <message>
        <source>Survey first</source>
        <translation>补充调查</translation>
    </message>
    <message>
        <source>Swap its coordinates first (Processing: Swap X and Y coordinates).</source>
        <translation>请先交换其坐标（处理工具箱：交换 X 和 Y 坐标）。</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>语法</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table {!r} has no columns.</source>
        <translation>表 {!r} 没有字段。</translation>
    </message>
    <message>
        <source>Table {!r} has two columns named {!r} (upper and lower case count as one); rename one of them.</source>
        <translation>表 {!r} 有两个名为 {!r} 的字段（不分大小写）；请为其中之一改名。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take away the locks of this parcel in the chosen scenario.</source>
        <translation>解除该地块在所选情景中的锁定。</translation>
    </message>
    <message>
        <source>Take back the last change of the locks.</source>
        <translation>撤销锁定的上一次更改。</translation>
    </message>
    <message>
        <source>Take back the last decision (Ctrl+Z).</source>
        <translation>撤销上一个决定（Ctrl+Z）。</translation>
    </message>
    <message>
        <source>Take its locks away</source>
        <translation>解除该地块的锁定</translation>
    </message>
    <message>
        <source>Take the chosen locks away (Del).</source>
        <translation>删除选中的锁定（Del）。</translation>
    </message>
    <message>
        <source>Take the parcels selected in the layer</source>
        <translation>采用图层中选中的地块</translation>
    </message>
    <message>
        <source>Taken from the parcels layer: {}.</source>
        <translation>取自地块图层：{}。</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Target of output per industrial land, for the comparison of scenarios. Empty means no comparison.</source>
        <translation>工业用地地均产值目标，用于情景比选。空为不比较。</translation>
    </message>
    <message>
        <source>Target of tax per industrial land, for the comparison of scenarios. Empty means no comparison.</source>
        <translation>工业用地地均税收目标，用于情景比选。空为不比较。</translation>
    </message>
    <message>
        <source>Target plot ratio in bases. Empty means that movers take as much land as they leave.</source>
        <translation>产业基地目标容积率。空为迁入用地与腾退用地等面积。</translation>
    </message>
    <message>
        <source>Targets by level</source>
        <translation>各层级目标</translation>
    </message>
    <message>
        <source>Targets of bases</source>
        <translation>产业基地目标</translation>
    </message>
    <message>
        <source>Targets of bases are the yardstick. Applied to every kind of threshold.</source>
        <translation>以产业基地的目标为基准，适用于各种阈值。</translation>
    </message>
    <message>
        <source>Targets of bases should be higher than those of communities. Applied to every kind of threshold.</source>
        <translation>产业基地的目标应高于产业社区，适用于各种阈值。</translation>
    </message>
    <message>
        <source>Targets of blocks</source>
        <translation>工业区块目标</translation>
    </message>
    <message>
        <source>Targets of blocks may be slightly lower. Applied to every kind of threshold.</source>
        <translation>工业区块的目标可略低，适用于各种阈值。</translation>
    </message>
    <message>
        <source>Targets of communities</source>
        <translation>产业社区目标</translation>
    </message>
    <message>
        <source>Tax a year</source>
        <translation>年税收</translation>
    </message>
    <message>
        <source>Tax incentive</source>
        <translation>税收引导</translation>
    </message>
    <message>
        <source>Tax of firms that close</source>
        <translation>关停税收</translation>
    </message>
    <message>
        <source>Tax on industrial land a year; empty: not known</source>
        <translation>地均年税收</translation>
    </message>
    <message>
        <source>Tax over its target</source>
        <translation>税收达标比</translation>
    </message>
    <message>
        <source>Tax that arrives</source>
        <translation>迁入税收</translation>
    </message>
    <message>
        <source>Tax that leaves</source>
        <translation>迁出税收</translation>
    </message>
    <message>
        <source>Tells bases, communities and blocks apart, and measures what lies under the control lines.</source>
        <translation>划分产业基地、产业社区和工业区块，量算控制线内用地。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>Text tables (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>That of the column mapping, else default</source>
        <translation>字段映射所指定的，否则为 default</translation>
    </message>
    <message>
        <source>That was the tour. Change an input and run again: only what depends on it is computed anew.</source>
        <translation>导览结束。更改输入数据后再次运行，只重算受影响的部分。</translation>
    </message>
    <message>
        <source>The Delphi table and the indicators to be weighed do not fit: {} is in one only.</source>
        <translation>德尔菲评分表与待赋权指标不对应：{}只出现在其中之一。</translation>
    </message>
    <message>
        <source>The Delphi table holds no score.</source>
        <translation>德尔菲评分表中没有分值。</translation>
    </message>
    <message>
        <source>The Delphi table lacks {}: it needs the columns {}.</source>
        <translation>德尔菲评分表缺少{}：须有字段{}。</translation>
    </message>
    <message>
        <source>The Delphi table scores more than once: {}.</source>
        <translation>德尔菲评分表中重复评分：{}。</translation>
    </message>
    <message>
        <source>The GeoPackage that the study has written.</source>
        <translation>评估写出的 GeoPackage 文件。</translation>
    </message>
    <message>
        <source>The Python found is not that of QGIS ({} wanted): install the libraries by hand.</source>
        <translation>找到的 Python 不是 QGIS 所用的（需要{}）：请手动安装程序库。</translation>
    </message>
    <message>
        <source>The assignment needs costs, land needs and capacities that are known and not negative.</source>
        <translation>分配计算要求成本、用地需求和承接容量均已知且不为负。</translation>
    </message>
    <message>
        <source>The chart cannot be drawn: {}</source>
        <translation>图表无法绘制：{}</translation>
    </message>
    <message>
        <source>The classes of {} parcels were not made from the tables of this result (they came with the parcels layer, or the result was edited), so thresholds cannot be tried. Run the study once again.</source>
        <translation>{}个地块的类型不是由该结果的表格得出（随地块图层带入，或结果经过编辑），因此无法试算阈值。请重新运行评估。</translation>
    </message>
    <message>
        <source>The column mapping &apos;{}&apos; fills {}.{} from a column not in the source: {}. Correct it or choose another mapping.</source>
        <translation>字段映射“{}”中 {}.{} 取自源数据没有的字段：{}。请更正，或另选字段映射。</translation>
    </message>
    <message>
        <source>The column mapping as it was used, with what was suggested and what is not certain: to edit and to give back as the column mapping.</source>
        <translation>实际采用的字段映射，含建议和不确定的内容，可修改后再作为字段映射使用。</translation>
    </message>
    <message>
        <source>The column mapping cannot be written to {}: {}.</source>
        <translation>字段映射无法写入{}：{}。</translation>
    </message>
    <message>
        <source>The column mapping says that x and y of the {} table are {}, so longitude and latitude in degrees, but they are values such as {:.10g} and {:.10g}: correct &apos;coordinates:&apos; or the columns of x and y.</source>
        <translation>字段映射写明{}表的 x 和 y 为 {}，即经纬度，但其取值如{:.10g}和{:.10g}：请更正“coordinates:”或 x 和 y 的字段。</translation>
    </message>
    <message>
        <source>The comparison in words</source>
        <translation>比选的文字结论</translation>
    </message>
    <message>
        <source>The comparison in words.</source>
        <translation>以文字表述的比选结果。</translation>
    </message>
    <message>
        <source>The comparison of scenarios as a text table that Excel opens with Chinese intact.</source>
        <translation>文本表格形式的情景比选，用 Excel 打开中文不乱码。</translation>
    </message>
    <message>
        <source>The coordinate reference system {} has no geodetic base: choose another one.</source>
        <translation>坐标参照系{}没有大地基准：请另选。</translation>
    </message>
    <message>
        <source>The coordinates fit {}.{}</source>
        <translation>坐标符合{}。{}</translation>
    </message>
    <message>
        <source>The custom scenario moves no more land than this. What is cheapest per hectare moves first. Empty means no limit.</source>
        <translation>自定义情景的搬迁用地不超过该值，单位面积成本最低者先迁。空为不限。</translation>
    </message>
    <message>
        <source>The decisions cannot be saved in {} ({}): close it in other programs.</source>
        <translation>复核决定无法保存到{}（{}）：请在其他程序中关闭该文件。</translation>
    </message>
    <message>
        <source>The decisions in {} cannot be read: {}.</source>
        <translation>{}中的复核决定无法读取：{}。</translation>
    </message>
    <message>
        <source>The default rule profile is missing from the plugin: install the plugin again.</source>
        <translation>插件缺少默认规则文件：请重新安装插件。</translation>
    </message>
    <message>
        <source>The disk is full: make room and try again.</source>
        <translation>磁盘已满：请清理后重试。</translation>
    </message>
    <message>
        <source>The encoding is doubtful: say it behind the file name, for example |encoding=cp1252.</source>
        <translation>编码存疑：请在文件名后注明，例如 |encoding=cp1252。</translation>
    </message>
    <message>
        <source>The enterprise is not on that parcel.</source>
        <translation>企业不在该地块。</translation>
    </message>
    <message>
        <source>The enterprise is on the parcel marked in the list.</source>
        <translation>企业位于列表中选定的地块。</translation>
    </message>
    <message>
        <source>The enterprise table itself names the parcel.</source>
        <translation>企业表中已注明地块。</translation>
    </message>
    <message>
        <source>The enterprises with class, flags, trace, reliability and figures.</source>
        <translation>企业，含类型、各项检验、判定依据、可靠度和数据。</translation>
    </message>
    <message>
        <source>The first of these parcels</source>
        <translation>其中第一个地块</translation>
    </message>
    <message>
        <source>The folder of your QGIS profile cannot be written to.</source>
        <translation>QGIS 用户配置文件夹无法写入。</translation>
    </message>
    <message>
        <source>The folder {} cannot be made ({}): choose another one.</source>
        <translation>无法建立文件夹 {}（{}），请另选一个。</translation>
    </message>
    <message>
        <source>The folder {} does not exist; make it or choose another one.</source>
        <translation>文件夹{}不存在；请新建或另选。</translation>
    </message>
    <message>
        <source>The folder {} is not used because it holds {}, which would crash QGIS.</source>
        <translation>文件夹{}未被使用，因为其中的{}会使 QGIS 崩溃。</translation>
    </message>
    <message>
        <source>The government&apos;s money, or that of all parties together</source>
        <translation>政府财政，或各方合计</translation>
    </message>
    <message>
        <source>The guidance matrix has no row for level &apos;{}&apos; and class &apos;{}&apos;: add it.</source>
        <translation>更新引导矩阵中没有层级“{}”与类型“{}”的行：请补上。</translation>
    </message>
    <message>
        <source>The guidance modifier &apos;{}&apos; is not known: use one of {}.</source>
        <translation>无法识别更新引导的修正项“{}”：请用{}之一。</translation>
    </message>
    <message>
        <source>The header is said to reach to row {}, but the last row is {}: correct header=.</source>
        <translation>指定的表头到第{}行，但表格只到第{}行，请更正 header=。</translation>
    </message>
    <message>
        <source>The header is {}.</source>
        <translation>表头为{}。</translation>
    </message>
    <message>
        <source>The holder is the firm that the branch or plant belongs to.</source>
        <translation>土地权利人为该分支机构或厂区所属企业。</translation>
    </message>
    <message>
        <source>The indicators that say so, in words</source>
        <translation>依据的指标（文字）</translation>
    </message>
    <message>
        <source>The installation was stopped; nothing was changed.</source>
        <translation>安装已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>The judgement of &apos;{}&apos; against &apos;{}&apos; is &apos;{}&apos;: write a number above 0 or a fraction such as 1/3 (as text, or a spreadsheet makes it a date).</source>
        <translation>“{}”对“{}”的判断为“{}”：请填写大于0的数，或1/3这样的分数（按文本填写，否则电子表格会改成日期）。</translation>
    </message>
    <message>
        <source>The judgement of &apos;{}&apos; against &apos;{}&apos; is {:g}, but the other way round it is {:g}: one must be 1 divided by the other.</source>
        <translation>“{}”对“{}”的判断为{:g}，反过来却为{:g}：两者必须互为倒数。</translation>
    </message>
    <message>
        <source>The judgement of &apos;{}&apos; against &apos;{}&apos; is {:g}: it must be a number above 0.</source>
        <translation>“{}”对“{}”的判断为{:g}：必须是大于0的数。</translation>
    </message>
    <message>
        <source>The judgement of &apos;{}&apos; against itself is {:g}: it must be 1.</source>
        <translation>“{}”对自身的判断为{:g}：必须为1。</translation>
    </message>
    <message>
        <source>The judgements compare &apos;{}&apos; with &apos;{}&apos;: compare criteria with criteria, and indicators within one criterion.</source>
        <translation>判断矩阵将“{}”与“{}”相比：准则只与准则比较，指标只在同一准则内比较。</translation>
    </message>
    <message>
        <source>The judgements have more than one {} for {}: keep one.</source>
        <translation>判断矩阵中{}重复（{}）：请只保留一个。</translation>
    </message>
    <message>
        <source>The judgements have no {} for {}: add it.</source>
        <translation>判断矩阵缺少{}（{}）：请补上。</translation>
    </message>
    <message>
        <source>The land needed is not known, in the pair or for the mover, for</source>
        <translation>以下配对及其搬迁地块均无用地需求</translation>
    </message>
    <message>
        <source>The last row (row {}) has numbers but no text: it may be a total. It is kept.</source>
        <translation>最后一行（第{}行）只有数字没有文字，可能是合计，予以保留。</translation>
    </message>
    <message>
        <source>The last run has said nothing about this step.</source>
        <translation>上次运行对本步骤没有说明。</translation>
    </message>
    <message>
        <source>The last year counted, {}, is before the base year, {}.</source>
        <translation>计算末年{}早于基准年{}。</translation>
    </message>
    <message>
        <source>The layer &quot;{}&quot; of &quot;{}&quot; cannot be read: {}</source>
        <translation>图层“{}”（“{}”）无法读取：{}</translation>
    </message>
    <message>
        <source>The layer of parcels has no column parcel_id: choose the parcels of the result.</source>
        <translation>地块图层没有字段 parcel_id：请选择结果中的地块图层。</translation>
    </message>
    <message>
        <source>The layer {} is given as {}, but its name says {}: check it.</source>
        <translation>图层{}作为{}提供，但其名称表明是{}，请核对。</translation>
    </message>
    <message>
        <source>The layers could not be loaded: is the result being written?</source>
        <translation>图层无法加载：结果是否正在写入？</translation>
    </message>
    <message>
        <source>The layers have the standard columns and go straight into the study. Gaps and zeros are there on purpose, as in real registers.</source>
        <translation>图层采用标准字段，可直接用于评估。其中有意保留空缺和零值，与真实台账一样。</translation>
    </message>
    <message>
        <source>The layers of the result are not in the project, so the map cannot follow.</source>
        <translation>结果图层不在工程中，地图无法随之变化。</translation>
    </message>
    <message>
        <source>The leading industry holds at least this share of its park.</source>
        <translation>主导行业在园区中所占比例不低于该值。</translation>
    </message>
    <message>
        <source>The libraries are installed. Start QGIS again to use them.</source>
        <translation>程序库已安装，重新启动 QGIS 后生效。</translation>
    </message>
    <message>
        <source>The libraries cannot be looked at: {}</source>
        <translation>无法检查所需的库：{}</translation>
    </message>
    <message>
        <source>The limits of the scenario are reached</source>
        <translation>已达情景上限</translation>
    </message>
    <message>
        <source>The lock &quot;{}&quot; needs a parcel.</source>
        <translation>锁定“{}”须指定地块。</translation>
    </message>
    <message>
        <source>The lock &quot;{}&quot; needs a park.</source>
        <translation>锁定“{}”须指定园区。</translation>
    </message>
    <message>
        <source>The locks have changed since the scenarios were solved.</source>
        <translation>情景求解后锁定已变更。</translation>
    </message>
    <message>
        <source>The locks of {} cannot be met: {}: {}. Correct the table of locks.</source>
        <translation>{}的锁定无法满足：{}：{}。请更正锁定表。</translation>
    </message>
    <message>
        <source>The map &quot;{}&quot; could not be written: is the folder there, and writable?</source>
        <translation>地图“{}”无法写入：文件夹是否存在、是否可写？</translation>
    </message>
    <message>
        <source>The marks of the indicators must be 0 or more, at least one of them more.</source>
        <translation>指标的标记数不得为负，且至少一个大于0。</translation>
    </message>
    <message>
        <source>The moves of the custom scenario cost no more than this. What is cheapest per hectare moves first. Empty means no limit.</source>
        <translation>自定义情景的搬迁成本不超过该值，单位面积成本最低者先迁。空为不限。</translation>
    </message>
    <message>
        <source>The name is that of the holder, and both are sole traders or partnerships, whose names are not unique.</source>
        <translation>名称与土地权利人一致，但双方均为名称不唯一的个体工商户或合伙。</translation>
    </message>
    <message>
        <source>The name is that of the holder. In the register 98 of 100 pairs of one name or plant of it have one tax id; sole traders are apart.</source>
        <translation>名称与土地权利人一致。在登记数据中，同名或同属一家的每100对中有98对信用代码相同；个体工商户另计。</translation>
    </message>
    <message>
        <source>The nearest-neighbour index is computed from this many enterprises on.</source>
        <translation>企业数不少于该值时计算最近邻指数。</translation>
    </message>
    <message>
        <source>The new libraries could not be put in place ({}): start QGIS again and install once more.</source>
        <translation>新程序库无法就位（{}）：请重新启动 QGIS 后再次安装。</translation>
    </message>
    <message>
        <source>The new libraries do not work here, so they were removed again: {}</source>
        <translation>新程序库在此无法使用，已删除：{}</translation>
    </message>
    <message>
        <source>The next best holder must be less similar by this much, or nothing is linked.</source>
        <translation>次优土地权利人的相似度须低出该值，否则不建立关联。</translation>
    </message>
    <message>
        <source>The occupancy table has no column {}: rename its column, or name it in a column mapping.</source>
        <translation>占用关系表没有字段 {}，请改正字段名，或在字段映射中指定。</translation>
    </message>
    <message>
        <source>The other feature</source>
        <translation>另一要素编号</translation>
    </message>
    <message>
        <source>The output could not be written after row {}: {}. Check that the file is not open elsewhere and that the disk has room.</source>
        <translation>输出在第{}行之后无法写入：{}。请检查文件是否在别处打开、磁盘空间是否充足。</translation>
    </message>
    <message>
        <source>The output {!r} must be a GeoPackage; let its name end with .gpkg.</source>
        <translation>输出 {!r} 必须是 GeoPackage；文件名须以 .gpkg 结尾。</translation>
    </message>
    <message>
        <source>The output {} is a folder; name a file in it.</source>
        <translation>输出{}是文件夹；请指定其中的文件。</translation>
    </message>
    <message>
        <source>The package index could not be reached: check the network and QGIS&apos;s proxy settings.</source>
        <translation>无法访问软件包索引：请检查网络和 QGIS 的代理设置。</translation>
    </message>
    <message>
        <source>The parcel has no outline that the map can show.</source>
        <translation>该地块没有可在地图上显示的边界。</translation>
    </message>
    <message>
        <source>The parcel layer has no coordinate reference system: set it in the layer properties, then run again.</source>
        <translation>地块图层没有坐标参照系：请在图层属性中设置后重新运行。</translation>
    </message>
    <message>
        <source>The parcels as they were, with class, flags, trace and reliability.</source>
        <translation>原地块，另加类型、各项检验、判定依据和可靠度。</translation>
    </message>
    <message>
        <source>The parcels as they were, with measure, priority, horizon and direction.</source>
        <translation>原地块，另加措施、优先级、时序和改造方向。</translation>
    </message>
    <message>
        <source>The parcels as they were, with the shares added.</source>
        <translation>原地块，另加各项占比。</translation>
    </message>
    <message>
        <source>The parcels as they were, with their level.</source>
        <translation>原地块，另加层级。</translation>
    </message>
    <message>
        <source>The parcels go to the park chosen above.</source>
        <translation>地块必须迁入上方所选园区。</translation>
    </message>
    <message>
        <source>The parcels have repeated parcel_id values ({}): give each its own.</source>
        <translation>地块的 parcel_id 重复（{}）：请逐一编号。</translation>
    </message>
    <message>
        <source>The parcels layer has no coordinate reference system: set it to {}, as the column mapping states, in the layer properties. Results are written in the CRS of the layer.</source>
        <translation>地块图层没有坐标参照系：请在图层属性中设为字段映射所写的{}。结果按图层的坐标参照系写出。</translation>
    </message>
    <message>
        <source>The parcels layer has no usable polygon: choose another layer.</source>
        <translation>地块图层没有可用的面：请另选图层。</translation>
    </message>
    <message>
        <source>The parcels layer is empty or has no geometry: choose a polygon layer with parcels.</source>
        <translation>地块图层为空或没有图形：请选择地块的面图层。</translation>
    </message>
    <message>
        <source>The parcels lie outside the area where {} is defined (centre {:.0f}, {:.0f}): correct the layer&apos;s coordinate reference system.</source>
        <translation>地块位于{}的适用范围之外（中心{:.0f}, {:.0f}）：请更正图层的坐标参照系。</translation>
    </message>
    <message>
        <source>The parcels must not go to the park chosen above.</source>
        <translation>地块不得迁入上方所选园区。</translation>
    </message>
    <message>
        <source>The parcels stay where they are.</source>
        <translation>地块必须保留在原处。</translation>
    </message>
    <message>
        <source>The park counts as opened, whatever that costs.</source>
        <translation>无论成本如何，该园区视为已启用。</translation>
    </message>
    <message>
        <source>The park receives nothing.</source>
        <translation>该园区不承接任何地块。</translation>
    </message>
    <message>
        <source>The park that the parcel must or must not go to.</source>
        <translation>地块必须迁入或不得迁入的园区。</translation>
    </message>
    <message>
        <source>The plugin does not use {}.</source>
        <translation>插件不使用{}。</translation>
    </message>
    <message>
        <source>The point lies in no parcel, and this parcel is the nearest one within the tolerance.</source>
        <translation>点位不在任何地块内，该地块为容差范围内最近的地块。</translation>
    </message>
    <message>
        <source>The point of the enterprise lies in the parcel. A geocoded address can fall into the plot next door.</source>
        <translation>企业点位位于地块内。由地址解析的点位可能落入相邻地块。</translation>
    </message>
    <message>
        <source>The points of {} enterprises lie in another parcel than they were matched to.</source>
        <translation>{}家企业的点位所在地块与匹配到的地块不同。</translation>
    </message>
    <message>
        <source>The project &quot;{}&quot; could not be written: {}</source>
        <translation>工程“{}”无法写入：{}</translation>
    </message>
    <message>
        <source>The project could not be saved: {}</source>
        <translation>工程无法保存：{}</translation>
    </message>
    <message>
        <source>The project holds no layer of the scenario &quot;{}&quot;: run the study with it first.</source>
        <translation>工程中没有情景“{}”的图层：请先运行包含该情景的评估。</translation>
    </message>
    <message>
        <source>The project holds none of these scenarios: run the study with them first.</source>
        <translation>工程中没有这些情景：请先运行包含这些情景的评估。</translation>
    </message>
    <message>
        <source>The readiness report says what is missing.</source>
        <translation>缺少的数据见数据完备度报告。</translation>
    </message>
    <message>
        <source>The relocation problem could not be solved ({}).</source>
        <translation>搬迁问题无法求解（{}）。</translation>
    </message>
    <message>
        <source>The report cannot be written to {}: {}. Choose another file.</source>
        <translation>报告无法写入{}：{}。请另选文件。</translation>
    </message>
    <message>
        <source>The result &quot;{}&quot; has no such parcels: {}.</source>
        <translation>结果“{}”中没有这些地块：{}。</translation>
    </message>
    <message>
        <source>The result cannot be read: {}</source>
        <translation>结果无法读取：{}</translation>
    </message>
    <message>
        <source>The result has no parcel &quot;{}&quot;: choose one of its layer &quot;parcels&quot;.</source>
        <translation>结果中没有地块“{}”：请在图层“parcels”中选择。</translation>
    </message>
    <message>
        <source>The result has no scenarios: run the study with all steps.</source>
        <translation>该结果没有情景：请运行全部步骤的评估。</translation>
    </message>
    <message>
        <source>The result was made by a version of the plugin with other rules: run the study once again.</source>
        <translation>该结果由规则不同的插件版本生成：请重新运行评估。</translation>
    </message>
    <message>
        <source>The roads have no column &quot;{}&quot; to look their speeds up by: name another one or give none.</source>
        <translation>道路没有用于查找速度的字段“{}”：请改用其他字段，或不指定。</translation>
    </message>
    <message>
        <source>The roads layer holds points or areas: choose a layer of lines, the roads&apos; axes.</source>
        <translation>道路图层含有点或面：请选择线图层，即道路中心线。</translation>
    </message>
    <message>
        <source>The rule profile lists industry divisions as &apos;{}&apos;: write one (27) or a range (13-24).</source>
        <translation>规则文件中行业大类写作“{}”：请写单个（27）或区间（13-24）。</translation>
    </message>
    <message>
        <source>The rule profile {} cannot be written ({}): choose another folder.</source>
        <translation>规则文件{}无法写入（{}）：请另选文件夹。</translation>
    </message>
    <message>
        <source>The rule profile&apos;s scenarios.moves[{}, {}] does not say {}.</source>
        <translation>规则文件 scenarios.moves[{}, {}] 没有写明{}。</translation>
    </message>
    <message>
        <source>The rule profile&apos;s section &apos;scenarios&apos; asks who moves with &apos;{}&apos;: {}. Join conditions with &apos;+&apos;.</source>
        <translation>规则文件“scenarios”一节以“{}”限定搬迁地块：{}。多个条件用“+”连接。</translation>
    </message>
    <message>
        <source>The rules have no moves for the scenario &apos;custom&apos;: its layer is empty.</source>
        <translation>规则文件没有“custom”情景的搬迁规则，其图层为空。</translation>
    </message>
    <message>
        <source>The run has failed.</source>
        <translation>运行失败。</translation>
    </message>
    <message>
        <source>The same seed gives the same draws.</source>
        <translation>相同的种子得到相同的抽样。</translation>
    </message>
    <message>
        <source>The same weight for all indicators that are not locked.</source>
        <translation>未锁定的指标权重相同。</translation>
    </message>
    <message>
        <source>The sample district could not be copied into your QGIS profile: {}</source>
        <translation>示例区县无法复制到 QGIS 用户配置中：{}</translation>
    </message>
    <message>
        <source>The sample district is not in this installation.</source>
        <translation>本次安装不含示例区县。</translation>
    </message>
    <message>
        <source>The scenario in which the lock holds.</source>
        <translation>锁定适用的情景。</translation>
    </message>
    <message>
        <source>The scenario that is looked into</source>
        <translation>所分析的情景</translation>
    </message>
    <message>
        <source>The scenario whose changes are listed.</source>
        <translation>列出该情景的变化。</translation>
    </message>
    <message>
        <source>The scenario whose moves and parks are listed.</source>
        <translation>列出该情景的搬迁和园区。</translation>
    </message>
    <message>
        <source>The scenarios of this result are not priced.</source>
        <translation>该结果的情景未作经济测算。</translation>
    </message>
    <message>
        <source>The scenarios of this result are not priced: run the study again from the workbench.</source>
        <translation>该结果的情景未作经济测算：请在工作台重新运行评估。</translation>
    </message>
    <message>
        <source>The scenarios of this result are not priced: run the study with all steps.</source>
        <translation>该结果的情景未作经济测算：请运行全部步骤的评估。</translation>
    </message>
    <message>
        <source>The scenarios were solved before they changed.</source>
        <translation>锁定已变更，现有情景尚未重新求解。</translation>
    </message>
    <message>
        <source>The score of a candidate whose name is the same but against which something speaks is multiplied by this.</source>
        <translation>名称一致但有反证的候选，得分乘以该值。</translation>
    </message>
    <message>
        <source>The scores of the last Delphi round are all 0, so they give no weights: correct them.</source>
        <translation>德尔菲最后一轮评分全为0，无法得出权重：请更正。</translation>
    </message>
    <message>
        <source>The sensitivity analysis runs from the low to the high end.</source>
        <translation>敏感性分析由取值下限到取值上限。</translation>
    </message>
    <message>
        <source>The sheets could not be written to &quot;{}&quot;: {}</source>
        <translation>信息卡无法写入“{}”：{}</translation>
    </message>
    <message>
        <source>The shipped profile says {}.</source>
        <translation>插件自带规则文件为{}。</translation>
    </message>
    <message>
        <source>The status must be verified or assumption.</source>
        <translation>状态必须是 verified（已核实）或 assumption（假设）。</translation>
    </message>
    <message>
        <source>The study did not run.</source>
        <translation>评估未能运行。</translation>
    </message>
    <message>
        <source>The study has failed.</source>
        <translation>评估运行失败。</translation>
    </message>
    <message>
        <source>The study runs with {}.</source>
        <translation>正在按{}运行评估。</translation>
    </message>
    <message>
        <source>The style &quot;{}&quot; cannot be loaded: {}</source>
        <translation>样式“{}”无法加载：{}</translation>
    </message>
    <message>
        <source>The style {} could not be stored with layer {!r}: {}</source>
        <translation>样式{}无法与图层 {!r} 一同保存：{}</translation>
    </message>
    <message>
        <source>The table of locks &quot;{}&quot; cannot be read: {}.</source>
        <translation>锁定表“{}”无法读取：{}。</translation>
    </message>
    <message>
        <source>The table of locks &quot;{}&quot; cannot be written: {}.</source>
        <translation>锁定表“{}”无法写入：{}。</translation>
    </message>
    <message>
        <source>The table of locks &quot;{}&quot; lacks the column {}.</source>
        <translation>锁定表“{}”缺少字段{}。</translation>
    </message>
    <message>
        <source>The table of {} lacks the columns {}.</source>
        <translation>{}表缺少字段{}。</translation>
    </message>
    <message>
        <source>The tables of the result; nothing is computed anew.</source>
        <translation>评估结果中的各表，不作重新计算。</translation>
    </message>
    <message>
        <source>The tax id of the enterprise is that of the holder of the land.</source>
        <translation>企业信用代码与土地权利人一致。</translation>
    </message>
    <message>
        <source>The ten unit costs that matter most to each result.</source>
        <translation>对各项结果影响最大的十项单价。</translation>
    </message>
    <message>
        <source>The tool {} is not in the toolbox.</source>
        <translation>工具箱中没有工具{}。</translation>
    </message>
    <message>
        <source>The tool {} is not in the toolbox: switch the plugin off and on again.</source>
        <translation>工具箱中没有工具{}：请停用插件后重新启用。</translation>
    </message>
    <message>
        <source>The two weightings that &apos;combined&apos; joins.</source>
        <translation>“combined”所组合的两种赋权方法。</translation>
    </message>
    <message>
        <source>The union of these lines is dissolved before it is measured.</source>
        <translation>这些控制线合并后再量算。</translation>
    </message>
    <message>
        <source>The value must be a number.</source>
        <translation>数值必须是数字。</translation>
    </message>
    <message>
        <source>The value must be a whole number.</source>
        <translation>数值必须是整数。</translation>
    </message>
    <message>
        <source>The value {} must lie within its range, {} to {}.</source>
        <translation>数值{}必须在其范围{}至{}之内。</translation>
    </message>
    <message>
        <source>The weights of the five deficiency tests are all 0: give at least one of them a weight.</source>
        <translation>五个维度检验的权重全为0：请至少给一个赋权。</translation>
    </message>
    <message>
        <source>The weights within {} must be 0 or more, at least one of them more.</source>
        <translation>{}内的权重不得为负，且至少一个大于0。</translation>
    </message>
    <message>
        <source>The whole table of unit costs.</source>
        <translation>完整的单价表。</translation>
    </message>
    <message>
        <source>The year must be a whole number.</source>
        <translation>年份必须是整数。</translation>
    </message>
    <message>
        <source>The year of the source</source>
        <translation>来源年份</translation>
    </message>
    <message>
        <source>The year of the source must lie between {} and {}.</source>
        <translation>来源年份必须在{}至{}之间。</translation>
    </message>
    <message>
        <source>The {} is no number: {}.</source>
        <translation>{}不是数字：{}。</translation>
    </message>
    <message>
        <source>The {} layer has no usable polygon ({} rows): choose another layer.</source>
        <translation>{}图层没有可用的面（共{}行）：请另选图层。</translation>
    </message>
    <message>
        <source>The {} layer {}. {} {}{}</source>
        <translation>{}图层{}。{}{}{}</translation>
    </message>
    <message>
        <source>The {} layer {}: choose a polygon layer with at least one feature.</source>
        <translation>{}图层{}：请选择至少有一个要素的面图层。</translation>
    </message>
    <message>
        <source>There is no column mapping &apos;{}&apos;: {}Give the path of a YAML file or one of {}.</source>
        <translation>没有字段映射“{}”：{}请给出 YAML 文件的路径，或{}之一。</translation>
    </message>
    <message>
        <source>There is no encoding &apos;{}&apos;: use utf-8, gb18030, big5 or cp1252.</source>
        <translation>没有编码“{}”：请用 utf-8、gb18030、big5 或 cp1252。</translation>
    </message>
    <message>
        <source>There is no parcel of the result there.</source>
        <translation>该处没有结果中的地块。</translation>
    </message>
    <message>
        <source>There is no park to draw.</source>
        <translation>没有可绘制的园区。</translation>
    </message>
    <message>
        <source>There is no rule profile &apos;{}&apos;: {}Give the path of a YAML file or one of {}.</source>
        <translation>没有规则文件“{}”：{}请给出 YAML 文件的路径，或{}之一。</translation>
    </message>
    <message>
        <source>There is no {} ready to install for this version of Python.</source>
        <translation>没有适用于此 Python 版本的{}安装包。</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>Thesis on historic industrial sites</source>
        <translation>历史工业地段学位论文</translation>
    </message>
    <message>
        <source>Third candidate</source>
        <translation>候选地块三</translation>
    </message>
    <message>
        <source>Third fifth</source>
        <translation>40%—60%</translation>
    </message>
    <message>
        <source>This command will be run:</source>
        <translation>将运行以下命令：</translation>
    </message>
    <message>
        <source>This command would change more than the folder of the plugin.</source>
        <translation>该命令会改动插件文件夹以外的内容。</translation>
    </message>
    <message>
        <source>This is what would be run.</source>
        <translation>将要运行的命令。</translation>
    </message>
    <message>
        <source>This parcel has no fate that could be locked.</source>
        <translation>该地块没有可锁定的去向。</translation>
    </message>
    <message>
        <source>This result has no performance evaluation: run the study once again.</source>
        <translation>该结果没有绩效评价：请重新运行评估。</translation>
    </message>
    <message>
        <source>This result has no scenarios: run the study again from the workbench.</source>
        <translation>该结果没有情景：请在工作台重新运行评估。</translation>
    </message>
    <message>
        <source>This scenario moves nothing.</source>
        <translation>该情景没有搬迁。</translation>
    </message>
    <message>
        <source>Threshold of output per land</source>
        <translation>地均产值阈值</translation>
    </message>
    <message>
        <source>Threshold of tax per land</source>
        <translation>地均税收阈值</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>To</source>
        <translation>迁入园区</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>To {}.</source>
        <translation>迁入{}。</translation>
    </message>
    <message>
        <source>Too little land beside it to merge</source>
        <translation>周边用地不足以整合</translation>
    </message>
    <message>
        <source>Toolbox</source>
        <translation>工具箱</translation>
    </message>
    <message>
        <source>Total area, m2</source>
        <translation>总面积（平方米）</translation>
    </message>
    <message>
        <source>Town boundaries. Without them the towns of the parcels are used.</source>
        <translation>乡镇边界。缺少时采用地块所填乡镇。</translation>
    </message>
    <message>
        <source>Town code</source>
        <translation>乡镇代码</translation>
    </message>
    <message>
        <source>Town level</source>
        <translation>乡镇级</translation>
    </message>
    <message>
        <source>Town name</source>
        <translation>乡镇名称</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Towns that gain tax</source>
        <translation>税收增加的乡镇</translation>
    </message>
    <message>
        <source>Towns that lose tax</source>
        <translation>税收减少的乡镇</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>取舍</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>收支明细</translation>
    </message>
    <message>
        <source>Turns a change of output into value added before tax.</source>
        <translation>将产值变化折算为税前增加值。</translation>
    </message>
    <message>
        <source>Turns an enterprise register, points or a table, into enterprises with the standard columns: names and units by a column mapping, yes and no read as such. Nothing is dropped without a row in the rejects.</source>
        <translation>将企业名录（点图层或表格）转换为标准字段的企业表：按字段映射对应名称和单位，识别是与否。任何数据都不会无记录地丢弃，均列入剔除记录。</translation>
    </message>
    <message>
        <source>Turns any parcel layer into parcels with the standard columns: names and units by a column mapping, areas measured on the ellipsoid, invalid polygons repaired. Nothing is dropped without a row in the rejects.</source>
        <translation>将任意地块图层转换为标准字段的地块：按字段映射对应名称和单位，量算椭球面积，修复无效多边形。任何数据都不会无记录地丢弃，均列入剔除记录。</translation>
    </message>
    <message>
        <source>Two parcels that overlap by up to this area share a sliver of digitising.</source>
        <translation>两个地块的重叠面积不超过该值时视为数字化碎片。</translation>
    </message>
    <message>
        <source>Two-way grid</source>
        <translation>双因素</translation>
    </message>
    <message>
        <source>Unchanged and used again: {}</source>
        <translation>未变化、直接沿用：{}</translation>
    </message>
    <message>
        <source>Under large concentration, let clusters of at least large_cluster_min stay.</source>
        <translation>大集中情景中，保留不小于 large_cluster_min 的集聚区块。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Unified social credit code of the holder</source>
        <translation>权利人信用代码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit &apos;{}&apos; ({}) cannot be converted to &apos;{}&apos; ({}): {}</source>
        <translation>单位“{}”（{}）不能换算为“{}”（{}）：{}</translation>
    </message>
    <message>
        <source>Unit costs</source>
        <translation>单价表</translation>
    </message>
    <message>
        <source>Unit costs at which a result or the order turns.</source>
        <translation>使结果或排序改变的单价。</translation>
    </message>
    <message>
        <source>Unit costs used, with range, source and status.</source>
        <translation>采用的单价，含取值范围、来源和状态。</translation>
    </message>
    <message>
        <source>Unit evaluated: district, level:base, park:P001</source>
        <translation>评价单元代码</translation>
    </message>
    <message>
        <source>Unit in which areas are shown. Empty: as in the settings.</source>
        <translation>面积的显示单位。空：按选项设置。</translation>
    </message>
    <message>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Unit of land</source>
        <translation>用地面积单位</translation>
    </message>
    <message>
        <source>Unit of land on the screen. Result layers always hold square metres.</source>
        <translation>屏幕上显示的用地面积单位。结果图层一律为平方米。</translation>
    </message>
    <message>
        <source>Unit of the benchmark; empty means that of the indicator</source>
        <translation>基准值单位</translation>
    </message>
    <message>
        <source>Unit of the value</source>
        <translation>数值的单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unmatched enterprises</source>
        <translation>未匹配企业</translation>
    </message>
    <message>
        <source>Until the merged parcel has at least this area.</source>
        <translation>直至整合后的地块不小于该面积。</translation>
    </message>
    <message>
        <source>Up to 1 ha</source>
        <translation>1公顷及以下</translation>
    </message>
    <message>
        <source>Up to 5 ha</source>
        <translation>5公顷及以下</translation>
    </message>
    <message>
        <source>Up to 50 % under a rigid line</source>
        <translation>刚性控制线内占50%及以下</translation>
    </message>
    <message>
        <source>Upgrade or hand over</source>
        <translation>提升或转让</translation>
    </message>
    <message>
        <source>Urban</source>
        <translation>城镇</translation>
    </message>
    <message>
        <source>Urban development boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>Urban development boundary. Not supplied means not checked.</source>
        <translation>城镇开发边界。未提供即为未核查。</translation>
    </message>
    <message>
        <source>Urban industrial land</source>
        <translation>城镇工业用地</translation>
    </message>
    <message>
        <source>Urban or rural land</source>
        <translation>城镇或乡村用地</translation>
    </message>
    <message>
        <source>Urban or rural not known</source>
        <translation>城乡属性不明</translation>
    </message>
    <message>
        <source>Use of the vacated land</source>
        <translation>腾退用地用途</translation>
    </message>
    <message>
        <source>Use the rate for public welfare</source>
        <translation>采用公益折现率</translation>
    </message>
    <message>
        <source>Used again</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>Vacant industrial land</source>
        <translation>空闲工业用地</translation>
    </message>
    <message>
        <source>Vacant land outside parks</source>
        <translation>园区外空闲地</translation>
    </message>
    <message>
        <source>Vacant parcels of these codes inside a park are land that can receive movers.</source>
        <translation>园区内这些代码的空闲地块可承接搬迁。</translation>
    </message>
    <message>
        <source>Vacated land used again</source>
        <translation>再利用的腾退用地</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Value added</source>
        <translation>增加值</translation>
    </message>
    <message>
        <source>Value added a year</source>
        <translation>年新增增加值</translation>
    </message>
    <message>
        <source>Value at which the two are even</source>
        <translation>临界值</translation>
    </message>
    <message>
        <source>Value of the benchmark, in its unit</source>
        <translation>基准值</translation>
    </message>
    <message>
        <source>Value of the item across</source>
        <translation>横轴项目取值</translation>
    </message>
    <message>
        <source>Value of the item along</source>
        <translation>纵轴项目取值</translation>
    </message>
    <message>
        <source>Value on the frontier at the cost of the scenario</source>
        <translation>同等成本的前沿值</translation>
    </message>
    <message>
        <source>Value over reference</source>
        <translation>指标值与参照值之比</translation>
    </message>
    <message>
        <source>Value that could not be used</source>
        <translation>未采用的数值</translation>
    </message>
    <message>
        <source>Value used</source>
        <translation>现取值</translation>
    </message>
    <message>
        <source>Value, threshold and source of every test, in words</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Value; empty = not known</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>指标值</translation>
    </message>
    <message>
        <source>Values changed: {}. Not applied yet.</source>
        <translation>已更改{}项数值，尚未应用。</translation>
    </message>
    <message>
        <source>Values that cannot stand: {}. Mend them first.</source>
        <translation>{}项数值有误，请先改正。</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Verified: somebody has checked it against the source.</source>
        <translation>已核实：有人对照来源核对过。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version of the method</source>
        <translation>方法版本</translation>
    </message>
    <message>
        <source>Volume principle, in words</source>
        <translation>总量原则（文字）</translation>
    </message>
    <message>
        <source>WGS 84 (EPSG:4326).</source>
        <translation>WGS 84（EPSG:4326）。</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原排名</translation>
    </message>
    <message>
        <source>Wasteful</source>
        <translation>粗放</translation>
    </message>
    <message>
        <source>Wastewater</source>
        <translation>废水排放量</translation>
    </message>
    <message>
        <source>Water use</source>
        <translation>用水量</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight of each indicator under each weighting.</source>
        <translation>各项指标在每种赋权方法下的权重。</translation>
    </message>
    <message>
        <source>Weight of the efficiency test</source>
        <translation>效率检验的权重</translation>
    </message>
    <message>
        <source>Weight of the efficiency test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation>效率检验在可靠度中的权重。各权重按合计为1折算。</translation>
    </message>
    <message>
        <source>Weight of the equity test</source>
        <translation>公平检验的权重</translation>
    </message>
    <message>
        <source>Weight of the equity test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation>公平检验在可靠度中的权重。各权重按合计为1折算。</translation>
    </message>
    <message>
        <source>Weight of the green test</source>
        <translation>绿色检验的权重</translation>
    </message>
    <message>
        <source>Weight of the green test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation>绿色检验在可靠度中的权重。各权重按合计为1折算。</translation>
    </message>
    <message>
        <source>Weight of the quality test</source>
        <translation>质量检验的权重</translation>
    </message>
    <message>
        <source>Weight of the quality test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation>质量检验在可靠度中的权重。各权重按合计为1折算。</translation>
    </message>
    <message>
        <source>Weight of the safety test</source>
        <translation>安全检验的权重</translation>
    </message>
    <message>
        <source>Weight of the safety test in the reliability. Weights are scaled to a sum of 1.</source>
        <translation>安全检验在可靠度中的权重。各权重按合计为1折算。</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>赋权方法</translation>
    </message>
    <message>
        <source>Weighting, by id</source>
        <translation>赋权方法代码</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights changed.</source>
        <translation>已更改权重。</translation>
    </message>
    <message>
        <source>Weights must be 0 or more, at least one of them more.</source>
        <translation>权重不得为负，且至少一个大于0。</translation>
    </message>
    <message>
        <source>Weights of the criteria and weights within them do not fit: {} is in one only.</source>
        <translation>准则权重与准则内权重不对应：{}只出现在其中之一。</translation>
    </message>
    <message>
        <source>What a scenario decides, in words.</source>
        <translation>情景所定去向的文字名称。</translation>
    </message>
    <message>
        <source>What a value is judged by, the first that there is. level = all land of the park&apos;s level, parks = all bases and communities; any other word is a scope of benchmarks.</source>
        <translation>指标值的评判依据，取首个可用的。level 为园区所属层级的全部用地，parks 为全部产业基地和产业社区，其他为基准值的范围。</translation>
    </message>
    <message>
        <source>What can be computed, what is missing and what it would unlock, as a page to read or print.</source>
        <translation>可计算什么、缺少什么、补充后可增加什么，供阅读或打印的网页。</translation>
    </message>
    <message>
        <source>What changed: choose a parcel to see it on the map</source>
        <translation>变化内容：点击地块可在地图上查看</translation>
    </message>
    <message>
        <source>What changed: click a parcel to see it on the map</source>
        <translation>变化内容：点击地块可在地图上查看</translation>
    </message>
    <message>
        <source>What coverage counts</source>
        <translation>数据覆盖率的计算对象</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>承接不足</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What happens to each parcel</source>
        <translation>地块去向</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>参数试算</translation>
    </message>
    <message>
        <source>What is decided already: scenario (empty: all), parcel_id, action, park_id, note. Actions: move (the parcel to the park), stay, forbid (the parcel the park); open, close (the park).</source>
        <translation>已作的决定：情景（空为全部）、parcel_id、action、park_id、note。action 可为 move（地块必须迁入园区）、stay（必须保留）、forbid（地块不得迁入园区）；open、close（园区保持开放、关闭）。</translation>
    </message>
    <message>
        <source>What is locked</source>
        <translation>锁定内容</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的数据</translation>
    </message>
    <message>
        <source>What is recommended</source>
        <translation>论文判断与测算</translation>
    </message>
    <message>
        <source>What is short in all, in words</source>
        <translation>缺口汇总（文字）</translation>
    </message>
    <message>
        <source>What is short of the reference, in the unit of the value; below 0 = better</source>
        <translation>与参照值的差距</translation>
    </message>
    <message>
        <source>What it unlocks</source>
        <translation>补充后可得到的成果</translation>
    </message>
    <message>
        <source>What its price rests on</source>
        <translation>计价依据</translation>
    </message>
    <message>
        <source>What location quotient and concentration of industries (GB/T 4754 divisions) are measured in.</source>
        <translation>区位商和行业集中度（GB/T 4754 大类）的计算依据。</translation>
    </message>
    <message>
        <source>What must or must not become of the parcel.</source>
        <translation>该地块必须或不得的去向。</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>情景特点</translation>
    </message>
    <message>
        <source>What that land costs; empty: no price is known</source>
        <translation>新增用地费用</translation>
    </message>
    <message>
        <source>What the balance leaves over</source>
        <translation>账面误差</translation>
    </message>
    <message>
        <source>What the cost buys: clustering (share in bases and communities), or yearly tax or output</source>
        <translation>前沿类别</translation>
    </message>
    <message>
        <source>What the data are enough for</source>
        <translation>数据可支撑的成果</translation>
    </message>
    <message>
        <source>What the data are enough for, and what is missing, as a page</source>
        <translation>以网页说明数据可支撑哪些成果、缺少什么</translation>
    </message>
    <message>
        <source>What the data are enough for: results that can be computed, on what share of the land, and what is missing.</source>
        <translation>数据可支撑的成果：可计算哪些成果、覆盖多少用地、缺少什么。</translation>
    </message>
    <message>
        <source>What the figures rest on</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>What the last run had to say about this step: read it before the figures</source>
        <translation>上次运行对本步骤的说明，请先阅读再看数值</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>规则作用</translation>
    </message>
    <message>
        <source>What the scenario decides</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>What the scenario is short of it, over its own value; 0: on the frontier</source>
        <translation>与前沿的差距</translation>
    </message>
    <message>
        <source>What the share was made from</source>
        <translation>占比来源</translation>
    </message>
    <message>
        <source>What the status quo costs, and what is left of it.</source>
        <translation>维持现状的代价，以及各情景遗留的部分。</translation>
    </message>
    <message>
        <source>What the value is judged by</source>
        <translation>指标值的评判依据</translation>
    </message>
    <message>
        <source>What this step does, and how to read its results</source>
        <translation>本步骤的作用及结果的阅读方法</translation>
    </message>
    <message>
        <source>What was done, or what is wrong</source>
        <translation>处理方式或问题</translation>
    </message>
    <message>
        <source>What would improve it</source>
        <translation>可改进结果的数据</translation>
    </message>
    <message>
        <source>When; empty: nothing changes</source>
        <translation>时间；空：不作调整</translation>
    </message>
    <message>
        <source>Where no enterprise is known, {} pays.</source>
        <translation>企业不明时由{}支付。</translation>
    </message>
    <message>
        <source>Where the benchmark comes from</source>
        <translation>基准值来源</translation>
    </message>
    <message>
        <source>Where the reference comes from</source>
        <translation>参照值来源</translation>
    </message>
    <message>
        <source>Where the results are kept: one GeoPackage. Choose a former result to see it again.</source>
        <translation>保存结果的 GeoPackage 文件。选择已有结果可再次查看。</translation>
    </message>
    <message>
        <source>Where the survey is silent, a latest profit below this counts as poor management.</source>
        <translation>没有调查认定时，最近一年利润低于该值视为经营不善。</translation>
    </message>
    <message>
        <source>Where the value comes from: it is kept with it.</source>
        <translation>数值来源，随数值保存。</translation>
    </message>
    <message>
        <source>Where your values come from: it is kept with each of them.</source>
        <translation>所填数值的来源，随每个数值保存。</translation>
    </message>
    <message>
        <source>Whether a parcel that fails the safety test may move into a park. If not, it stays, with the reason unsafe.</source>
        <translation>未通过安全检验的地块是否可迁入园区。若否则保留，理由为 unsafe。</translation>
    </message>
    <message>
        <source>Whether roads that cross without a shared vertex meet. Bridges would then be junctions.</source>
        <translation>没有公共节点的交叉道路是否相通。若是，桥梁也将视为交叉口。</translation>
    </message>
    <message>
        <source>Which changes are listed</source>
        <translation>列出哪些变化</translation>
    </message>
    <message>
        <source>Which chart to show</source>
        <translation>显示哪个图表</translation>
    </message>
    <message>
        <source>Which enterprises the list shows.</source>
        <translation>列表显示哪些企业。</translation>
    </message>
    <message>
        <source>Which figures to show</source>
        <translation>显示哪些数值</translation>
    </message>
    <message>
        <source>Which firm holds which parcel, with its share. Without it firms are matched.</source>
        <translation>企业占用哪个地块及其占比。缺少时由匹配得出。</translation>
    </message>
    <message>
        <source>Which values are listed</source>
        <translation>列出哪些数值</translation>
    </message>
    <message>
        <source>Who is paid</source>
        <translation>收取方</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>支付方</translation>
    </message>
    <message>
        <source>Who pays where no enterprise is known</source>
        <translation>企业不明时的支付方</translation>
    </message>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>Whom it describes: national, city, target, or a name</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Whom the benchmark describes</source>
        <translation>基准值适用范围</translation>
    </message>
    <message>
        <source>Whose mean, median or percentile: sector = the GB/T 4754 division, else the section, else the district; level = bases, communities or blocks, else the district.</source>
        <translation>取何者的均值、中位数或百分位：sector 为 GB/T 4754 大类，其次为门类，再次为全区；level 为产业基地、产业社区或工业区块，其次为全区。</translation>
    </message>
    <message>
        <source>Whose money</source>
        <translation>视角</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why it was decided so</source>
        <translation>判定理由</translation>
    </message>
    <message>
        <source>Why no parcel was found</source>
        <translation>未匹配原因</translation>
    </message>
    <message>
        <source>Why the first candidate</source>
        <translation>候选地块一的依据</translation>
    </message>
    <message>
        <source>Why the link was made</source>
        <translation>关联依据</translation>
    </message>
    <message>
        <source>Why the parcel has its class</source>
        <translation>该地块归类的依据</translation>
    </message>
    <message>
        <source>Why the second candidate</source>
        <translation>候选地块二的依据</translation>
    </message>
    <message>
        <source>Why the third candidate</source>
        <translation>候选地块三的依据</translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation>没有数值的原因</translation>
    </message>
    <message>
        <source>With fewer parks entropy and CRITIC weights are unstable, and a warning says so.</source>
        <translation>园区数少于该值时，熵权法和 CRITIC 法权重不稳定，并予以提示。</translation>
    </message>
    <message>
        <source>With layers, styles and what was run. Paths in it are relative.</source>
        <translation>含图层、样式和运行参数，采用相对路径。</translation>
    </message>
    <message>
        <source>With neighbours up to this gap.</source>
        <translation>与间距不超过该值的相邻地块整合。</translation>
    </message>
    <message>
        <source>With no test failed, a firm or parcel is &apos;none&apos; from this share of known tests on, else &apos;unknown&apos;.</source>
        <translation>没有未通过的检验时，已知检验占比不低于该值的企业或地块判为未发现缺失（none），否则为数据不足（unknown）。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>腾退</translation>
    </message>
    <message>
        <source>Without a parcel</source>
        <translation>未匹配地块</translation>
    </message>
    <message>
        <source>Without the status quo it ranks first in {}.</source>
        <translation>不计维持现状时，居首的占{}。</translation>
    </message>
    <message>
        <source>Work paid for on the market</source>
        <translation>实际工程费用</translation>
    </message>
    <message>
        <source>Work through Unmatched enterprises (candidate_1 is the best proposal) and through the links whose conflict is filled: their point lies in that other parcel. Write 1 into reviewed of a link that is right and 0 of one that is wrong, add missing links with reviewed = 1, and run again with that table as Reviewed occupancy: 1 is kept, 0 is not linked again, the rest is matched anew. score says how certain a link is; PRECISION and RECALL how well the chain does on reviewed links.</source>
        <translation>请逐一处理“未匹配企业”（candidate_1 为最佳候选地块）以及 conflict 不为空的关联，其点位在另一地块内。关联正确的在 reviewed 填1，错误的填0，缺少的关联补上并填 reviewed = 1，再以该表作为“已复核占用关系”重新运行：1保留，0不再关联，其余重新匹配。score 为关联的可信程度；PRECISION 和 RECALL 为匹配方法在已复核关联上的准确率和召回率。</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Working. You can go on using QGIS meanwhile.</source>
        <translation>正在运行，其间可继续使用 QGIS。</translation>
    </message>
    <message>
        <source>Worse than the reference</source>
        <translation>劣于参照值</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Worst of the parks (0 to 0.2)</source>
        <translation>园区中最差（0—0.2）</translation>
    </message>
    <message>
        <source>Worst of the scenarios</source>
        <translation>各情景中最差</translation>
    </message>
    <message>
        <source>Worst rank under random weights</source>
        <translation>随机权重下最差名次</translation>
    </message>
    <message>
        <source>Write maps...</source>
        <translation>输出地图…</translation>
    </message>
    <message>
        <source>Write the rules, with all differences, into a file.</source>
        <translation>将规则及全部差异写入文件。</translation>
    </message>
    <message>
        <source>Write the {}</source>
        <translation>输出{}</translation>
    </message>
    <message>
        <source>Write these costs into a file and price anew with them.</source>
        <translation>将这些单价写入文件并据此重新测算。</translation>
    </message>
    <message>
        <source>Write these rules into a file and run the study with them.</source>
        <translation>将这些规则写入文件并据此运行评估。</translation>
    </message>
    <message>
        <source>Write what differs from the shipped costs into a file.</source>
        <translation>将与自带单价不同的部分写入文件。</translation>
    </message>
    <message>
        <source>Writes a one-page PDF sheet for each chosen parcel of a study: a map, the figures of its firms against the thresholds, the reason of every test, control lines, guidance, and its fate and cost in every scenario.</source>
        <translation>为评估结果中的所选地块各写一页 PDF 信息卡：地图、企业数据与阈值的对照、各项检验的依据、控制线、更新引导，以及各情景中的去向和成本。</translation>
    </message>
    <message>
        <source>Writing the GeoPackage</source>
        <translation>正在写入 GeoPackage</translation>
    </message>
    <message>
        <source>Writing: {}</source>
        <translation>正在写入：{}</translation>
    </message>
    <message>
        <source>YAML files (*.yml *.yaml)</source>
        <translation>YAML 文件 (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Year by which the economy is paid back</source>
        <translation>经济回收年份</translation>
    </message>
    <message>
        <source>Year by which the government is paid back</source>
        <translation>政府回收年份</translation>
    </message>
    <message>
        <source>Year of the benchmark</source>
        <translation>基准值年份</translation>
    </message>
    <message>
        <source>Year of the figures</source>
        <translation>数据年份</translation>
    </message>
    <message>
        <source>Year of the peak funding</source>
        <translation>资金峰值年份</translation>
    </message>
    <message>
        <source>Year of the source</source>
        <translation>来源年份</translation>
    </message>
    <message>
        <source>Year the buildings were finished</source>
        <translation>建成年份</translation>
    </message>
    <message>
        <source>Yearly output</source>
        <translation>年产值</translation>
    </message>
    <message>
        <source>Yearly revenue of the county</source>
        <translation>区县年财政收入</translation>
    </message>
    <message>
        <source>Yearly revenue of the county, for the share that peak funding takes of it. Empty means not known.</source>
        <translation>区县年财政收入，用于计算资金峰值所占比例。空为未知。</translation>
    </message>
    <message>
        <source>Yearly tax paid</source>
        <translation>年税收</translation>
    </message>
    <message>
        <source>Years and rates</source>
        <translation>年份与折现率</translation>
    </message>
    <message>
        <source>Years in a row below it</source>
        <translation>须连续低于阈值的年数</translation>
    </message>
    <message>
        <source>Years in which the parcels of a horizon move, spread evenly. Money is paid in the year of the move; yearly effects start the year after.</source>
        <translation>各时序的地块搬迁的年份，平均分布。资金在搬迁当年支付，年度效应自次年起计。</translation>
    </message>
    <message>
        <source>Zhan, Dai and Ye (2025), sections 3 and 4; own defaults are marked in the rule profile.</source>
        <translation>Zhan、Dai、Ye（2025）第3、4节；本插件默认值在规则文件中注明。</translation>
    </message>
    <message>
        <source>Zone type</source>
        <translation>园区类型</translation>
    </message>
    <message>
        <source>Zoom to each</source>
        <translation>逐个缩放</translation>
    </message>
    <message>
        <source>Zoom to the parcel</source>
        <translation>缩放到地块</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>数秒</translation>
    </message>
    <message>
        <source>a figure per mu</source>
        <translation>每亩的数值</translation>
    </message>
    <message>
        <source>a figure per square kilometre, such as output per land</source>
        <translation>每平方公里的数值，如地均产值</translation>
    </message>
    <message>
        <source>a key must be plain text</source>
        <translation>键必须是普通文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>键值对</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a row must name its {}</source>
        <translation>每行必须写明{}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a wrong unit or decimal point, or only a part of the land</source>
        <translation>单位或小数点有误，或只登记了部分用地</translation>
    </message>
    <message>
        <source>about {} min</source>
        <translation>约{}分钟</translation>
    </message>
    <message>
        <source>about {} s</source>
        <translation>约{}秒</translation>
    </message>
    <message>
        <source>above the header</source>
        <translation>表头之上</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>alias, name cut at 10 bytes</source>
        <translation>别名，字段名被截为10字节</translation>
    </message>
    <message>
        <source>alias, unit cut off</source>
        <translation>别名，单位被截断</translation>
    </message>
    <message>
        <source>alias, words swapped</source>
        <translation>别名，词序颠倒</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all firms of the district</source>
        <translation>全区企业</translation>
    </message>
    <message>
        <source>all scenarios</source>
        <translation>全部情景</translation>
    </message>
    <message>
        <source>all: every parcel or firm above the limit; green: only green-deficient land.</source>
        <translation>all：超过限值的全部地块或企业；green：仅绿色缺失型用地。</translation>
    </message>
    <message>
        <source>an alias (*name) is not supported: write the value out</source>
        <translation>不支持 YAML 别名（*name）：请写出数值</translation>
    </message>
    <message>
        <source>and 1 more problem</source>
        <translation>另有1个问题</translation>
    </message>
    <message>
        <source>and {} more problems</source>
        <translation>另有{}个问题</translation>
    </message>
    <message>
        <source>another fate: {}</source>
        <translation>其他去向变化{}个</translation>
    </message>
    <message>
        <source>any: every industry may move into every park; dominant: only into a park that lists it as dominant or has no list. An industry that is not known may go anywhere.</source>
        <translation>any：任何行业可迁入任何园区；dominant：只迁入将其列为主导产业或没有名录的园区。行业不明的不受限制。</translation>
    </message>
    <message>
        <source>any: scattered blocks outside the boundary, encroaching or deficient move; all: every scattered block moves.</source>
        <translation>any：位于边界外、占用刚性控制线或缺失型的零散区块搬迁；all：全部零散区块搬迁。</translation>
    </message>
    <message>
        <source>are placeholders ({}) and taken as missing</source>
        <translation>是占位值（{}），按缺失处理</translation>
    </message>
    <message>
        <source>are serial numbers of a spreadsheet, taken as days since 1899-12-30</source>
        <translation>是电子表格的日期序号，按自1899-12-30起的天数换算</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>area of the park in square metres</source>
        <translation>园区面积，平方米</translation>
    </message>
    <message>
        <source>assigning movers to receivers</source>
        <translation>为搬迁地块分配承接园区</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>at most {} from the best plan</source>
        <translation>与最优解相差不超过{}</translation>
    </message>
    <message>
        <source>at {} instead of {}</source>
        <translation>取{}（现取值{}）</translation>
    </message>
    <message>
        <source>base</source>
        <translation>产业基地</translation>
    </message>
    <message>
        <source>below {:g}</source>
        <translation>小于{:g}</translation>
    </message>
    <message>
        <source>benchmarks</source>
        <translation>基准值</translation>
    </message>
    <message>
        <source>benchmarks: {} rows or values could not be used; see rejects.</source>
        <translation>基准值：{}行或取值无法使用，见剔除记录。</translation>
    </message>
    <message>
        <source>blank row</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>block</source>
        <translation>工业区块</translation>
    </message>
    <message>
        <source>both: status and area must agree; status: area is ignored; area: status is ignored.</source>
        <translation>both：级别与面积须同时满足；status：不考虑面积；area：不考虑级别。</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>您所选</translation>
    </message>
    <message>
        <source>clustering_with_parks</source>
        <translation>小集聚+适度园区</translation>
    </message>
    <message>
        <source>column</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>columns without a line here may be filled by known aliases; false: never</source>
        <translation>此处未列的字段可按已知别名识别；false：不识别</translation>
    </message>
    <message>
        <source>community</source>
        <translation>产业社区</translation>
    </message>
    <message>
        <source>comparison and frontier</source>
        <translation>情景比较与效率前沿</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>cost: {} → {} ({})</source>
        <translation>成本：{} → {}（{}）</translation>
    </message>
    <message>
        <source>could not be used: {}</source>
        <translation>无法采用：{}</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个</translation>
    </message>
    <message>
        <source>county budget</source>
        <translation>区县预算</translation>
    </message>
    <message>
        <source>county plan</source>
        <translation>区县规划</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义情景</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>经纬度</translation>
    </message>
    <message>
        <source>degrees from GPS or a web service{} (map services of China shift them)</source>
        <translation>GPS 或网络服务的经纬度{}（国内地图服务会使其偏移）</translation>
    </message>
    <message>
        <source>degrees in the order latitude, longitude</source>
        <translation>先纬度后经度的经纬度</translation>
    </message>
    <message>
        <source>did you mean &apos;{}&apos;? </source>
        <translation>是否为“{}”？</translation>
    </message>
    <message>
        <source>eastings such as {:.0f} begin with {}, the number of the {}-degree zone with the central meridian {} E{}</source>
        <translation>横坐标（如{:.0f}）以{}开头，即{}度带带号，中央经线东经{}度{}</translation>
    </message>
    <message>
        <source>economic, hightech or other, or a word such as 高新区; NULL: not known</source>
        <translation>economic、hightech 或 other，也可用“高新区”等词；NULL 为未知</translation>
    </message>
    <message>
        <source>economics.horizon lies before economics.base_year: nothing can be counted.</source>
        <translation>economics.horizon 早于 economics.base_year：没有可计算的年份。</translation>
    </message>
    <message>
        <source>economics.phases[{}] runs from {} to {}: it must not start before the base year {} nor end before it starts.</source>
        <translation>economics.phases[{}] 为{}至{}年：开始不得早于基准年{}，结束不得早于开始。</translation>
    </message>
    <message>
        <source>eight-digit eastings, which begin with the number of another zone</source>
        <translation>带号不同的八位横坐标</translation>
    </message>
    <message>
        <source>en or zh; without it that of the options</source>
        <translation>en 或 zh；省略时按选项设置</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>enterprises</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>enterprises: {} of {} have no point.</source>
        <translation>企业：{}家没有点位，共{}家。</translation>
    </message>
    <message>
        <source>experts</source>
        <translation>专家评分</translation>
    </message>
    <message>
        <source>farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>fate says what happens to a parcel, fate_reason why. dest_id is the park it moves to (or the merged parcel), after_use what becomes of the vacated land. no_receiver and no_capacity are findings: where to look for room; the table of shortages says how much land is missing where and what the cheapest way to provide it is. shadow_price of a receiver is a linear-program dual: what one more hectare there would save. In the summary quota_freed_m2 is vacated less taken up, solver_gap says how far the plan is from the proved optimum, and principle_volume, principle_clustering and principle_quality are 1 (kept), 0 (not kept) or empty (not known), with the figures in words beside them. The frontier shows what the same cost could buy.</source>
        <translation>fate 为地块去向，fate_reason 为理由，dest_id 为迁入的园区（或整合后的地块），after_use 为腾退用地的用途。no_receiver 和 no_capacity 提示应在何处寻找空间；承接用地缺口表说明何处缺多少用地，以及最省的解决办法。承接园区的 shadow_price 为线性规划的影子价格，即该处每增加1公顷可节省的成本。汇总表中，quota_freed_m2 为腾退用地减去承接占用，solver_gap 为方案与已证明最优值的差距，principle_volume、principle_clustering、principle_quality 为1（达到）、0（未达到）或空（未知），并附文字说明。效率前沿说明同等成本可取得的成效。</translation>
    </message>
    <message>
        <source>fates, flows and balance</source>
        <translation>去向、搬迁流向与用地平衡</translation>
    </message>
    <message>
        <source>field</source>
        <translation>项</translation>
    </message>
    <message>
        <source>firms at the same level</source>
        <translation>同层级企业</translation>
    </message>
    <message>
        <source>firms of the same industry</source>
        <translation>同行业企业</translation>
    </message>
    <message>
        <source>formula: total(...) adds up columns of the pieces of industrial land of a unit; names outside total() are measures of the unit (nearest_neighbour_index, share_in_clusters, location_quotient, herfindahl). marks: the number of &quot;+&quot; in the paper; 0 = shown, not scored. missing: what is lacking to reach the reference, with gap standing for the difference in the indicator&apos;s own unit. rests_on: what coverage counts. Add your own rows.</source>
        <translation>formula：total(...) 对评价单元内各工业用地片段的字段求和；total() 之外的名称为评价单元的量（nearest_neighbour_index、share_in_clusters、location_quotient、herfindahl）。marks：论文中“+”的个数；0为仅展示、不计分。missing：达到参照值尚缺的量，gap 为以指标自身单位计的差距。rests_on：数据覆盖率的计算对象。可增加自己的行。</translation>
    </message>
    <message>
        <source>freed: vacated less taken up. freed_not_sold: less the land that is sold for reuse as well, so that no land is paid for twice.</source>
        <translation>freed：腾退用地减去承接占用。freed_not_sold：再减去出让再利用的用地，避免同一用地重复计价。</translation>
    </message>
    <message>
        <source>from</source>
        <translation>得分不低于</translation>
    </message>
    <message>
        <source>frontier</source>
        <translation>效率前沿</translation>
    </message>
    <message>
        <source>function {}</source>
        <translation>函数{}</translation>
    </message>
    <message>
        <source>fuzzy</source>
        <translation>按相近名称</translation>
    </message>
    <message>
        <source>gb32100 = codes that pass the check of GB 32100-2015 only. any = other tax ids too, but no placeholders.</source>
        <translation>gb32100 为仅采用通过 GB 32100-2015 校验的代码；any 为也采用其他税号，但不采用占位代码。</translation>
    </message>
    <message>
        <source>geopandas 1.0 or later</source>
        <translation>geopandas 1.0或更高版本</translation>
    </message>
    <message>
        <source>given</source>
        <translation>按给定数据</translation>
    </message>
    <message>
        <source>go elsewhere: {}</source>
        <translation>改迁他处{}个</translation>
    </message>
    <message>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <source>has no &apos;value:&apos;</source>
        <translation>没有“value:”</translation>
    </message>
    <message>
        <source>has no coordinate reference system</source>
        <translation>没有坐标参照系</translation>
    </message>
    <message>
        <source>has no geometry</source>
        <translation>没有图形</translation>
    </message>
    <message>
        <source>have the year last; what is above 12 is the day</source>
        <translation>年份在末尾；大于12的数为日</translation>
    </message>
    <message>
        <source>have years of the Republic of China, taken as year + 1911</source>
        <translation>用民国纪年，按年份加1911换算</translation>
    </message>
    <message>
        <source>header repeated</source>
        <translation>重复的表头</translation>
    </message>
    <message>
        <source>header={}: give the row of the header (header=2) or its first and last (header=2-3).</source>
        <translation>header={}：请给出表头所在行（header=2），或首末行（header=2-3）。</translation>
    </message>
    <message>
        <source>high end</source>
        <translation>取值上限</translation>
    </message>
    <message>
        <source>in Terminal run the Python inside the QGIS app (QGIS.app/Contents/MacOS/bin/python3) with -m pip install --no-deps &quot;shapely&gt;=2.0&quot; &quot;geopandas&gt;=1.0&quot; and, where named above, pandas, scipy or PyYAML the same way, then start QGIS again</source>
        <translation>请在“终端”中运行 QGIS 应用程序内的 Python（QGIS.app/Contents/MacOS/bin/python3），参数为 -m pip install --no-deps &quot;shapely&gt;=2.0&quot; &quot;geopandas&gt;=1.0&quot;，如上文列出 pandas、scipy 或 PyYAML，以同样方式安装，然后重新启动 QGIS</translation>
    </message>
    <message>
        <source>in section &apos;{}&apos;, {}</source>
        <translation>在“{}”一节，{}</translation>
    </message>
    <message>
        <source>in the order northing, easting</source>
        <translation>先纵坐标后横坐标的坐标</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>indicator not known{}</source>
        <translation>无法识别的指标{}</translation>
    </message>
    <message>
        <source>indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>install the packages python3-geopandas, python3-scipy and python3-yaml of your distribution (on Debian 12 and Ubuntu 22.04, whose geopandas is too old, add: python3 -m pip install --no-deps &quot;shapely&gt;=2.0,&lt;2.1&quot; &quot;geopandas&gt;=1.0,&lt;1.1&quot;), then start QGIS again</source>
        <translation>请安装发行版的软件包 python3-geopandas、python3-scipy 和 python3-yaml（Debian 12 和 Ubuntu 22.04 的 geopandas 过旧，另须运行：python3 -m pip install --no-deps &quot;shapely&gt;=2.0,&lt;2.1&quot; &quot;geopandas&gt;=1.0,&lt;1.1&quot;），然后重新启动 QGIS</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is it open elsewhere?</source>
        <translation>是否在其他程序中打开？</translation>
    </message>
    <message>
        <source>is it the right layer, and is its CRS right?</source>
        <translation>图层及其坐标参照系是否正确？</translation>
    </message>
    <message>
        <source>is labelled {}</source>
        <translation>标注为{}</translation>
    </message>
    <message>
        <source>is {:g}, outside its own range [{:g}, {:g}]</source>
        <translation>为{:g}，超出其自身范围 [{:g}, {:g}]</translation>
    </message>
    <message>
        <source>is {}, but must be at {} {}</source>
        <translation>为{}，但必须{}{}</translation>
    </message>
    <message>
        <source>it has no range</source>
        <translation>没有取值范围</translation>
    </message>
    <message>
        <source>its coordinates are stated</source>
        <translation>已写明其坐标类型</translation>
    </message>
    <message>
        <source>its coordinates would meet them in {}. Is the CRS of the layer wrong?</source>
        <translation>若采用{}，其坐标便与地块相接。图层的坐标参照系是否有误？</translation>
    </message>
    <message>
        <source>its name states no unit</source>
        <translation>字段名未写单位</translation>
    </message>
    <message>
        <source>its other coordinate is not there</source>
        <translation>缺少另一个坐标字段</translation>
    </message>
    <message>
        <source>its point lies here</source>
        <translation>点位所在</translation>
    </message>
    <message>
        <source>its unit {} is no unit of {} ({})</source>
        <translation>其单位{}不适用于{}（{}）</translation>
    </message>
    <message>
        <source>judgements</source>
        <translation>判断矩阵</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>千瓦时</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>key column</source>
        <translation>标识字段</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>公里/小时</translation>
    </message>
    <message>
        <source>km2</source>
        <translation>平方公里</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>平方公里</translation>
    </message>
    <message>
        <source>land in hectares</source>
        <translation>用地，公顷</translation>
    </message>
    <message>
        <source>land in mu</source>
        <translation>用地，亩</translation>
    </message>
    <message>
        <source>land in square metres</source>
        <translation>用地，平方米</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>large_concentration</source>
        <translation>大集中</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>layers: {}</source>
        <translation>layers：{}</translation>
    </message>
    <message>
        <source>least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>leave the unit empty.</source>
        <translation>请将单位留空。</translation>
    </message>
    <message>
        <source>leave_out: land whose figure is not known counts in neither numerator nor denominator; ignore: it stays in the denominator, which makes the value a lower bound.</source>
        <translation>leave_out：数据未知的用地不计入分子和分母；ignore：仍计入分母，所得为下限。</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>level_note is filled where the status and the area of a park disagree, with both figures: nothing is reclassified in silence. Non-industrial parcels have no level. cluster_id names the group of neighbouring block parcels.</source>
        <translation>园区级别与面积不一致时，level_note 注明两者数值，不作改判。非工业地块没有层级。cluster_id 为相邻区块地块的组号。</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>第{}行：{}</translation>
    </message>
    <message>
        <source>lines or points beside the polygons left out</source>
        <translation>面以外的线或点未采用</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>locks: {} rows could not be used; see rejects.</source>
        <translation>锁定：{}行无法使用，见剔除记录。</translation>
    </message>
    <message>
        <source>low and high: range for the sensitivity analysis, in the unit of the row; empty = not varied. Another value keeps the default&apos;s range as long as the range holds it. Empty value = not known: what rests on it is not priced, and counted. payer and payee: government, enterprise, collective, market. else_payer: pays where no enterprise is known. group factor: a quantity or a share that enters other rows.</source>
        <translation>low 和 high：敏感性分析的取值范围，单位同该行；空为不变动。改用其他数值时，只要仍在范围内，沿用默认范围。数值为空表示未知：依据该项的内容不计价，并予以统计。payer 和 payee：政府、企业、集体、市场。else_payer：企业不明时的支付方。group 为 factor：进入其他各行的数量或比例。</translation>
    </message>
    <message>
        <source>low end</source>
        <translation>取值下限</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>m2</source>
        <translation>平方米</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>measure is a code, measure_text the sentence to quote. reclaim is 1 where rigid control covers more than half of the parcel or of its enterprise&apos;s land, empty where that cannot be told. The table is editable: section &apos;guidance&apos; of the rules. If the parcels already carry the results of the other algorithms, these are used.</source>
        <translation>measure 为措施代码，measure_text 为可引用的文字。刚性管控占地块或其企业用地一半以上时 reclaim 为1，无法判断时为空。引导表可在规则文件的“guidance”一节修改。地块已带有其他工具的结果时，直接采用这些结果。</translation>
    </message>
    <message>
        <source>measure less than 1/{:g} of what is stated</source>
        <translation>个量算面积不足登记面积的1/{:g}</translation>
    </message>
    <message>
        <source>measure more than {:g} times what is stated</source>
        <translation>个量算面积超过登记面积的{:g}倍</translation>
    </message>
    <message>
        <source>measure outside total()</source>
        <translation>total() 之外的量</translation>
    </message>
    <message>
        <source>measured is {:.4g} times the stated area</source>
        <translation>量算面积为登记面积的{:.4g}倍</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minmax: 0 for the worst park, 1 for the best; ratio: value over reference, up to ratio_cap; topsis: closeness to the best park.</source>
        <translation>minmax：最差园区为0，最好为1；ratio：指标值与参照值之比，不超过 ratio_cap；topsis：与最优园区的接近程度。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>most values ({}) are not known</source>
        <translation>多数取值（{}）无法识别</translation>
    </message>
    <message>
        <source>most values are neither yes nor no</source>
        <translation>多数取值既非“是”也非“否”</translation>
    </message>
    <message>
        <source>most values are not full dates</source>
        <translation>多数取值不是完整日期</translation>
    </message>
    <message>
        <source>most values are not numbers</source>
        <translation>多数取值不是数字</translation>
    </message>
    <message>
        <source>move now: {}</source>
        <translation>改为搬迁{}个</translation>
    </message>
    <message>
        <source>move, stay or forbid (a parcel); open or close (a park)</source>
        <translation>锁定内容</translation>
    </message>
    <message>
        <source>moves are locked and forbidden</source>
        <translation>搬迁同时被锁定和禁止</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必须是文本列表</translation>
    </message>
    <message>
        <source>must be a number or {value: ..., unit: ...}</source>
        <translation>必须是数字或 {value: ..., unit: ...}</translation>
    </message>
    <message>
        <source>must be declared as {type: ..., unit: ...}</source>
        <translation>必须声明为 {type: ..., unit: ...}</translation>
    </message>
    <message>
        <source>must be {}, but it is empty</source>
        <translation>必须是{}，现为空</translation>
    </message>
    <message>
        <source>must be {}, not {}</source>
        <translation>必须是{}，而不是{}</translation>
    </message>
    <message>
        <source>must go to {}</source>
        <translation>必须迁入{}</translation>
    </message>
    <message>
        <source>must move to</source>
        <translation>必须迁入</translation>
    </message>
    <message>
        <source>must not go to</source>
        <translation>不得迁入</translation>
    </message>
    <message>
        <source>must not go to {}</source>
        <translation>不得迁入{}</translation>
    </message>
    <message>
        <source>must state its unit (one of {})</source>
        <translation>必须写明单位（{}之一）</translation>
    </message>
    <message>
        <source>must stay</source>
        <translation>必须保留</translation>
    </message>
    <message>
        <source>name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>name or file of the rule profile; without it that of the options</source>
        <translation>规则文件的名称或路径；省略时按选项设置</translation>
    </message>
    <message>
        <source>name, title or notes: {}</source>
        <translation>name、title 或 notes：{}</translation>
    </message>
    <message>
        <source>national, provincial, municipal, county or town, or a word such as 国家级; NULL: not known</source>
        <translation>national、provincial、municipal、county 或 town，也可用“国家级”等词；NULL 为未知</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>按最近地块</translation>
    </message>
    <message>
        <source>needs &apos;keys:&apos;, the columns that name a row</source>
        <translation>须有“keys:”，即标识行的字段</translation>
    </message>
    <message>
        <source>needs &apos;type:&apos;</source>
        <translation>须有“type:”</translation>
    </message>
    <message>
        <source>needs &apos;type:&apos;, because its value is empty</source>
        <translation>须有“type:”，因为其值为空</translation>
    </message>
    <message>
        <source>needs &apos;unit:&apos; (&quot;&quot; for none)</source>
        <translation>须有“unit:”（无单位写&quot;&quot;）</translation>
    </message>
    <message>
        <source>needs either &apos;from:&apos; or &apos;value:&apos;</source>
        <translation>须有“from:”或“value:”</translation>
    </message>
    <message>
        <source>needs {} (where the number comes from)</source>
        <translation>须有{}（数值的来源）</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>既非“是”也非“否”</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no base or community has this id</source>
        <translation>没有该编号的产业基地或产业社区</translation>
    </message>
    <message>
        <source>no fate</source>
        <translation>无去向</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>无图形</translation>
    </message>
    <message>
        <source>no parcel named</source>
        <translation>未指定地块</translation>
    </message>
    <message>
        <source>no park named</source>
        <translation>未指定园区</translation>
    </message>
    <message>
        <source>no polygon</source>
        <translation>无面图形</translation>
    </message>
    <message>
        <source>no such parcel</source>
        <translation>没有该地块</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>无单位</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not a full date</source>
        <translation>不是完整日期</translation>
    </message>
    <message>
        <source>not a geometry</source>
        <translation>不是图形</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>not a year</source>
        <translation>不是年份</translation>
    </message>
    <message>
        <source>not certain: {}: {}</source>
        <translation>不确定：{}：{}</translation>
    </message>
    <message>
        <source>not checked: no line given</source>
        <translation>未核查：未提供控制线</translation>
    </message>
    <message>
        <source>not checked: this layer was not given</source>
        <translation>未核查：未提供该图层</translation>
    </message>
    <message>
        <source>not industrial land: it has no fate</source>
        <translation>不是工业用地：没有去向</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未落实</translation>
    </message>
    <message>
        <source>not kept: {}</source>
        <translation>未落实：{}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not one of {}</source>
        <translation>不属于{}</translation>
    </message>
    <message>
        <source>not priced</source>
        <translation>未计价</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>not solved yet</source>
        <translation>尚未求解</translation>
    </message>
    <message>
        <source>not valid YAML ({})</source>
        <translation>不是有效的 YAML（{}）</translation>
    </message>
    <message>
        <source>numbers of the columns</source>
        <translation>列号行</translation>
    </message>
    <message>
        <source>occupancy</source>
        <translation>占用关系</translation>
    </message>
    <message>
        <source>of these industrial</source>
        <translation>其中工业用地</translation>
    </message>
    <message>
        <source>of these without a parcel</source>
        <translation>其中未匹配地块</translation>
    </message>
    <message>
        <source>of this from expansion</source>
        <translation>其中拓展用地</translation>
    </message>
    <message>
        <source>one fixed value</source>
        <translation>一个固定值</translation>
    </message>
    <message>
        <source>open {}</source>
        <translation>打开{}</translation>
    </message>
    <message>
        <source>outside its range</source>
        <translation>超出取值范围</translation>
    </message>
    <message>
        <source>own default</source>
        <translation>本插件默认值</translation>
    </message>
    <message>
        <source>pandas 1.5 or later</source>
        <translation>pandas 1.5或更高版本</translation>
    </message>
    <message>
        <source>parcels</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>parcels are locked to more than one park</source>
        <translation>地块被锁定到不止一个园区</translation>
    </message>
    <message>
        <source>parcels are locked to move and to stay</source>
        <translation>地块同时被锁定为必须迁入和必须保留</translation>
    </message>
    <message>
        <source>parcels: area_m2 of the source is kept as stated_m2; area_m2 is measured.</source>
        <translation>地块：源数据的 area_m2 保留为 stated_m2，area_m2 为量算面积。</translation>
    </message>
    <message>
        <source>parks</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>parks are closed, and locked open or locked as a destination</source>
        <translation>园区已关闭，却又锁定为保持开放或迁入地</translation>
    </message>
    <message>
        <source>parks lack the land for the parcels locked to them</source>
        <translation>园区用地不足以容纳锁定迁入的地块</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>performance.emerging_industries: {} is no section, division or class of GB/T 4754: write such as C, 39 or 3825.</source>
        <translation>performance.emerging_industries：{}不是GB/T 4754的门类、大类或小类，请写成C、39、3825等形式。</translation>
    </message>
    <message>
        <source>persons</source>
        <translation>人</translation>
    </message>
    <message>
        <source>pip failed: {}</source>
        <translation>pip 运行失败：{}</translation>
    </message>
    <message>
        <source>pip is not there: install it (on Debian and Ubuntu the package python3-pip) and try again.</source>
        <translation>缺少 pip：请安装（Debian 和 Ubuntu 为 python3-pip 软件包）后重试。</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>现行规划</translation>
    </message>
    <message>
        <source>plus_flat: marks ÷ their sum; plus_by_criterion: criteria weigh the same, marks inside; own: column own_weight; ahp and delphi need a table.</source>
        <translation>plus_flat：“+”数÷其合计；plus_by_criterion：准则等权，准则内按“+”数；own：own_weight 列；ahp 和 delphi 需要表格。</translation>
    </message>
    <message>
        <source>point</source>
        <translation>按坐标点</translation>
    </message>
    <message>
        <source>pois</source>
        <translation>兴趣点</translation>
    </message>
    <message>
        <source>proportion</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>redline</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <source>remark below the table</source>
        <translation>表下备注</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>reviewed link of an enterprise or parcel that is not in the layers</source>
        <translation>已复核关联中的企业或地块不在图层中</translation>
    </message>
    <message>
        <source>roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>roads: no class of road, all are given the speed &apos;other&apos;.</source>
        <translation>道路：没有道路等级，一律采用“other”的速度。</translation>
    </message>
    <message>
        <source>round {:g}, {}, {}</source>
        <translation>第{:g}轮，{}，{}</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>第{}行</translation>
    </message>
    <message>
        <source>rows {} to {}</source>
        <translation>第{}行至第{}行</translation>
    </message>
    <message>
        <source>rules and unit costs</source>
        <translation>规则文件与单价</translation>
    </message>
    <message>
        <source>scipy 1.8 or later</source>
        <translation>scipy 1.8或更高版本</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>section</source>
        <translation>节</translation>
    </message>
    <message>
        <source>section &apos;{}&apos; must hold &apos;key: value&apos; lines</source>
        <translation>“{}”一节之下必须是“key: value”行</translation>
    </message>
    <message>
        <source>see the table of rejects</source>
        <translation>见剔除记录</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>敏感性分析</translation>
    </message>
    <message>
        <source>shapely 2.0 or later</source>
        <translation>shapely 2.0或更高版本</translation>
    </message>
    <message>
        <source>share</source>
        <translation>0—1</translation>
    </message>
    <message>
        <source>share and score 0-1; land m2; distances m.</source>
        <translation>share 和 score 为0—1；用地为平方米；距离为米。</translation>
    </message>
    <message>
        <source>share of the mean</source>
        <translation>均值的倍数</translation>
    </message>
    <message>
        <source>share of the median</source>
        <translation>中位数的倍数</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>six-digit eastings of UTM zone {}</source>
        <translation>六位横坐标，UTM 第{}带</translation>
    </message>
    <message>
        <source>six-digit eastings without a zone number</source>
        <translation>不带带号的六位横坐标</translation>
    </message>
    <message>
        <source>six-digit eastings; {} E is the nearest meridian of the {}-degree zones</source>
        <translation>六位横坐标；东经{}度是最近的{}度带中央经线</translation>
    </message>
    <message>
        <source>small_clustering</source>
        <translation>小集聚</translation>
    </message>
    <message>
        <source>so may {}</source>
        <translation>{}也可能是</translation>
    </message>
    <message>
        <source>stated {:,.2f} ha, measured {:,.2f} ha</source>
        <translation>登记{:,.2f}公顷，量算{:,.2f}公顷</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>status_quo</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>stay now: {}</source>
        <translation>改为保留{}个</translation>
    </message>
    <message>
        <source>t</source>
        <translation>吨</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>table by industry (in the rules)</source>
        <translation>分行业表（在规则文件中）</translation>
    </message>
    <message>
        <source>takes no unit, because it is a {} column</source>
        <translation>不能有单位，因为字段类型为 {}</translation>
    </message>
    <message>
        <source>takes several columns only with &apos;test:&apos;</source>
        <translation>只有写明“test:”才能取多个字段</translation>
    </message>
    <message>
        <source>tax_id</source>
        <translation>按信用代码</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the class with most land</source>
        <translation>取用地最多的类型</translation>
    </message>
    <message>
        <source>the code in the results</source>
        <translation>结果中的代码</translation>
    </message>
    <message>
        <source>the collective</source>
        <translation>集体</translation>
    </message>
    <message>
        <source>the currency in the options</source>
        <translation>选项中的货币</translation>
    </message>
    <message>
        <source>the file must hold &apos;key: value&apos; lines</source>
        <translation>文件内容必须是“key: value”行</translation>
    </message>
    <message>
        <source>the full installer of QGIS (.msi) ships them, so install the current one, or add python3-geopandas and python3-scipy in the OSGeo4W Setup, then start QGIS again</source>
        <translation>QGIS 完整安装程序（.msi）自带这些程序库，请安装最新版，或在 OSGeo4W Setup 中添加 python3-geopandas 和 python3-scipy，然后重新启动 QGIS</translation>
    </message>
    <message>
        <source>the government</source>
        <translation>政府</translation>
    </message>
    <message>
        <source>the id repeats that of an earlier row and was numbered on</source>
        <translation>编号与前面的行重复，已续编</translation>
    </message>
    <message>
        <source>the market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>the measured areas are {:,.4g} times the stated ones as a rule: the source seems to be in {}. Say unit: {} in the column mapping.</source>
        <translation>量算面积普遍为登记面积的{:,.4g}倍：源数据的单位似为{}。请在字段映射中写明 unit: {}。</translation>
    </message>
    <message>
        <source>the measured areas say its unit is {}, not {}</source>
        <translation>按量算面积，其单位应为{}，而非{}</translation>
    </message>
    <message>
        <source>the method of the plugin</source>
        <translation>插件的方法</translation>
    </message>
    <message>
        <source>the name alone does not tell</source>
        <translation>仅凭字段名无法判断</translation>
    </message>
    <message>
        <source>the name fits all of them</source>
        <translation>字段名与各项都相符</translation>
    </message>
    <message>
        <source>the name fits both</source>
        <translation>字段名与两者都相符</translation>
    </message>
    <message>
        <source>the name is cut and may be something else</source>
        <translation>字段名被截断，可能另有所指</translation>
    </message>
    <message>
        <source>the name is only similar</source>
        <translation>字段名仅相似</translation>
    </message>
    <message>
        <source>the result has no such scenario</source>
        <translation>结果没有该情景</translation>
    </message>
    <message>
        <source>the tag {} is not supported</source>
        <translation>不支持标签 {}</translation>
    </message>
    <message>
        <source>the target refused a feature</source>
        <translation>目标拒绝了一个要素</translation>
    </message>
    <message>
        <source>the unit in its name was cut off</source>
        <translation>字段名中的单位被截断</translation>
    </message>
    <message>
        <source>the version of the plugin</source>
        <translation>插件版本</translation>
    </message>
    <message>
        <source>the worst of its firms</source>
        <translation>取企业中最差的类型</translation>
    </message>
    <message>
        <source>there is no id column</source>
        <translation>没有编号字段</translation>
    </message>
    <message>
        <source>those of web map tiles</source>
        <translation>网络地图瓦片坐标</translation>
    </message>
    <message>
        <source>time takes the speeds of road_speeds, and access_half_time in place of access_half.</source>
        <translation>time 采用 road_speeds 的车速，并以 access_half_time 代替 access_half。</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>to {}</source>
        <translation>迁入{}</translation>
    </message>
    <message>
        <source>to {}, not to {}</source>
        <translation>迁入{}，原为{}</translation>
    </message>
    <message>
        <source>too old or broken</source>
        <translation>版本过旧或已损坏</translation>
    </message>
    <message>
        <source>total row</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>towns</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>travel time</source>
        <translation>行程时间</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false（是或否）</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>unit does not fit {}: {}</source>
        <translation>单位与{}不符：{}</translation>
    </message>
    <message>
        <source>unit_column</source>
        <translation>单位字段</translation>
    </message>
    <message>
        <source>use one of {}.</source>
        <translation>请用{}之一。</translation>
    </message>
    <message>
        <source>vacant land: there is nobody to move</source>
        <translation>空闲土地：没有可搬迁的企业</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>values up to 180 are degrees, here in China{}</source>
        <translation>数值不超过180，是中国境内的经纬度{}</translation>
    </message>
    <message>
        <source>values up to 180 are degrees{}</source>
        <translation>数值不超过180，是经纬度{}</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>who moves</source>
        <translation>确定搬迁地块</translation>
    </message>
    <message>
        <source>within its range</source>
        <translation>在取值范围内</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>x and y are read as {} degrees, as their names say.</source>
        <translation>按字段名，x 和 y 作为 {} 经纬度读取。</translation>
    </message>
    <message>
        <source>x and y of the {} table are taken as {}, but do not fit it (such as {:.10g}, {:.10g}). {} State &apos;crs:&apos; for the table in the column mapping{}</source>
        <translation>{}表的 x 和 y 按{}处理，但不相符（如{:.10g}, {:.10g}）。{}请在字段映射中为该表写明“crs:”{}</translation>
    </message>
    <message>
        <source>x of 8 to 15 million is the range of web map tiles over China</source>
        <translation>x 在800万至1500万之间，是中国范围内网络地图瓦片的坐标</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{!r} is not a number.</source>
        <translation>{!r} 不是数字。</translation>
    </message>
    <message>
        <source>{:.1%} of the first, {:.1%} of the other, {:.2f} m wide on average</source>
        <translation>占前者的{:.1%}，占后者的{:.1%}，平均宽{:.2f}米</translation>
    </message>
    <message>
        <source>{parcels} parcels, {land} ha</source>
        <translation>{parcels}个地块，{land}公顷</translation>
    </message>
    <message>
        <source>{}  {}</source>
        <translation>{}  {}</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}%</translation>
    </message>
    <message>
        <source>{} &apos;{}&apos; is not known: {}Valid: {}</source>
        <translation>{}“{}”无法识别：{}可用的有：{}</translation>
    </message>
    <message>
        <source>{} (older than the result)</source>
        <translation>{}（早于当前结果）</translation>
    </message>
    <message>
        <source>{} ({:.2f} ha asked, {:.2f} ha there)</source>
        <translation>{}（需要{:.2f}公顷，现有{:.2f}公顷）</translation>
    </message>
    <message>
        <source>{} ({:.6g} needed, {:.6g} there)</source>
        <translation>{}（需要{:.6g}，现有{:.6g}）</translation>
    </message>
    <message>
        <source>{} ({} of {})</source>
        <translation>{}（{}/{}）</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{}（{}）</translation>
    </message>
    <message>
        <source>{} ({}): {}</source>
        <translation>{}（{}）：{}</translation>
    </message>
    <message>
        <source>{} = {} x {:.6g} ({} -&gt; {})</source>
        <translation>{} = {} × {:.6g}（{} → {}）</translation>
    </message>
    <message>
        <source>{} = {}: {}{}</source>
        <translation>{} = {}：{}{}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{}与{}</translation>
    </message>
    <message>
        <source>{} and {} are the same file ({}) and would replace each other: name two files.</source>
        <translation>{} 与 {} 是同一个文件（{}），会互相覆盖，请分别命名。</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{}，另有{}个</translation>
    </message>
    <message>
        <source>{} benchmarks are listed again for a later year; the latest is used.</source>
        <translation>{}个基准值另有较晚年份的记录，采用最近年份。</translation>
    </message>
    <message>
        <source>{} best, {} worst of the scenarios other than the status quo.</source>
        <translation>{}最优，{}最差（维持现状以外的各情景中）。</translation>
    </message>
    <message>
        <source>{} blank rows after row {} are not counted.</source>
        <translation>{}个空行（第{}行之后）不计。</translation>
    </message>
    <message>
        <source>{} cannot be opened: {}.</source>
        <translation>{}无法打开：{}。</translation>
    </message>
    <message>
        <source>{} cannot be read ({}): it may be damaged or protected by a password. Open it in a spreadsheet program and save it again.</source>
        <translation>{}无法读取（{}）：可能已损坏或有密码保护。请用电子表格程序打开后重新保存。</translation>
    </message>
    <message>
        <source>{} cannot be read as a GeoPackage; is it complete and not locked?</source>
        <translation>{}无法作为 GeoPackage 读取；文件是否完整、是否被占用？</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{}无法读取：{}。</translation>
    </message>
    <message>
        <source>{} cannot be read; check that the file is complete and not locked.</source>
        <translation>{}无法读取；请检查文件是否完整、是否被占用。</translation>
    </message>
    <message>
        <source>{} cannot be split into cells at line {}: {}.</source>
        <translation>{}在第{}行无法拆分为单元格：{}。</translation>
    </message>
    <message>
        <source>{} cannot be unpacked ({}): it may be damaged or protected by a password.</source>
        <translation>{}无法解压（{}）：可能已损坏或有密码保护。</translation>
    </message>
    <message>
        <source>{} cannot be written ({}); close it in other programs or choose another folder.</source>
        <translation>{}无法写入（{}）；请在其他程序中关闭，或另选文件夹。</translation>
    </message>
    <message>
        <source>{} cannot be written: {}</source>
        <translation>{}无法写入：{}</translation>
    </message>
    <message>
        <source>{} cells hold a formula without a stored result and are empty here ({}): open the file in a spreadsheet program, save it and run again.</source>
        <translation>{}个单元格是没有存储结果的公式，此处为空（{}）：请在电子表格程序中打开、保存后重新运行。</translation>
    </message>
    <message>
        <source>{} cells run over several lines (rows {}): check their quotation marks.</source>
        <translation>{}个单元格跨多行（行{}）：请检查引号。</translation>
    </message>
    <message>
        <source>{} characters cannot be read as {} (lines {}); they show as �.</source>
        <translation>{}个字符无法按 {} 读取（第{}行）；显示为 �。</translation>
    </message>
    <message>
        <source>{} columns are kept as they are and not used: {}.</source>
        <translation>{}个字段原样保留，未使用：{}。</translation>
    </message>
    <message>
        <source>{} confirmed links were kept, {} that were ruled out were not made again.</source>
        <translation>保留已确认关联{}个，已排除的{}个不再生成。</translation>
    </message>
    <message>
        <source>{} could not be started.</source>
        <translation>{}无法启动。</translation>
    </message>
    <message>
        <source>{} enterprises are on no parcel, their output and tax per land are unknown: {}.</source>
        <translation>{}家企业不在任何地块上，地均产值和地均税收未知：{}。</translation>
    </message>
    <message>
        <source>{} enterprises have several equally good candidates and stay open.</source>
        <translation>{}家企业有多个得分相同的候选地块，仍待决定。</translation>
    </message>
    <message>
        <source>{} enterprises to review, {} decided.</source>
        <translation>待复核企业{}家，已决定{}家。</translation>
    </message>
    <message>
        <source>{} extends itself: let it extend &apos;default&apos;.</source>
        <translation>{}以自身为基础：请改为“default”。</translation>
    </message>
    <message>
        <source>{} features of the {} layer have coordinates outside their coordinate reference system (rows {}): correct or delete these features, or correct the layer&apos;s CRS.</source>
        <translation>{}个要素（{}图层）的坐标超出其坐标参照系的范围（行{}）：请更正或删除这些要素，或更正图层的坐标参照系。</translation>
    </message>
    <message>
        <source>{} firms move</source>
        <translation>搬迁企业{}家</translation>
    </message>
    <message>
        <source>{} for the government</source>
        <translation>政府净现值{}</translation>
    </message>
    <message>
        <source>{} geometries cannot be read and count as missing (rows {}).</source>
        <translation>{}个图形无法读取，按缺失处理（行{}）。</translation>
    </message>
    <message>
        <source>{} ha more receiving land would be needed</source>
        <translation>尚需承接用地{}公顷</translation>
    </message>
    <message>
        <source>{} ha of quota freed</source>
        <translation>腾退指标{}公顷</translation>
    </message>
    <message>
        <source>{} ha taken up</source>
        <translation>承接占用{}公顷</translation>
    </message>
    <message>
        <source>{} ha vacated</source>
        <translation>腾退{}公顷</translation>
    </message>
    <message>
        <source>{} has no column {}: put it back, or delete the file to start the review anew.</source>
        <translation>{}没有字段{}：请恢复该字段，或删除文件重新开始复核。</translation>
    </message>
    <message>
        <source>{} has no fate that could be locked: it is not industrial land.</source>
        <translation>{}没有可锁定的去向：不是工业用地。</translation>
    </message>
    <message>
        <source>{} has no layer {!r}; run the study from the beginning.</source>
        <translation>{}中没有图层 {!r}；请从头运行评估。</translation>
    </message>
    <message>
        <source>{} has no layer {}; run the study from the beginning.</source>
        <translation>{}中没有图层{}；请从头运行评估。</translation>
    </message>
    <message>
        <source>{} has no outline that the map can show.</source>
        <translation>{}没有可在地图上显示的边界。</translation>
    </message>
    <message>
        <source>{} has no place on the map.</source>
        <translation>{}在地图上没有位置。</translation>
    </message>
    <message>
        <source>{} has no scenarios: run the study first, or choose its result.</source>
        <translation>{}中没有情景：请先运行评估，或选择评估结果。</translation>
    </message>
    <message>
        <source>{} has no such sheet: {}.</source>
        <translation>{}没有该工作表：{}。</translation>
    </message>
    <message>
        <source>{} holds layers that are no result of a study and would be lost ({}): choose another name for the output.</source>
        <translation>{} 中有不属于评估结果的图层，写入后会丢失（{}），请为输出另取文件名。</translation>
    </message>
    <message>
        <source>{} holds no layer and no table.</source>
        <translation>{}不含图层或表。</translation>
    </message>
    <message>
        <source>{} holds no table: no sheet has a row below a header.</source>
        <translation>{}中没有表：没有工作表在表头下有数据行。</translation>
    </message>
    <message>
        <source>{} holds several layers. Which one?</source>
        <translation>{}含多个图层，使用哪一个？</translation>
    </message>
    <message>
        <source>{} holds {} layers: add |layername= and one of {}.</source>
        <translation>{}含有{}个图层：请加上 |layername= 和{}之一。</translation>
    </message>
    <message>
        <source>{} indicators, together 100 %</source>
        <translation>{}项指标，合计100%</translation>
    </message>
    <message>
        <source>{} is a file, and a folder is needed: choose another name.</source>
        <translation>{} 是文件，此处需要文件夹，请另取名称。</translation>
    </message>
    <message>
        <source>{} is a web page or an XML file, not a table: open it in a spreadsheet program and save it as xlsx.</source>
        <translation>{}是网页或 XML 文件，不是表：请用电子表格程序打开，另存为 xlsx。</translation>
    </message>
    <message>
        <source>{} is an Excel workbook, and reading it needs the Python library {}: install it (Debian, Ubuntu: {}; elsewhere: python3 -m pip install {}) and start QGIS again, or save the sheet as CSV.</source>
        <translation>{}是 Excel 工作簿，读取须有 Python 库 {}：请安装（Debian、Ubuntu：{}；其他系统：python3 -m pip install {}）后重新启动 QGIS，或将工作表另存为 CSV。</translation>
    </message>
    <message>
        <source>{} is closed</source>
        <translation>{}关闭</translation>
    </message>
    <message>
        <source>{} is kept open</source>
        <translation>{}保持开放</translation>
    </message>
    <message>
        <source>{} is neither a spreadsheet nor a text table.</source>
        <translation>{}既不是电子表格也不是文本表。</translation>
    </message>
    <message>
        <source>{} is no result: run the study first, or choose its result.</source>
        <translation>{} 不是评估结果，请先运行评估，或选择评估结果文件。</translation>
    </message>
    <message>
        <source>{} is not UTF-8 text: save it with the encoding UTF-8.</source>
        <translation>{}不是 UTF-8 文本：请以 UTF-8 编码保存。</translation>
    </message>
    <message>
        <source>{} is not installed from here: the copy of the package index would crash QGIS. It comes with QGIS or its installer.</source>
        <translation>{}不在此处安装：软件包索引中的版本会使 QGIS 崩溃。该程序库随 QGIS 或其安装程序提供。</translation>
    </message>
    <message>
        <source>{} is not the result of a study: run the study, or choose its result.</source>
        <translation>{}不是评估结果：请运行评估，或选择评估结果文件。</translation>
    </message>
    <message>
        <source>{} is there already and is no result of a study: name another file.</source>
        <translation>{}已存在且不是评估结果：请换一个文件名。</translation>
    </message>
    <message>
        <source>{} is too high: it must be at most {}.</source>
        <translation>{}过高：不得大于{}。</translation>
    </message>
    <message>
        <source>{} is too low: it must be at least {}.</source>
        <translation>{}过低：不得小于{}。</translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation>{}已写入。</translation>
    </message>
    <message>
        <source>{} is {}, but must be a number from {:,g} to {:,g}.</source>
        <translation>{} 为 {}，应为{:,g}至{:,g}之间的数。</translation>
    </message>
    <message>
        <source>{} is {}, but must be a number.</source>
        <translation>{} 为 {}，应为数字。</translation>
    </message>
    <message>
        <source>{} is {}, but must be one of: {}.</source>
        <translation>{} 为 {}，应为以下之一：{}。</translation>
    </message>
    <message>
        <source>{} jobs move</source>
        <translation>搬迁岗位{}个</translation>
    </message>
    <message>
        <source>{} km</source>
        <translation>{}公里</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>剩余{}</translation>
    </message>
    <message>
        <source>{} left out: {} (row {}).</source>
        <translation>未采用{}行：{}（行{}）。</translation>
    </message>
    <message>
        <source>{} links accepted. Undo takes them back.</source>
        <translation>已确认{}条关联，可用“撤销”恢复。</translation>
    </message>
    <message>
        <source>{} links confirmed and {} ruled out, kept in {}.</source>
        <translation>已确认{}条关联，排除{}条，保存在{}中。</translation>
    </message>
    <message>
        <source>{} maps are in {}.</source>
        <translation>{}幅地图已存入{}。</translation>
    </message>
    <message>
        <source>{} may hold numbers, + - * / **, comparisons and total(...) only.</source>
        <translation>{}只能包含数字、+ - * / **、比较和 total(...)。</translation>
    </message>
    <message>
        <source>{} merged cells below the header hold their value in their first cell only (row {}).</source>
        <translation>表头以下有{}处合并单元格，只有首个单元格有值（行{}）。</translation>
    </message>
    <message>
        <source>{} more columns are not certain.</source>
        <translation>另有{}个字段不能确定。</translation>
    </message>
    <message>
        <source>{} moves, {}, {}.</source>
        <translation>{}个地块搬迁，{}，{}。</translation>
    </message>
    <message>
        <source>{} must have both low and high, low first, or neither.</source>
        <translation>{}的下限和上限须同时给出（下限在前），或都不给。</translation>
    </message>
    <message>
        <source>{} must name its payer and payee.</source>
        <translation>{}必须写明支付方和收取方。</translation>
    </message>
    <message>
        <source>{} must not be installed beside QGIS.</source>
        <translation>{}不得与 QGIS 同时安装。</translation>
    </message>
    <message>
        <source>{} occupancies are listed twice, the first one is used: {}.</source>
        <translation>{}条占用关系重复，采用第一条：{}。</translation>
    </message>
    <message>
        <source>{} occupancies name no enterprise or no parcel of the table, left out: {}.</source>
        <translation>{}条占用关系没有写明企业，或地块不在表中，未采用：{}。</translation>
    </message>
    <message>
        <source>{} occupants are not in the enterprise table, their tests are unknown: {}.</source>
        <translation>{}家占用企业不在企业表中，检验结果未知：{}。</translation>
    </message>
    <message>
        <source>{} occupants without a share get no land, the other shares fill the parcel: {}.</source>
        <translation>{}家占用企业没有比例，其他比例已占满地块，不再分得用地：{}。</translation>
    </message>
    <message>
        <source>{} of them from land that is reclaimed.</source>
        <translation>其中{}个地块的原用地复垦复绿。</translation>
    </message>
    <message>
        <source>{} of these {} unit costs are assumptions that nobody has verified.</source>
        <translation>{}项（共{}项单价）为假设，尚无人核实。</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{}/{}</translation>
    </message>
    <message>
        <source>{} of {} enterprises could not be matched to a parcel.</source>
        <translation>{}家企业未能匹配到地块，共{}家。</translation>
    </message>
    <message>
        <source>{} of {} parcels change class ({}).</source>
        <translation>{}个地块（共{}个）类型改变（{}）。</translation>
    </message>
    <message>
        <source>{} of {} parcels have an industrial land code; the others: {}.{}</source>
        <translation>{1}个地块中有{0}个属于工业用地编码，其余为：{2}。{3}</translation>
    </message>
    <message>
        <source>{} of {} parcels to be reclaimed are not green-deficient. The paper says it of green-deficient enterprises; guidance.reclaim_applies_to: green keeps to that.</source>
        <translation>有{}个地块不属于绿色缺失型却须复垦复绿（共{}个须复垦复绿）。论文此条针对绿色缺失型企业；如只按论文执行，请设guidance.reclaim_applies_to: green。</translation>
    </message>
    <message>
        <source>{} of {} parks change rank. A score is never to be read without its indicators.</source>
        <translation>{}个园区（共{}个）排名改变。得分须与各项指标一并阅读。</translation>
    </message>
    <message>
        <source>{} of {} results</source>
        <translation>{}项（共{}项成果）</translation>
    </message>
    <message>
        <source>{} of {} rows have no id</source>
        <translation>{}行没有编号，共{}行</translation>
    </message>
    <message>
        <source>{} of {} rules</source>
        <translation>{}项（共{}项规则）</translation>
    </message>
    <message>
        <source>{} of {} values are assumptions that nobody has verified.</source>
        <translation>{}项数值（共{}项）为假设，尚无人核实。</translation>
    </message>
    <message>
        <source>{} outputs are below 0 and are taken as missing.</source>
        <translation>{}个产值为负，按缺失处理。</translation>
    </message>
    <message>
        <source>{} parcels chosen.</source>
        <translation>已选{}个地块。</translation>
    </message>
    <message>
        <source>{} parcels find no room</source>
        <translation>{}个地块没有空间可迁</translation>
    </message>
    <message>
        <source>{} parcels have no receiver within the rules</source>
        <translation>{}个地块按规则没有承接园区</translation>
    </message>
    <message>
        <source>{} parcels move</source>
        <translation>搬迁地块{}个</translation>
    </message>
    <message>
        <source>{} parcels move, {} vacated</source>
        <translation>{}个地块搬迁，腾退{}</translation>
    </message>
    <message>
        <source>{} parks have no park_id (rows {}): give each park an identifier.</source>
        <translation>{}个园区没有 park_id（行{}）：请为每个园区编号。</translation>
    </message>
    <message>
        <source>{} pays from &apos;{}&apos; to itself: change payer or payee.</source>
        <translation>{}由“{}”付给自身：请更改支付方或收取方。</translation>
    </message>
    <message>
        <source>{} reviewed links are of enterprises or parcels that are gone ({}).</source>
        <translation>{}个已复核关联的企业或地块已不存在（{}）。</translation>
    </message>
    <message>
        <source>{} rows of the enterprise table have no ent_id and are not tested.</source>
        <translation>企业表中{}行没有 ent_id，不作检验。</translation>
    </message>
    <message>
        <source>{} rows repeat a year of the same enterprise, the later row is used: {}.</source>
        <translation>{}行为同一企业同一年份的重复记录，采用靠后的行：{}。</translation>
    </message>
    <message>
        <source>{} rules are assumptions, not verified figures; see the rule profile.</source>
        <translation>{}项规则为假设，不是已核实的数值，见规则文件。</translation>
    </message>
    <message>
        <source>{} sheets.pdf</source>
        <translation>{} 信息卡.pdf</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{}至{}</translation>
    </message>
    <message>
        <source>{} would overwrite the file that {} is read from ({}): choose another file.</source>
        <translation>{} 会覆盖 {} 所在的文件（{}），请另选文件。</translation>
    </message>
    <message>
        <source>{} {}</source>
        <translation>{}{}</translation>
    </message>
    <message>
        <source>{} {} ({})</source>
        <translation>{}{}（{}）</translation>
    </message>
    <message>
        <source>{} · {}</source>
        <translation>{} · {}</translation>
    </message>
    <message>
        <source>{} → {}</source>
        <translation>{} → {}</translation>
    </message>
    <message>
        <source>{} → {}: {}</source>
        <translation>{} → {}：{}</translation>
    </message>
    <message>
        <source>{}, ...</source>
        <translation>{}等</translation>
    </message>
    <message>
        <source>{}, and half of the values are above {:.6g}, unusual in {}</source>
        <translation>{}，且半数取值大于{:.6g}，以{}计不合常理</translation>
    </message>
    <message>
        <source>{}, and half of the values are at most {:.6g}, unusual in {}</source>
        <translation>{}，且半数取值不超过{:.6g}，以{}计不合常理</translation>
    </message>
    <message>
        <source>{}, but its coordinates are {}</source>
        <translation>{}，但其坐标是{}</translation>
    </message>
    <message>
        <source>{}, but {} lies far outside the area where that is used</source>
        <translation>{}，但{}远在其适用范围之外</translation>
    </message>
    <message>
        <source>{}, changed</source>
        <translation>{}，已更改</translation>
    </message>
    <message>
        <source>{}, computed {}.</source>
        <translation>{}，计算于{}。</translation>
    </message>
    <message>
        <source>{}, in degrees, but has {}</source>
        <translation>{}（经纬度），但坐标为{}</translation>
    </message>
    <message>
        <source>{}, line {}: reviewed is {!r}; write 1, 0 or nothing.</source>
        <translation>{}第{}行：reviewed 为 {!r}；请写1、0或留空。</translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation>{}第{}行：{}</translation>
    </message>
    <message>
        <source>{}, line {}: {} is not a number.</source>
        <translation>{}第{}行：{}不是数字。</translation>
    </message>
    <message>
        <source>{}, not to {}</source>
        <translation>{}，不再迁入{}</translation>
    </message>
    <message>
        <source>{}, not {}</source>
        <translation>{}，原为{}</translation>
    </message>
    <message>
        <source>{}, was {}</source>
        <translation>{}，原为{}</translation>
    </message>
    <message>
        <source>{}, written beside the result:</source>
        <translation>{}（写入结果文件所在文件夹）：</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}，{}</translation>
    </message>
    <message>
        <source>{}, {}.</source>
        <translation>{}，{}。</translation>
    </message>
    <message>
        <source>{}, {}: {}</source>
        <translation>{}，{}：{}</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}。</translation>
    </message>
    <message>
        <source>{}.{}: {}</source>
        <translation>{}.{}：{}</translation>
    </message>
    <message>
        <source>{}/km²</source>
        <translation>{}/平方公里</translation>
    </message>
    <message>
        <source>{}: &apos;notes&apos; {}</source>
        <translation>{}：“notes”{}</translation>
    </message>
    <message>
        <source>{}: a row must be {{column: value, ...}}</source>
        <translation>{}：每行必须是 {{column: value, ...}}</translation>
    </message>
    <message>
        <source>{}: a shapefile cuts the names of columns to 10 characters and texts to 254; a GeoPackage (.gpkg) keeps them.</source>
        <translation>{}：shapefile 会把字段名截到10个字符、文本截到254个字符，GeoPackage（.gpkg）则完整保留。</translation>
    </message>
    <message>
        <source>{}: above 0 in {} of the draws, first in {}, first of those that change anything in {}.</source>
        <translation>{}：大于0的占{}，居首的占{}，不计维持现状居首的占{}。</translation>
    </message>
    <message>
        <source>{}: as good as {}</source>
        <translation>{}：与{}相当</translation>
    </message>
    <message>
        <source>{}: criterion &apos;{}&apos; is not in the table performance.criteria: add it there, or use one of {}.</source>
        <translation>{}：准则“{}”不在 performance.criteria 表中：请在表中补上，或用{}之一。</translation>
    </message>
    <message>
        <source>{}: is a table and needs &apos;rows:&apos; with one line a row</source>
        <translation>{}：是一张表，须有“rows:”，每行一条</translation>
    </message>
    <message>
        <source>{}: land {} before, {} now</source>
        <translation>{}：用地之前{}，现在{}</translation>
    </message>
    <message>
        <source>{}: must be [lowest, highest]</source>
        <translation>{}：必须写成 [lowest, highest]（最低、最高）</translation>
    </message>
    <message>
        <source>{}: must hold &apos;value:&apos;, or &apos;columns:&apos; and &apos;rows:&apos;</source>
        <translation>{}：必须包含“value:”，或“columns:”与“rows:”</translation>
    </message>
    <message>
        <source>{}: must hold {}, and nothing else</source>
        <translation>{}：只能包含{}</translation>
    </message>
    <message>
        <source>{}: needs &apos;rows:&apos; as a list</source>
        <translation>{}：须有列表“rows:”</translation>
    </message>
    <message>
        <source>{}: nothing has changed.</source>
        <translation>{}：没有变化。</translation>
    </message>
    <message>
        <source>{}: only the selection is used, which a command cannot name.</source>
        <translation>{}：仅使用选中的要素，命令行无法表达。</translation>
    </message>
    <message>
        <source>{}: only total(...) with one argument, not nested, can be called.</source>
        <translation>{}：只能调用 total(...)，且只带一个参数、不得嵌套。</translation>
    </message>
    <message>
        <source>{}: positions are {}, as declared; turned into WGS 84.</source>
        <translation>{}：按声明，位置为 {} 坐标，已转换为 WGS 84。</translation>
    </message>
    <message>
        <source>{}: score</source>
        <translation>{}：得分</translation>
    </message>
    <message>
        <source>{}: the .cpg says {}, but its texts are {}.</source>
        <translation>{}：.cpg 注明 {}，但文字内容是 {}。</translation>
    </message>
    <message>
        <source>{}: the coordinate reference system is not known (no .prj); declare it, see the user guide.</source>
        <translation>{}：坐标参照系未知（没有 .prj）；请声明，见用户手册。</translation>
    </message>
    <message>
        <source>{}: the coordinate reference system is not known (no .prj); {} is taken, as declared.</source>
        <translation>{}：坐标参照系未知（没有 .prj）；按声明采用{}。</translation>
    </message>
    <message>
        <source>{}: the formula &apos;{}&apos;</source>
        <translation>{}：公式“{}”</translation>
    </message>
    <message>
        <source>{}: the formula &apos;{}&apos; cannot be read ({}).</source>
        <translation>{}：公式“{}”无法解析（{}）。</translation>
    </message>
    <message>
        <source>{}: the formula &apos;{}&apos; uses no column, e.g. total(tax).</source>
        <translation>{}：公式“{}”没有用到任何字段，例如 total(tax)。</translation>
    </message>
    <message>
        <source>{}: the index (.shx) is missing and was rebuilt in a temporary copy.</source>
        <translation>{}：缺少索引（.shx），已在临时副本中重建。</translation>
    </message>
    <message>
        <source>{}: the present value is 0</source>
        <translation>{}：净现值为0</translation>
    </message>
    <message>
        <source>{}: the quotation mark in line {} is never closed, so the rest of the file would be one cell. Correct that line.</source>
        <translation>{}：第{}行的引号没有闭合，文件其余部分会成为一个单元格。请更正该行。</translation>
    </message>
    <message>
        <source>{}: the range does not hold the value and is not used for the sensitivity analysis.</source>
        <translation>{}：取值范围不含该数值，不用于敏感性分析。</translation>
    </message>
    <message>
        <source>{}: the row {} is given twice</source>
        <translation>{}：行{}重复</translation>
    </message>
    <message>
        <source>{}: the table (.dbf) is missing, so there are no columns.</source>
        <translation>{}：缺少属性表（.dbf），因此没有字段。</translation>
    </message>
    <message>
        <source>{}: there is no .cpg; read as {}, by its texts.</source>
        <translation>{}：没有 .cpg 文件；按文字内容以 {} 读取。</translation>
    </message>
    <message>
        <source>{}: unchanged, used again</source>
        <translation>{}：没有变化，沿用已有结果</translation>
    </message>
    <message>
        <source>{}: x and y are {} degrees, as declared; turned into WGS 84.</source>
        <translation>{}：按声明，x 和 y 为 {} 经纬度，已转换为 WGS 84。</translation>
    </message>
    <message>
        <source>{}: {!r} is neither a number nor a text.</source>
        <translation>{}：{!r} 既不是数字也不是文本。</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>{}: {} ({}).</source>
        <translation>{}：{}（{}）。</translation>
    </message>
    <message>
        <source>{}: {} firms or parcels</source>
        <translation>{}：{}家企业或地块</translation>
    </message>
    <message>
        <source>{}: {} has edits that are not saved; save them first.</source>
        <translation>{}：{}有未保存的编辑，请先保存。</translation>
    </message>
    <message>
        <source>{}: {} invalid geometries were repaired.</source>
        <translation>{}：修复了{}个无效图形。</translation>
    </message>
    <message>
        <source>{}: {} is a temporary layer; save it to a file first.</source>
        <translation>{}：{}是临时图层，请先另存为文件。</translation>
    </message>
    <message>
        <source>{}: {} is not in the source; left empty.</source>
        <translation>{}：源数据中没有{}；留空。</translation>
    </message>
    <message>
        <source>{}: {} is read.</source>
        <translation>{}：读取{}。</translation>
    </message>
    <message>
        <source>{}: {} missing, {} parcels wait for it</source>
        <translation>{}：缺{}，{}个地块待安置</translation>
    </message>
    <message>
        <source>{}: {} numbers have more than 15 digits; a spreadsheet keeps 15 of them.</source>
        <translation>{}：{}个数字超过15位，电子表格只保留15位。</translation>
    </message>
    <message>
        <source>{}: {} of {} dates {}.</source>
        <translation>{}：{}个（共{}个）日期{}。</translation>
    </message>
    <message>
        <source>{}: {} of {} have a stated area: {}.</source>
        <translation>{}：{}个有登记面积，共{}个：{}。</translation>
    </message>
    <message>
        <source>{}: {} of {} reviewed links right</source>
        <translation>{}：已复核关联{}条正确，共{}条</translation>
    </message>
    <message>
        <source>{}: {} of {} rows repeat an id and were numbered on ({}).</source>
        <translation>{}：{}行编号重复，共{}行，已续编（{}）。</translation>
    </message>
    <message>
        <source>{}: {} of {} values are 0 and taken as not surveyed.</source>
        <translation>{}：{}个取值为0，共{}个，按未调查处理。</translation>
    </message>
    <message>
        <source>{}: {} of {} values have no counterpart: {}; left empty.</source>
        <translation>{}：{}个取值没有对应项，共{}个：{}；留空。</translation>
    </message>
    <message>
        <source>{}: {} of {} values in words are read: {}.</source>
        <translation>{}：{}个文字取值已识别，共{}个：{}。</translation>
    </message>
    <message>
        <source>{}: {} parcels move wholly or in part after {}; what falls after it is not counted.</source>
        <translation>{}：{}个地块全部或部分在{}年之后搬迁，此后部分不计。</translation>
    </message>
    <message>
        <source>{}: {} parcels received.</source>
        <translation>{}：已承接{}个地块。</translation>
    </message>
    <message>
        <source>{}: {} places cannot be projected into the CRS of the parcels; no point made.</source>
        <translation>{}：{}处位置无法投影到地块的坐标参照系，未生成点。</translation>
    </message>
    <message>
        <source>{}: {} rows</source>
        <translation>{}：{}行</translation>
    </message>
    <message>
        <source>{}: {} rows have no geometry and go to the rejects.</source>
        <translation>{}：{}行没有图形，列入剔除记录。</translation>
    </message>
    <message>
        <source>{}: {} rows have no polygon and are left out.</source>
        <translation>{}：{}行没有面图形，未采用。</translation>
    </message>
    <message>
        <source>{}: {} rows have no polygon and go to the rejects.</source>
        <translation>{}：{}行没有面图形，列入剔除记录。</translation>
    </message>
    <message>
        <source>{}: {} rows have x = y = 0, taken as not known.</source>
        <translation>{}：{}行 x = y = 0，按未知处理。</translation>
    </message>
    <message>
        <source>{}: {} slivers between neighbours, {:,.1f} m2 in all ({}).</source>
        <translation>{}：相邻图形之间有{}处碎片重叠，共{:,.1f}平方米（{}）。</translation>
    </message>
    <message>
        <source>{}: {} stated areas differ from the measured ones by more than {:g} % ({}).</source>
        <translation>{}：{}个登记面积与量算面积相差超过{:g}%（{}）。</translation>
    </message>
    <message>
        <source>{}: {} → {}</source>
        <translation>{}：{} → {}</translation>
    </message>
    <message>
        <source>{}: {}, {}</source>
        <translation>{}：{}，{}</translation>
    </message>
    <message>
        <source>{}: {}.</source>
        <translation>{}：{}。</translation>
    </message>
    <message>
        <source>{}: {}. Cost: {}</source>
        <translation>{}：{}。成本：{}</translation>
    </message>
    <message>
        <source>{}: {}. {}</source>
        <translation>{}：{}。{}</translation>
    </message>
    <message>
        <source>{}: {}: {} parcels not priced, because a figure and its default are not known.</source>
        <translation>{}：{}：{}个地块未计价，因为所需数值及其默认值均未知。</translation>
    </message>
    <message>
        <source>{}: {}; {} to {} are the row numbers of the source.</source>
        <translation>{}：{}；{}至{}为源数据行号。</translation>
    </message>
    <message>
        <source>{}{} cannot be read as a layer.</source>
        <translation>{}{}无法作为图层读取。</translation>
    </message>
    <message>
        <source>{}{}: at {} the present value changes by {}, at {} by {}.</source>
        <translation>{}{}：取{}时净现值变化{}，取{}时变化{}。</translation>
    </message>
    <message>
        <source>{}{}: the layer has no CRS of its own and is taken to be in that of the parcels.</source>
        <translation>{}{}：图层没有坐标参照系，视为与地块相同。</translation>
    </message>
    <message>
        <source>{}{}: the layer lies {} from the parcels; {}</source>
        <translation>{}{}：图层距地块{}；{}</translation>
    </message>
    <message>
        <source>{}{}: the layer {}. {}</source>
        <translation>{}{}：图层{}。{}</translation>
    </message>
    <message>
        <source>{}{}: {} lie more than {} from the others ({}).</source>
        <translation>{}{}：{}个与其他要素相距超过{}（{}）。</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>○ assumption</source>
        <translation>○ 假设</translation>
    </message>
    <message>
        <source>○ not run</source>
        <translation>○ 未运行</translation>
    </message>
    <message>
        <source>✓ from an earlier run</source>
        <translation>✓ 来自先前的运行</translation>
    </message>
    <message>
        <source>✓ up to date</source>
        <translation>✓ 已是最新</translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation>✓ 已核实</translation>
    </message>
</context>
</TS>
