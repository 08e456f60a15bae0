package io.ardmstream.cli.archives;

import io.ardmstream.archive.PathText;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is read lies apart from the archive that is written. */
final class ApartPaths {
  private ApartPaths() {}

  /** Refuses a command whose paths or URIs lie in each other. */
  static void require(CommandSpec command, String read, String archive) {
    if (ArchiveStores.isRemote(read) || ArchiveStores.isRemote(archive)) {
      requireApart(command, read, archive, asFolder(read), asFolder(archive));
    } else {
      Path from = PathText.path(read).toAbsolutePath().normalize();
      Path to = PathText.path(archive).toAbsolutePath().normalize();
      requireApart(command, read, archive, PathText.of(from) + "/", PathText.of(to) + "/");
    }
  }

  private static void requireApart(
      CommandSpec command, String read, String archive, String from, String to) {
    if (from.startsWith(to) || to.startsWith(from)) {
      throw new ParameterException(
          command.commandLine(),
          "%s and the archive %s lie in each other; name another folder for the archive."
              .formatted(read, archive));
    }
  }

  private static String asFolder(String uri) {
    return uri.replaceAll("/+$", "") + "/";
  }
}
