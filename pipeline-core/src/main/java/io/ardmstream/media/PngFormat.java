package io.ardmstream.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PNG of every colour type and depth, interlaced or not. The pixels come back exactly, and so do
 * all other chunks in their places; only the compressed stream is made anew.
 *
 * <p>The reader and writer are our own because no reader at hand gives what is needed here: the
 * samples as stored (palette indexes, 1, 2, 4 and 16 bits, no gamma applied), every chunk, and
 * memory that is known before it is taken. They are small, since {@link java.util.zip} does the
 * compression.
 *
 * <p>Foreign bytes: flags (1: interlaced, 2: palette, 4: chunks follow), then {@link PackedBytes}
 * of the chunks before the pixels, those after, and what follows IEND.
 */
final class PngFormat implements MediaFormat {
  private static final int INTERLACED = 1;
  private static final int PALETTE = 2;
  private static final int CHUNKS = 4;

  /** Chunks that point into the compressed stream, which is made anew. */
  private static final String STREAM_OFFSETS = "iDOT";

  private static final byte[] USUAL_CHUNKS =
      Ascii.bytes(
          "tIME\u0007\u0007tEXt\u0025date:modify\u00002tEXt\u0025date:create\u0000202"
              + "-01-01T00:00:00+00:00iTXtXML:com.adobe.xmp\0\0\0\0\0tEXtComment\0iCCPICC profile\0\0"
              + "tEXtSoftware\0Adobe ImageReadybKGD\u0006\0\u00ff\0\u00ff\0\u00ff"
              + "cHRM\u0020\0\0\u007a\u0026\0\0\u0080\u0084\0\0\u00fa\0\0\0\u0080\u00e8"
              + "\0\0\u0075\u0030\0\0\u00ea\u0060\0\0\u003a\u0098\0\0\u0017\u0070"
              + "sBIT\u0003\u0008\u0008\u0008sRGB\u0001\0gAMA\u0004\0\0\u00b1\u008f"
              + "pHYs\u0009\0\0\u000b\u0013\0\0\u000b\u0013\u0001\0");

  @Override
  public MediaType type() {
    return MediaType.PNG;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, PngFile.SIGNATURE);
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    PngFile parts = PngFile.read(file);
    PngHeader header = parts.header();
    Optional<String> obstacle = obstacle(parts);
    if (obstacle.isPresent()) {
      return OpaqueFormat.keep(file, "PNG with " + obstacle.get(), limits);
    }
    limits.checkShape(header.width(), header.height(), header.channels(), "byte 16");
    int[][] planes = PngInflation.planes(parts);
    return new Media(
        MediaType.PNG, header.layout(), planes, foreign(parts), MediaType.PNG.fidelity());
  }

  /**
   * Chunks that may change the meaning of pixels, or lose theirs when the pixels are packed anew.
   */
  private static Optional<String> obstacle(PngFile parts) {
    return Stream.concat(parts.before().stream(), parts.after().stream())
        .map(PngChunk::type)
        .filter(type -> type.equals(STREAM_OFFSETS) || isCritical(type) && !type.equals("PLTE"))
        .map(type -> "the chunk " + type)
        .findFirst();
  }

  private static boolean isCritical(String type) {
    return Character.isUpperCase(type.charAt(0));
  }

  private static byte[] foreign(PngFile parts) {
    PngHeader header = parts.header();
    boolean plain =
        parts.before().isEmpty() && parts.after().isEmpty() && parts.trailer().length == 0;
    int flags = header.interlaced() ? INTERLACED : 0;
    flags |= header.colour() == PngHeader.Colour.PALETTE ? PALETTE : 0;
    ByteSink sink = new ByteSink().u8(flags | (plain ? 0 : CHUNKS));
    if (!plain) {
      ByteSink chunks = new ByteSink();
      PngChunk.pack(parts.before(), chunks);
      PngChunk.pack(parts.after(), chunks);
      PackedBytes.write(sink, chunks.bytes(parts.trailer()).toBytes(), USUAL_CHUNKS);
    }
    return sink.toBytes();
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    ForeignSource source = new ForeignSource(media.foreign());
    int flags = source.u8();
    source.require(flags < 2 * CHUNKS, "are of a newer format");
    PngHeader header = PngHeader.of(layout, (flags & PALETTE) != 0, (flags & INTERLACED) != 0);
    boolean exists = header.colour().allows(header.depth()) && layout.equals(header.layout());
    source.require(exists, "are not of a PNG " + layout);
    byte[] pixels = PngDeflation.idat(header, media.planes());
    if ((flags & CHUNKS) == 0) {
      return new PngFile(header, List.of(), pixels, List.of(), new byte[0]).write();
    }
    ForeignSource chunks = new ForeignSource(PackedBytes.read(source, USUAL_CHUNKS));
    List<PngChunk> before = PngChunk.unpack(chunks);
    List<PngChunk> after = PngChunk.unpack(chunks);
    return new PngFile(header, before, pixels, after, chunks.rest()).write();
  }
}
