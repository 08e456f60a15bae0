package io.ardmstream.jobs.compress;

import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.bundle.BundleFunction;
import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.bundle.InstalledCodec;
import io.ardmstream.jobs.bundle.MediaChecksum;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.jobs.bundle.Waiting;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.jobs.kafka.KafkaFacts;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Encodes a bundle of records together. Each gives an encoded record and its statistics, or a dead
 * letter; tombstones pass through.
 */
public final class CompressFunction
    implements BundleFunction<TopicRecord, TopicRecord, TopicRecord> {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final ParseSettings parse;
  private final CodecSettings codec;
  private final GroupSettings groups;
  private final WireFormat wire;
  private final String encodedTopic;
  private final OutputPartitions partitions;
  private final boolean compacted;
  private final String statisticsTopic;
  private final DestinationSettings destination;

  private transient Compressor compressor;

  /**
   * Takes what it needs of the job's configuration.
   *
   * @param wire form of Avro values
   * @param kafka what the topic of the encoded records is like
   */
  public CompressFunction(CompressConfig config, WireFormat wire, KafkaFacts kafka) {
    this.job = config.runtime().name();
    this.parse = config.parse();
    this.codec = config.codec();
    this.groups = config.groups();
    this.wire = wire;
    this.encodedTopic = config.encodedTopic();
    this.partitions = new OutputPartitions(kafka.partitions(encodedTopic));
    this.compacted = kafka.isCompacted(encodedTopic);
    this.statisticsTopic = config.statisticsTopic();
    this.destination = config.destination();
  }

  @Override
  public void open(Counts counts) {
    Codec opened = InstalledCodec.forEncoding(codec);
    compressor =
        new Compressor(
            opened,
            new BundleEncoder(opened, groups, partitions),
            new MediaSources(parse, codec, wire),
            new EncodedRecords(wire, encodedTopic, compacted, fixedPartitions()),
            new RateRecords(wire, statisticsTopic),
            new DeadLetters(job, wire, destination),
            new CompressCounts(counts),
            new MediaChecksum(counts));
  }

  /** Without groups Kafka's producers choose the partitions. */
  private Optional<OutputPartitions> fixedPartitions() {
    return Optional.of(partitions).filter(chosen -> groups.areWanted());
  }

  @Override
  public Waiting<TopicRecord> prepare(TopicRecord record) {
    return new Waiting<>(
        record, Math.max(Outgoing.size(record), compressor.claimedSamples(record)));
  }

  @Override
  public void process(List<TopicRecord> bundle, Consumer<TopicRecord> out) {
    compressor.compress(bundle, out);
  }

  @Override
  public void close() {
    if (compressor != null) {
      compressor.close();
    }
  }
}
