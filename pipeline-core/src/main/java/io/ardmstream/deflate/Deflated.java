package io.ardmstream.deflate;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.deflate.huffman.Damage;
import java.util.Arrays;

/**
 * The door to this package: a DEFLATE stream as its plain bytes and corrections, from which {@link
 * #rebuild} makes the same stream.
 *
 * @param plain what the stream holds
 * @param corrections what else it takes to write it again
 * @param end the first byte after the stream
 */
public record Deflated(byte[] plain, byte[] corrections, int end) {

  private static final int NO_LEVEL = 0;

  /**
   * Takes a stream apart.
   *
   * @param bytes that hold it from {@code from} on
   * @param most plain bytes there may be
   * @param window binary logarithm of the farthest distance that its wrapping allows
   * @throws io.ardmstream.failure.UnsupportedInputException when it is damaged, or holds more
   */
  public static Deflated of(byte[] bytes, int from, int most, int window) {
    return of(bytes, from, most, window, NO_LEVEL);
  }

  /**
   * The same for a stream whose wrapping names a level.
   *
   * @param level of zlib, 1 to 9, that is taken if it tells the stream as well as any other
   */
  public static Deflated of(byte[] bytes, int from, int most, int window, int level) {
    Stream stream = new Inflation(bytes, from, most).read();
    ZlibSettings settings = Estimate.of(stream, window, level);
    BinaryEncoder encoder = new BinaryEncoder();
    new StreamPass(encoder, stream.plain(), settings).encode(stream);
    byte[] coded = encoder.finish();
    byte[] corrections = new byte[ZlibSettings.BYTES + coded.length];
    settings.write(corrections, 0);
    System.arraycopy(coded, 0, corrections, ZlibSettings.BYTES, coded.length);
    return new Deflated(stream.plain(), corrections, stream.end());
  }

  /**
   * The stream again.
   *
   * @throws io.ardmstream.failure.CorruptDataException when the corrections are not of these bytes
   */
  public static byte[] rebuild(byte[] plain, byte[] corrections) {
    Damage.unlessCorrect(corrections.length >= ZlibSettings.BYTES, "are missing");
    ZlibSettings settings = ZlibSettings.read(corrections, 0);
    BinaryDecoder decoder = new BinaryDecoder(corrections, ZlibSettings.BYTES);
    return new StreamPass(decoder, plain, settings).decode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deflated deflated
        && end == deflated.end
        && Arrays.equals(plain, deflated.plain)
        && Arrays.equals(corrections, deflated.corrections);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(plain) + Arrays.hashCode(corrections);
  }

  @Override
  public String toString() {
    return plain.length + " bytes, " + corrections.length + " of corrections";
  }
}
