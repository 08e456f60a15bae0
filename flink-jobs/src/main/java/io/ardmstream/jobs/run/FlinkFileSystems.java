package io.ardmstream.jobs.run;

import java.io.IOException;
import org.apache.flink.configuration.ConfigConstants;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;
import org.apache.flink.core.plugin.PluginUtils;

/** Flink's file systems in a process that none of Flink's scripts has started. */
public final class FlinkFileSystems {

  private FlinkFileSystems() {}

  /**
   * Takes plugins from the folder that {@code FLINK_PLUGINS_DIR} names, and their settings from
   * {@code config.yaml} in that of {@code FLINK_CONF_DIR}, as Flink's scripts do. Does nothing
   * where the first is not set.
   *
   * @throws org.apache.flink.configuration.IllegalConfigurationException if the settings cannot be
   *     read
   */
  public static void install() {
    if (System.getenv(ConfigConstants.ENV_FLINK_PLUGINS_DIR) != null) {
      Configuration settings = GlobalConfiguration.loadConfiguration();
      FileSystem.initialize(settings, PluginUtils.createPluginManagerFromRootFolder(settings));
    }
  }

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
