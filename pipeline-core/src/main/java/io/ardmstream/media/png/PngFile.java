package io.ardmstream.media.png;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.BigEndian;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A PNG file cut into its chunks, every checksum verified.
 *
 * @param header the IHDR chunk
 * @param before the chunks between IHDR and the pixels
 * @param pixels the compressed pixels: the content of all IDAT chunks
 * @param after the chunks between the pixels and IEND
 * @param trailer what follows IEND
 */
public record PngFile(
    PngHeader header, List<PngChunk> before, byte[] pixels, List<PngChunk> after, byte[] trailer) {

  static final Check CHECK = new Check("PNG");
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private static final int AROUND_DATA = 12;

  public static PngFile read(byte[] file) {
    List<PngChunk> before = new ArrayList<>();
    List<PngChunk> after = new ArrayList<>();
    ByteSink pixels = new ByteSink();
    PngChunk first = chunk(file, SIGNATURE.length());
    CHECK.that(first.type().equals("IHDR"), 8, "the first chunk is not IHDR but %s", first.type());
    PngHeader header = PngHeader.read(first.data(), CHECK, 16);
    int at = SIGNATURE.length() + AROUND_DATA + first.data().length;
    while (true) {
      PngChunk chunk = chunk(file, at);
      int next = at + AROUND_DATA + chunk.data().length;
      if (chunk.type().equals("IEND")) {
        CHECK.that(pixels.size() > 0, at, "no IDAT chunk comes before IEND");
        byte[] trailer = Arrays.copyOfRange(file, next, file.length);
        return new PngFile(header, before, pixels.toBytes(), after, trailer);
      } else if (chunk.type().equals("IDAT")) {
        CHECK.that(after.isEmpty(), at, "IDAT chunks are not in one row");
        pixels.bytes(chunk.data());
      } else {
        (pixels.size() == 0 ? before : after).add(chunk);
        CHECK.that(before.size() + after.size() <= PngChunk.MOST, at, "it has too many chunks");
      }
      at = next;
    }
  }

  private static PngChunk chunk(byte[] file, int at) {
    CHECK.that(file.length - at >= AROUND_DATA, at, "the file ends before its IEND chunk");
    int length = BigEndian.s32(file, at);
    String type = Ascii.text(file, at + 4, 4);
    CHECK.that(type.matches("[A-Za-z]{4}"), at + 4L, "a chunk type is not four letters");
    boolean fits = length >= 0 && length <= file.length - at - AROUND_DATA;
    CHECK.that(fits, at, "the file ends inside its %s chunk", type);
    CRC32 crc = new CRC32();
    crc.update(file, at + 4, 4 + length);
    boolean intact = (int) crc.getValue() == BigEndian.s32(file, at + 8 + length);
    CHECK.that(intact, at, "the %s chunk does not match its checksum", type);
    return new PngChunk(type, Arrays.copyOfRange(file, at + 8, at + 8 + length));
  }

  byte[] write() {
    ByteSink file = new ByteSink().ascii(SIGNATURE);
    header.chunk().write(file);
    before.forEach(chunk -> chunk.write(file));
    new PngChunk("IDAT", pixels).write(file);
    after.forEach(chunk -> chunk.write(file));
    new PngChunk("IEND", new byte[0]).write(file);
    return file.bytes(trailer).toBytes();
  }
}
