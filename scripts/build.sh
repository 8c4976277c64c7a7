#!/usr/bin/env bash
# Compiles lib/ and imports/ with jsii into build/, when a source changed since the last build. A failed build leaves the last one in place.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
sources=$(find lib imports package.json -type f \( -name '*.ts' -o -name '*.json' \) -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ "$(cat build/.stamp 2>/dev/null || true)" = "$sources" ]; then exit 0; fi
echo "compiling with jsii ..." >&2
rm -rf build.last
if [ -d build ]; then mv build build.last; fi
restore() {
  rm -rf build
  if [ -d build.last ]; then mv build.last build; fi
}
trap restore ERR
JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 npx --no-install jsii --silence-warnings=reserved-word >&2
cp -R imports/schemas build/imports/schemas
chmod +x build/lib/cli/main.js
echo "$sources" > build/.stamp
rm -rf build.last
