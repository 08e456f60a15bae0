package io.ardmstream.block.classic.picture;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.coder.binary.BitCoder;

/**
 * One pass over the pixels of a block, which encodes them or fills them in: whether a pixel has the
 * colour of one of a few candidates, and its samples if it has not. Glyphs and patterns cost little
 * wherever they come again, however far away.
 */
final class ColourPass {
  private static final int FIRST = 0;
  private static final int LATER = 1;
  private static final int NO_CANDIDATE = 2;
  private static final int NONE = 3;

  private final int[][] planes;
  private final int width;
  private final PixelCoder samples;
  private final ContextHashes around;
  private final ColourPredictions candidates;
  private final ColourCopyCoder coder;
  private final byte[] outcomes;

  ColourPass(int[][] planes, int width, PixelCoder samples, Mixers mixers, BitCoder port) {
    this.planes = planes;
    this.width = width;
    this.samples = samples;
    int pixels = planes[0].length;
    around = new ContextHashes(width, pixels / width);
    candidates = new ColourPredictions(around, pixels);
    coder = new ColourCopyCoder(port, around, candidates, mixers.ofCandidates(pixels));
    outcomes = new byte[ContextHashes.area(width, pixels / width)];
  }

  void run() {
    for (int at = 0; at < planes[0].length; at++) {
      around.look(at % width, at / width);
      candidates.recall();
      outcomes[around.place()] = (byte) pixel(at);
      around.name(around.place(), name(at));
      candidates.learn();
    }
  }

  private int pixel(int at) {
    int before = outcomes[around.place(-2, 0)];
    int history = history();
    int firstOne = -1;
    for (int number = 0; number < ColourPredictions.MOST; number++) {
      int candidate = candidates.next();
      if (candidate == 0) {
        break;
      }
      int from = around.index(candidate);
      firstOne = number == 0 ? from : firstOne;
      if (coder.pass(alike(from, at), number, candidate, history, before)) {
        copy(from, at);
        samples.skip(at);
        return number == 0 ? FIRST : LATER;
      }
      candidates.refute(candidate);
    }
    samples.pixel(at, firstOne);
    return firstOne < 0 ? NO_CANDIDATE : NONE;
  }

  private int history() {
    return outcomes[around.place(-1, 0)]
        | outcomes[around.place(0, -1)] << 2
        | outcomes[around.place(1, -1)] << 4
        | outcomes[around.place(-1, -1)] << 6;
  }

  private boolean alike(int from, int at) {
    for (int[] plane : planes) {
      if (plane[from] != plane[at]) {
        return false;
      }
    }
    return true;
  }

  private void copy(int from, int at) {
    for (int[] plane : planes) {
      plane[at] = plane[from];
    }
  }

  private int name(int at) {
    int name = 7;
    for (int[] plane : planes) {
      name = mix(name, plane[at], 5);
    }
    return name | 1;
  }
}
