package io.ardmstream.dashboard;

import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.Origin;
import io.ardmstream.schema.RateStatistics;
import java.time.Instant;
import java.util.List;

/** Statistics for tests. */
public final class PageRecords {

  /** A whole minute. */
  public static final long NOW = 1_795_540_740_000L;

  private PageRecords() {}

  /** A record of 8-bit grey samples with two stages. */
  public static RateStatistics of(String stream, String model, long time, long raw, long encoded) {
    return RateStatistics.newBuilder()
        .setId(stream + "-" + time)
        .setStream(stream)
        .setModel(model.isEmpty() ? null : new ModelReference(model, 1, "00ff"))
        .setMedia(MediaKind.IMAGE)
        .setFormat("PNM")
        .setOrigin(new Origin("raw", 0, time, Instant.ofEpochMilli(time)))
        .setEncodedAt(Instant.ofEpochMilli(time))
        .setWidth((int) raw)
        .setHeight(1)
        .setChannels(1)
        .setBitDepth(8)
        .setSamples(raw)
        .setRawBytes(raw)
        .setEncodedBytes(encoded)
        .setBlocks(model.isEmpty() ? counts(0, 1) : counts(1, 0))
        .setIdealBits(8.0 * encoded)
        .setModelledBits(8.0 * encoded)
        .setStageBits(List.of(2.0 * encoded, 6.0 * encoded))
        .setEncodeMillis(raw / 10.0)
        .build();
  }

  private static BlockCounts counts(long ardm, long classic) {
    return new BlockCounts(ardm, classic, 0L, 0L);
  }
}
