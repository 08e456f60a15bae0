"""Weights with the state of their optimisers, and an average of the weights to export."""

import itertools

import torch

BETA1, BETA2, EPSILON = 0.9, 0.99, 1e-8
MOMENTUM = 0.95
HIDDEN_RATE = 10
STATES = ("", "/first", "/average")


class Variables:
    """All variables of a checkpoint.

    Matrices of hidden layers follow Muon (Jordan et al., 2024), everything else Adam. Each kind of
    state lies in one flat tensor, the hidden matrices first; they have no second moment.
    """

    def __init__(self, declaration, values, device):
        hidden, others = _shapes(declaration)
        self.shapes = {state: hidden | others for state in STATES} | {"/second": others}
        self.order = list(values)
        self.flat = {state: self._joined(values, state, device) for state in self.shapes}
        self.gradient = torch.zeros_like(self.flat[""])
        self.weights = {}
        gradients = dict(self._parts("", self.gradient))
        for name, part in self._parts("", self.flat[""]):
            part.requires_grad_()
            part.grad = gradients[name]
            self.weights[name] = part
        self.alike = list(self._alike(list(hidden.values())))

    def _joined(self, values, state, device):
        for name, shape in self.shapes[state].items():
            if values[name + state].size != torch.Size(shape).numel():
                raise ValueError(f"the checkpoint does not fit declaration.json: {name} differs")
        parts = [torch.from_numpy(values[name + state]) for name in self.shapes[state]]
        return torch.cat(parts).to(device)

    def _parts(self, state, flat):
        at = 0
        for name, shape in self.shapes[state].items():
            size = torch.Size(shape).numel()
            yield name, flat[at : at + size].view(shape)
            at += size

    def _alike(self, shapes):
        """Weights, gradients and momenta of hidden matrices of one shape, which lie side by side."""
        at = 0
        for (fan_in, units), same in itertools.groupby(shapes):
            count = len(list(same))
            size = count * fan_in * units
            flats = self.flat[""].detach(), self.gradient, self.flat["/first"]
            yield [flat[at : at + size].view(count, fan_in, units) for flat in flats]
            at += size

    def clear_gradients(self):
        self.gradient.zero_()

    @torch.no_grad()
    def update(self, step, rate, averaging):
        """One step; hidden matrices take HIDDEN_RATE times the rate. The average moves by `averaging`."""
        self._muon(HIDDEN_RATE * rate)
        self._adam(step, rate)
        self.flat["/average"].lerp_(self.flat[""], averaging)

    def _muon(self, rate):
        for weights, gradient, momentum in self.alike:
            momentum.mul_(MOMENTUM).add_(gradient)
            direction = orthogonal(gradient + MOMENTUM * momentum)
            _, fan_in, units = weights.shape
            weights.add_(direction, alpha=-rate * max(1, units / fan_in) ** 0.5)

    def _adam(self, step, rate):
        correction = (1 - BETA2 ** min(step, 10_000)) ** 0.5 / (1 - BETA1 ** min(step, 1000))
        second = self.flat["/second"]
        weights, first, gradient = (
            flat[-len(second) :] for flat in (self.flat[""], self.flat["/first"], self.gradient)
        )
        first.lerp_(gradient, 1 - BETA1)
        second.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
        weights.addcdiv_(first, second.sqrt().add_(EPSILON), value=-rate * correction)

    def values(self):
        """All of them by name, in the order of the checkpoint."""
        found = {}
        for state, flat in self.flat.items():
            for name, part in self._parts(state, flat.detach().cpu()):
                found[name + state] = part.reshape(-1).numpy()
        return {name: found[name] for name in self.order}


def orthogonal(matrices):
    """About the nearest ones whose singular values are all alike: five steps of Newton and Schulz."""
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = (matrices.mT if tall else matrices).bfloat16()
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.mT
        x = 3.4445 * x + (2.0315 * (square @ square) - 4.7750 * square) @ x
    return (x.mT if tall else x).float()


def _shapes(declaration):
    """Those of the hidden matrices, alike ones side by side, and those of all others, by name."""
    hidden, others = {}, {}
    for network in declaration.networks:
        for layer in network.dense_layers():
            name = f"{network.name}/{layer['name']}"
            kind = others if network.is_head(layer) else hidden
            kind[name + "/weights"] = (network.fan_in(layer), layer["units"])
            others[name + "/bias"] = (layer["units"],)
    return dict(sorted(hidden.items(), key=lambda item: item[1])), others
