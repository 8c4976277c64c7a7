#!/usr/bin/env bash
# Everything `npm start` and `npm test` need on a bare machine: the packages of package-lock.json, then the build. Each is done only when its input changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
packages=$(cat package.json package-lock.json .npmrc | sha256sum | cut -d' ' -f1)
if [ "$(cat node_modules/.packages.stamp 2>/dev/null || true)" != "$packages" ]; then
  echo "installing packages (about a minute the first time) ..." >&2
  npm ci --no-progress --loglevel=error >&2
  echo "$packages" > node_modules/.packages.stamp
fi
bash scripts/build.sh
