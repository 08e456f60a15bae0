package io.ardmstream.media.png.file;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.BigEndian;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Check;
import io.ardmstream.media.ForeignSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A PNG file cut into its chunks.
 *
 * @param header the IHDR chunk
 * @param before the chunks between IHDR and the pixels
 * @param pixels the compressed pixels: the content of all IDAT chunks
 * @param after the chunks between the pixels and IEND
 * @param trailer what follows IEND
 */
public record PngFile(
    PngHeader header, List<PngChunk> before, byte[] pixels, List<PngChunk> after, byte[] trailer) {

  public static final Check CHECK = new Check("PNG");
  public static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private static final int AROUND_DATA = 12;

  /** Sees every chunk of a file on the way. */
  public interface Witness {
    /**
     * @param at offset of the chunk
     * @param checksum as it stands in the file
     */
    void see(int at, PngChunk chunk, int checksum);
  }

  /** Reads a file, every checksum of which has to hold. */
  public static PngFile read(byte[] file) {
    return read(file, PngFile::verify);
  }

  /** Reads a file; what to think of its checksums is left to the witness. */
  public static PngFile read(byte[] file, Witness witness) {
    List<PngChunk> before = new ArrayList<>();
    List<PngChunk> after = new ArrayList<>();
    ByteSink pixels = new ByteSink();
    PngChunk first = chunk(file, SIGNATURE.length(), witness);
    CHECK.that(first.type().equals("IHDR"), 8, "the first chunk is not IHDR but %s", first.type());
    PngHeader header = PngHeader.read(first.data(), CHECK, 16);
    int at = SIGNATURE.length() + AROUND_DATA + first.data().length;
    while (true) {
      PngChunk chunk = chunk(file, at, witness);
      int next = at + AROUND_DATA + chunk.data().length;
      if (chunk.type().equals("IEND")) {
        CHECK.that(pixels.size() > 0, at, "no IDAT chunk comes before IEND");
        CHECK.that(chunk.data().length == 0, at, "the IEND chunk is not empty");
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

  private static PngChunk chunk(byte[] file, int at, Witness witness) {
    CHECK.that(file.length - at >= AROUND_DATA, at, "the file ends before its IEND chunk");
    int length = BigEndian.s32(file, at);
    String type = Ascii.text(file, at + 4, 4);
    CHECK.that(type.matches("[A-Za-z]{4}"), at + 4L, "a chunk type is not four letters");
    boolean fits = length >= 0 && length <= file.length - at - AROUND_DATA;
    CHECK.that(fits, at, "the file ends inside its %s chunk", type);
    PngChunk chunk = new PngChunk(type, Arrays.copyOfRange(file, at + 8, at + 8 + length));
    witness.see(at, chunk, BigEndian.s32(file, at + 8 + length));
    return chunk;
  }

  private static void verify(int at, PngChunk chunk, int checksum) {
    CHECK.that(
        checksum == chunk.checksum(), at, "the %s chunk does not match its checksum", chunk.type());
  }

  /** The file, its pixels in one chunk. */
  public byte[] write() {
    return write(PngCuts.WHOLE, Map.of());
  }

  /**
   * The file.
   *
   * @param checksums that are wrong, by the number of their chunk
   */
  public byte[] write(PngCuts cuts, Map<Integer, Integer> checksums) {
    List<PngChunk> chunks = new ArrayList<>();
    chunks.add(header.chunk());
    chunks.addAll(before);
    ForeignSource data = new ForeignSource(pixels);
    for (int length : cuts.lengths(pixels.length)) {
      data.require(length >= 0, "cut more pixels than there are");
      chunks.add(new PngChunk("IDAT", data.bytes(length)));
    }
    chunks.addAll(after);
    chunks.add(new PngChunk("IEND", new byte[0]));
    ByteSink file = new ByteSink().ascii(SIGNATURE);
    for (int i = 0; i < chunks.size(); i++) {
      PngChunk chunk = chunks.get(i);
      Integer wrong = checksums.get(i);
      chunk.write(file, wrong == null ? chunk.checksum() : wrong);
    }
    return file.bytes(trailer).toBytes();
  }
}
