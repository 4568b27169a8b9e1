#!/usr/bin/env bash
# Stands for `docker` while the verifier is watched by the clock: writes down when each command ran, in the lines of
# recordDocker.mjs, and hands it on. A shell, since Node's own start would be a large part of many a command.
#
#   BENCH_LOG     file that the lines go to
#   BENCH_DOCKER  the real docker
#   BENCH_CONFIG  its --config; none: that which was asked for
[[ -n ${EPOCHREALTIME-} ]] || {
  printf 'The clock and the timeouts of this script need bash 5; this is %s.\n' "$BASH_VERSION" >&2
  exit 2
}
id=$$-$EPOCHREALTIME
globals=()
while [[ ${1-} == --config || ${1-} == --host ]]; do
  [[ $1 == --config && -n ${BENCH_CONFIG-} ]] || globals+=("$1" "$2")
  shift 2
done
[[ -z ${BENCH_CONFIG-} ]] || globals+=(--config "$BENCH_CONFIG")

say() {
  local now=${EPOCHREALTIME/[.,]/}
  printf '{"event":"%s","id":"%s","time":"%s000"%s}\n' "$1" "$id" "$now" "${2-}" >>"$BENCH_LOG"
}

json() {
  local all='' word
  for word; do
    word=${word//\\/\\\\}
    word=${word//\"/\\\"}
    word=${word//$'\n'/\\n}
    word=${word//$'\t'/\\t}
    all+=",\"$word\""
  done
  printf '[%s]' "${all:1}"
}

say start ",\"args\":$(json "$@"),\"env\":{}"
"$BENCH_DOCKER" "${globals[@]}" "$@"
code=$?
# Input that has not ended was that of a lab or a service, which waits for others.
IFS= read -r -t 0.001 -n 1 _
(($? > 128)) || say eof
say end ",\"exit\":$code"
exit $code
