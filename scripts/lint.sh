#!/usr/bin/env bash
# Style, formatting, security, and no trace of one machine's folders in what is tracked. `--fix` repairs what it can.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$root"
tools=$build/tools
wanted=(ruff==0.17.6 bandit==1.9.4)

if [[ $(cat "$tools/.ready" 2>/dev/null) != "${wanted[*]} $("$PYTHON" -V)" ]]; then
    rm -rf "$tools"
    "$PYTHON" -m pip install -qq --disable-pip-version-check --root-user-action=ignore \
        --target "$tools" "${wanted[@]}"
    echo "${wanted[*]} $("$PYTHON" -V)" >"$tools/.ready"
fi
export PYTHONPATH=$tools

if [[ ${1:-} == --fix ]]; then
    "$tools/bin/ruff" check --fix .
    "$tools/bin/ruff" format .
    exit
fi

failed=0
"$tools/bin/ruff" check --quiet --output-format concise . || failed=1
"$tools/bin/ruff" format --check --output-format concise . || failed=1
"$PYTHON" -m bandit --quiet --recursive --exclude ./build,./tests,./scripts,./.git . || failed=1
if git grep -nIE '(^|[^[:alnum:]_./-])/(home|root|Users|work|tmp)/[[:alnum:]]|[A-Z]:\\Users'; then
    echo "lint: the lines above name a folder of one machine" >&2
    failed=1
fi
exit "$failed"
