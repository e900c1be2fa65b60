#!/bin/sh
# Fuzzes every target for its share of so many seconds, or one target for all of them:
#   Scripts/fuzz.sh SECONDS [TARGET]
# Prints a row a target, and ends with 1 where anything crashed; the input that did it is kept and named.
set -eu
cd "$(dirname "$0")/.."
seconds=$1
only=${2:-}
scratch=.build/fuzz

# libFuzzer and AddressSanitizer come with the toolchain, in the folder of its own runtimes.
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
machine=$(uname -m)
for folder in "$resources/clang/lib/linux" "$(clang -print-resource-dir 2>/dev/null || :)/lib/linux"; do
  library=$folder/libclang_rt.fuzzer_no_main-$machine.a
  [ ! -f "$library" ] || break
done
[ -f "$library" ] || {
  echo "fuzz: this Swift toolchain has no libFuzzer for $machine ($library is missing)" >&2
  exit 1
}

KABINET_FUZZER=$library swift build --configuration release --scratch-path "$scratch" \
  --product kabinet-fuzz
fuzzer=$scratch/release/kabinet-fuzz

# A crash has to end at once: the runtime's own backtracer can hang inside of a sanitised process. The
# runtime of Swift keeps a few blocks for ever, which would count as leaks.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0

targets=${only:-$("$fuzzer" --list)}
count=$(echo "$targets" | wc -w)
share=$((seconds / count))
[ "$share" -gt 0 ] || share=1
failed=

printf '%-10s %12s %10s %10s %8s\n' target runs 'runs/s' coverage corpus
for target in $targets; do
  mkdir -p "$scratch/corpus/$target" "$scratch/crashes" "Fuzz/corpora/$target"
  log=$scratch/$target.log
  dictionary=Fuzz/dictionaries/$target.dict
  [ -f "$dictionary" ] || dictionary=Fuzz/dictionaries/json.dict
  # New inputs go into the first folder; those in the second are known and stay as they are.
  status=0
  "$fuzzer" "$target" "$scratch/corpus/$target" "Fuzz/corpora/$target" -dict="$dictionary" \
    -max_total_time="$share" -max_len=8192 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$scratch/crashes/$target-" >"$log" 2>&1 || status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
  coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  corpus=$(sed -n 's/.* corp: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
  printf '%-10s %12s %10s %10s %8s\n' "$target" "${runs:-0}" "${rate:-0}" "${coverage:-0}" \
    "${corpus:-0}"
  if [ "$status" -ne 0 ]; then
    failed="$failed $target"
    grep -E 'Fatal error|ERROR: |SUMMARY: |Test unit written' "$log" >&2 || tail -n 5 "$log" >&2
  fi
done
[ -z "$failed" ] || {
  echo "fuzz: crashed:$failed; the inputs are in $scratch/crashes" >&2
  exit 1
}
