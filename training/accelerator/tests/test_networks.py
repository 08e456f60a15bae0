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
from networks import Declaration, TrainedNetwork, read_integers  # noqa: E402

MODELS = HERE.parents[2] / "models/src/main/resources/io/ardmstream/models"


class GoldenTest(unittest.TestCase):
    def test_published_networks_give_their_known_answers(self):
        for line in (MODELS / "published.txt").read_text().split():
            for repeats in (1, 7):
                self.assertEqual(golden.wrong_values(MODELS / line, "cpu", False, repeats), 0, line)

    def test_a_wrong_weight_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            bundle = MODELS / "image-fast-1"
            for name in ("model.json", "golden.bin"):
                pathlib.Path(folder, name).write_bytes((bundle / name).read_bytes())
            weights = bytearray((bundle / "weights.bin").read_bytes())
            weights[0] ^= 4
            pathlib.Path(folder, "weights.bin").write_bytes(weights)
            self.assertGreater(golden.wrong_values(folder, "cpu", False), 0)


class TrainedNetworkTest(unittest.TestCase):
    def test_with_the_weights_of_an_integer_network_it_computes_the_same(self):
        declaration = Declaration(MODELS / "audio-fast-1" / "model.json")
        (integers,) = read_integers(MODELS / "audio-fast-1", declaration, "cpu")
        weights = {}
        for layer in integers.network.dense_layers():
            matrix, bias, scale = integers.layers[layer["name"]]
            name = f"{integers.network.name}/{layer['name']}"
            unit = 2.0 ** -layer["fraction"]
            # all sources have 5 fractional bits; the half of the rounding is not part of the bias
            half = torch.where(scale < 1, 0.5 / scale, torch.zeros_like(scale))
            weights[name + "/weights"] = matrix * scale * unit * 2**5
            weights[name + "/bias"] = (bias - half) * scale * unit
        rows = torch.randint(-255, 256, (500, integers.network.inputs[0]["width"])).float()
        (expected,) = integers(rows)
        (actual,) = TrainedNetwork(integers.network, weights)(rows / 32)
        self.assertLess((actual * 256 - expected).abs().max().item(), 0.01)


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
