#!/usr/bin/env python3
"""One table for one folder: `./ardm bench` with each of the models, and the peers of `peers.sh`, in one run.

Usage: benchmarks/compare.py [--group N] [--no-peers] FOLDER MODEL...

A model may be `default`. Rows are Markdown: name, bytes, bits a sample, share of the files, and megabytes of raw samples
a second to encode and to decode, both cores. Fails if any file does not come back byte for byte.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def bench(folder, model, group):
    command = [str(ROOT / "ardm"), "bench", "--json"]
    command += [] if model == "default" else ["--model", model]
    command += ["--group", str(group)] if group else []
    result = subprocess.run(command + [folder], stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout)


def row(name, size, samples, files, encode="", decode=""):
    print(f"| {name} | {size:,} | {8 * size / samples:.3f} | {size / files:.4f} | {encode} | {decode} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--group", type=int)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("folder")
    parser.add_argument("model", nargs="+")
    arguments = parser.parse_args()

    header = f"| {pathlib.Path(arguments.folder).name} | bytes | bits per sample | share of the files | encode MB/s | decode MB/s |"
    print(header + "\n|---|---|---|---|---|---|")
    mismatches = 0
    for model in arguments.model:
        report = bench(arguments.folder, model, arguments.group)
        mismatches += report["mismatches"]
        speeds = (report[way + "_bytes_per_second"] / 1e6 for way in ("encode", "decode"))
        samples, files = report["samples"], report["file_bytes"]
        row(model, report["encoded_bytes"], samples, files, *(f"{speed:.2f}" for speed in speeds))
    if not arguments.no_peers:
        peers = subprocess.run(
            [str(ROOT / "benchmarks" / "peers.sh"), arguments.folder], stdout=subprocess.PIPE, text=True, check=True
        )
        for line in peers.stdout.splitlines():
            name, size, _, seconds, _ = line.rsplit(" ", 4)
            row(name, int(size), samples, files, f"{report['raw_bytes'] / 1e6 / float(seconds):.2f}")
    print(f"\n{report['files']} files, {files:,} bytes, {samples:,} samples; {mismatches} mismatches")
    sys.exit(1 if mismatches else 0)


if __name__ == "__main__":
    main()
