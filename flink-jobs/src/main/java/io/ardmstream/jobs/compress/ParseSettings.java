package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.config.SettingReader;
import java.io.Serializable;

/**
 * How the values of the input topics become media.
 *
 * @param format what the values are
 * @param layouts of values that are bare samples
 * @param unrecognised what becomes of media that cannot be read
 * @param maxRecordBytes larger values go to the dead-letter topic
 */
public record ParseSettings(
    InputFormat format, RawLayouts layouts, Unrecognised unrecognised, int maxRecordBytes)
    implements Serializable {

  static ParseSettings read(SettingReader reader) {
    ParseSettings settings =
        new ParseSettings(
            reader.choice("input.format", InputFormat.class, InputFormat.MEDIA),
            RawLayouts.read(reader),
            reader.choice("input.unrecognised", Unrecognised.class, Unrecognised.DEAD_LETTER),
            reader.bytes("input.max-record-bytes", "64 mb", "1 kb", "1 gb"));
    if (settings.format == InputFormat.AVRO && !settings.layouts.areEmpty()) {
      reader.problem(
          "input.raw-descriptor",
          "is for topics of bare samples, but input.format is avro: put the descriptor into the"
              + " field rawDescriptor of the records");
    }
    return settings;
  }
}
