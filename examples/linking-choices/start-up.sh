#!/bin/bash
# Starts the programs of /out in turns and prints what a start costs in processor time, as a ratio
# to the first one's: medians of five turns with a hundred starts each.
set -euo pipefail
TIMEFORMAT='%U %S'
for turn in {1..5}; do
  for program in "$@"; do
    {
      time for start in {1..100}; do "/out/$program" > /dev/null; done
    } 2>> "/tmp/$program"
  done
done
for program in "$@"; do
  awk '{print $1 + $2}' "/tmp/$program" | sort -n | sed -n "3s/^/$program /p"
done | awk '
  NR == 1 {first = $2}
  {printf "%s\"%s\":%.1f", NR == 1 ? "{" : ",", $1, $2 / first}
  END {print "}"}'
