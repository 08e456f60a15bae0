package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.ModelReference;
import java.util.HashMap;
import java.util.Map;

/** What a job counts of the records of each model. Models are few: those that are installed. */
public final class ModelCounts {

  private static final String LABEL = "model";

  private record Each(
      Counts.Count records,
      Counts.Count rawBytes,
      Counts.Count encodedBytes,
      Counts.Count samples) {}

  private final Counts counts;
  private final Map<String, Each> models = new HashMap<>();

  public ModelCounts(Counts counts) {
    this.counts = counts;
  }

  /**
   * Counts one record.
   *
   * @param model null: none coded a block
   * @param rawBytes bytes of the media
   * @param encodedBytes bytes of the container
   * @param samples samples of the media
   */
  public void add(ModelReference model, long rawBytes, long encodedBytes, long samples) {
    String name = model == null ? "none" : model.getName() + "-" + model.getVersion();
    Each each = models.computeIfAbsent(name, this::each);
    each.records.add(1);
    each.rawBytes.add(rawBytes);
    each.encodedBytes.add(encodedBytes);
    each.samples.add(samples);
  }

  private Each each(String model) {
    return new Each(
        counts.of("records", LABEL, model),
        counts.of("raw_bytes", LABEL, model),
        counts.of("encoded_bytes", LABEL, model),
        counts.of("samples", LABEL, model));
  }
}
