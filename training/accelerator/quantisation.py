#!/usr/bin/env python3
"""What rounding costs: bits per sample of a trained network, the same pixels and residuals each time.

With activations as they are, with activations rounded as training does, and by the integers of the
bundle that was exported from it.
"""

import argparse
import pathlib

import torch

import checkpoint
from networks import Declaration, TrainedNetwork, range_of, read_integers
from objectives import mean_costs, objective
from variables import Variables

ROWS = 1 << 16
BATCH = 1 << 13
SEED = 3


class UnroundedNetwork(TrainedNetwork):
    """Clipped only."""

    @staticmethod
    def _finish(layer, value):
        return value.clamp(*range_of(layer))


class ExportedNetwork:
    """An integer network that takes and gives the real values its integers stand for."""

    def __init__(self, integers):
        self.integers = integers
        network = integers.network
        self.fractions = {part["name"]: part["fraction"] for part in network.inputs + network.layers}

    def __call__(self, *inputs):
        network = self.integers.network
        names = [source["name"] for source in network.inputs]
        whole = [torch.round(value * self._unit(name)) for name, value in zip(names, inputs)]
        outputs = self.integers(*whole)
        return [value / self._unit(name) for name, value in zip(network.outputs, outputs)]

    def _unit(self, name):
        return 2.0 ** self.fractions[name]


def losses(folder, bundle, device):
    """Bits per sample of held-out data: unrounded, rounded activations, integers."""
    declaration = Declaration(folder / "declaration.json")
    _, _, values = checkpoint.read(folder / "checkpoint.bin")
    variables = Variables(declaration, values, device)
    variables.flat[""].data.copy_(variables.flat["/average"])
    exported = {n.network.name: n for n in read_integers(bundle, device)}
    twins = (
        UnroundedNetwork,
        TrainedNetwork,
        lambda network, _: ExportedNetwork(exported[network.name]),
    )
    models = [objective(declaration, variables.weights, twin) for twin in twins]
    held = models[0].data(folder / "held.gz", declaration, False, device)
    random = torch.Generator(device)
    random.manual_seed(SEED)
    rows = torch.randint(models[0].count(held), (ROWS,), generator=random, device=device)
    return [mean_costs(model, held, rows, BATCH).mean().item() for model in models]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="BUNDLE.training, trained")
    parser.add_argument("bundle", type=pathlib.Path, help="what was exported from it")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    real, rounded, integers = losses(arguments.folder, arguments.bundle, arguments.device)
    print(
        f"{arguments.bundle}: {real:.4f} bits per sample unrounded, {rounded:.4f} with rounded"
        f" activations, {integers:.4f} by integers: {100 * (integers / real - 1):.2f} % lost"
    )


if __name__ == "__main__":
    main()
