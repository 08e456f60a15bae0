package io.ardmstream.media.png;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.numbers.Integers;
import io.ardmstream.media.numbers.NumberForm;
import io.ardmstream.media.numbers.ReplicatedBits;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * PNG files whose words of 16 bits hold narrower numbers, as of cameras and microscopes of 10, 12
 * or 14 bits. Foreign bytes are the mark {@value #MARK}, how the numbers make words, and the
 * foreign bytes of the picture in words.
 */
final class PngWords {
  private static final int MARK = 16;
  private static final int WIDE = 16;

  private PngWords() {}

  /** Whether the samples are such numbers. */
  static boolean are(Media media) {
    return new ForeignSource(media.foreign()).u8() == MARK;
  }

  /** A picture in words as one in numbers, if that is worth it. */
  static Media narrowed(Media words) {
    return words.layout().bitDepth() < WIDE
        ? words
        : NumberForm.narrower(words.planes(), WIDE).map(form -> in(form, words)).orElse(words);
  }

  private static Media in(NumberForm form, Media words) {
    ByteSink foreign = new ByteSink().u8(MARK);
    form.pack(foreign);
    byte[] packed = foreign.bytes(words.foreign()).toBytes();
    return of(words, form.depth(), form::value, packed);
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
    return of(numbers, WIDE, value -> (int) form.word(value, nothing) & 0xFFFF, source.rest());
  }

  /** The same picture of other samples. */
  private static Media of(Media media, int depth, IntUnaryOperator sample, byte[] foreign) {
    int[][] planes =
        Arrays.stream(media.planes())
            .map(plane -> Arrays.stream(plane).map(sample).toArray())
            .toArray(int[][]::new);
    return media.inSamples(depth, planes, foreign);
  }
}
