#!/usr/bin/env bash
# Writes every file that is made from the code; with --check it only says which are stale.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
npx --no-install tsx scripts/docs-checks.ts "$@"
npx --no-install tsx scripts/docs/strategies.ts "$@"
npx --no-install tsx scripts/docs/scenario-schema.ts "$@"
npx --no-install tsx scripts/docs/pictures.ts "$@"
npx --no-install tsx scripts/docs/options.ts "$@"
npx --no-install tsx scripts/docs/shapes.ts "$@"
