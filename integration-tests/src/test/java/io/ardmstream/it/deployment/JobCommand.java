package io.ardmstream.it.deployment;

import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A job as a deployment starts it.
 *
 * @param mainClass whose {@code main} Flink calls
 * @param arguments what it is given, with the paths of the image
 */
record JobCommand(String mainClass, List<String> arguments) {

  private static final String CONFIG_OF_IMAGE = "/opt/flink/ardm/config/";

  /**
   * Reads the settings the way the job does.
   *
   * @param secrets a folder that stands for the secrets of the deployment
   * @throws io.ardmstream.jobs.config.ConfigurationException if the job would not start with them
   */
  void readSettings(Path secrets) throws ReflectiveOperationException {
    Class.forName(mainClass).getMethod("main", String[].class);
    Settings settings =
        Settings.fromArguments(arguments.stream().map(text -> local(text, secrets)).toList());
    if (mainClass.equals(CompressJob.class.getName())) {
      CompressConfig.of(settings);
    } else if (mainClass.equals(RatesJob.class.getName())) {
      RatesConfig.of(settings);
    } else if (mainClass.equals(ReplayJob.class.getName())) {
      ReplayConfig.of(settings);
    } else {
      throw new IllegalArgumentException("no job is started by " + mainClass);
    }
  }

  private static String local(String argument, Path secrets) {
    if (argument.startsWith(CONFIG_OF_IMAGE)) {
      return Repository.ROOT
          .resolve("config")
          .resolve(argument.substring(CONFIG_OF_IMAGE.length()))
          .toString();
    }
    for (String folder : List.of("/run/secrets/", "/secrets/")) {
      if (argument.startsWith(folder)) {
        return secret(secrets.resolve(argument.substring(folder.length())));
      }
    }
    return argument;
  }

  private static String secret(Path file) {
    try {
      return Files.writeString(file, "").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
