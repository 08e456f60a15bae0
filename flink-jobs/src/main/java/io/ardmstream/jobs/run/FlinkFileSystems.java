package io.ardmstream.jobs.run;

import java.io.IOException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;

/** Flink's file systems, those of its {@linkplain FlinkPlugins plugins} among them. */
public final class FlinkFileSystems {

  private FlinkFileSystems() {}

  /**
   * The file system of a path.
   *
   * @throws IOException if there is none for its scheme, with the plugin that is missing; or if it
   *     cannot be reached
   */
  public static FileSystem of(Path path) throws IOException {
    try {
      return path.getFileSystem();
    } catch (UnsupportedFileSystemSchemeException e) {
      throw new IOException(
          "%s: no plugin of Flink is installed for %s:// (outside of a cluster FLINK_PLUGINS_DIR names the folder of plugins). %s"
              .formatted(path, path.toUri().getScheme(), e.getMessage()),
          e);
    }
  }
}
