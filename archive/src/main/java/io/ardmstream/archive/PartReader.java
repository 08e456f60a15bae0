package io.ardmstream.archive;

import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * One published part, read by blocks. Whatever a damaged part claims, memory stays bounded by its
 * size, and the only exception is one that says where the damage is.
 */
public final class PartReader implements Closeable {

  /** Payloads are compressed already, so that no block of a writer gets this much smaller. */
  private static final long MOST_EXPANSION = 64;

  private static final long SMALL_BLOCK_BYTES = 1 << 20;
  private static final long LARGEST_BLOCK_BYTES = Integer.MAX_VALUE - 16;

  private final String name;
  private final StoredFile file;
  private final PartHeader header;

  /**
   * Reads a part.
   *
   * @param name where it is, for people to read
   * @param file closed with this, and if this fails
   */
  PartReader(String name, StoredFile file) throws IOException {
    this.name = name;
    this.file = file;
    try {
      header = PartHeader.of(bytes(0, (int) Math.min(file.size(), PartHeader.LONGEST)));
    } catch (IOException | MalformedMessageException | RuntimeException e) {
      file.close();
      throw damaged(0, e);
    }
  }

  /** The first block, or null if the part has none. */
  public PartBlock first() throws IOException {
    return at(header.length());
  }

  /** The block behind another, or null at the end. */
  public PartBlock after(PartBlock block) throws IOException {
    return at(block.end());
  }

  /** The block that begins at a position, or null at the end. */
  public PartBlock block(long position) throws IOException {
    return at(position);
  }

  /** The records of the block that begins at a position. */
  public List<EncodedRecord> records(long position) throws IOException {
    PartBlock block = at(position);
    if (block == null) {
      throw damaged(position, new EOFException());
    }
    return records(block);
  }

  /** The records of a block. */
  public List<EncodedRecord> records(PartBlock block) throws IOException {
    try {
      return header
          .blocks()
          .records(decompressed(bytes(block.content(), block.length())), block.records());
    } catch (IOException | MalformedMessageException | RuntimeException e) {
      throw damaged(block.position(), e);
    }
  }

  /** Number of records of all blocks, without looking into them. */
  public long count() throws IOException {
    long count = 0;
    for (PartBlock block = first(); block != null; block = after(block)) {
      count += block.records();
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private PartBlock at(long position) throws IOException {
    if (position == file.size()) {
      return null;
    }
    try {
      StoredStream head = new StoredStream(file, position);
      BinaryDecoder decoder = DecoderFactory.get().directBinaryDecoder(head, null);
      long records = decoder.readLong();
      long length = decoder.readLong();
      long content = head.position();
      long room = Math.min(file.size() - content - header.mark().length, LARGEST_BLOCK_BYTES);
      if (records < 1 || length < 1 || length > room) {
        throw new IOException("a block of %d records in %d bytes".formatted(records, length));
      }
      if (!Arrays.equals(bytes(content + length, header.mark().length), header.mark())) {
        throw new IOException("the block does not end with the mark of this part");
      }
      long end = content + length + header.mark().length;
      return new PartBlock(position, records, content, (int) length, end);
    } catch (IOException | RuntimeException e) {
      throw damaged(position, e);
    }
  }

  private byte[] bytes(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.array();
  }

  private static byte[] decompressed(byte[] bytes) throws IOException {
    long most = Math.min(SMALL_BLOCK_BYTES + MOST_EXPANSION * bytes.length, LARGEST_BLOCK_BYTES);
    try (InputStream in = new ZstdCompressorInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes((int) most);
      if (in.read() >= 0) {
        throw new IOException("%d bytes claim to be more than %d".formatted(bytes.length, most));
      }
      return plain;
    }
  }

  private IOException damaged(long position, Exception cause) {
    if (cause instanceof StoreFailure failure) {
      return failure;
    }
    String finding = cause instanceof EOFException ? "it ends early" : cause.getMessage();
    return new IOException(
        "%s is damaged at byte %d (%s): restore this file from a copy of the archive"
            .formatted(name, position, finding),
        cause);
  }
}
