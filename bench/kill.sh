#!/usr/bin/env bash
# Kills the real server (-9) at random moments while it takes decisions, portfolios and cases, and after each kill checks three things: the log is
# whole, every write that was acknowledged is there, and nothing half-written is to be seen.
#
#   dotnet build -c Release
#   bench/kill.sh 1000                                   # SQLite
#   eng/services.sh bench/kill.sh 1000 postgres          # PostgreSQL, on the server that eng/services.sh starts
#
# Ends with a line of figures, or at the first fault with exit code 1. A short form is in the tests (ServerLifeTests).
set -uo pipefail
cd "$(dirname "$0")/.."
kills="${1:-1000}" database="${2:-sqlite}" seed="${3:-7}" writers=4
RANDOM=$seed
rubicon="artifacts/bin/Rubicon.Cli/release/rubicon"
folder="$(mktemp -d)"
server=""
postgres=()
if [ "$database" = postgres ]; then
  [ -n "${RUBICON_TEST_POSTGRES:-}" ] || { echo "kill: RUBICON_TEST_POSTGRES names no server; run it under eng/services.sh" >&2; exit 64; }
  postgres=(--postgres "$RUBICON_TEST_POSTGRES")
fi
finish() {
  [ -n "$server" ] && kill -9 "$server" 2> /dev/null
  rm -rf "$folder"
}
trap finish EXIT

fail() { echo "kill: $1 after $round kills" >&2; tail -20 "$folder/server.txt" >&2; exit 1; }

start() {
  port=$((20000 + RANDOM % 20000))
  "$rubicon" serve --urls "http://127.0.0.1:$port" --data "$folder/data" "${postgres[@]}" > "$folder/server.txt" 2>&1 &
  server=$!
  for _ in $(seq 600); do
    grep -q "listening on" "$folder/server.txt" && break
    kill -0 "$server" 2> /dev/null || fail "the server did not start"
    sleep 0.1
  done
  [ -n "${token:-}" ] || token="$(grep -m1 '^rubicon_' "$folder/server.txt")"
}

# Sends one write; the address of what it made goes into the writer's own file once it is acknowledged.
send() {
  local answer
  answer=$(curl -sf -D - -o /dev/null --max-time 20 -H "Authorization: Bearer $token" --data-binary "$3" "http://127.0.0.1:$port$2") || return 1
  echo "$answer" | tr -d '\r' | awk 'tolower($1) == "location:" {print $2}' >> "$folder/acknowledged.$1"
}

# Writes until the server is gone.
write() {
  while :; do
    send "$1" /api/v1/decide @examples/decisions/office-camera.json || return
    send "$1" /api/v1/portfolios '{"title":"kill"}' || return
    send "$1" /api/v1/cases '{"procedure":"us-icts/review","title":"kill","statements":{"source":"information","transaction":"kill"}}' || return
  done
}

# Every acknowledged address that was not looked at yet answers 200.
look() {
  local place status
  while read -r place; do
    status=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "http://127.0.0.1:$port$place")
    [ "$status" = 200 ] || fail "$place was acknowledged and answers $status"
    found=$((found + 1))
  done < <(cat "$folder"/acknowledged.* 2> /dev/null)
  rm -f "$folder"/acknowledged.*
}

found=0 round=0
while [ "$round" -lt "$kills" ]; do
  start
  look
  pids=()
  for i in $(seq "$writers"); do write "$i" & pids+=($!); done
  # The moment is random once writes come in: a slow machine would else be killed before its first.
  for _ in $(seq 600); do
    [ "$(cat "$folder"/acknowledged.* 2> /dev/null | wc -l)" -ge "$writers" ] && break
    sleep 0.1
  done
  sleep "$(printf '0.%03d' $((RANDOM % 1000)))"
  kill -9 "$server"
  wait "$server" 2> /dev/null
  server=""
  wait "${pids[@]}"
  round=$((round + 1))
  "$rubicon" log verify --data "$folder/data" "${postgres[@]}" > "$folder/verify.txt" 2>&1 || { cat "$folder/verify.txt" >&2; fail "the log is not whole"; }
done
start
look
echo "kill: $database, $kills kills, $found acknowledged writes, none lost; $(head -1 "$folder/verify.txt")"
