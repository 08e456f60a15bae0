package io.ardmstream.jobs.bundle;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Limits;
import java.io.Serializable;

/**
 * How records are encoded.
 *
 * @param imageModel name of the model for images; empty: the newest installed one
 * @param audioModel name of the model for audio; empty: the newest installed one
 * @param steps that order-agnostic models encode in
 * @param engine what evaluates the models' networks: auto, java, tensorflow
 * @param verify whether every record is decoded again and compared before it is written
 * @param fidelity what replay has to bring back at least
 * @param maxSamples most samples a record may claim
 * @param samplesPerByte most of them for each byte of a record that is larger when unpacked
 */
public record CodecSettings(
    String imageModel,
    String audioModel,
    int steps,
    String engine,
    boolean verify,
    Fidelity fidelity,
    int maxSamples,
    int samplesPerByte)
    implements Serializable {

  public static CodecSettings read(SettingReader reader) {
    return new CodecSettings(
        reader.text("codec.image-model", "").strip(),
        reader.text("codec.audio-model", "").strip(),
        reader.count("codec.steps", 100, 1, Integer.MAX_VALUE),
        reader.text("codec.engine", InferenceEngine.AUTOMATIC).strip(),
        reader.flag("codec.verify", true),
        reader.choice("codec.fidelity", Fidelity.class, Fidelity.BYTES),
        reader.count("codec.max-samples", 1 << 28, 1, Integer.MAX_VALUE),
        reader.count(
            "codec.max-samples-per-byte", Limits.SAMPLES_PER_FILE_BYTE, 1, Integer.MAX_VALUE));
  }

  /** The limits of the parser for a given record size. */
  public Limits limits(int maxRecordBytes) {
    return new Limits(maxRecordBytes, maxSamples).withSamplesPerFileByte(samplesPerByte);
  }
}
