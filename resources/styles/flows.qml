<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="0" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Rendering" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="root">
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 50" key="most" label="More than 50 ha moved" symbol="0"/>
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 20 AND coalesce(&quot;area_m2&quot;, 0) / 10000 &lt;= 50" key="much" label="20 to 50 ha" symbol="1"/>
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 5 AND coalesce(&quot;area_m2&quot;, 0) / 10000 &lt;= 20" key="some" label="5 to 20 ha" symbol="2"/>
   <rule filter="coalesce(&quot;area_m2&quot;, 0) / 10000 &gt; 1 AND coalesce(&quot;area_m2&quot;, 0) / 10000 &lt;= 5" key="little" label="1 to 5 ha" symbol="3"/>
   <rule filter="ELSE" key="else" label="Up to 1 ha" symbol="4"/>
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="line">
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
      <Option name="head_length" type="QString" value="3.4"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="1.96"/>
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
        <Option name="outline_width" type="QString" value="0"/>
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
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="line">
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
      <Option name="head_length" type="QString" value="2.5"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="1.42"/>
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
        <Option name="outline_width" type="QString" value="0"/>
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
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="line">
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
      <Option name="head_length" type="QString" value="1.7"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="0.94"/>
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
        <Option name="outline_width" type="QString" value="0"/>
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
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.1125"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.45"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="1.25"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="0.67"/>
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
        <Option name="outline_width" type="QString" value="0"/>
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
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="line">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="arrow_start_width" type="QString" value="0.05"/>
      <Option name="arrow_start_width_unit" type="QString" value="MM"/>
      <Option name="arrow_type" type="QString" value="0"/>
      <Option name="arrow_width" type="QString" value="0.2"/>
      <Option name="arrow_width_unit" type="QString" value="MM"/>
      <Option name="head_length" type="QString" value="1"/>
      <Option name="head_length_unit" type="QString" value="MM"/>
      <Option name="head_thickness" type="QString" value="0.52"/>
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
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@4@0" type="fill">
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
        <Option name="outline_width" type="QString" value="0"/>
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
 <layerOpacity>0.55</layerOpacity>
 <layerGeometryType>1</layerGeometryType>
</qgis>
