#!/usr/bin/env python3
"""One table for one folder, a row for each file: what `./ardm encode` makes of it, and the best peer that reads it, in one run.

Usage: benchmarks/kinds.py FOLDER

Rows are Markdown: file, bytes, encoded bytes, what it was taken for, the best peer and its bytes, how the two compare. Peers are
flac -8 and wavpack -hhx6 for sound, cjxl -d 0 -e 7 for pictures, and xz -9e for all. Fails if any file does not come back
byte for byte.

NAME[SHAPE].EXTENSION is taken for samples without a header, of the shape SHAPE (`frames[nv12,640x480].yuv`). Where FOLDER/peers has a file
that begins with the name of one in FOLDER and a dot, cjxl is given that instead: the same pixels in a container that it reads.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARDM = [str(ROOT / "ardm")]
PEERS = {
    "flac -8": ["flac", "-8", "-s", "-f", "--no-padding", "--no-seektable", "IN", "-o", "OUT"],
    "wavpack -hhx6": ["wavpack", "-q", "-y", "-hhx6", "IN", "-o", "OUT"],
    "cjxl -d 0 -e 7": ["cjxl", "-d", "0", "-e", "7", "IN", "OUT"],
}
ENDINGS = {"flac -8": ".flac", "wavpack -hhx6": ".wv", "cjxl -d 0 -e 7": ".jxl"}


def ardm(*arguments):
    return subprocess.run([*ARDM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)


def encode(files, encoded):
    """What each file was taken for, by its name."""
    shaped = {path: re.search(r"\[(.+)\]", path.name) for path in files}
    calls = [["--raw", shape[1], path] for path, shape in shaped.items() if shape]
    plain = [path for path, shape in shaped.items() if not shape]
    taken = {}
    for call in calls + ([plain] if plain else []):
        report = json.loads(ardm("encode", "--opaque", "--json", "-o", f"{encoded}/", *call).stdout)
        taken.update((pathlib.Path(one["file"]).name, one["media"]) for one in report["files"])
    return taken


def best_peer(path, out):
    sizes = {}
    pixels = next((path.parent / "peers").glob(path.name.replace("[", "[[]") + ".*"), path)
    for name, command in PEERS.items():
        coded = out / ("peer" + ENDINGS[name])
        coded.unlink(missing_ok=True)
        places = {"IN": str(pixels if name.startswith("cjxl") else path), "OUT": str(coded)}
        done = subprocess.run([places.get(word, word) for word in command], capture_output=True)
        if done.returncode == 0 and coded.exists():
            sizes[name] = coded.stat().st_size
    sizes["xz -9e"] = len(subprocess.run(["xz", "-9e", "-c", str(path)], stdout=subprocess.PIPE, check=True).stdout)
    return min(sizes.items(), key=lambda peer: peer[1])


def main():
    files = sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_file() and path.suffix != ".md")
    different = 0
    print("| file | bytes | encoded | taken for | best peer | its bytes | against it |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        encoded, restored = out / "encoded", out / "restored"
        encoded.mkdir()
        restored.mkdir()
        taken = encode(files, encoded)
        ardm("decode", "-o", restored, *sorted(encoded.iterdir()))
        for path in files:
            same = (restored / path.name).read_bytes() == path.read_bytes()
            different += not same
            size = (encoded / (path.name + ".ardm")).stat().st_size
            peer, theirs = best_peer(path, out)
            kind = taken[path.name] + ("" if same else ", DIFFERS")
            share = f"{100 * (size / theirs - 1):+.1f} %"
            print(f"| {path.name} | {path.stat().st_size:,} | {size:,} | {kind} | {peer} | {theirs:,} | {share} |")
    print(f"\n{len(files)} files, {different} mismatches")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
