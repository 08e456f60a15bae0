package io.ardmstream.network;

import java.util.List;

/**
 * One layer of an integer network. Its output is clipped to {@code [low, high]}; {@code low = 0} is
 * a rectifier.
 */
public sealed interface Layer {

  /** Name by which later layers and the outputs refer to this one. */
  String name();

  /** Names of the inputs or layers this layer reads. */
  List<String> inputs();

  /** Fractional bits of the output (see {@link NetworkInput#fraction()}). */
  int fraction();

  /** Smallest output value. */
  int low();

  /** Largest output value. */
  int high();

  /** Largest magnitude of an output value. */
  default int bound() {
    return Math.max(Math.abs(low()), Math.abs(high()));
  }

  /**
   * Fully connected layer over the concatenation of its inputs: {@code y = clip(floor((b + W a) /
   * 2^shift))}, the rounding constant being part of the bias.
   */
  record Dense(String name, List<String> inputs, int units, int fraction, int low, int high)
      implements Layer {

    /** Copies the list of inputs. */
    public Dense {
      inputs = List.copyOf(inputs);
    }
  }

  /** Sum of two equally wide and equally scaled layers: {@code y = clip(a + b)}. */
  record Sum(String name, List<String> inputs, int fraction, int low, int high) implements Layer {

    /** Checks that there are exactly two inputs. */
    public Sum {
      inputs = List.copyOf(inputs);
      if (inputs.size() != 2) {
        throw new IllegalArgumentException("sum " + name + " needs exactly two inputs");
      }
    }
  }
}
