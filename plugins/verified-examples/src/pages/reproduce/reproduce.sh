#!/bin/sh
# Repeats what this archive says was run, and compares: exit code, standard output, standard error.
#
# It builds the images in context/ (a Dockerfile downloads what it says, this script nothing), runs the commands
# in runs/*/*.sh with docker or podman, and removes the containers that it made: they have the label reproduce.sh.
# Names it uses: containers app, look and lab-…; images lab and those of runs/build. Read a file of runs/ to see what
# is run and what must come out.
set -u

usage() {
  cat <<'END'
usage: sh reproduce.sh [options]        in the folder that the archive was unpacked in
  --list             what can be repeated: scenario, variant
  --scenario NAME    only this scenario, and others given likewise; "build" is the build itself
  --variant NAME     only this variant, and others given likewise; slow ones are left out unless named
  --engine COMMAND   docker (default where it is), podman, or a path to either
  --clean            remove the images of this archive and end
Ends with 0: all reproduced; 1: something differs; 3: nothing could be run.
END
}
fail() { printf '%s\n' "$*" >&2; exit 3; }

engine='' scenarios='' variants='' action=run
while [ $# -gt 0 ]; do
  case $1 in
    --list) action=list ;;
    --clean) action=clean ;;
    --scenario | --variant | --engine)
      [ $# -gt 1 ] || { usage >&2; exit 3; }
      case $1 in
        --scenario) scenarios="$scenarios $2" ;;
        --variant) variants="$variants $2" ;;
        *) engine=$2 ;;
      esac
      shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 3 ;;
  esac
  shift
done
[ -d runs/build ] || fail 'There is no runs/ here. Run this in the folder that the archive was unpacked in.'

if [ "$action" = list ]; then
  for file in runs/*/*.sh; do echo "$file"; done | sed 's|^runs/||; s|\.sh$||' | tr / '\t'
  exit 0
fi

if [ -z "$engine" ]; then
  for engine in docker podman ''; do
    [ -z "$engine" ] || ! "$engine" version >/dev/null 2>&1 || break
  done
  [ -n "$engine" ] || fail 'Neither docker nor podman answers. Start one, or name it with --engine.'
fi
case $("$engine" --version 2>/dev/null) in
  *podman*) kind=podman ;;
  *ocker*) kind=docker ;;
  *) fail "$engine is neither docker nor podman." ;;
esac

# The commands below say docker. Podman differs from it in what it adds to a container.
docker() {
  case $1 in
    run | create) ;;
    *) "$engine" "$@"; return ;;
  esac
  verb=$1
  shift
  [ "$kind" = docker ] || set -- --read-only-tmpfs=false --passwd=false --http-proxy=false \
    --unsetenv container --unsetenv TERM "$@"
  "$engine" "$verb" --label reproduce.sh "$@"
}

if [ "$action" = clean ]; then
  sed -n 's/.* -t \([^ ]*\) context$/\1/p' runs/build/*.sh | while read -r image; do docker rmi -f "$image"; done
  [ ! -d lab ] || docker rmi -f lab
  exit 0
fi

remove() {
  docker ps -aq --filter label=reproduce.sh | while read -r id; do docker rm -f "$id" >/dev/null 2>&1; done
  rm -rf taken image.tar
}
remove # what a run left that was killed
for name in app look; do
  if docker container inspect "$name" >/dev/null 2>&1; then
    fail "There is a container named $name, which is not this script's. Rename or remove it."
  fi
done
tmp=$(mktemp -d) || exit 3
N=$(printf '\001') # stands for a newline while text is matched
rules() { cat; }
# shellcheck source=/dev/null
[ ! -f runs/rules.sh ] || . ./runs/rules.sh
trap 'remove; rm -rf "$tmp"' EXIT
trap 'exit 3' HUP INT TERM

# What files in runs/ are written in.
prepare() { "$@" >"$tmp/prepared" 2>&1 || { complain "$*" "$tmp/prepared"; return 1; }; }
lab_image() {
  [ ! -f "$tmp/lab" ] || return 0
  prepare "$engine" build -t lab lab && : >"$tmp/lab"
}
lab() { # docker run -d --name NAME …
  lab_image && prepare "$@" || return 1
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    docker logs "$5" 2>/dev/null | grep -q '^ready' && return 0
    sleep 1
  done
  docker logs "$5" >"$tmp/prepared" 2>&1
  complain 'the lab does not serve' "$tmp/prepared"
}
run() { "$@" >"$tmp/stdout" 2>"$tmp/said"; code=$?; unwarned; }
ended() { docker logs "$1" >"$tmp/stdout" 2>"$tmp/said"; code=$(docker wait "$1"); unwarned; }
unwarned() { # What the engine says first is not the program's.
  awk 'own || !/^(WARNING: (The requested image|image platform|Your kernel|IPv4)|time="[^"]*" level=)/ { own = 1; print }' \
    "$tmp/said" >"$tmp/stderr"
}
exits() {
  case $1 in
    nonzero) [ "$code" -ne 0 ] || complain "exit code $code, not another" "$tmp/stderr" ;;
    *) [ "$code" -eq "$1" ] || complain "exit code $code, not $1" "$tmp/stderr" ;;
  esac
}
stdout() { compare stdout "$@"; }
stderr() { compare stderr "$@"; }
output() { cat "$tmp/stdout" "$tmp/stderr" >"$tmp/output"; compare output "$@"; }
compare() {
  normal <"$tmp/$1" >"$tmp/got"
  got=$(cat "$tmp/got"; printf x)
  got=${got%x}
  case $2 in
    is)
      printf '%s' "$3" | normal >"$tmp/wanted"
      diff "$tmp/wanted" "$tmp/got" >"$tmp/diff" || complain "$1 differs (< recorded, > here)" "$tmp/diff" ;;
    has) case $got in *"$3"*) ;; *) complain "$1 lacks: $3" "$tmp/got" ;; esac ;;
    lacks) case $got in *"$3"*) complain "$1 has: $3" "$tmp/got" ;; esac ;;
    matches) tr '\n' "$N" <"$tmp/got" | grep -Eq -e "$3" || complain "$1 does not match: $3" "$tmp/got" ;;
    eye) eyes=$((eyes + 1)); printf 'compare by eye, %s should match %s:\n' "$1" "$3"; cat "$tmp/got" ;;
  esac
}
normal() { tr '\n' "$N" | rules | tr "$N" '\n'; }
complain() {
  ok=no
  printf '%s\n' "$1"
  [ ! -s "$2" ] || sed 's/^/    /' "$2" | tail -n 40
} >>"$tmp/complaints"

# One file of runs/: sets ok.
repeat() {
  ok=yes
  : >"$tmp/complaints"
  # shellcheck source=/dev/null
  . "./$1"
  remove
}
report() { printf '%-10s %-40s %s\n' "$1" "$2" "$3"; [ "$1" = same ] || sed 's/^/  /' "$tmp/complaints"; }

asked() { case "$2 " in ' ' | *" $1 "*) return 0 ;; *) return 1 ;; esac }

slow() { [ -z "$variants" ] && grep -q '^# slow$' "runs/build/$1.sh"; }

total=0 same=0 eyes=0 built=' '
for file in runs/*/*.sh; do
  scenario=${file#runs/} variant=${file##*/}
  scenario=${scenario%%/*} variant=${variant%.sh}
  asked "$scenario" "$scenarios" || continue
  asked "$variant" "$variants" || continue
  if slow "$variant"; then
    [ "$scenario" != build ] || echo "left out as slow: sh reproduce.sh --variant $variant"
    continue
  fi
  case $built in
    *" $variant "*) ;;
    *)
      built="$built$variant "
      printf 'building %s\n' "$variant"
      repeat "runs/build/$variant.sh"
      cp "$tmp/complaints" "$tmp/build-$variant"
      [ "$ok" = yes ] || : >"$tmp/failed-$variant" ;;
  esac
  total=$((total + 1))
  if [ "$scenario" = build ] || [ -f "$tmp/failed-$variant" ]; then
    ok=yes
    if [ -f "$tmp/failed-$variant" ]; then
      ok=no
      echo 'the image is not built, see above' >"$tmp/complaints"
      [ ! -f "$tmp/build-$variant" ] || mv "$tmp/build-$variant" "$tmp/complaints"
    fi
  else
    repeat "$file"
  fi
  if [ "$ok" = yes ]; then same=$((same + 1)); report same "$scenario" "$variant"; else report DIFFERS "$scenario" "$variant"; fi
done
[ "$total" -gt 0 ] || fail 'No run has these names; see --list.'
echo "$same of $total runs reproduced; $eyes outputs to compare by eye"
[ "$same" -eq "$total" ]
