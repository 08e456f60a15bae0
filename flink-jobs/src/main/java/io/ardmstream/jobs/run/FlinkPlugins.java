package io.ardmstream.jobs.run;

import org.apache.flink.configuration.ConfigConstants;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.classloading.ComponentClassLoader;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/**
 * Flink's plugins in a process that none of Flink's scripts has started. Apart from what uses them,
 * so that a program may ask at its start without loading anything of Flink.
 */
public final class FlinkPlugins {
  private FlinkPlugins() {}

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
      // thirty lines on standard error of a version that only Flink can change
      System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
      Configuration settings = GlobalConfiguration.loadConfiguration();
      FileSystem.initialize(settings, PluginUtils.createPluginManagerFromRootFolder(settings));
    }
  }

  /**
   * Whether a plugin has thrown this: what an object store refuses comes as an exception of its
   * client.
   */
  public static boolean hasThrown(Throwable failure) {
    return failure.getClass().getClassLoader() instanceof ComponentClassLoader;
  }
}
