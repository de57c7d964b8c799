<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling" version="3.22.16-Białowieża">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="root">
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 50" key="most" label="More than 50 ha moved" symbol="0"/>
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 20 AND coalesce(&quot;area_m2&quot;, 0) / 10000 &lt;= 50" key="much" label="20 to 50 ha" symbol="1"/>
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 5 AND coalesce(&quot;area_m2&quot;, 0) / 10000 &lt;= 20" key="some" label="5 to 20 ha" symbol="2"/>
   <rule filter="ELSE" key="else" label="Up to 5 ha" symbol="3"/>
  </rules>
  <symbols>
   <symbol alpha="0.55" clip_to_extent="1" force_rhr="0" name="0" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.65"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="2.6"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="3.6"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="2.06"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="0"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@0@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="color" type="QString" value="43,43,43,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="43,43,43,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="0.55" clip_to_extent="1" force_rhr="0" name="1" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.425"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="1.7"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="2.7"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="1.52"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="0"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@1@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="color" type="QString" value="43,43,43,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="43,43,43,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="0.55" clip_to_extent="1" force_rhr="0" name="2" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.225"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.9"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="1.9"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="1.04"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="0"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@2@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="color" type="QString" value="43,43,43,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="43,43,43,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="0.55" clip_to_extent="1" force_rhr="0" name="3" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.1"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.4"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="1.4"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="0.74"/>
      <Option name="head_thickness_unit" type="QString" value="MM"/>
      <Option name="head_type" type="QString" value="0"/>
      <Option name="is_curved" type="QString" value="0"/>
      <Option name="is_repeated" type="QString" value="0"/>
      <Option name="offset" type="QString" value="0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="ring_filter" type="QString" value="0"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@3@0" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="color" type="QString" value="43,43,43,255"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="43,43,43,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.1"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="style" type="QString" value="solid"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value=""/>
         <Option name="properties"/>
         <Option name="type" type="QString" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>1</layerGeometryType>
</qgis>
