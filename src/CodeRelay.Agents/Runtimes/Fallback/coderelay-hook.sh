#!/bin/sh
# Written by `coderelay hooks install`, which replaces and removes it as long as this line is here.
# Called at the agent's stop where the coderelay command is not installed: the five-minute rule with sh alone.
# It answers once per turn, says nothing when there is nothing to say, and never fails.
# More (commits since, dead paths, open questions): dotnet tool install --global CodeRelay.Tool

LC_ALL=C
export LC_ALL

# The runtime's JSON; white space between its tokens is optional, so it goes first.
payload=
[ -t 0 ] || payload=$(tr -d ' \t\r\n')

[ "${1:-stop}" = stop ] || exit 0
case ${CODERELAY_DISABLED:-0} in 0) ;; *) exit 0 ;; esac
case $payload in *'"stop_hook_active":true'*) exit 0 ;; esac
case $payload in *'"background_tasks":[]'*) ;; *'"background_tasks":['*) exit 0 ;; esac

root=$(git rev-parse --show-toplevel 2>/dev/null) || root=$(cd "$(dirname "$0")/../.." 2>/dev/null && pwd)
cd "$root" 2>/dev/null || exit 0

packet=
for candidate in HANDOFF.md src/HANDOFF.md docs/HANDOFF.md .agents/HANDOFF.md .coderelay/HANDOFF.md; do
  if [ -f "$candidate" ]; then
    packet=$candidate
    break
  fi
done
# Below templates, examples and archives lies nobody's state.
if [ -z "$packet" ]; then
  packet=$(find . -maxdepth 3 \( -name .git -o -name node_modules -o -iname template -o -iname templates -o -iname example -o -iname examples -o -iname sample -o -iname samples -o -iname fixtures -o -iname testdata -o -iname archive -o -iname archives \) -prune -o -type f -name HANDOFF.md -print 2>/dev/null | sort | head -n 1)
  packet=${packet#./}
fi
[ -n "$packet" ] || exit 0

# GNU and BusyBox know -c, BSD and macOS know -f; whichever fails says nothing on standard output.
changed=$(stat -c %Y "$packet" 2>/dev/null) || changed=$(stat -f %m "$packet" 2>/dev/null)
now=$(date +%s)
case $changed in '' | *[!0-9]*) exit 0 ;; esac
case $now in '' | *[!0-9]*) exit 0 ;; esac
age=$((now - changed))
[ "$age" -gt 300 ] || exit 0

name=$(printf %s "$packet" | tr -d '[:cntrl:]' | sed 's/[\\"]/\\&/g')
printf '{"decision":"block","reason":"%s was last written %s minutes ago, so the next session cannot rely on it. Before stopping, let it answer five questions in less than a page: the current goal in one sentence, what is still in progress, the next 3 concrete steps, the files that matter most, bugs and blockers. What was done belongs in git log. (This is the five-minute rule of %s; the check against git comes with: dotnet tool install --global CodeRelay.Tool)"}\n' "$name" "$((age / 60))" "${0##*/}"
exit 0
