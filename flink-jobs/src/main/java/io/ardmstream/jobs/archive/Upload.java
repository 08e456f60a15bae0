package io.ardmstream.jobs.archive;

import io.ardmstream.archive.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * A file that is kept on this machine until all of it is sent at once. Streams of Flink's file
 * systems cannot be abandoned: to close one publishes what it was given.
 */
final class Upload implements NewFile {

  /** Ending of files that may not be complete; they belong to no archive. */
  static final String UNFINISHED = ".unfinished";

  private final FileSystem files;
  private final Path target;
  private final boolean renamed;
  private final FileChannel scratch;

  /**
   * @param renamed whether to send it under another name first, because it would be seen while it
   *     is being sent
   */
  Upload(FileSystem files, Path target, boolean renamed) throws IOException {
    this.files = files;
    this.target = target;
    this.renamed = renamed;
    this.scratch = Scratch.open();
  }

  @Override
  public OutputStream content() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        Scratch.write(scratch, ByteBuffer.wrap(bytes, offset, length));
      }
    };
  }

  @Override
  public void publish() throws IOException {
    Path first = renamed ? target.suffix(UNFINISHED) : target;
    try {
      send(first);
      if (renamed) {
        rename(first);
      }
    } catch (IOException e) {
      forget(first, e);
      throw new IOException(target + " could not be written: " + e.getMessage(), e);
    }
    scratch.close();
  }

  @Override
  public void abandon() throws IOException {
    scratch.close();
  }

  private void send(Path file) throws IOException {
    long size = scratch.size();
    scratch.position(0);
    OutputStream out = files.create(file, WriteMode.OVERWRITE);
    Channels.newInputStream(scratch).transferTo(out);
    // not if that failed: to close it publishes what has arrived
    out.close();
    long sent = files.getFileStatus(file).getLen();
    if (sent != size) {
      throw new IOException("of %d bytes %d have arrived".formatted(size, sent));
    }
  }

  private void rename(Path from) throws IOException {
    // most file systems rename to no name that is taken
    files.delete(target, false);
    if (!files.rename(from, target)) {
      throw new IOException("it cannot be renamed from " + from);
    }
  }

  /** What is there may lack its end. */
  private void forget(Path file, IOException failure) {
    try {
      files.delete(file, false);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
