"""Networks as declared: fake-quantised for training, and on integers for checking."""

import json
import pathlib

import numpy
import torch


class Declaration:
    """The contents of a bundle's model.json, or of the declaration.json it will be made of."""

    def __init__(self, file):
        content = json.loads(pathlib.Path(file).read_text())
        self.modality = content["modality"]
        self.parameters = content["parameters"]
        self.networks = [Network(network) for network in content["networks"]]


class Network:
    """One network: named inputs, layers in order of evaluation, outputs."""

    def __init__(self, content):
        self.name = content["name"]
        self.inputs = content["inputs"]
        self.layers = content["layers"]
        self.outputs = content["outputs"]
        self.width = {source["name"]: source["width"] for source in self.inputs}
        for layer in self.layers:
            first = layer["inputs"][0]
            self.width[layer["name"]] = layer["units"] if layer["op"] == "dense" else self.width[first]

    def dense_layers(self):
        return [layer for layer in self.layers if layer["op"] == "dense"]

    def is_head(self, dense_layer):
        """Whether it gives parameters of a mixture."""
        return dense_layer["name"] in self.outputs

    def fan_in(self, layer):
        return sum(self.width[source] for source in layer["inputs"])

    def evaluate(self, inputs, dense, add):
        """Walks the layers; `dense` and `add` compute one of their kind, rounded and clipped."""
        values = {source["name"]: value for source, value in zip(self.inputs, inputs)}
        for layer in self.layers:
            sources = [values[name] for name in layer["inputs"]]
            if layer["op"] == "dense":
                joined = sources[0] if len(sources) == 1 else torch.cat(sources, dim=1)
                values[layer["name"]] = dense(layer, joined)
            else:
                values[layer["name"]] = add(layer, *sources)
        return [values[name] for name in self.outputs]


def range_of(layer):
    """The real values between which a layer's are clipped."""
    return layer["low"] * 2.0 ** -layer["fraction"], layer["high"] * 2.0 ** -layer["fraction"]


def round_to(value, fraction):
    """Rounds to multiples of 2^-fraction; the gradient passes straight through."""
    rounded = torch.floor(value.detach() * 2**fraction + 0.5) * 2**-fraction
    return value + (rounded - value.detach())


class TrainedNetwork:
    """The differentiable twin: an integer a stands for a / 2^fraction; weights are not rounded."""

    def __init__(self, network, weights):
        self.network = network
        self.weights = weights

    def __call__(self, *inputs):
        return self.network.evaluate(inputs, self._dense, self._add)

    def _dense(self, layer, value):
        name = f"{self.network.name}/{layer['name']}"
        bias, weights = self.weights[name + "/bias"], self.weights[name + "/weights"]
        return self._finish(layer, torch.addmm(bias, value, weights))

    def _add(self, layer, a, b):
        return self._finish(layer, a + b)

    @staticmethod
    def _finish(layer, value):
        return round_to(value.clamp(*range_of(layer)), layer["fraction"])


class IntegerNetwork:
    """The exported network: integers in floating point, where every partial sum is exact."""

    def __init__(self, network, layers):
        self.network = network
        self.layers = layers

    def __call__(self, *inputs):
        return self.network.evaluate(inputs, self._dense, self._add)

    def _dense(self, layer, value):
        weights, bias, scale = self.layers[layer["name"]]
        floored = torch.floor(torch.round(value @ weights + bias) * scale)
        return floored.clamp(layer["low"], layer["high"])

    @staticmethod
    def _add(layer, a, b):
        return (a + b).clamp(layer["low"], layer["high"])


def read_integers(folder, device, dtype=torch.float32):
    """The integer networks of a bundle, from its model.json and weights.bin."""
    declaration = Declaration(pathlib.Path(folder) / "model.json")
    file = (pathlib.Path(folder) / "weights.bin").read_bytes()
    at = 0

    def take(kind, count):
        nonlocal at
        values = numpy.frombuffer(file, kind, count, at)
        at += values.nbytes
        return torch.tensor(values.astype(numpy.float32), device=device, dtype=dtype)

    networks = []
    for network in declaration.networks:
        layers = {}
        for layer in network.dense_layers():
            fan_in, units = network.fan_in(layer), layer["units"]
            weights = take(">i2", fan_in * units).reshape(fan_in, units)
            bias = take(">i4", units)
            layers[layer["name"]] = (weights, bias, torch.exp2(-take("u1", units)))
        networks.append(IntegerNetwork(network, layers))
    if at != len(file):
        raise ValueError(f"{folder}/weights.bin does not fit its model.json")
    return networks
