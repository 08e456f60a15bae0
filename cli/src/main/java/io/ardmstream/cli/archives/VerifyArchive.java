package io.ardmstream.cli.archives;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.cli.files.LimitFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.io.IOException;
import java.util.Random;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code ardm verify} of an archive. */
public final class VerifyArchive {
  private VerifyArchive() {}

  public static ReadReport run(String location, double share, LimitFlags limits)
      throws IOException {
    try (Archive archive = Archive.open(ArchiveStores.of(location));
        Codec codec = limits.forDecoding();
        Progress progress = Progress.of("verify", (long) (share * archive.length()))) {
      long seed = new Random().nextLong();
      return new ArchiveVerification(archive, codec).run(share, seed, progress::advance);
    }
  }

  /** A share such as {@code 5%} or {@code 0.05}. */
  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      boolean percent = text.endsWith("%");
      try {
        double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
        double share = percent ? number / 100 : number;
        if (share > 0 && share <= 1) {
          return share;
        }
      } catch (NumberFormatException e) {
        // the same message for all that is no share
      }
      throw new TypeConversionException(
          "'" + text + "' is no share: write a number above 0% up to 100%, such as 5%");
    }
  }
}
