package io.ardmstream.jobs.replay;

import io.ardmstream.jobs.bundle.BundleFunction;
import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.bundle.FailurePolicy;
import io.ardmstream.jobs.bundle.InstalledCodec;
import io.ardmstream.jobs.bundle.MediaChecksum;
import io.ardmstream.jobs.bundle.Step;
import io.ardmstream.jobs.bundle.Waiting;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.jobs.kafka.EarlierRecords;
import io.ardmstream.jobs.kafka.KafkaSettings;
import io.ardmstream.media.Limits;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decodes a bundle of encoded records together, checking every checksum. Each gives its original
 * record or file, or a dead letter; tombstones pass through.
 */
public final class ReplayFunction
    implements BundleFunction<TopicRecord, Step<EncodedRecord, byte[]>, TopicRecord> {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String engine;
  private final int maxSamples;
  private final int samplesPerByte;
  private final KafkaSettings kafka;
  private final WireFormat wire;
  private final ReplayTarget target;
  private final boolean compacted;
  private final FailurePolicy onUnknownModel;
  private final DestinationSettings destination;

  private transient Replayer replayer;

  /**
   * Takes what it needs of the job's configuration.
   *
   * @param wire form of Avro values
   * @param compacted whether the topic of the restored records is, if they go to one
   */
  public ReplayFunction(ReplayConfig config, WireFormat wire, boolean compacted) {
    this.job = config.runtime().name();
    this.engine = config.engine();
    this.maxSamples = config.maxSamples();
    this.samplesPerByte = config.samplesPerByte();
    this.kafka = config.kafka();
    this.wire = wire;
    this.target = config.target();
    this.compacted = compacted;
    this.onUnknownModel = config.onUnknownModel();
    this.destination = config.destination();
  }

  @Override
  public void open(Counts counts) {
    Limits limits =
        new Limits(Integer.MAX_VALUE, maxSamples).withSamplesPerContainerByte(samplesPerByte);
    replayer =
        new Replayer(
            wire.reader(EncodedRecord.class),
            InstalledCodec.forDecoding(engine, limits),
            new EarlierRecords(kafka),
            restoration(),
            new DeadLetters(job, wire, destination),
            onUnknownModel,
            new ReplayCounts(counts),
            new MediaChecksum(counts),
            new Remarks(counts));
  }

  @Override
  public Waiting<Step<EncodedRecord, byte[]>> prepare(TopicRecord record) {
    return replayer.prepare(record);
  }

  @Override
  public void process(List<Step<EncodedRecord, byte[]>> bundle, Consumer<TopicRecord> out) {
    replayer.replay(bundle, out);
  }

  @Override
  public void close() {
    if (replayer != null) {
      replayer.close();
    }
  }

  private Restoration restoration() {
    if (target instanceof ReplayTarget.Topic topic) {
      return new RestorationToTopic(topic.name(), compacted);
    }
    if (target instanceof ReplayTarget.Directory folder) {
      return new RestorationToFiles(new RestoredFiles(Path.of(folder.directory())));
    }
    return new RestorationToNowhere();
  }
}
