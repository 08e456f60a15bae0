package io.ardmstream.media.png;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.numbers.Integers;
import io.ardmstream.media.numbers.NumberForm;
import io.ardmstream.media.numbers.ReplicatedBits;
import io.ardmstream.media.numbers.WordSource;

/**
 * PNG files whose words of 16 bits hold narrower numbers, as of cameras and microscopes of 10, 12
 * or 14 bits. Foreign bytes are the mark {@value #MARK}, how the numbers make words, and the
 * foreign bytes of the picture in words.
 */
final class PngWords {
  private static final int MARK = 16;
  private static final int WIDE = 16;

  /** Words from which on a bit less of each is worth the description. */
  private static final int ENOUGH = 256;

  private PngWords() {}

  /** Whether the samples are such numbers. */
  static boolean are(Media media) {
    return new ForeignSource(media.foreign()).u8() == MARK;
  }

  /** A picture in words as one in numbers, if that is worth it. */
  static Media narrowed(Media words) {
    SampleLayout layout = words.layout();
    if (layout.bitDepth() < WIDE || layout.samples() < ENOUGH) {
      return words;
    }
    NumberForm form = NumberForm.ofIntegers(WordSource.of(words.planes()), WIDE).orElseThrow();
    if (form.depth() == WIDE) {
      return words;
    }
    ByteSink foreign = new ByteSink().u8(MARK);
    form.pack(foreign);
    int[][] planes = new int[words.planes().length][layout.planeSize()];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = form.value(words.planes()[c][i]);
      }
    }
    byte[] packed = foreign.bytes(words.foreign()).toBytes();
    return new Media(words.type(), layout(words, form.depth()), planes, packed, words.fidelity());
  }

  /** The picture in words again. */
  static Media widened(Media numbers) {
    ForeignSource source = new ForeignSource(numbers.foreign());
    source.u8();
    SampleLayout layout = numbers.layout();
    NumberForm form = NumberForm.unpack(source, layout.bitDepth(), layout.signed());
    boolean whole = form instanceof Integers || form instanceof ReplicatedBits;
    source.require(whole, "make words of numbers that a PNG cannot hold");
    BitSource nothing = new BitSource(() -> 0);
    int[][] planes = new int[numbers.planes().length][layout.planeSize()];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = (int) form.word(numbers.planes()[c][i], nothing) & 0xFFFF;
      }
    }
    return new Media(
        numbers.type(), layout(numbers, WIDE), planes, source.rest(), numbers.fidelity());
  }

  private static SampleLayout layout(Media media, int depth) {
    SampleLayout layout = media.layout();
    return SampleLayout.image(layout.width(), layout.height(), layout.channels(), depth);
  }
}
