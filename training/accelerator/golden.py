#!/usr/bin/env python3
"""Checks that a bundle's integer networks compute the same on this machine's device as everywhere.

Known answers of the bundle in batches of several sizes, then random rows against sums in float64 on
the processor; and how many rows a second the device evaluates.
"""

import argparse
import pathlib
import sys
import time

import numpy
import torch

from networks import read_integers

ROWS = 32
RANDOM_ROWS = 1 << 17
ROUNDS = 20


def wrong_values(bundle, device, repeats=1):
    """How many output values of golden.bin differ; rows are repeated to make larger batches."""
    values = numpy.fromfile(pathlib.Path(bundle) / "golden.bin", ">i2").astype(numpy.float32)
    golden = torch.tensor(values, device=device)
    at = wrong = 0

    def take(width):
        nonlocal at
        at += ROWS * width
        return golden[at - ROWS * width : at].reshape(ROWS, width).repeat(repeats, 1)

    for evaluate in read_integers(bundle, device):
        network = evaluate.network
        inputs = [take(source["width"]) for source in network.inputs]
        for name, actual in zip(network.outputs, evaluate(*inputs)):
            wrong += int((actual != take(network.width[name])).sum())
    return wrong


def wrong_random_values(bundle, device, rows):
    """How many outputs for random inputs differ from those of float64 on the processor."""
    on_device = read_integers(bundle, device)
    wrong = 0
    for actual, exact in zip(on_device, read_integers(bundle, "cpu", torch.float64)):
        inputs = random_inputs(exact.network, rows)
        expected = exact(*(values.double() for values in inputs))
        for a, b in zip(actual(*(values.to(device) for values in inputs)), expected):
            wrong += int((a.cpu().double() != b).sum())
    return wrong


def random_inputs(network, rows):
    """Half of the rows anything within the bounds, half of them near zero as real ones are."""
    random = torch.Generator().manual_seed(rows)
    inputs = []
    for source in network.inputs:
        bound = source["bound"]
        values = torch.randint(-bound, bound + 1, (rows, source["width"]), generator=random)
        values[: rows // 2] //= 16
        inputs.append(values.float())
    return inputs


def rows_a_second(bundle, device, rows):
    """Speed of all networks of a bundle together, inputs and outputs on the device."""
    networks = read_integers(bundle, device)
    batches = [[v.to(device) for v in random_inputs(n.network, rows)] for n in networks]
    for timed in (False, True):
        begun = time.monotonic()
        for _ in range(ROUNDS if timed else 1):
            last = [network(*inputs)[0].sum() for network, inputs in zip(networks, batches)]
        sum(float(value) for value in last)  # waits for the device
    return ROUNDS * rows / (time.monotonic() - begun)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", nargs="+", help="folders of bundles")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--rows", type=int, default=RANDOM_ROWS, help=f"random rows ({RANDOM_ROWS})")
    arguments = parser.parse_args()
    failed = 0
    for bundle in arguments.bundles:
        for tf32 in (False, True):
            torch.backends.cuda.matmul.allow_tf32 = tf32
            known = sum(wrong_values(bundle, arguments.device, n) for n in (1, 7, 1024))
            random = wrong_random_values(bundle, arguments.device, arguments.rows)
            speed = rows_a_second(bundle, arguments.device, arguments.rows)
            failed += known + random
            print(
                f"{bundle}, {arguments.device}, TF32 {tf32}: {known} wrong in known answers,"
                f" {random} in {arguments.rows} random rows; {speed / 1e6:.2f} million rows a second",
                flush=True,
            )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
