#!/usr/bin/env bash
# qgis_process with the plugin and its libraries in place, in a profile of its own:
#   scripts/process.sh run landrenewal:study --PARCELS=parcels.gpkg
set -euo pipefail
. "$(dirname "$0")/env.sh"
headless
link_plugin
enable_plugin
qgis_process "$@"
