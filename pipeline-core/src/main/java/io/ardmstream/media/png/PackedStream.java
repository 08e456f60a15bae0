package io.ardmstream.media.png;

import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.png.file.PngHeader;
import java.util.Optional;

/**
 * A {@link PngStream} as it is written.
 *
 * @param brief whether as {@link BriefStream} has it
 * @param bytes none: the pixels are compressed in any way
 */
record PackedStream(boolean brief, byte[] bytes) {
  static final PackedStream ANY = new PackedStream(false, new byte[0]);

  /** In brief if possible; palettes leave no room to say so. */
  static PackedStream of(PngStream stream, PngHeader header) {
    boolean palette = header.colour() == PngHeader.Colour.PALETTE;
    return (palette ? Optional.<byte[]>empty() : BriefStream.pack(stream))
        .map(bytes -> new PackedStream(true, bytes))
        .orElseGet(() -> new PackedStream(false, stream.pack()));
  }

  boolean isTold() {
    return bytes.length > 0;
  }

  PngStream unpack() {
    ForeignSource source = new ForeignSource(bytes);
    return brief ? BriefStream.unpack(source) : PngStream.unpack(source);
  }
}
