package io.ardmstream.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Media files of a few hundred bytes. */
public final class SmallMedia {
  private SmallMedia() {}

  /** A grey gradient as PNM; {@code shade} makes different ones. */
  public static Path pgm(Path file, int shade) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("P5\n32 24\n255\n".getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 32; x++) {
        out.write(shade + 3 * x + 2 * y + (x * y) % 5);
      }
    }
    return Files.write(file, out.toByteArray());
  }

  /** Bytes that are no media. */
  public static Path text(Path file) throws IOException {
    return Files.writeString(file, "Not a picture, not a sound.");
  }
}
