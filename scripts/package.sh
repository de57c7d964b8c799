#!/usr/bin/env bash
# The release zip, see archive.sh, then tried out with qgis_process.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$root"
archive=$build/land_renewal.zip
trial=$build/package

[[ -z $(git status --porcelain) ]] || echo "package: uncommitted changes are not in the zip" >&2
scripts/archive.sh "$archive"

# A zip that QGIS cannot load is not a release.
rm -rf "$trial"
mkdir -p "$trial/plugins" "$trial/profile"
"$PYTHON" -m zipfile -e "$archive" "$trial/plugins"
plugins=$trial/plugins profile=$trial/profile
export QGIS_PLUGINPATH=$plugins QGIS_CUSTOM_CONFIG_PATH=$profile
headless
enable_plugin
algorithms=$(qgis_process list 2>/dev/null | awk '$1 ~ /^landrenewal:/' | wc -l)
if ((algorithms == 0)); then
    echo "package: QGIS finds no algorithm in the zip:" >&2
    qgis_process list 2>&1 >/dev/null | tail -n 20 >&2 || true
    exit 1
fi
echo "package: $archive, $(du -k "$archive" | cut -f1) KB; algorithms: $algorithms"
