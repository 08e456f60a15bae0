"""Features of the image model, gathered on the device from tiles that lie there whole."""

import gzip
import struct

import numpy
import torch

CHANNELS = 3
COLOURS = 1
BOUND = 255
NEAR = 12
KERNEL = 6


def taps(radius, slope):
    """The causal window, nearest first: an array of (dx, dy)."""
    window = [
        (dx, dy)
        for dy in range(-radius, 1)
        for dx in range(-radius, (-1 if dy == 0 else min(radius, -slope * dy - 1)) + 1)
    ]
    return numpy.array(sorted(window, key=lambda t: (t[0] ** 2 + t[1] ** 2, -t[1], t[0])))


def read_tiles(file):
    """Yields arrays of shape (3, height, width) in RGB, as `ardm train --prepare` wrote them."""
    with gzip.open(file) as stream:
        while header := stream.read(8):
            width, height = struct.unpack(">ii", header)
            samples = numpy.frombuffer(stream.read(3 * width * height), numpy.uint8)
            yield samples.reshape(3, height, width).astype(numpy.int16)


def decorrelate(rgb):
    """Green, centred; red and blue less green: number 1 of the colour transforms."""
    return numpy.stack([rgb[1] - 128, rgb[0] - rgb[1], rgb[2] - rgb[1]])


def canvas(planes, radius, slope):
    """The planes with margins that continue them, as the decoder fills them."""
    _, height, width = planes.shape
    cells = numpy.zeros((CHANNELS, height + radius, width + 2 * radius), numpy.int16)
    cells[:, radius:, radius : radius + width] = planes
    for k in range(1, radius + 1):
        count = min(width, width + radius - slope * k)
        if count > 0:
            from_ = radius + slope * k
            cells[:, radius - k, from_ : from_ + count] = planes[:, 0, :count]
    cells[:, radius + 1 :, :radius] = planes[:, :-1, :1]
    cells[:, radius:, radius + width :] = planes[:, :, -1:]
    return cells


class Tiles:
    """All tiles, and rows of features of their pixels."""

    def __init__(self, tiles, radius, slope, mirrored, device):
        self.taps = torch.tensor(taps(radius, slope), device=device)
        self.compander = torch.tensor(
            [round(20 * float(numpy.log1p(i))) for i in range(1024)], dtype=torch.int32, device=device
        )
        canvases = []
        for rgb in tiles:
            planes = decorrelate(rgb)
            canvases.append(canvas(planes, radius, slope))
            if mirrored:
                canvases.append(canvas(planes[:, :, ::-1], radius, slope))
        cells = numpy.concatenate([c.reshape(CHANNELS, -1) for c in canvases], axis=1)
        self.cells = torch.tensor(cells, device=device)
        self._index(canvases, radius, device)

    def _index(self, canvases, radius, device):
        widths = numpy.array([c.shape[2] - 2 * radius for c in canvases])
        heights = numpy.array([c.shape[1] - radius for c in canvases])
        sizes = numpy.array([c[0].size for c in canvases])
        starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
        self.radius = radius
        self.width = torch.tensor(widths, device=device)
        self.start = torch.tensor(starts, device=device)
        self.end = torch.tensor(numpy.cumsum(widths * heights), device=device)
        self.pixels = int(self.end[-1])

    def rows(self, pixels):
        """(features, targets) of pixels that are numbered through all tiles, as float32 integers."""
        tile = torch.searchsorted(self.end, pixels, right=True)
        width = self.width[tile]
        inside = pixels - torch.where(tile > 0, self.end[tile - 1], 0)
        stride = width + 2 * self.radius
        row = torch.div(inside, width, rounding_mode="floor")
        at = self.start[tile] + (row + self.radius) * stride + inside - row * width + self.radius
        return self._features(at, stride)

    def _features(self, at, stride):
        window = at[:, None] + self.taps[:, 1] * stride[:, None] + self.taps[:, 0]
        near, means, columns, targets = [], [], [], []
        for channel in range(CHANNELS):
            plane = self.cells[channel]
            values = plane[window].int()
            mean = (plane[at - 1].int() + plane[at - stride].int()) >> 1
            difference = values - mean[:, None]
            columns.append(difference.clamp(-BOUND, BOUND))
            close = difference[:, :NEAR]
            near.append(close.sign() * self.compander[close.abs().clamp(max=1023).long()])
            means.append(mean.clamp(-BOUND, BOUND)[:, None])
            targets.append((plane[at].int() - mean)[:, None])
        features = torch.cat(columns + near + means, dim=1).float()
        return features, torch.cat(targets, dim=1).float()
