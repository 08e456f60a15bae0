package io.ardmstream.cli.files;

import com.google.gson.JsonObject;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm info}: what encoded files tell without being decoded. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "Show what encoded files hold, without decoding them.")
public final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE.ardm", description = "Encoded files.")
  private List<Path> files;

  @Override
  public Integer call() {
    Report report = new Report(spec, json);
    try (ModelRegistry installed = ModelRegistry.installed()) {
      WhichModel models = new WhichModel(installed);
      for (Path file : files) {
        try {
          ContainerInfo info = Codec.inspect(FileContent.of(file));
          Optional<String> notTried = notTried(info, models);
          JsonObject facts = Details.of(info);
          info.model().ifPresent(tag -> facts.addProperty("model_name", models.name(tag)));
          notTried.ifPresent(what -> facts.addProperty("not_tried", what));
          report.answer(file, describe(file, info, models, notTried), facts);
        } catch (IOException | ArdmException e) {
          report.failed(file, e);
        }
      }
    }
    return report.finish();
  }

  private static Optional<String> notTried(ContainerInfo info, WhichModel models) {
    return info.modes().get(BlockMode.ARDM) == 0
        ? Optional.empty()
        : info.model().flatMap(models::notTried);
  }

  private static String describe(
      Path file, ContainerInfo info, WhichModel models, Optional<String> notTried) {
    return """
           %s
           %s
             restores    %s, by %,d bytes beside the samples
             blocks      %s
             model       %s%s
             format      version %d%s"""
        .formatted(
            file,
            (info.layout().kind() == Modality.OPAQUE ? bytes(info) : samples(info))
                .indent(2)
                .stripTrailing(),
            info.fidelity() == Fidelity.BYTES ? "every byte" : "samples and metadata",
            info.foreignBytes(),
            modes(info.modes()),
            info.model().map(models::name).orElse("none needed"),
            notTried.map(what -> "\n  not tried   " + what).orElse(""),
            info.version(),
            info.whole() ? "" : ", damaged");
  }

  /** What is not coded as samples: a JPEG file, which has coefficients, or a file as it is. */
  private static String bytes(ContainerInfo info) {
    return """
           holds       %s, %,d bytes
           encoded     %,d bytes, ratio %.3f to the file"""
        .formatted(
            info.type() == FileFormat.OPAQUE ? "a file as it is" : info.type(),
            info.rawBytes(),
            info.encodedBytes(),
            Details.ratio(info.rawBytes(), info.encodedBytes()));
  }

  private static String samples(ContainerInfo info) {
    return """
           holds       %s, %s
           samples     %,d, %,d bytes
           encoded     %,d bytes, %.3f bits per sample, ratio %.3f to the samples"""
        .formatted(
            info.type(),
            shape(info.layout()),
            info.layout().samples(),
            info.rawBytes(),
            info.encodedBytes(),
            Details.bitsPerDimension(info),
            Details.ratio(info.rawBytes(), info.encodedBytes()));
  }

  private static String shape(SampleLayout layout) {
    String samples = layout.channels() + " x " + layout.bitDepth() + " bit";
    if (layout.kind() == Modality.IMAGE) {
      return "%d x %d pixels, %s".formatted(layout.width(), layout.height(), samples);
    }
    return "%,d frames, %s".formatted(layout.width(), samples);
  }

  private static String modes(Map<BlockMode, Integer> modes) {
    return modes.entrySet().stream()
        .filter(mode -> mode.getValue() > 0)
        .map(mode -> mode.getValue() + " " + Details.lower(mode.getKey()))
        .collect(Collectors.joining(", "));
  }
}
