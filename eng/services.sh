#!/usr/bin/env bash
# Runs a command with PostgreSQL beside it, for the tests that need one:
#
#   eng/services.sh dotnet test rubicon.slnx -c Release --no-build
#
# Starts a server of its own on a free port of this machine alone, in a temporary folder, names it in RUBICON_TEST_POSTGRES, runs the command,
# stops the server and removes the folder. Ends with the command's exit code. Where PostgreSQL is not installed (Debian: postgresql), or does not
# start, it says so and runs the command without it; the tests then say why they were passed over.
set -uo pipefail

programs() {
  local found
  for found in /usr/lib/postgresql/*/bin; do [ -x "$found/initdb" ] && echo "$found"; done | sort -V | tail -1
  command -v initdb > /dev/null && dirname "$(command -v initdb)"
}

bin="$(programs | head -1)"
if [ -z "$bin" ]; then
  echo "services: PostgreSQL is not installed (Debian: postgresql); its tests are passed over" >&2
  exec "$@"
fi

folder="$(mktemp -d)"
owner=()
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root; its Debian package makes the user postgres.
  chown postgres "$folder" && owner=(runuser -u postgres --)
fi
in_folder() { (cd "$folder" && "${owner[@]}" "$@"); }

finish() {
  in_folder "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

started=no
if in_folder "$bin/initdb" -D "$folder/data" -U rubicon --auth=trust --encoding=UTF8 --no-locale > "$folder/initdb.log" 2>&1; then
  # A free port is found by trying: between asking for one and using it another program may take it.
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if in_folder "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=on -c max_connections=200" start > /dev/null 2>&1; then
      started=yes
      break
    fi
  done
fi
if [ "$started" = yes ]; then
  export RUBICON_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=rubicon;Database=postgres;Maximum Pool Size=20"
  echo "services: PostgreSQL at 127.0.0.1:$port" >&2
else
  echo "services: PostgreSQL did not start; its tests are passed over" >&2
  cat "$folder"/*.log >&2
fi

"$@"
