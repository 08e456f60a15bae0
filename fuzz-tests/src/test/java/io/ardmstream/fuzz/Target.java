package io.ardmstream.fuzz;

import io.ardmstream.archive.IndexTarget;
import io.ardmstream.archive.PartTarget;
import io.ardmstream.cli.serve.RequestTarget;
import io.ardmstream.dashboard.DashboardTarget;
import io.ardmstream.jobs.backfill.source.SourceTarget;
import io.ardmstream.jobs.replay.ReplayNamesTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The targets, and the inputs that each begins with. */
enum Target {
  AVRO(AvroTarget.class),
  BMP(BmpTarget.class),
  BUNDLE(BundleTarget.class),
  CLASSIC(ClassicTarget.class),
  CONTAINER(ContainerTarget.class),
  DASHBOARD(DashboardTarget.class),
  DEFLATE(DeflateTarget.class),
  FLAC(FlacTarget.class),
  GROUPS(GroupsTarget.class),
  INDEX(IndexTarget.class),
  JPEG(JpegTarget.class),
  NAMES(ReplayNamesTarget.class),
  PART(PartTarget.class),
  PNG(PngTarget.class),
  PNG_STREAM(PngStreamTarget.class),
  PNM(PnmTarget.class),
  RASTER(RasterTarget.class),
  RAW(RawTarget.class),
  REQUEST(RequestTarget.class),
  RESEALED(ResealedTarget.class),
  ROUNDTRIP(RoundTripTarget.class),
  SETTINGS(SettingsTarget.class),
  SOUND(SoundTarget.class),
  SOURCE(SourceTarget.class),
  TURBO(TurboTarget.class),
  WAV(WavTarget.class);

  private static final Path CORPUS = Path.of("corpus").toAbsolutePath();

  private final Class<?> type;

  Target(Class<?> type) {
    this.type = type;
  }

  String className() {
    return type.getName();
  }

  Path corpus() {
    return CORPUS.resolve(name().toLowerCase(Locale.ROOT));
  }

  List<Path> inputs() {
    try (Stream<Path> files = Files.list(corpus())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void run(byte[] input) throws Throwable {
    MeasuredTarget.run(type.getDeclaredMethod("fuzzerTestOneInput", byte[].class), input);
  }
}
