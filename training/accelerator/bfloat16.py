"""Networks in bfloat16: twice as fast on processors that multiply it, and less memory to move."""

import torch
from torch.autograd import Function

from networks import range_of


class Bfloat16Network:
    """The differentiable twin with hidden layers in bfloat16; heads and gradients of weights are float32.

    Nothing is rounded besides: 8 significant bits are about as coarse as the multiples of 1/32 to
    which the exported network rounds.
    """

    def __init__(self, network, weights):
        self.network = network
        self.weights = weights

    def __call__(self, *inputs):
        rounded = [value.bfloat16() for value in inputs]
        return self.network.evaluate(rounded, self._dense, self._add)

    def _dense(self, layer, value):
        name = f"{self.network.name}/{layer['name']}"
        bias, weights = self.weights[name + "/bias"], self.weights[name + "/weights"]
        if self.network.is_head(layer):
            return torch.addmm(bias, value.float(), weights).clamp(*range_of(layer))
        return _Dense.apply(value, weights, bias, *range_of(layer))

    @staticmethod
    def _add(layer, a, b):
        return _Sum.apply(a, b, *range_of(layer))


class _Dense(Function):
    """A clipped product."""

    @staticmethod
    def forward(context, value, weights, bias, low, high):
        rounded = weights.bfloat16()
        result = torch.addmm(bias.bfloat16(), value, rounded).clamp_(low, high)
        context.save_for_backward(value, rounded, result)
        context.range = low, high
        return result

    @staticmethod
    def backward(context, gradient):
        value, weights, result = context.saved_tensors
        gradient = _unclipped(gradient, result, *context.range)
        ones = gradient.new_ones(1, len(gradient))
        before = gradient @ weights.t() if context.needs_input_grad[0] else None
        return before, (value.t() @ gradient).float(), (ones @ gradient).float()[0], None, None


class _Sum(Function):
    """A clipped sum."""

    @staticmethod
    def forward(context, a, b, low, high):
        result = (a + b).clamp_(low, high)
        context.save_for_backward(result)
        context.range = low, high
        return result

    @staticmethod
    def backward(context, gradient):
        (result,) = context.saved_tensors
        gradient = _unclipped(gradient, result, *context.range)
        return gradient, gradient, None, None


def _unclipped(gradient, result, low, high):
    return gradient.masked_fill((result <= low) | (result >= high), 0)
