package io.ardmstream.cli.files;

import io.ardmstream.cli.shell.OutputFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.PartialDecode;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.failure.ArdmException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm decode}: {@code .ardm} files back to what they were. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Decode files. FILE.ardm goes to FILE; the encoded file stays.")
public final class DecodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LimitFlags limits;
  @Mixin private OutputFlags output;

  @Option(
      names = "--salvage",
      description =
          "Of a damaged file write what can be saved, with zeros in place of lost blocks; the exit"
              + " code stays that of the damage.")
  private boolean salvage;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE.ardm", description = "Encoded files.")
  private List<Path> files;

  @Override
  public Integer call() {
    Map<Path, Path> outputs =
        Outputs.of(files, output.out, this::withoutSuffix, spec.commandLine());
    Report report = new Report(spec, json);
    Conversion conversion =
        new Conversion(outputs, new SafeOutput(output.force), report, DecodeCommand::size);
    try (Codec codec = limits.forDecoding();
        Progress progress = Progress.of("decode", FileGroups.length(files))) {
      StreamDecoder decoder = codec.streamDecoder();
      conversion.run(files, containers -> decode(codec, decoder, containers), progress);
    }
    return report.finish();
  }

  private String withoutSuffix(String name) {
    int length = name.length() - EncodeCommand.SUFFIX.length();
    if (length <= 0 || !name.endsWith(EncodeCommand.SUFFIX)) {
      throw new ParameterException(
          spec.commandLine(),
          name + " does not end with " + EncodeCommand.SUFFIX + "; name the output with -o.");
    }
    return name.substring(0, length);
  }

  /** What it claims to become, be it true or not. */
  private static long size(byte[] container) {
    try {
      return Math.max(container.length, Codec.inspect(container).claim());
    } catch (ArdmException refusedLater) {
      return container.length;
    }
  }

  private List<Converted> decode(Codec codec, StreamDecoder decoder, List<byte[]> containers) {
    List<Decoding> decodings = decoder.decode(containers);
    List<Converted> results = new ArrayList<>();
    for (int i = 0; i < decodings.size(); i++) {
      results.add(converted(codec, containers.get(i), decodings.get(i)));
    }
    return results;
  }

  private Converted converted(Codec codec, byte[] container, Decoding decoding) {
    if (decoding instanceof Decoding.Decoded decoded) {
      String summary = "%,d bytes".formatted(decoded.bytes().length);
      return new Converted.Success(decoded.bytes(), summary, Details.of(decoded.info()));
    }
    ArdmException failure = ((Decoding.Failed) decoding).failure();
    return salvage ? salvaged(codec, container, failure) : new Converted.Refused(failure);
  }

  private static Converted salvaged(Codec codec, byte[] container, ArdmException failure) {
    try {
      PartialDecode saved = codec.salvage(container);
      return new Converted.Partial(saved.bytes(), failure, Details.of(saved));
    } catch (ArdmException hopeless) {
      return new Converted.Refused(hopeless);
    }
  }
}
