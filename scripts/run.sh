#!/usr/bin/env bash
# QGIS desktop with the plugin enabled, in a profile under build/; further arguments go to QGIS.
set -euo pipefail
. "$(dirname "$0")/env.sh"
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    echo "run: QGIS needs a screen and there is none here. \"make demo\" works without; or: xvfb-run make run" >&2
    exit 1
fi
link_plugin
(headless && enable_plugin)
PYTHONWARNINGS=ignore::DeprecationWarning exec qgis --nologo --noversioncheck --profiles-path "$profile" --profile default \
    --code "$root/scripts/open_sample.py" "$@"
