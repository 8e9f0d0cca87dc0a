#!/usr/bin/env bash
# The same articles through wink-nlp, compromise and diplomacy, on the same core, one after the other.
#
#   bash benchmarks/peers/run.sh [articles.jsonl] [runs=3]
#
# Needs node, npm and the .NET SDK. Installs the peers into a folder outside the repository (PEERS_HOME). Without articles it makes some
# 2 MB of news. Prints, for each system, the best of the runs: words and megabytes a second, peak memory, what was found.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
home=${PEERS_HOME:-${TMPDIR:-/tmp}/diplomacy-peers}
runs=${2:-3}
mkdir -p "$home"
cp "$here"/package.json "$here"/*.mjs "$home"/
(cd "$home" && npm install --no-audit --no-fund --silent)
input=${1:-}
if [ -z "$input" ]; then
  input=$home/articles.jsonl
  node "$home/make-articles.mjs" 2000000 > "$input"
fi
input=$(realpath "$input")
dotnet build "$root/src/Diplomacy.Analysis.Cli" -c Release --nologo -v q > /dev/null
pin=""
if command -v taskset > /dev/null; then pin="taskset -c 0"; fi
results=$home/results.jsonl
: > "$results"
for run in $(seq "$runs"); do
  for system in wink-nlp compromise; do
    (cd "$home" && $pin node --max-old-space-size=4096 "$system.mjs" "$input") >> "$results"
  done
  $pin node "$home/diplomacy.mjs" "$root/src/Diplomacy.Analysis.Cli/bin/Release/net10.0/diplomacy.dll" "$input" >> "$results"
done
node "$home/report.mjs" "$results"
