package io.ardmstream.media.pcm;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import java.util.List;

/**
 * The foreign bytes of sound whose words are told: the code of the words, the shift as a signed
 * number, and the wrapping of the words.
 */
public record PcmForeign(PcmScale scale, Wrapping wrapping) {
  private static final int CODES = 64;

  /** Appends them, with the templates of the format. */
  public byte[] pack(byte[] before, List<Wrapping> templates) {
    int shift = scale.shift();
    ByteSink sink = new ByteSink().bytes(before).u8(scale.words().code());
    sink.varint(shift << 1 ^ shift >> 31);
    return sink.bytes(wrapping.pack(templates)).toBytes();
  }

  /**
   * Reads them to the end.
   *
   * @param templates of files whose words have that many bytes
   */
  public static PcmForeign unpack(ForeignSource source, SampleLayout layout, Templates templates) {
    int code = source.u8();
    source.require(code < CODES, "name words of a newer format");
    PcmWords words = PcmWords.of(code);
    int zigzag = source.varint();
    int shift = zigzag >>> 1 ^ -(zigzag & 1);
    boolean possible = words.floating() ? Math.abs(shift) <= 1100 : shift >= 0 && shift < 32;
    source.require(words.sound() && possible, "name words that do not exist");
    source.require(layout.signed() == words.signed(), "do not fit " + layout);
    byte[] rest = source.rest();
    Wrapping wrapping = Wrapping.unpack(rest, templates.of(words.bytes()));
    return new PcmForeign(new PcmScale(words, shift, layout.bitDepth()), wrapping);
  }

  /** Puts the file together. */
  public byte[] restore(int[][] planes) {
    byte[] file = wrapping.fileOf(scale.bytes(planes));
    scale.write(planes, file, wrapping.prefix().length);
    return file;
  }

  /** The templates of a format, given the bytes of a word. */
  public interface Templates {
    List<Wrapping> of(int bytes);
  }
}
