package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.io.Serializable;
import java.util.List;

/**
 * What a backfill archives.
 *
 * @param sources folders, files, globs, tar and zip files, as paths or URIs
 * @param stream stream the files belong to; empty: the name of their folder
 * @param rawDescriptor layout of files that are bare samples, as text; empty: media files
 * @param maxFileBytes larger files are left out
 */
public record OriginalsSettings(
    List<String> sources, String stream, String rawDescriptor, int maxFileBytes)
    implements Serializable {

  /** Keeps a copy. */
  public OriginalsSettings {
    sources = List.copyOf(sources);
  }

  static OriginalsSettings read(SettingReader reader) {
    return new OriginalsSettings(
        reader.requiredList(
            "input.sources", "name at least one folder, file, glob, tar or zip file"),
        reader.text("input.stream", "").strip(),
        reader.rawDescriptor("input.raw-descriptor"),
        reader.bytes("input.max-file-bytes", "256 mb", "1 kb", "1 gb"));
  }

  /** How the files are taken apart. */
  public MediaOptions media(CodecSettings codec) {
    MediaOptions options =
        MediaOptions.defaults()
            .withFidelity(codec.fidelity())
            .withLimits(codec.limits(maxFileBytes));
    return rawDescriptor.isEmpty() ? options : options.withRaw(RawDescriptor.parse(rawDescriptor));
  }
}
