#!/usr/bin/env bash
# Builds the solution, checks its format, runs every test, and ends with the number of tests that passed, failed and were skipped.
# Needs Debian or Ubuntu; installs what is missing (with sudo unless run by root). Can be called from any directory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The SDK itself wants ICU or this setting, and the summary is read below, in English.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

has_library() { ldconfig -p | grep -F "$1" > /dev/null; }

missing=()
command -v dotnet > /dev/null || missing+=(dotnet-sdk-10.0)
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
has_library libssl.so || missing+=(openssl)
command -v chromium > /dev/null || command -v google-chrome > /dev/null || missing+=(chromium)
has_library libstdc++.so.6 || missing+=(libstdc++6)
# What exported programs are checked with.
{ python3 -c 'import numpy' || /usr/bin/python3 -c 'import numpy'; } 2> /dev/null || missing+=(python3-numpy)
command -v gcc > /dev/null || missing+=(gcc)
[ -e /usr/include/math.h ] || missing+=(libc6-dev)
command -v dot > /dev/null || missing+=(graphviz)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq "${missing[@]}" ||
    { echo "could not install ${missing[*]}; the .NET 10 SDK is at https://dot.net/download" >&2; exit 1; }
fi

dotnet restore AutoMLZero.slnx
dotnet build AutoMLZero.slnx -c Release --no-restore
dotnet format AutoMLZero.slnx --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution AutoMLZero.slnx -c Release --no-build --no-ansi 2>&1 | tee "$log" || status=$?

# The runner's summary of all projects comes last; a line of it is "  succeeded: 12".
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\) *$/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
passed=${passed:-0} failed=${failed:-0} skipped=${skipped:-0}
if [ $((passed + failed)) -eq 0 ]; then
  echo "no test ran" >&2
  status=1
fi
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
