#!/bin/sh
# Sizes of lossless video codecs on folders of frames, for comparison with `ardm bench --group 12 FOLDER`. Every frame is compared.
# Needs Debian's ffmpeg. Usage: benchmarks/stream-peers.sh FOLDER...
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

frames() { # checksums of the frames of an input, in one form of pixels
  ffmpeg -v error "$@" -pix_fmt "$pixels" -f framemd5 - | sed '/^#/d;s/.*, //'
}
code() { # name, then how to encode
  name=$1
  shift
  ffmpeg -v error -y -pattern_type glob -i "$folder/*$suffix" "$@" "$out/x.mkv"
  frames -pattern_type glob -i "$folder/*$suffix" >"$out/before"
  frames -i "$out/x.mkv" >"$out/after"
  [ "$(wc -l <"$out/before")" = "$count" ] && cmp -s "$out/before" "$out/after" || { echo "$folder: $name is not lossless" >&2; exit 1; }
  bytes=$(ffprobe -v error -show_entries packet=size -of csv=p=0 "$out/x.mkv" | paste -sd+ - | bc)
  echo "$folder: $name $bytes bytes, $(echo "scale=4; 8 * $bytes / $samples" | bc) bits per sample"
}

for folder; do
  folder=$(cd "$folder" && pwd)
  first=$(find "$folder" -maxdepth 1 -type f | sort | head -n 1)
  suffix=.${first##*.}
  count=$(find "$folder" -maxdepth 1 -type f -name "*$suffix" | wc -l)
  size=$(ffprobe -v error -select_streams v -show_entries stream=width,height,pix_fmt -of csv=p=0 "$first")
  area=$(echo "$size" | sed 's/,/ /g' | { read -r width height rest; echo $((width * height)); })
  case $size in
    *gray*) pixels=gray channels=1 x264="libx264 -pix_fmt gray" ffv1=gray ;;
    *) pixels=rgb24 channels=3 x264="libx264rgb -pix_fmt rgb24" ffv1=bgr0 ;;
  esac
  samples=$((count * area * channels))
  code "ffv1 -level 3 -g 300" -c:v ffv1 -level 3 -g 300 -pix_fmt $ffv1
  # shellcheck disable=SC2086
  code "x264 -qp 0 -preset veryslow" -c:v $x264 -qp 0 -preset veryslow
done
