#!/usr/bin/env bash
# Install what is missing: QGIS and the Python libraries, from the distribution wherever it has them.
# Nothing is changed, and nothing said, when everything is there.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    qgis qgis-providers python3-qgis python3-gdal gdal-bin
    python3-pandas python3-numpy python3-scipy python3-pyproj python3-yaml python3-packaging
    python3-openpyxl python3-xlrd python3-matplotlib
    python3-pytest python3-pytest-xdist python3-pytestqt python3-hypothesis python3-pip python3-xlwt
    xvfb xauth fonts-noto-cjk poppler-utils
)
# Qt's lrelease, which compiles the translations; a later suite may have Qt 6's only.
release_packages=(qttools5-dev-tools qt6-l10n-tools)
geo_packages=(python3-geopandas python3-shapely)
# The newest pair that works over Debian 12's pyproj, pandas and numpy. A wheel of pyproj, pyogrio or fiona
# would bring a second PROJ or GDAL into the QGIS process and crash it, hence --no-deps.
geo_wheels=(shapely==2.0.7 geopandas==1.0.1)
# Optional: measures similar names faster; without it numpy gives the same figures.
fuzzy_wheel=rapidfuzz==3.14.6

# Other people's methods, which the tests check ours against; the plugin never imports them.
test_wheels=(pymcdm==1.0.5 ahpy==2.1 numpy-financial==1.0.0 pulp==3.3.2)

python=${PYTHON:-/usr/bin/python3}
libs=build/libs
testlibs=build/testlibs
log=build/setup.log
stamp=$libs/.ready
export PYTHONNOUSERSITE=1

stop() {
    echo "setup: $*" >&2
    exit 1
}

logged() {
    if ! "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        stop "\"$*\" failed; the whole output is in $log."
    fi
}

unchanged() {
    [[ -f $stamp && $stamp -nt scripts/setup.sh && $stamp -nt /var/lib/dpkg/status ]] &&
        [[ $(<"$stamp") == "$("$python" -V 2>&1)" ]]
}

missing() {
    local installed
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qx "$package installed" <<<"$installed" || echo "$package"
    done
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        stop "needs these packages, and neither root nor sudo is at hand. As an administrator run:" \
            "apt-get install --no-install-recommends ${wanted[*]}"
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}

install_packages() {
    mapfile -t wanted < <(missing "$@")
    ((${#wanted[@]})) || return 0
    command -v apt-get >/dev/null || stop "knows Debian and its relatives only. Install by hand: ${wanted[*]}"
    if [[ -z ${updated:-} ]]; then
        as_root true
        echo "setup: installing ${wanted[*]} (this takes some minutes)"
        # A broken third-party source is no reason to stop: what is really missing shows at the installation.
        apt update >>"$log" 2>&1 </dev/null || true
        updated=yes
    fi
    logged apt install --yes --no-install-recommends "${wanted[@]}"
}

# Asked of the libraries themselves: some builds of shapely do not know their own version.
geo_ready() {
    PYTHONPATH=$libs "$python" -c '
import geopandas, shapely
geopandas.GeoSeries.union_all, shapely.from_wkb, shapely.STRtree
' 2>/dev/null
}

# Only packages that are recent enough count: geopandas 1 and shapely 2 have the spatial index.
distribution_has_geo() {
    local candidate
    for wish in python3-geopandas/1.0 python3-shapely/2.0; do
        candidate=$(LC_ALL=C apt-cache policy "${wish%/*}" | awk '/Candidate:/ {print $2}')
        [[ -n $candidate && $candidate != "(none)" ]] || return 1
        dpkg --compare-versions "$candidate" ge "${wish#*/}" || return 1
    done
}

install_wheels() {
    echo "setup: installing ${geo_wheels[*]} into $libs"
    rm -rf "$libs.part"
    logged "$python" -m pip install -qq --disable-pip-version-check --root-user-action=ignore \
        --no-deps --only-binary :all: --target "$libs.part" "${geo_wheels[@]}"
    rm -rf "$libs"
    mv "$libs.part" "$libs"
}

install_fuzzy() {
    PYTHONPATH=$libs "$python" -c 'from rapidfuzz.process import cpdist' 2>/dev/null && return
    if LC_ALL=C apt-cache policy python3-rapidfuzz | grep -q 'Candidate: [0-9]'; then
        install_packages python3-rapidfuzz
    elif ! "$python" -m pip install -qq --disable-pip-version-check --root-user-action=ignore \
        --no-deps --only-binary :all: --target "$libs" "$fuzzy_wheel" >>"$log" 2>&1 </dev/null; then
        echo "setup: $fuzzy_wheel could not be installed; numpy takes its place"
    fi
}

install_test_wheels() {
    [[ $(cat "$testlibs/.ready" 2>/dev/null) == "${test_wheels[*]}" ]] && return
    rm -rf "$testlibs"
    logged "$python" -m pip install -qq --disable-pip-version-check --root-user-action=ignore \
        --no-deps --only-binary :all: --target "$testlibs" "${test_wheels[@]}"
    echo "${test_wheels[*]}" >"$testlibs/.ready"
}

install_lrelease() {
    local package
    for package in "${release_packages[@]}"; do
        if LC_ALL=C apt-cache policy "$package" | grep -q 'Candidate: [0-9]'; then
            install_packages "$package"
            return
        fi
    done
}

if unchanged; then
    scripts/translations.sh
    exit 0
fi
mkdir -p "$libs"
: >"$log"
if ! command -v dpkg-query >/dev/null; then
    stop "knows Debian and its relatives only. Install QGIS with Python, pandas, scipy, pyproj, PyYAML," \
        "geopandas 1.0 or newer, shapely 2.0 or newer, pytest and hypothesis by hand."
fi
install_packages "${packages[@]}"
if ! geo_ready; then
    if distribution_has_geo; then
        rm -rf "${libs:?}"
        mkdir -p "$libs"
        install_packages "${geo_packages[@]}"
    else
        install_wheels
    fi
    geo_ready || stop "geopandas 1.0 or newer and shapely 2.0 or newer are not usable with $python; see $log."
fi
install_lrelease
install_fuzzy
install_test_wheels
scripts/translations.sh
"$python" -V >"$stamp"
