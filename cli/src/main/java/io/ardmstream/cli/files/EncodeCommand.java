package io.ardmstream.cli.files;

import io.ardmstream.cli.shell.OutputFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm encode}: media files to {@code .ardm} files. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description = "Encode media files. FILE goes to FILE.ardm; the original stays.")
public final class EncodeCommand implements Callable<Integer> {
  static final String SUFFIX = ".ardm";

  @Spec private CommandSpec spec;
  @Mixin private OutputFlags output;
  @Mixin private MediaFlags media;
  @Mixin private ModelFlags models;

  @Option(
      names = "--no-verify",
      description = "Do not decode each file again before it is written.")
  private boolean unverified;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "WAV, AIFF, AU, CAF, FLAC, PNG, JPEG, BMP, Netpbm, TIFF, DICOM, NPY, FITS, Y4M or raw"
              + " files.")
  private List<Path> files;

  @Override
  public Integer call() {
    Map<Path, Path> outputs =
        Outputs.of(files, output.out, name -> name + SUFFIX, spec.commandLine());
    Report report = new Report(spec, json);
    Conversion conversion =
        new Conversion(outputs, new SafeOutput(output.force), report, file -> file.length);
    try (Codec codec = models.forEncoding().verify(!unverified).build();
        Progress progress = Progress.of("encode", FileGroups.length(files))) {
      conversion.run(files, contents -> encode(codec, contents), progress);
    }
    return report.finish();
  }

  private List<Converted> encode(Codec codec, List<byte[]> contents) {
    MediaOptions options = media.options();
    List<Source> sources = contents.stream().map(content -> new Source(content, options)).toList();
    return codec.encode(sources).stream().map(EncodeCommand::converted).toList();
  }

  private static Converted converted(Encoding encoding) {
    if (encoding instanceof Encoding.Encoded encoded) {
      EncodeStatistics statistics = encoded.statistics();
      return new Converted.Success(
          encoded.container(), summary(statistics), Details.of(statistics), note(statistics));
    }
    return new Converted.Refused(((Encoding.Failed) encoding).failure());
  }

  /** Why the samples of a file were not looked for, or of no use. */
  private static String note(EncodeStatistics statistics) {
    boolean opaque = statistics.storedAs() == FileFormat.OPAQUE;
    List<String> reasons = statistics.fallbackReasons();
    return opaque && !reasons.isEmpty() ? "kept as plain bytes: " + reasons.get(0) : "";
  }

  private static String summary(EncodeStatistics statistics) {
    return "%,d to %,d bytes, %.3f bits per sample"
        .formatted(
            statistics.inputBytes(), statistics.encodedBytes(), statistics.bitsPerDimension());
  }
}
