package io.ardmstream.media.png;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Dictionary;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.util.List;

/**
 * What a PNG file has beside its samples, as foreign bytes: flags (1: interlaced, 2: palette, 4:
 * chunks follow, 64: in brief, 128: a stream follows), the {@link PngStream} if there is one, then
 * {@link PackedBytes} of the chunks before the pixels, those after, and what follows IEND.
 *
 * @param interlaced whether the pixels come in the seven passes of Adam7
 * @param palette whether the samples are indices of a palette
 * @param before the chunks between IHDR and the pixels
 * @param after the chunks between the pixels and IEND
 * @param trailer what follows IEND
 * @param stream how the pixels are compressed
 */
record PngForeign(
    boolean interlaced,
    boolean palette,
    List<PngChunk> before,
    List<PngChunk> after,
    byte[] trailer,
    PackedStream stream) {

  static final int INTERLACED = 1;
  static final int PALETTE = 2;
  static final int CHUNKS = 4;
  static final int STREAM = 128;
  private static final int BRIEF = 64;

  static final byte[] USUAL_CHUNKS =
      Ascii.bytes(
          "tIME\u0007\u0007tEXt\u0025date:modify\u00002tEXt\u0025date:create\u0000202"
              + "-01-01T00:00:00+00:00iTXtXML:com.adobe.xmp\0\0\0\0\0tEXtComment\0iCCPICC profile\0\0"
              + "tEXtSoftware\0Adobe ImageReadybKGD\u0006\0\u00ff\0\u00ff\0\u00ff"
              + "cHRM\u0020\0\0\u007a\u0026\0\0\u0080\u0084\0\0\u00fa\0\0\0\u0080\u00e8"
              + "\0\0\u0075\u0030\0\0\u00ea\u0060\0\0\u003a\u0098\0\0\u0017\u0070"
              + "sBIT\u0003\u0008\u0008\u0008sRGB\u0001\0gAMA\u0004\0\0\u00b1\u008f"
              + "pHYs\u0009\0\0\u000b\u0013\0\0\u000b\u0013\u0001\0");

  private static final Dictionary DICTIONARY = new Dictionary(USUAL_CHUNKS);

  /** The same for a file whose pixels may be compressed in any way. */
  PngForeign withoutStream() {
    return new PngForeign(interlaced, palette, before, after, trailer, PackedStream.ANY);
  }

  static PngForeign of(PngFile parts) {
    return of(parts, PackedStream.ANY);
  }

  static PngForeign of(PngFile parts, PackedStream stream) {
    PngHeader header = parts.header();
    return new PngForeign(
        header.interlaced(),
        header.colour() == PngHeader.Colour.PALETTE,
        parts.before(),
        parts.after(),
        parts.trailer(),
        stream);
  }

  byte[] pack() {
    boolean plain = before.isEmpty() && after.isEmpty() && trailer.length == 0;
    int flags = (interlaced ? INTERLACED : 0) | (palette ? PALETTE : 0) | (plain ? 0 : CHUNKS);
    ByteSink sink = new ByteSink();
    packHead(flags, sink);
    if (!plain) {
      ByteSink chunks = new ByteSink();
      PngChunk.pack(before, chunks);
      PngChunk.pack(after, chunks);
      PackedBytes.write(sink, chunks.bytes(trailer).toBytes(), DICTIONARY);
    }
    return sink.toBytes();
  }

  /** The flags, and the stream if there is one. */
  void packHead(int flags, ByteSink sink) {
    sink.u8(flags | (stream.isTold() ? STREAM : 0) | (stream.brief() ? BRIEF : 0));
    if (stream.isTold() && !isLast(flags, stream.brief())) {
      sink.varint(stream.bytes().length);
    }
    sink.bytes(stream.bytes());
  }

  /** Nothing follows a brief stream without chunks, so that its length need not be told. */
  private static boolean isLast(int flags, boolean brief) {
    return brief && (flags & CHUNKS) == 0;
  }

  /** Reads the stream that flags tell of. */
  static PackedStream unpackStream(int flags, boolean brief, ForeignSource source) {
    if ((flags & STREAM) == 0) {
      return PackedStream.ANY;
    }
    byte[] bytes = isLast(flags, brief) ? source.rest() : source.bytes(source.varint());
    return new PackedStream(brief, bytes);
  }

  static PngForeign unpack(ForeignSource source) {
    int flags = source.u8();
    boolean brief = (flags & BRIEF) != 0;
    boolean known = !brief || (flags & (STREAM | PALETTE)) == STREAM;
    source.require(known && (flags & ~(STREAM | BRIEF)) < 2 * CHUNKS, "are of a newer format");
    PackedStream stream = unpackStream(flags, brief, source);
    boolean interlaced = (flags & INTERLACED) != 0;
    boolean palette = (flags & PALETTE) != 0;
    if ((flags & CHUNKS) == 0) {
      return new PngForeign(interlaced, palette, List.of(), List.of(), new byte[0], stream);
    }
    ForeignSource chunks = new ForeignSource(PackedBytes.read(source, DICTIONARY));
    List<PngChunk> before = PngChunk.unpack(chunks);
    List<PngChunk> after = PngChunk.unpack(chunks);
    return new PngForeign(interlaced, palette, before, after, chunks.rest(), stream);
  }
}
