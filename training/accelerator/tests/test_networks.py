"""Networks, checkpoints and a few steps of training, without the Java side."""

import pathlib
import sys
import tempfile
import unittest

import numpy
import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import checkpoint  # noqa: E402
import golden  # noqa: E402
from bfloat16 import Bfloat16Network  # noqa: E402
from networks import TrainedNetwork, read_integers  # noqa: E402
from quantisation import ExportedNetwork, UnroundedNetwork  # noqa: E402
from variables import orthogonal  # noqa: E402

MODELS = HERE.parents[2] / "models/src/main/resources/io/ardmstream/models"


class GoldenTest(unittest.TestCase):
    def test_published_networks_give_their_known_answers(self):
        for line in (MODELS / "published.txt").read_text().split():
            for repeats in (1, 7):
                self.assertEqual(golden.wrong_values(MODELS / line, "cpu", repeats), 0, line)

    def test_random_rows_give_what_sums_in_float64_give(self):
        for line in ("audio-fast-1", "image-fast-3"):
            self.assertEqual(golden.wrong_random_values(MODELS / line, "cpu", 500), 0, line)

    def test_a_wrong_weight_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            bundle = MODELS / "image-fast-1"
            for name in ("model.json", "golden.bin"):
                pathlib.Path(folder, name).write_bytes((bundle / name).read_bytes())
            weights = bytearray((bundle / "weights.bin").read_bytes())
            weights[0] ^= 4
            pathlib.Path(folder, "weights.bin").write_bytes(weights)
            self.assertGreater(golden.wrong_values(folder, "cpu"), 0)


class TwinsTest(unittest.TestCase):
    """Differentiable networks with the weights of an integer network."""

    def setUp(self):
        (self.integers,) = read_integers(MODELS / "audio-fast-1", "cpu")
        self.network = self.integers.network
        self.weights = {}
        for layer in self.network.dense_layers():
            matrix, bias, scale = self.integers.layers[layer["name"]]
            name = f"{self.network.name}/{layer['name']}"
            unit = 2.0 ** -layer["fraction"]
            # all sources have 5 fractional bits; the half of the rounding is not part of the bias
            half = torch.where(scale < 1, 0.5 / scale, torch.zeros_like(scale))
            self.weights[name + "/weights"] = (matrix * scale * unit * 2**5).requires_grad_()
            self.weights[name + "/bias"] = ((bias - half) * scale * unit).requires_grad_()
        random = torch.Generator().manual_seed(1)
        width = self.network.inputs[0]["width"]
        self.rows = torch.randint(-40, 41, (500, width), generator=random).float()

    def test_in_float32_they_compute_the_same(self):
        (expected,) = self.integers(self.rows)
        (actual,) = TrainedNetwork(self.network, self.weights)(self.rows / 32)
        self.assertLess((actual * 256 - expected).abs().max().item(), 0.01)

    def test_what_was_exported_stands_for_real_values(self):
        (expected,) = self.integers(self.rows)
        (actual,) = ExportedNetwork(self.integers)(self.rows / 32)
        self.assertTrue(torch.equal(actual * 256, expected))

    def test_without_rounding_they_compute_nearly_the_same(self):
        (rounded,) = TrainedNetwork(self.network, self.weights)(self.rows / 32)
        (unrounded,) = UnroundedNetwork(self.network, self.weights)(self.rows / 32)
        self.assertFalse(torch.equal(rounded, unrounded))
        self.assertLess(deviation(unrounded.detach(), rounded.detach()), 0.05)

    def test_in_bfloat16_heads_and_gradients_are_nearly_the_same(self):
        expected, gradients = self.head_and_gradients(TrainedNetwork)
        actual, others = self.head_and_gradients(Bfloat16Network)
        self.assertLess(deviation(actual, expected), 0.02)
        for name, gradient in gradients.items():
            self.assertLess(deviation(others[name], gradient), 0.1, name)

    def head_and_gradients(self, twin):
        (head,) = twin(self.network, self.weights)(self.rows / 32)
        gradients = torch.autograd.grad(head.square().mean(), list(self.weights.values()))
        return head.detach(), dict(zip(self.weights, gradients))


def deviation(actual, expected):
    return ((actual - expected).norm() / expected.norm()).item()


class OrthogonalTest(unittest.TestCase):
    def test_singular_values_become_nearly_alike(self):
        random = torch.Generator().manual_seed(1)
        for shape in ((40, 90), (90, 40), (64, 64)):
            values = torch.linalg.svdvals(orthogonal(torch.randn(shape, generator=random)))
            self.assertLess(values.max().item(), 1.3)
            self.assertGreater(values.median().item(), 0.6)


class CheckpointTest(unittest.TestCase):
    def test_what_is_written_is_read(self):
        variables = {"a/weights": numpy.arange(6, dtype=numpy.float32), "ü": numpy.zeros(0, numpy.float32)}
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "checkpoint.bin")
            checkpoint.write(file, 7, 9, variables)
            step, steps, found = checkpoint.read(file)
            self.assertEqual((step, steps, list(found)), (7, 9, list(variables)))
            numpy.testing.assert_array_equal(found["a/weights"], variables["a/weights"])
            file.write_bytes(b"x" * 40)
            with self.assertRaisesRegex(ValueError, "not a checkpoint"):
                checkpoint.read(file)


if __name__ == "__main__":
    unittest.main()
