package io.ardmstream.schema;

import java.util.List;

/**
 * Reads statistics whose numbers can be added up. Anybody may write to the topic; one that is not
 * finite would spoil every sum it enters.
 *
 * @param messages takes values apart
 */
public record PlausibleStatistics(MessageReader<RateStatistics> messages)
    implements MessageReader<RateStatistics> {

  /** More than any record has of anything; a sum of billions of them is finite still. */
  private static final double MOST = 1e15;

  /** More than any model has; each takes room in every window. */
  private static final int MOST_STAGES = 1000;

  /**
   * The statistics in a value.
   *
   * @throws MalformedMessageException if it holds none, or a number is negative, not finite or
   *     beyond 10^15
   */
  @Override
  public RateStatistics fromBytes(byte[] value) throws MalformedMessageException {
    RateStatistics one = messages.fromBytes(value);
    require("width", one.getWidth());
    require("height", one.getHeight());
    require("channels", one.getChannels());
    require("bitDepth", one.getBitDepth());
    require("batchSize", one.getBatchSize());
    require("samples", one.getSamples());
    require("rawBytes", one.getRawBytes());
    require("sampleBytes", one.getSampleBytes());
    require("encodedBytes", one.getEncodedBytes());
    require("leaningSavedBytes", one.getLeaningSavedBytes());
    require("bitsPerDimension", one.getBitsPerDimension());
    require("idealBits", one.getIdealBits());
    require("modelledBits", one.getModelledBits());
    require("encodeMillis", one.getEncodeMillis());
    requireAll("stageBits", one.getStageBits());
    if (one.getStageBits().size() > MOST_STAGES) {
      throw new MalformedMessageException(one.getStageBits().size() + " stageBits cannot be");
    }
    requireAll("blocks", counts(one.getBlocks()));
    return one;
  }

  private static List<Double> counts(BlockCounts blocks) {
    return List.of(
        (double) blocks.getArdm(),
        (double) blocks.getClassic(),
        (double) blocks.getStored(),
        (double) blocks.getConstant());
  }

  private static void requireAll(String field, List<Double> numbers)
      throws MalformedMessageException {
    for (double number : numbers) {
      require(field, number);
    }
  }

  private static void require(String field, double number) throws MalformedMessageException {
    // Of what is no number, no comparison holds.
    if (!(number >= 0 && number <= MOST)) {
      throw new MalformedMessageException("the number " + number + " in " + field + " cannot be");
    }
  }
}
