"""Features of the audio model, gathered on the device from residuals that lie there whole."""

import gzip

import numpy
import torch

BOUND = 255
KERNEL = 5
NEAREST = 4
LEVELS = 8
FLAG = 64
STEPS = 8
SMALL = 1 << 12
FRACTION = 16


def read_units(file):
    """Yields (loudness of each channel, residuals of shape (channels, instants))."""
    with gzip.open(file) as stream:
        while header := stream.read(8):
            channels, instants = numpy.frombuffer(header, ">i4")
            loudness = numpy.frombuffer(stream.read(4 * channels), ">i4").astype(numpy.int64)
            planes = numpy.frombuffer(stream.read(4 * channels * instants), ">i4")
            yield loudness, planes.reshape(channels, instants).astype(numpy.int32)


def loudness_of(residuals):
    """rint(8 log2(1 + |e|)), large magnitudes halved until they are small."""
    table = numpy.rint(STEPS * numpy.log2(1 + numpy.arange(SMALL))).astype(numpy.int16)
    magnitude = numpy.abs(residuals.astype(numpy.int64))
    shift = numpy.zeros(residuals.shape, numpy.int16)
    while (large := magnitude >= SMALL).any():
        magnitude = numpy.where(large, magnitude >> 1, magnitude)
        shift += large
    return table[magnitude] + STEPS * shift


class Residuals:
    """All residuals, and rows of features of them."""

    def __init__(self, units, levels, reach, device):
        self.levels, self.reach = levels, reach
        planes, lengths, means, others, other_means, before = [], [], [], [], [], []
        for loudness, unit in units:
            first = len(lengths)
            for channel in range(len(unit)):
                planes.append(unit[channel])
                lengths.append(len(unit[channel]))
                means.append(loudness[channel])
                other = channel - 1 if channel > 0 else 1
                others.append(first + other if len(unit) > 1 else -1)
                other_means.append(loudness[other] if len(unit) > 1 else 0)
                before.append(channel > 0)
        ends = numpy.cumsum(lengths)
        starts = ends - lengths
        tensor = lambda values: torch.tensor(numpy.asarray(values), device=device)
        flat = numpy.concatenate(planes)
        self.values = tensor(flat)
        self.loudness = tensor(loudness_of(flat))
        self.start, self.end, self.length = tensor(starts), tensor(ends), tensor(lengths)
        self.mean = tensor(means).int()
        self.other = tensor([starts[other] if other >= 0 else -1 for other in others])
        self.other_mean = tensor(other_means).int()
        self.before = tensor(before)
        self.come = tensor(loudness_of(numpy.arange(SMALL))).int()
        self.inverse = tensor(numpy.rint(65536 / 2 ** (numpy.arange(STEPS) / STEPS)).astype(numpy.int64))
        self.count = len(flat)

    def rows(self, positions):
        """(features, kernel, targets, halves) of residuals that are numbered through all channels."""
        plane = torch.searchsorted(self.end, positions, right=True)
        return Rows(self, plane, positions - self.start[plane]).all()


class Rows:
    """Some residuals on their way to features; every tensor has one entry or line a residual."""

    def __init__(self, data, plane, place):
        self.data, self.plane, self.place = data, plane, place
        self.length = data.length[plane]
        self.mean = data.mean[plane]
        lowest = place & -place
        top = 1 << data.levels
        self.step = torch.where(place == 0, top, lowest.clamp(max=top))
        self.level = torch.log2(self.step.float()).round().long()
        self.known = self.level < data.levels
        self.reference = self._reference()

    def all(self):
        loud = [
            4 * (self._loudness(sign * (2 * j + 1)) - self.reference)
            for j in range(self.data.reach)
            for sign in (-1, 1)
        ]
        kernel = [self._value(self.data.start[self.plane], d) for d in (-1, 1, -3, 3)]
        near = [self._normalised(value) for value in kernel]
        other, known_other = self._other()
        kernel.append(known_other)
        columns = loud + near + other + self._position()
        features = torch.stack(columns, dim=1).clamp(-BOUND, BOUND).float()
        scale = torch.exp2(self.reference.double() / STEPS)
        target = self.data.values[self.data.start[self.plane] + self.place]
        relative = lambda values: (values / scale[:, None]).float()
        return (
            features,
            relative(torch.stack(kernel, dim=1)),
            relative(target[:, None]),
            (0.5 / scale)[:, None].float(),
        )

    def _inside(self, distance):
        """(index, whether there is one): the tap, or its mirror image."""
        away = distance * self.step
        at = self.place + away
        mirrored = self.place - away
        inside = (at >= 0) & (at < self.length)
        index = torch.where(inside, at, mirrored)
        there = self.known & (index >= 0) & (index < self.length)
        return torch.where(there, index, 0), there

    def _loudness(self, distance):
        index, there = self._inside(distance)
        found = self.data.loudness[self.data.start[self.plane] + index].int()
        return torch.where(there, found, self.mean)

    def _value(self, start, distance):
        index, there = self._inside(distance)
        return torch.where(there, self.data.values[start + index], 0)

    def _reference(self):
        weighted = sum(w * self._loudness(d) for d, w in ((-3, 1), (-1, 2), (1, 2), (3, 1)))
        around = torch.div(weighted + 3, 6, rounding_mode="floor")
        return torch.where(self.known, around, self.mean)

    def _normalised(self, values):
        inverse = self.data.inverse[(self.reference % STEPS).long()]
        shift = FRACTION + torch.div(self.reference, STEPS, rounding_mode="floor").long()
        return (values.long() * 32 * inverse >> shift).clamp(-BOUND, BOUND).int()

    def _other(self):
        start = self.data.other[self.plane]
        any_ = start >= 0
        before = self.data.before[self.plane]
        start = torch.where(any_, start, 0)
        here = torch.where(before, self.data.values[start + self.place], 0)
        columns = []
        for distance in (0, -1, 1):
            value = here if distance == 0 else self._value(start, distance)
            there = any_ & (before if distance == 0 else self.known)
            loudness = self._loudness_of(value, start, distance)
            relative = 4 * (loudness - self.data.other_mean[self.plane])
            columns.append(torch.where(there, relative, 0))
            columns.append(torch.where(there, self._normalised(value), 0))
        return columns, here

    def _loudness_of(self, value, start, distance):
        index, there = (self.place, value == value) if distance == 0 else self._inside(distance)
        return torch.where(there, self.data.loudness[start + index].int(), 0)

    def _position(self):
        flags = [FLAG * (self.level.clamp(max=LEVELS - 1) == i).int() for i in range(LEVELS)]
        come = self.data.come[self.place >> 4]
        return (
            [self.reference, 4 * (self.mean - self.reference), 4 * come]
            + flags
            + [
                FLAG * (self.data.other[self.plane] >= 0).int(),
                FLAG * self.data.before[self.plane].int(),
            ]
        )
