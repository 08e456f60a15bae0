#!/usr/bin/env python3
"""Checks that a bundle's integer networks give their known answers on this machine's device."""

import argparse
import pathlib
import sys

import numpy
import torch

from networks import Declaration, read_integers

ROWS = 32


def wrong_values(bundle, device, tf32, repeats=1):
    """How many output values of golden.bin differ; rows are repeated to make larger batches."""
    torch.backends.cuda.matmul.allow_tf32 = tf32
    declaration = Declaration(pathlib.Path(bundle) / "model.json")
    values = numpy.fromfile(pathlib.Path(bundle) / "golden.bin", ">i2").astype(numpy.float32)
    golden = torch.tensor(values, device=device)
    at = wrong = 0

    def take(width):
        nonlocal at
        at += ROWS * width
        return golden[at - ROWS * width : at].reshape(ROWS, width).repeat(repeats, 1)

    for evaluate in read_integers(bundle, declaration, device):
        network = evaluate.network
        inputs = [take(source["width"]) for source in network.inputs]
        for name, actual in zip(network.outputs, evaluate(*inputs)):
            wrong += int((actual != take(network.width[name])).sum())
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", nargs="+", help="folders of bundles")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    failed = False
    for bundle in arguments.bundles:
        for tf32 in (False, True):
            for repeats in (1, 7, 1024):
                wrong = wrong_values(bundle, arguments.device, tf32, repeats)
                failed |= wrong > 0
                print(f"{bundle}, {arguments.device}, TF32 {tf32}, {ROWS * repeats} rows: {wrong} wrong")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
