"""The features here are those of the trainer in Java: both have the digests of digests.txt."""

import hashlib
import pathlib
import sys
import unittest

import numpy
import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import pictures  # noqa: E402
import residuals  # noqa: E402

DIGESTS = dict(line.rsplit(" ", 1) for line in (HERE / "digests.txt").read_text().splitlines())


class Noise:
    """The generator of AcceleratorFeaturesTest."""

    def __init__(self, seed):
        self.state = seed

    def next(self, bound):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 12) % bound


def tile(width, height, noise, seed):
    random = Noise(seed)
    planes = numpy.zeros((3, height * width), numpy.int16)
    for c in range(3):
        for i in range(height * width):
            level = 2 * (i % width) + 3 * (i // width) * (c + 1) + random.next(noise)
            planes[c, i] = level & 255
    return planes.reshape(3, height, width)


def unit(channels, length, bits, seed):
    random = Noise(seed)
    planes = numpy.zeros((channels, length), numpy.int32)
    for channel in range(channels):
        for i in range(length):
            above = random.next(2 << random.next(bits))
            planes[channel, i] = above - random.next(2 << random.next(bits))
    sums = residuals.loudness_of(planes).astype(numpy.int64).sum(axis=1)
    return (sums + length // 2) // length, planes


def digest(*columns):
    rows = torch.cat(columns, dim=1).round().numpy().astype(">i4")
    return hashlib.sha256(rows.tobytes()).hexdigest()


class FeaturesTest(unittest.TestCase):
    def test_pictures_give_the_rows_of_the_digest(self):
        tiles = [tile(40, 30, 9, 1), tile(3, 3, 256, 2), tile(5, 1, 256, 3), tile(1, 7, 99, 4)]
        for radius, slope in ((4, 2), (5, 3), (3, 1)):
            data = pictures.Tiles(tiles, radius, slope, True, "cpu")
            rows = data.rows(torch.arange(data.pixels))
            self.assertEqual(digest(*rows), DIGESTS[f"image {radius} {slope}"])

    def test_residuals_give_the_rows_of_the_digest(self):
        units = [unit(1, 1000, 8, 1), unit(2, 777, 18, 2), unit(3, 5, 12, 3), unit(1, 1, 12, 4)]
        for levels, reach in ((16, 16), (16, 4), (5, 2)):
            data = residuals.Residuals(units, levels, reach, "cpu")
            features, kernel, targets, halves = data.rows(torch.arange(data.count))
            scale = 0.5 / halves
            rows = (features, kernel * scale, targets * scale)
            self.assertEqual(digest(*rows), DIGESTS[f"audio {levels} {reach}"])


if __name__ == "__main__":
    unittest.main()
