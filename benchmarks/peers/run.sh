#!/usr/bin/env bash
# The same articles through wink-nlp, compromise and diplomacy (in one process, and as the installed command line), on the same core,
# one after the other.
#
#   bash benchmarks/peers/run.sh [articles.jsonl] [runs=3]
#
# Needs node, npm and the .NET SDK. Installs the peers into a folder outside the repository (PEERS_HOME). Without articles it makes some
# 2 MB of news. Prints, for each system, the best of the runs (one of compromise and of the command line): words and megabytes a second, peak memory, what was found.
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
rm -rf "$home/packages" "$home/tool"
dotnet pack "$root/src/Diplomacy.Analysis.Cli" -c Release -p:ToolPlatform=linux-x64 -o "$home/packages" --nologo -v q > /dev/null
NUGET_PACKAGES="$home/nuget" dotnet tool install diplomacy --tool-path "$home/tool" --add-source "$home/packages" > /dev/null
dotnet publish "$here/article-to-claims.cs" -o "$home/article-to-claims" --nologo -v q > /dev/null
# What the command line sets for itself: on one core the runtime else waits a second without new calls before it compiles busy methods
# again, and lets garbage grow to the size of the third cache, which the tables are then pushed out of.
export DOTNET_TC_CallCountingDelayMs=0 DOTNET_GCgen0MaxBudget=200000
pin=""
if command -v taskset > /dev/null; then pin="taskset -c 0"; fi
results=$home/results.jsonl
: > "$results"
for run in $(seq "$runs"); do
  (cd "$home" && $pin node --max-old-space-size=4096 wink-nlp.mjs "$input") >> "$results"
  $pin dotnet "$home/article-to-claims/article-to-claims.dll" "$input" >> "$results"
done
$pin node "$home/diplomacy.mjs" "$home/tool/diplomacy" "$input" >> "$results"
(cd "$home" && $pin node --max-old-space-size=4096 compromise.mjs "$input") >> "$results"
node "$home/report.mjs" "$results"
