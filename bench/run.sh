#!/usr/bin/env bash
# Installs what the benchmarks compare with, then measures. Options go to bench/run.ts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash scripts/setup.sh
[ bench/node_modules/.package-lock.json -nt bench/package-lock.json ] || npm ci --prefix bench --no-progress --loglevel=error >&2
npx --no-install tsx bench/run.ts "$@"
