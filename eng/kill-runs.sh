#!/usr/bin/env bash
# Ends runs with kill -9 at random moments, resumes each until it is done, and compares its dump with that of a run that nobody disturbed.
# Usage: eng/kill-runs.sh [KILLS] [SEARCH OPTIONS...]
# KILLS is the number of kills, 50 when not given; the options are those of 'automlzero search', a search of some seconds when not given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

kills=${1:-50}
shift || true
options=("$@")
[ ${#options[@]} -gt 0 ] || options=(--preset linear --seed 1 --max-individuals 400000 --set experimentLength=150000)
automlzero=src/AutoMLZero.Cli/bin/Release/net10.0/AutoMLZero.Cli
[ -x "$automlzero" ] || dotnet build src/AutoMLZero.Cli -c Release -v q

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
start=$(date +%s%N)
"$automlzero" search "${options[@]}" --out "$folder/whole" > /dev/null 2>&1
took=$((($(date +%s%N) - start) / 1000000))
"$automlzero" dump "$folder/whole" > "$folder/whole.txt"
echo "undisturbed: $took ms, $(wc -l < "$folder/whole.txt") lines of dump"

killed=0 runs=0 early=0
while [ "$killed" -lt "$kills" ]; do
  runs=$((runs + 1))
  run=$folder/run$runs
  while :; do
    has=no
    if [ -e "$run/run.db" ]; then
      has=yes
      "$automlzero" resume "$run" > /dev/null 2>&1 &
    else
      "$automlzero" search "${options[@]}" --out "$run" > /dev/null 2>&1 &
    fi
    process=$!
    # Now and then before anything is written, else at any moment of a run.
    if [ $((RANDOM % 4)) -eq 0 ]; then most=700; else most=$took; fi
    sleep "$(printf '%d.%03d' $((RANDOM * most / 32768 / 1000)) $((RANDOM * most / 32768 % 1000)))"
    if kill -0 "$process" 2> /dev/null && [ "$killed" -lt "$kills" ]; then
      kill -9 "$process" 2> /dev/null || true
      wait "$process" 2> /dev/null || true
      killed=$((killed + 1))
      [ "$has" = yes ] || early=$((early + 1))
    else
      wait "$process" && break
    fi
  done
  if ! "$automlzero" dump "$run" | cmp -s - "$folder/whole.txt"; then
    echo "run $runs differs after $killed kills" >&2
    exit 1
  fi
done
echo "$killed kills ($early of processes that began a run) in $runs runs: every dump is that of the undisturbed run"
