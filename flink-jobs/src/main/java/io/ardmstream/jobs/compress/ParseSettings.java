package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.media.OpaqueInput;
import java.io.Serializable;

/**
 * How the values of the input topics become media.
 *
 * @param format what the values are
 * @param layouts of values that are bare samples
 * @param opaque what is kept as the bytes it is; all else that cannot be read is a dead letter
 * @param maxRecordBytes larger values go to the dead-letter topic
 */
public record ParseSettings(
    InputFormat format, RawLayouts layouts, OpaqueInput opaque, int maxRecordBytes)
    implements Serializable {

  static ParseSettings read(SettingReader reader) {
    ParseSettings settings =
        new ParseSettings(
            reader.choice("input.format", InputFormat.class, InputFormat.MEDIA),
            RawLayouts.read(reader),
            opaque(reader),
            reader.bytes("input.max-record-bytes", "64 mb", "1 kb", "1 gb"));
    if (settings.format == InputFormat.AVRO && !settings.layouts.areEmpty()) {
      reader.problem(
          "input.raw-descriptor",
          "is for topics of bare samples, but input.format is avro: put the descriptor into the"
              + " field rawDescriptor of the records");
    }
    return settings;
  }

  private static OpaqueInput opaque(SettingReader reader) {
    boolean any =
        reader.choice("input.unrecognised", Unrecognised.class, Unrecognised.DEAD_LETTER)
            == Unrecognised.STORE;
    boolean none =
        reader.choice("codec.opaque", OpaqueFiles.class, OpaqueFiles.KEEP) == OpaqueFiles.REFUSE;
    if (any && none) {
      reader.problem("codec.opaque", "is refuse, but input.unrecognised is store: change one");
    }
    return any ? OpaqueInput.ANY : none ? OpaqueInput.NONE : OpaqueInput.KNOWN;
  }
}
