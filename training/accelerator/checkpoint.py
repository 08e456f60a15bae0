"""Checkpoints of `ardm train`: step reached, steps planned, and all variables by name."""

import os
import pathlib
import struct

import numpy

MAGIC = 0x41524443


def read(file):
    """Returns (step, steps, {name: float32 array})."""
    data = pathlib.Path(file).read_bytes()
    magic, step, steps, count = struct.unpack_from(">iqqi", data)
    if magic != MAGIC:
        raise ValueError(f"{file} is not a checkpoint; write one by `ardm train --prepare`")
    at = 24
    variables = {}
    for _ in range(count):
        (length,) = struct.unpack_from(">H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        (size,) = struct.unpack_from(">i", data, at)
        variables[name] = numpy.frombuffer(data, ">f4", size, at + 4).astype(numpy.float32)
        at += 4 + 4 * size
    return step, steps, variables


def write(file, step, steps, variables):
    """Replaces the file in one go, so that a kill never leaves half a checkpoint."""
    part = pathlib.Path(str(file) + ".part")
    with part.open("wb") as out:
        out.write(struct.pack(">iqqi", MAGIC, step, steps, len(variables)))
        for name, values in variables.items():
            encoded = name.encode()
            out.write(struct.pack(">H", len(encoded)) + encoded)
            out.write(struct.pack(">i", values.size) + values.astype(">f4").tobytes())
    os.replace(part, file)
