"""Weights with the state of their optimiser: Adam, and an average of the weights to export."""

import torch

BETA1, BETA2, EPSILON = 0.9, 0.99, 1e-8
STATES = ("", "/first", "/second", "/average")


class Variables:
    """All variables of a checkpoint. Each kind lies in one flat tensor: an update is few kernels."""

    def __init__(self, declaration, values, device):
        self.shapes = _shapes(declaration)
        self.order = list(values)
        self.flat = {state: self._joined(values, state, device) for state in STATES}
        self.gradient = torch.zeros_like(self.flat[""])
        self.weights = {}
        gradients = dict(self._parts(self.gradient))
        for name, part in self._parts(self.flat[""]):
            part.requires_grad_()
            part.grad = gradients[name]
            self.weights[name] = part

    def _joined(self, values, state, device):
        for name, shape in self.shapes.items():
            if values[name + state].size != torch.Size(shape).numel():
                raise ValueError(f"the checkpoint does not fit declaration.json: {name} differs")
        parts = [torch.from_numpy(values[name + state]) for name in self.shapes]
        return torch.cat(parts).to(device)

    def _parts(self, flat):
        at = 0
        for name, shape in self.shapes.items():
            size = torch.Size(shape).numel()
            yield name, flat[at : at + size].view(shape)
            at += size

    def clear_gradients(self):
        self.gradient.zero_()

    @torch.no_grad()
    def update(self, step, rate, averaging):
        """One step of Adam; the average moves by `averaging` towards the weights."""
        correction = (1 - BETA2 ** min(step, 10_000)) ** 0.5 / (1 - BETA1 ** min(step, 1000))
        first, second, average = (self.flat[state] for state in STATES[1:])
        first.lerp_(self.gradient, 1 - BETA1)
        second.mul_(BETA2).addcmul_(self.gradient, self.gradient, value=1 - BETA2)
        self.flat[""].addcdiv_(first, second.sqrt().add_(EPSILON), value=-rate * correction)
        average.lerp_(self.flat[""], averaging)

    def values(self):
        """All of them by name, in the order of the checkpoint."""
        found = {}
        for state, flat in self.flat.items():
            for name, part in self._parts(flat.detach().cpu()):
                found[name + state] = part.reshape(-1).numpy()
        return {name: found[name] for name in self.order}


def _shapes(declaration):
    shapes = {}
    for network in declaration.networks:
        for layer in network.dense_layers():
            name = f"{network.name}/{layer['name']}"
            shapes[name + "/weights"] = (network.fan_in(layer), layer["units"])
            shapes[name + "/bias"] = (layer["units"],)
    return shapes
