package io.ardmstream.cli.files;

import io.ardmstream.codec.Codec;
import io.ardmstream.media.Limits;
import picocli.CommandLine.Option;

/** How much encoded files may claim. */
public final class LimitFlags {
  @Option(
      names = "--no-limits",
      description =
          "Decode whatever the files claim: for files that are to be trusted and were refused as"
              + " beyond a limit.")
  private boolean none;

  /** A codec that decodes with every model there is. */
  public Codec forDecoding() {
    Codec.Builder codec = ModelFlags.forDecoding();
    return none ? codec.limits(Limits.none()).build() : codec.build();
  }
}
