"""A run on synthetic residuals: stopped by its limit, gone on with, and learning something."""

import gzip
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import checkpoint  # noqa: E402
from networks import Declaration  # noqa: E402
from residuals import loudness_of  # noqa: E402

DECLARATION = HERE.parents[2] / "models/src/main/resources/io/ardmstream/models/audio-fast-1/model.json"


def write_residuals(file, random):
    residuals = numpy.rint(random.laplace(size=4000) * numpy.linspace(5, 500, 4000))
    loudness = round(float(loudness_of(residuals).mean()))
    with gzip.open(file, "wb") as out:
        out.write(numpy.concatenate([[1, 4000, loudness], residuals]).astype(">i4").tobytes())


def write_initial(file, random):
    variables = {}
    for network in Declaration(DECLARATION).networks:
        for layer in network.dense_layers():
            shape = (network.fan_in(layer), layer["units"])
            name = f"{network.name}/{layer['name']}"
            weights = random.normal(size=shape) * (0.3 if layer["name"] != "head" else 0.01)
            variables[name + "/weights"] = weights.astype(numpy.float32).ravel()
            variables[name + "/bias"] = numpy.zeros(shape[1], numpy.float32)
    for name, values in list(variables.items()):
        variables[name + "/first"] = numpy.zeros_like(values)
        if name.endswith("bias") or name.endswith("head/weights"):
            variables[name + "/second"] = numpy.zeros_like(values)
        variables[name + "/average"] = values
    checkpoint.write(file, 0, 0, variables)


class TrainTest(unittest.TestCase):
    def run_for(self, folder, *options):
        command = [sys.executable, str(HERE.parent / "train.py"), folder, "--rows", "512"]
        return subprocess.run([*command, *options, "--device", "cpu"], check=False).returncode

    def test_a_run_that_was_stopped_goes_on_to_its_end(self):
        random = numpy.random.default_rng(1)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "declaration.json").write_bytes(DECLARATION.read_bytes())
            for file in ("training.gz", "held.gz"):
                write_residuals(folder / file, random)
            write_initial(folder / "checkpoint.bin", random)
            self.assertEqual(self.run_for(name, "--steps", "60", "--limit", "0"), 3)
            step, steps, _ = checkpoint.read(folder / "checkpoint.bin")
            self.assertEqual((step, steps), (20, 60))
            self.assertEqual(self.run_for(name), 0)
            step, steps, _ = checkpoint.read(folder / "checkpoint.bin")
            self.assertEqual((step, steps), (60, 60))
            rows = (folder / "curve.csv").read_text().splitlines()[1:]
            first, last = (float(row.split(",")[3]) for row in (rows[0], rows[-1]))
            self.assertLess(last, first)


if __name__ == "__main__":
    unittest.main()
