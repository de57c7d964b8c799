#!/usr/bin/env bash
# The pictures of the documentation, docs/pictures: maps of the demo, and QGIS desktop doing what the user guide says.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$root"
[[ -f build/demo/study.qgz ]] || make demo
link_plugin
(headless && enable_plugin)
sample="$root/resources/sample/sample.gpkg|layername="
inputs=()
for layer in parcels parks enterprises plan boundary redline farmland pois roads; do
    inputs+=("--${layer^^}=$sample$layer")
done
draw() {
    scripts/process.sh run "landrenewal:$1" "${inputs[@]}" "${@:2}" --LANGUAGE=en --OUTPUT=TEMPORARY_OUTPUT \
        --PICTURES="$root/build/demo/pictures" >/dev/null
}
draw evaluateperformance
draw evaluateeconomics "--TOWNS=${sample}towns"
PYTHONWARNINGS=ignore::DeprecationWarning timeout 180 xvfb-run -a -s "-screen 0 1600x1000x24" \
    qgis --nologo --noversioncheck --profiles-path "$profile" --profile default --code "$root/scripts/make_pictures.py"
ls -l docs/pictures
