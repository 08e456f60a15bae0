"""Bits per sample as the trainer in Java computes them, for images and for audio."""

import torch

import pictures
import residuals
from networks import round_to

UNIT = 1 / 32
FLOOR = 1e-7
SMALLEST_LOG_SCALE = -2.5
LARGEST_LOG_SCALE = 15


def mixture_bits(value, head, components, centre, half):
    """Cost of values under a mixture of discretised logistics; all of shape [rows, columns]."""
    weights = torch.softmax(head[:, :components], dim=1)
    least = torch.log(2 * half) + SMALLEST_LOG_SCALE
    scales = head[:, 2 * components : 3 * components]
    log_scale = torch.minimum(torch.maximum(scales, least), scales.new_tensor(LARGEST_LOG_SCALE))
    offset = head[:, components : 2 * components] * torch.exp(log_scale)
    inverse = torch.exp(-log_scale)
    distance = -torch.abs(value - (centre + offset))
    mass = torch.sigmoid((distance + half) * inverse) - torch.sigmoid((distance - half) * inverse)
    return -torch.log2((weights * mass).sum(dim=1) + FLOOR)


class ImageObjective:
    """Bits of the three channels of pixels; the data are `pictures.Tiles`."""

    def __init__(self, declaration, weights, twin):
        self.networks = [twin(network, weights) for network in declaration.networks]
        self.components = declaration.parameters["components"]

    def data(self, tiles, declaration, mirrored, device):
        parameters = declaration.parameters
        if parameters.get("colours") != pictures.COLOURS:
            raise ValueError("prepared by another version of the trainer: prepare it again")
        return pictures.Tiles(
            pictures.read_tiles(tiles), parameters["radius"], parameters["slope"], mirrored, device
        )

    def count(self, data):
        return data.pixels

    def costs(self, data, rows):
        return self.of_rows(*data.rows(rows), taps=len(data.taps))

    def of_rows(self, windows, targets, taps):
        side, earlier, costs = [], [], []
        trunk = None
        half = windows.new_tensor([[0.5]])
        for channel, network in enumerate(self.networks):
            if channel == 0:
                head, trunk = network(windows * UNIT)
            else:
                (head,) = network(trunk, torch.cat(side, dim=1))
            target = targets[:, channel : channel + 1]
            base = self._base(head, windows[:, channel * taps :], earlier)
            costs.append(mixture_bits(target, head, self.components, base, half).mean())
            residual = target - base
            earlier.append(residual)
            side += self._side(target, residual)
        return torch.stack(costs)

    def _base(self, head, near, earlier):
        first = 3 * self.components
        kernel = head[:, first : first + pictures.KERNEL]
        base = (kernel * near[:, : pictures.KERNEL]).sum(dim=1, keepdim=True)
        for i, residual in enumerate(earlier):
            weight = first + pictures.KERNEL + i
            base = base + head[:, weight : weight + 1] * residual
        return base

    @staticmethod
    def _side(target, residual):
        bound = 255 * UNIT
        quarter = round_to(residual, 2)
        companded = quarter.sign() * torch.log(quarter.abs() * 4 + 1) * (20 * UNIT)
        return [
            (target * UNIT).clamp(-bound, bound),
            (residual * (8 * UNIT)).clamp(-bound, bound),
            companded,
        ]


class AudioObjective:
    """Bits of residuals; the data are `residuals.Residuals`."""

    def __init__(self, declaration, weights, twin):
        self.network = twin(declaration.networks[0], weights)
        self.components = declaration.parameters["components"]

    def data(self, units, declaration, mirrored, device):
        parameters = declaration.parameters
        return residuals.Residuals(
            residuals.read_units(units), parameters["levels"], parameters["reach"], device
        )

    def count(self, data):
        return data.count

    def costs(self, data, rows):
        features, kernel, targets, halves = data.rows(rows)
        (head,) = self.network(features * UNIT)
        first = 3 * self.components
        weights = head[:, first : first + residuals.KERNEL]
        centre = (weights * kernel).sum(dim=1, keepdim=True)
        return mixture_bits(targets, head, self.components, centre, halves).mean()[None]


@torch.no_grad()
def mean_costs(model, data, rows, batch):
    """Bits of rows in the mean, for each channel, so many rows at a time."""
    return sum(model.costs(data, part) * len(part) for part in rows.split(batch)) / len(rows)


def objective(declaration, weights, twin):
    """The objective of a declaration's modality; `twin` makes the differentiable networks."""
    kinds = {"image": ImageObjective, "audio": AudioObjective}
    return kinds[declaration.modality](declaration, weights, twin)
