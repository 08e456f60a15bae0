package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Indexes of an archive: as they are, and with the checksums they ought to have. */
public final class IndexTarget {

  private static final Path FILE = temporary();

  private IndexTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    read(input);
    read(sealed(input));
  }

  /** What is read from the beginning to the end is also found by its name. */
  private static void read(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    try (IndexFile index = new IndexFile(FILE.toString(), ChannelFile.of(FILE))) {
      for (ArchiveEntry entry : scan(index)) {
        require(index.find(entry.name()).orElse(null), entry);
      }
    } catch (DamagedIndexException refusal) {
      // the only way to refuse
    }
  }

  private static List<ArchiveEntry> scan(IndexFile index) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    try (IndexScan scan = index.scan()) {
      for (ArchiveEntry entry = scan.next(); entry != null; entry = scan.next()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static byte[] sealed(byte[] input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((IndexLine.HEAD + "\n").getBytes(UTF_8));
    String[] lines = new String(input, UTF_8).split("\n");
    for (String line : lines) {
      byte[] plain = line.getBytes(UTF_8);
      out.writeBytes(plain);
      out.writeBytes(("\t" + IndexLine.checksum(plain, plain.length) + "\n").getBytes(UTF_8));
    }
    out.writeBytes((IndexLine.END + lines.length).getBytes(UTF_8));
    CRC32C all = new CRC32C();
    all.update(out.toByteArray());
    out.writeBytes(("\t" + IndexLine.hex(all) + "\n").getBytes(UTF_8));
    return out.toByteArray();
  }

  private static Path temporary() {
    try {
      Path file = Files.createTempFile("fuzz", ".tsv");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(ArchiveEntry found, ArchiveEntry expected) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("found " + found + " for " + expected);
    }
  }
}
