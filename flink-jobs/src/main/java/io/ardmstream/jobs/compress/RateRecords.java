package io.ardmstream.jobs.compress;

import io.ardmstream.block.BlockMode;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Verification;
import io.ardmstream.failure.Excerpt;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RecordKey;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.VerifyResult;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.encoded.EncodedValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes the statistics record of an encoded record. Its key is the stream, so that all of a stream
 * lie in one partition, in order. The key of the original is a header, so that people find it.
 */
final class RateRecords {

  /** Records name themselves and their streams, at whatever length; statistics stay small. */
  private static final int LONGEST_NAME = 1000;

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Parts of a bit, of a bit per dimension and of a millisecond that are told apart. Digits beyond
   * them mean nothing, and are most of what a compressed batch of statistics would consist of.
   */
  private static final double PARTS = 1024;

  private final MessageWriter<RateStatistics> messages;
  private final String topic;

  RateRecords(WireFormat wire, String topic) {
    this.messages = wire.writer(RateStatistics.class, topic);
    this.topic = topic;
  }

  TopicRecord of(TopicRecord record, RawMedia raw, EncodeStatistics statistics, int bundleSize) {
    RateStatistics message = describe(statistics);
    String stream = Excerpt.of(raw.stream(), LONGEST_NAME);
    message.setId(Excerpt.of(raw.id(), LONGEST_NAME));
    message.setStream(stream);
    message.setEventTime(raw.eventTime());
    message.setOrigin(Identity.origin(record));
    message.setBatchSize(bundleSize);
    return new TopicRecord(
        topic,
        -1,
        -1L,
        record.getTimestamp(),
        ByteFields.of(stream.getBytes(StandardCharsets.UTF_8)),
        key(record),
        ByteFields.of(messages.toBytes(message)));
  }

  private static List<Header> key(TopicRecord record) {
    ByteBuffer key = record.getKey();
    boolean shown = key != null && key.remaining() <= LONGEST_NAME;
    return shown ? List.of(new Header(RecordKey.HEADER, key)) : List.of();
  }

  private static RateStatistics describe(EncodeStatistics statistics) {
    SampleLayout layout = statistics.layout();
    return RateStatistics.newBuilder()
        .setEncodedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
        .setModel(EncodedValue.model(statistics))
        .setDevice(statistics.device())
        .setMedia(MediaKind.valueOf(layout.kind().name()))
        .setFormat(statistics.media().name())
        .setStoredAs(statistics.storedAs().name())
        .setWidth(layout.width())
        .setHeight(layout.height())
        .setChannels(layout.channels())
        .setBitDepth(layout.bitDepth())
        .setSamples(statistics.samples())
        .setRawBytes(statistics.inputBytes())
        .setSampleBytes(statistics.rawBytes())
        .setEncodedBytes(statistics.encodedBytes())
        .setLeaningSavedBytes(statistics.leaningSavedBytes())
        .setBitsPerDimension(rounded(statistics.bitsPerDimension()))
        .setBlocks(blocks(statistics.modes()))
        .setIdealBits(rounded(statistics.idealBits()))
        .setModelledBits(8.0 * statistics.modelledBytes())
        .setStageBits(statistics.stageBits().stream().map(RateRecords::rounded).toList())
        .setEncodeMillis(rounded(statistics.encodeNanos() / NANOS_PER_MILLI))
        .setVerify(verify(statistics.verification()))
        .setFidelity(EncodedValue.fidelity(statistics))
        .setFallbackReasons(statistics.fallbackReasons())
        .build();
  }

  private static double rounded(double value) {
    return Math.rint(value * PARTS) / PARTS;
  }

  private static BlockCounts blocks(Map<BlockMode, Integer> modes) {
    return new BlockCounts(
        (long) modes.getOrDefault(BlockMode.ARDM, 0),
        (long) modes.getOrDefault(BlockMode.CLASSIC, 0),
        (long) modes.getOrDefault(BlockMode.STORED, 0),
        (long) modes.getOrDefault(BlockMode.CONSTANT, 0));
  }

  private static VerifyResult verify(Verification verification) {
    return switch (verification) {
      case NOT_ASKED -> VerifyResult.NOT_VERIFIED;
      case PASSED -> VerifyResult.VERIFIED;
      case REPAIRED -> VerifyResult.REPAIRED;
    };
  }
}
