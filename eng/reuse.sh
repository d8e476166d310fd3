#!/usr/bin/env bash
# Searches for a composition of polynomials without and with routines: the numbers of docs/reuse.md.
# Usage: eng/reuse.sh AUTOMLZERO SEED...
set -euo pipefail
automlzero=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../samples"
empty='def Setup():\ndef Predict():\ndef Learn():\n'
common=(--csv chebyshev.csv --target y --workers 1 --json
  --set 'memory={"scalars": 6, "vectors": 1, "matrices": 0}'
  --set 'setup={"ops": [56], "initialLength": 2, "maxLength": 4}' --set 'learn=null'
  --set "start={\"kind\": \"random\", \"program\": \"$empty\"}"
  --set 'evolution.mutations={"insertInstruction": 1, "removeInstruction": 1, "randomizeInstruction": 1, "alterArgument": 2, "alterConstant": 1}'
  --set 'evolution.population=200' --set 'experimentLength=100000' --set 'budget={"experiments": 1}')
without=(--set 'predict={"ops": [1, 2, 3, 50], "initialLength": 12, "maxLength": 24}')
with=(--set 'predict={"ops": [1, 2, 3, 50], "initialLength": 6, "maxLength": 12}'
  --set 'routines={"count": 2, "ops": [1, 2, 3], "initialLength": 3, "maxLength": 6, "maxTimes": 4, "callShare": 0.2, "maxExpandedLength": 64}')
for seed in "$@"; do
  echo "$seed without $("$automlzero" search --seed "$seed" "${common[@]}" "${without[@]}" 2> /dev/null | tail -1)"
  echo "$seed with $("$automlzero" search --seed "$seed" "${common[@]}" "${with[@]}" 2> /dev/null | tail -1)"
done
