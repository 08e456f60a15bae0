package io.ardmstream.media.png.file;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One chunk of a PNG file.
 *
 * @param type four letters
 * @param data the chunk's content, without length, type and checksum
 */
public record PngChunk(String type, byte[] data) {
  /** The most chunks of a file beside its pixels; each takes far more memory than bytes. */
  public static final int MOST = 1 << 20;

  private static final int LEAST_PACKED = 5;

  /** As it stands in a file, checksum included. */
  public void write(ByteSink file) {
    write(file, checksum());
  }

  /** As it stands in a file, with another checksum. */
  public void write(ByteSink file, int checksum) {
    file.be32(data.length).ascii(type).bytes(data).be32(checksum);
  }

  public int checksum() {
    CRC32 crc = new CRC32();
    crc.update(Ascii.bytes(type));
    crc.update(data);
    return (int) crc.getValue();
  }

  /** Chunks as foreign bytes: their number, then type, length and data of each. */
  public static void pack(List<PngChunk> chunks, ByteSink sink) {
    sink.varint(chunks.size());
    for (PngChunk chunk : chunks) {
      sink.ascii(chunk.type).varint(chunk.data.length).bytes(chunk.data);
    }
  }

  public static List<PngChunk> unpack(ForeignSource source) {
    int count = source.varint();
    source.require(count <= MOST, "claim more chunks than there may be");
    source.require(count <= source.remaining() / LEAST_PACKED, "claim more chunks than they hold");
    PngChunk[] chunks = new PngChunk[count];
    for (int i = 0; i < count; i++) {
      String type = Ascii.text(source.bytes(4), 0, 4);
      chunks[i] = new PngChunk(type, source.bytes(source.varint()));
    }
    return List.of(chunks);
  }
}
