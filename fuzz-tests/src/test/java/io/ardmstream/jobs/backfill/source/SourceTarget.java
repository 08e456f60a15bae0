package io.ardmstream.jobs.backfill.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ardmstream.jobs.backfill.Backfill;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Sources of a backfill: the first byte says of which kind, the rest is the file. */
public final class SourceTarget {

  private static final String[] NAMES = {"x.zip", "x.tar", "x.tar.gz", "x.tar.zst"};

  /** Larger originals are not read, so that there is time for many inputs. */
  private static final int LIMIT = 1 << 20;

  private static final int MOST_BYTES = 1 << 24;

  private SourceTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      String name = NAMES[(input[0] & 0xFF) % NAMES.length];
      byte[] file = Arrays.copyOfRange(input, 1, input.length);
      Map<String, byte[]> first = visit(name, file);
      require(Arrays.deepEquals(values(first), values(visit(name, file))), "other files came back");
    }
  }

  private static byte[][] values(Map<String, byte[]> files) {
    return files.values().toArray(byte[][]::new);
  }

  private static Map<String, byte[]> visit(String name, byte[] file) {
    SourceItem.Kind kind = SourceItem.Kind.of(name);
    SourceItem item = new SourceItem(name, kind, "x", "s", file.length, 0);
    FileStore store = new Memory(file);
    Collector collector = new Collector();
    try {
      if (kind == SourceItem.Kind.ZIP) {
        new ZipOriginals(item, store, collector).visit();
      } else {
        new TarOriginals(item, store, LIMIT, collector).visit();
      }
    } catch (IOException | RuntimeException refusal) {
      if (refusal == collector.finding) {
        throw collector.finding;
      }
    }
    if (name.endsWith(".tar")) {
      collector.files.forEach((file1, content) -> requireInside(file, content));
    }
    return collector.files;
  }

  /** A tar file keeps content as it is; holes apart, which are zeros. */
  private static void requireInside(byte[] file, byte[] content) {
    boolean sparse = false;
    for (byte b : content) {
      sparse |= b == 0;
    }
    require(
        sparse || new String(file, ISO_8859_1).contains(new String(content, ISO_8859_1)),
        "content came out that is not in the file");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static final class Collector implements Original.Visitor {
    final Map<String, byte[]> files = new LinkedHashMap<>();
    IllegalStateException finding;
    private long bytes;

    @Override
    public void visit(Original original) {
      expect(original.name().startsWith("x/"), "a name leads out of its source");
      if (original.length() > LIMIT || bytes > MOST_BYTES) {
        return;
      }
      try {
        byte[] content = Backfill.read(original);
        expect(content.length == original.length(), "another length came back");
        bytes += content.length;
        files.put(original.name(), content);
      } catch (IOException | RuntimeException refusal) {
        expect(refusal != finding, "unreachable");
      }
    }

    @Override
    public void leftOut() {
      // nothing to hold against it
    }

    @Override
    public void failed(String name, IOException failure) {
      expect(failure.getMessage() != null, "a failure without a reason");
    }

    private void expect(boolean holds, String otherwise) {
      if (!holds) {
        finding = new IllegalStateException(otherwise);
        throw finding;
      }
    }
  }

  /** One file in memory. */
  private record Memory(byte[] file) implements FileStore {

    @Override
    public Found at(String location) {
      return new Found(location, "", Type.FILE, file.length, 0);
    }

    @Override
    public void list(String folder, Visitor visitor) {
      throw new UnsupportedOperationException("there are no folders");
    }

    @Override
    public InputStream open(String location) {
      return new ByteArrayInputStream(file);
    }

    @Override
    public SeekableByteChannel channel(String location) {
      return new SeekableInMemoryByteChannel(file);
    }
  }
}
