#!/usr/bin/env python3
"""Trains what `ardm train --prepare` laid out, on an accelerator if there is one.

Reads declaration.json, checkpoint.bin, training.gz and held.gz of the folder; replaces checkpoint.bin as
it goes, in the format of the trainer in Java, and appends to curve.csv. A run that was stopped goes
on where its checkpoint stands, with the number of steps planned then. Exit status 3: stopped by
--limit before the last step; run the same command again.
"""

import argparse
import math
import pathlib
import sys
import time

import torch

import checkpoint
from bfloat16 import Bfloat16Network
from networks import Declaration, TrainedNetwork
from objectives import mean_costs, objective
from variables import Variables

WARM_UP = 200
REPORT_SECONDS = 30
LOOK_EVERY = 20
VALIDATION_ROWS = 1 << 16
VALIDATION_SEED = 77
UNFINISHED = 3


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="BUNDLE.training, as prepared")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=float, default=10, help="as many steps as fit (10)")
    length.add_argument("--steps", type=int, default=0, help="so many steps")
    parser.add_argument(
        "--limit", type=float, default=math.inf, help="stop this process after so many seconds"
    )
    parser.add_argument(
        "--begin-with",
        type=pathlib.Path,
        help="checkpoint of a network of the same shape, whose weights to begin with",
    )
    parser.add_argument("--rows", type=int, default=1 << 15, help="samples a step (32768)")
    parser.add_argument("--rate", type=float, default=2e-3, help="peak learning rate (0.002)")
    parser.add_argument("--seed", type=int, default=1, help="of the draws (1)")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--bfloat16", action="store_true", help="hidden layers in bfloat16")
    started = time.monotonic()
    # activations have at most 9 significant bits: TF32 takes nothing from them
    torch.backends.cuda.matmul.allow_tf32 = True
    sys.exit(0 if Run(parser.parse_args(), started).train() else UNFINISHED)


class Run:
    """One process's part of a training run."""

    def __init__(self, arguments, started):
        self.arguments, self.started = arguments, started
        self.folder, self.device = arguments.folder, torch.device(arguments.device)
        declaration = Declaration(self.folder / "declaration.json")
        self.step, planned, values = checkpoint.read(self.folder / "checkpoint.bin")
        if arguments.begin_with and self.step == 0:
            _, _, values = checkpoint.read(arguments.begin_with)
        self.steps = arguments.steps or planned
        self.timed = self.steps == 0
        self.variables = Variables(declaration, values, self.device)
        twin = Bfloat16Network if arguments.bfloat16 else TrainedNetwork
        self.model = objective(declaration, self.variables.weights, twin)
        self.training = self.model.data(self.folder / "training.gz", declaration, True, self.device)
        self.held = self.model.data(self.folder / "held.gz", declaration, False, self.device)
        self.count = self.model.count(self.training)
        self.validation = self._draw(VALIDATION_ROWS, self.model.count(self.held), VALIDATION_SEED)
        self.random = torch.Generator(self.device)
        self.random.manual_seed(arguments.seed * 1_000_003 + self.step)
        print(f"{self.count} samples to learn from, on {self.device}; at step {self.step}")

    def _draw(self, rows, count, seed):
        random = torch.Generator(self.device)
        random.manual_seed(seed)
        return torch.randint(count, (rows,), generator=random, device=self.device)

    def train(self):
        """Whether the last step was reached."""
        first, begun = self.step, time.monotonic()
        reported = begun
        recent = torch.zeros((), device=self.device)
        counted = 0
        while self.steps == 0 or self.step < self.steps:
            self.step += 1
            recent += self._update()
            counted += 1
            if self.step % LOOK_EVERY:
                continue
            bits = recent.item() / counted  # waits for the device: the clock tells the truth
            now = time.monotonic()
            if self.timed:
                self._plan((self.step - first) / (now - begun), now)
            if now - self.started > self.arguments.limit:
                break
            if now - reported > REPORT_SECONDS:
                self._report(bits)
                reported, counted = time.monotonic(), 0
                recent.zero_()
        if counted:
            self._report(recent.item() / counted)
        return self.step == self.steps

    def _plan(self, speed, now):
        """Speeds change with what else a machine does: the last step follows the clock."""
        left = self.arguments.minutes * 60 - (now - self.started)
        self.steps = self.step + max(0, int(left * speed))

    def _update(self):
        rows = torch.randint(
            self.count, (self.arguments.rows,), generator=self.random, device=self.device
        )
        self.variables.clear_gradients()
        loss = self.model.costs(self.training, rows).mean()
        loss.backward()
        self.variables.update(self.step, self._rate(), self._averaging())
        return loss.detach()

    def _rate(self):
        planned = self.steps or 1_000_000
        cosine = 0.5 * (1 + math.cos(math.pi * min(1, self.step / planned)))
        return self.arguments.rate * min(1, self.step / WARM_UP) * (0.995 * cosine + 0.005)

    def _averaging(self):
        return max(0.001, 1 / (1 + self.step * 0.1))

    def _report(self, bits):
        costs = mean_costs(self.model, self.held, self.validation, self.arguments.rows)
        seconds = time.monotonic() - self.started
        validation = costs.mean().item()
        each = " ".join(f"{cost:.3f}" for cost in costs.tolist())
        print(
            f"step {self.step} of {self.steps}: training {bits:.4f}, validation {validation:.4f}"
            f" bits per sample ({each}), {seconds:.0f} seconds",
            flush=True,
        )
        curve = self.folder / "curve.csv"
        head = "" if curve.exists() else "step,seconds,training_bits,validation_bits\n"
        with curve.open("a") as out:
            out.write(f"{head}{self.step},{seconds:.1f},{bits:.4f},{validation:.4f}\n")
        checkpoint.write(
            self.folder / "checkpoint.bin", self.step, self.steps, self.variables.values()
        )


if __name__ == "__main__":
    main()
