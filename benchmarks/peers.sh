#!/bin/sh
# Sizes and times of other lossless codecs on the files of a folder, for comparison with `ardm bench FOLDER`.
# Needs Debian's libjxl-tools, webp, optipng, flac and wavpack. Usage: benchmarks/peers.sh FOLDER
set -eu
folder=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

total() { # name, then a command that turns "$in" into "$out/x"
  name=$1
  shift
  bytes=0
  start=$(date +%s.%N)
  for in in $files; do
    "$@" "$in" "$out/x" >/dev/null 2>&1
    bytes=$((bytes + $(stat -c %s "$out/x")))
    rm -f "$out/x"
  done
  echo "$name $bytes bytes $(echo "$(date +%s.%N) - $start" | bc) s"
}
jxl() { cjxl -d 0 -e "$1" "$2" "$out/x.jxl" && mv "$out/x.jxl" "$3"; }
webp() { cwebp -lossless -z 9 -exact "$1" -o "$2"; }
png() { optipng -quiet -o2 -out "$out/x.png" "$1" && mv "$out/x.png" "$2"; }
fl() { flac -8 --no-padding --no-seektable -f "$1" -o "$2"; }
wv() { wavpack -q -y -hhx6 "$1" -o "$out/x.wv" && mv "$out/x.wv" "$2"; }

files=$(find "$folder" -name '*.png' | sort)
if [ -n "$files" ]; then
  total "cjxl -d 0 -e 7" jxl 7
  total "cjxl -d 0 -e 9" jxl 9
  total "cwebp -lossless -z 9" webp
  total "optipng -o2" png
fi
files=$(find "$folder" -name '*.wav' | sort)
if [ -n "$files" ]; then
  total "flac -8" fl
  total "wavpack -hhx6" wv
fi
