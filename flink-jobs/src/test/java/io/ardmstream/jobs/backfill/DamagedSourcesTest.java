package io.ardmstream.jobs.backfill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.PathText;
import io.ardmstream.jobs.backfill.source.Original;
import io.ardmstream.jobs.backfill.source.Originals;
import io.ardmstream.jobs.backfill.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that is damaged gives what is whole in it, and a failure by name for what is not. */
class DamagedSourcesTest {

  private static final byte[] B = "the content of b, which is to be damaged".getBytes(UTF_8);
  private static final int CENTRAL = 0x02014b50;

  @TempDir Path temp;

  /** What an item gives, as the backfill takes it. */
  private static final class Taken implements Original.Visitor {
    final Map<String, String> files = new LinkedHashMap<>();
    final Map<String, String> failures = new LinkedHashMap<>();
    int leftOut;

    @Override
    public void visit(Original original) {
      try {
        files.put(original.name(), new String(Backfill.read(original), ISO_8859_1));
      } catch (IOException | RuntimeException e) {
        failures.put(original.name(), String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void leftOut() {
      leftOut++;
    }

    @Override
    public void failed(String name, IOException failure) {
      failures.put(name, failure.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void aZipMemberWithAWrongChecksumCostsOnlyItself(int method) throws IOException {
    byte[] zip = zip(method);
    int b = central(zip, "b");
    zip[b + 16] ^= 1;

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures).containsOnlyKeys("x/b");
    assertThat(taken.failures.get("x/b")).contains("CRC-32 is wrong");
  }

  @Test
  void aZipMemberWithAFlippedBitCostsOnlyItself() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    zip[indexOf(zip, B) + 7] ^= 4;

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures).containsOnlyKeys("x/b");
  }

  @Test
  void noFlippedBitOfAZipFileGivesOtherContent() throws IOException {
    for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
      byte[] zip = zip(method);
      Map<String, String> whole = take("x.zip", zip).files;
      for (int i = 0; i < zip.length; i++) {
        byte[] damaged = zip.clone();
        damaged[i] ^= (byte) (1 << i % Byte.SIZE);
        Taken taken = take("x.zip", damaged);
        assertThat(whole.values())
            .as("byte %d: %s", i, taken.failures)
            .containsAll(taken.files.values());
        assertThat(taken.files.size() + taken.failures.size() + taken.leftOut)
            .as("nothing is lost in silence, byte %d: %s %s", i, taken.files, taken.failures)
            .isGreaterThanOrEqualTo(taken.failures.containsKey("x.zip") ? 1 : whole.size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 5000, Integer.MAX_VALUE})
  void aZipMemberThatLiesAboutItsSizeCostsOnlyItself(int claimed) throws IOException {
    byte[] zip = zip(ZipEntry.DEFLATED);
    little(zip).putInt(central(zip, "b") + 24, claimed);

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures).containsOnlyKeys("x/b");
    assertThat(taken.failures.get("x/b")).contains("its length is not");
  }

  @Test
  void anEncryptedZipMemberCostsOnlyItself() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    zip[central(zip, "b") + 8] |= 1;

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures.get("x/b")).contains("it is encrypted");
  }

  @Test
  void aZipMemberOfAnUnknownMethodCostsOnlyItself() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    zip[central(zip, "b") + 10] = 99;

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures.get("x/b")).contains("compression method, 99");
  }

  @Test
  void aZipMemberWhoseHeaderIsElsewhereCostsOnlyItself() throws IOException {
    for (int place : new int[] {1, 40, 150}) {
      byte[] zip = zip(ZipEntry.STORED);
      little(zip).putInt(central(zip, "b") + 42, place);
      assertThat(take("x.zip", zip).failures).as("byte %d", place).containsKey("x/b");
    }
  }

  @Test
  void aZipMemberWhoseHeaderHasAnotherNameIsRefused() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    zip[central(zip, "b") + 46] = 'd';

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a", "x/c");
    assertThat(taken.failures.get("x/d")).contains("its header has another name");
  }

  @Test
  void aZipFileWhoseDirectoryPointsBeyondItIsRefused() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    little(zip).putInt(central(zip, "b") + 42, 1 << 30);

    assertThat(take("x.zip", zip).failures.get("x.zip")).contains("its directory is damaged");
  }

  @Test
  void aZipFileThatEndsInsideItsDirectorySaysSo() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    little(zip).putShort(central(zip, "b") + 28, (short) -1);

    assertThat(take("x.zip", zip).failures.get("x.zip"))
        .contains("its directory is damaged (it ends too early)");
  }

  @Test
  void membersOfAZipFileThatOverlapAreRefused() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    little(zip).putInt(central(zip, "b") + 42, little(zip).getInt(central(zip, "a") + 42));

    assertThat(take("x.zip", zip).failures.values()).anyMatch(f -> f.contains("overlaps"));
  }

  @Test
  void aZipFileWhoseDirectoryIsDamagedSaysHowManyItLost() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    zip[central(zip, "b")] ^= 1;

    Taken taken = take("x.zip", zip);

    assertThat(taken.files).containsOnlyKeys("x/a");
    assertThat(taken.failures.get("x.zip")).contains("of 3 members it names 1");
  }

  @Test
  void largeAndStreamedZipFilesAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(Zip64Mode.Always);
      for (String name : List.of("a", "b", "ü")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(B);
        zip.closeArchiveEntry();
      }
    }
    Taken taken = take("x.zip", bytes.toByteArray());

    assertThat(taken.files).containsOnlyKeys("x/a", "x/b", "x/ü");
    assertThat(taken.failures).isEmpty();
  }

  @Test
  void specialFilesInZipFilesAreLeftOutAndCounted() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (int mode : new int[] {0100644, 0120777, 0010644, 0020644, 0060644, 0140644}) {
        ZipArchiveEntry entry = new ZipArchiveEntry("m" + Integer.toOctalString(mode));
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.closeArchiveEntry();
      }
    }
    Taken taken = take("x.zip", bytes.toByteArray());

    assertThat(taken.files).containsOnlyKeys("x/m100644");
    assertThat(taken.leftOut).isEqualTo(5);
  }

  @Test
  void namesThatAreNoUtf8AreKeptApart() throws IOException {
    byte[] zip = zip(ZipEntry.STORED);
    for (String name : List.of("a", "b")) {
      int entry = central(zip, name);
      zip[entry + 46] |= (byte) 0x80;
      zip[little(zip).getInt(entry + 42) + 30] |= (byte) 0x80;
    }
    assertThat(take("x.zip", zip).files).containsOnlyKeys("x/\uEFE1", "x/\uEFE2", "x/c");

    byte[] tar = tar("\u00ff\u00fe1", "\u00ff\u00fd1", "g\u00fct/" + "\u00ff".repeat(120));
    assertThat(take("x.tar", tar).files)
        .containsOnlyKeys(
            "x/\uEFFF\uEFFE1", "x/\uEFFF\uEFFD1", "x/g\uEFFCt/" + "\uEFFF".repeat(120));
  }

  /** Only the trailer tells; by then everything would be in the archive. */
  @Test
  void aTarGzWithAFlippedBitIsNotArchivedAtAll() throws IOException {
    byte[] gzip = gzip(tar("a", "b"));
    byte[] trailer = gzip.clone();
    trailer[gzip.length - 5] ^= 1;
    byte[] length = gzip.clone();
    length[gzip.length - 1] ^= 1;

    for (byte[] damaged : List.of(trailer, length, Arrays.copyOf(gzip, gzip.length - 8))) {
      Taken taken = take("x.tar.gz", damaged);
      assertThat(taken.files).isEmpty();
      assertThat(taken.failures.get("x.tar.gz")).contains("its compression is damaged");
    }
    assertThat(take("x.tar.gz", gzip).files).containsOnlyKeys("x/a", "x/b");
  }

  @Test
  void aTarGzInSeveralMembersIsReadToItsEnd() throws IOException {
    byte[] tar = tar("a", "b");
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip(Arrays.copyOf(tar, 1024)));
    members.writeBytes(gzip(Arrays.copyOfRange(tar, 1024, tar.length)));

    assertThat(take("x.tgz", members.toByteArray()).files).containsOnlyKeys("x/a", "x/b");
  }

  @Test
  void aTarZstWithAWrongChecksumIsNotArchivedAtAll() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdCompressorOutputStream(bytes, 3, false, true)) {
      out.write(tar("a", "b"));
    }
    byte[] zstd = bytes.toByteArray();
    assertThat(take("x.tar.zst", zstd).files).hasSize(2);
    zstd[zstd.length - 1] ^= 1;

    Taken taken = take("x.tar.zst", zstd);

    assertThat(taken.files).isEmpty();
    assertThat(taken.failures).containsOnlyKeys("x.tar.zst");
  }

  @Test
  void noFlippedBitOfATarHeaderGoesUnnoticed() throws IOException {
    byte[] tar = tar("a", "b", "x".repeat(150));
    for (int header : new int[] {0, 1024, 2048, 3072}) {
      for (int i = header; i < header + 512; i += 3) {
        byte[] damaged = tar.clone();
        damaged[i] ^= 1;
        assertThat(take("x.tar", damaged).failures).as("byte %d", i).isNotEmpty();
      }
    }
  }

  @Test
  void aTarFileThatIsCutSaysSo() throws IOException {
    byte[] tar = tar("a", "b");
    for (int length : new int[] {0, 1, 511, 512, 600, 1024, 1500, 2048}) {
      assertThat(take("x.tar", Arrays.copyOf(tar, length)).failures)
          .as("%d bytes", length)
          .containsKey("x.tar");
    }
  }

  @Test
  void whatLiesBehindTheEndOfATarFileIsNotLostInSilence() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(tar("a"));
    two.writeBytes(tar("b"));

    Taken taken = take("x.tar", two.toByteArray());

    assertThat(taken.files).containsOnlyKeys("x/a");
    assertThat(taken.failures.get("x.tar")).contains("data lies behind its end");
  }

  @Test
  void specialFilesInTarFilesAreLeftOutAndCounted() throws IOException {
    byte[] tar =
        tar(
            List.of(
                entry("file", TarConstants.LF_NORMAL),
                entry("link", TarConstants.LF_SYMLINK),
                entry("character", TarConstants.LF_CHR),
                entry("block", TarConstants.LF_BLK),
                entry("fifo", TarConstants.LF_FIFO),
                entry("contiguous", TarConstants.LF_CONTIG),
                entry("folder/", TarConstants.LF_DIR),
                entry("continued", (byte) 'M')));

    Taken taken = take("x.tar", tar);

    assertThat(taken.files).containsOnlyKeys("x/file", "x/contiguous");
    assertThat(taken.leftOut).isEqualTo(4);
    assertThat(taken.failures).containsOnlyKeys("x/continued");
    assertThat(taken.failures.get("x/continued")).contains("kind 'M'");
  }

  @Test
  void hardLinksHaveTheContentOfWhatTheyName() throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    entries.add(entry("a", TarConstants.LF_NORMAL));
    entries.add(entry("b", TarConstants.LF_NORMAL));
    entries.add(link("to a", "a"));
    entries.add(link("to b", "b"));
    entries.add(link("to to b", "to b"));
    entries.add(link("to none", "none"));

    Taken taken = take("x.tar", tar(entries));

    assertThat(taken.files)
        .containsEntry("x/to a", taken.files.get("x/a"))
        .containsEntry("x/to b", taken.files.get("x/b"))
        .containsEntry("x/to to b", taken.files.get("x/b"));
    assertThat(taken.failures).containsOnlyKeys("x/to none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sparse.tar", "sparsepax.tar"})
  void sparseFilesHaveTheirHoles(String name) throws IOException {
    byte[] tar;
    try (InputStream in = getClass().getResourceAsStream("/backfill/" + name)) {
      tar = in.readAllBytes();
    }
    Taken taken = take("x.tar", tar);

    assertThat(taken.failures).isEmpty();
    String content = taken.files.get("x/sp");
    assertThat(content).hasSize(3 << 20).contains("hello");
  }

  /** Each header of attributes or of a long name makes the library call itself. */
  @Test
  void aTarFileOfNothingButHeadersIsRefused() throws IOException {
    byte[] one = header(entry("g", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      many.writeBytes(one);
    }
    assertThat(take("x.tar", many.toByteArray()).failures.get("x.tar")).contains("headers");
  }

  @Test
  void aLongNameOfATarFileIsBounded() throws IOException {
    TarArchiveEntry name = entry("long", TarConstants.LF_GNUTYPE_LONGNAME);
    name.setSize(1L << 30);
    Path file = temp.resolve("x.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(header(name));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    assertThat(take(file).failures.get("x.tar.gz")).contains("claims more than there is");
  }

  private Taken take(String name, byte[] bytes) throws IOException {
    return take(Files.write(temp.resolve(name), bytes));
  }

  private static Taken take(Path file) throws IOException {
    Taken taken = new Taken();
    new Sources(null)
        .visit(
            PathText.of(file),
            item -> {
              try {
                Originals.of(item, 1 << 22, taken);
              } catch (IOException | RuntimeException e) {
                taken.failures.put(file.getFileName().toString(), String.valueOf(e.getMessage()));
              }
            });
    return taken;
  }

  private static byte[] zip(int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a", "b", "c")) {
        byte[] content = name.equals("b") ? B : ("content of " + name).getBytes(UTF_8);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(Backfill.crc32(content));
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  /** Where the entry of a name begins in the directory of a zip file. */
  private static int central(byte[] zip, String name) {
    for (int i = 0; ; i++) {
      if (little(zip).getInt(i) == CENTRAL && zip[i + 46] == name.charAt(0)) {
        return i;
      }
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; ; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      new ByteArrayInputStream(bytes).transferTo(gzip);
    }
    return out.toByteArray();
  }

  /** A tar file with files of these names, each byte a character. */
  private static byte[] tar(String... names) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    for (String name : names) {
      entries.add(entry(name, TarConstants.LF_NORMAL));
    }
    return tar(entries);
  }

  private static byte[] tar(List<TarArchiveEntry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (TarArchiveEntry entry : entries) {
        byte[] content =
            entry.isFile()
                    && !entry.isLink()
                    && !entry.isSymbolicLink()
                    && !entry.isCharacterDevice()
                    && !entry.isBlockDevice()
                    && !entry.isFIFO()
                ? ("content of " + entry.getName()).getBytes(UTF_8)
                : new byte[0];
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] header(TarArchiveEntry entry) {
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    return header;
  }

  private static TarArchiveEntry entry(String name, byte type) {
    return new TarArchiveEntry(name, type);
  }

  private static TarArchiveEntry link(String name, String target) {
    TarArchiveEntry link = entry(name, TarConstants.LF_LINK);
    link.setLinkName(target);
    return link;
  }
}
