package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.backfill.source.SourceItem;
import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.jobs.bundle.InstalledCodec;
import java.io.IOException;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.TemporaryClassLoaderContext;

/**
 * Archives the items that come to a subtask; nothing goes out but a report at the end. After a
 * failure the items come again, and what was published by then is found in the archive.
 */
public final class BackfillOperator extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<Tuple2<String, SourceItem>, Void>, BoundedOneInput {

  /** The accumulator that holds one report of each subtask. */
  public static final String REPORTS = "reports";

  private static final long serialVersionUID = 1L;

  private final OriginalsSettings originals;
  private final ArchiveSettings destination;
  private final CodecSettings settings;
  private final int groupRecords;

  private transient Archive archive;
  private transient Codec codec;
  private transient Backfill backfill;

  /** Takes what it needs of the job's configuration. */
  public BackfillOperator(BackfillConfig config) {
    this.originals = config.originals();
    this.destination = config.archive();
    this.settings = config.codec();
    this.groupRecords = config.groupRecords();
  }

  @Override
  public void open() throws Exception {
    super.open();
    try (TemporaryClassLoaderContext ours = userCode()) {
      archive = Archive.open(destination.store());
      codec = InstalledCodec.forEncoding(settings);
      backfill = new Backfill(archive, codec, backfillSettings(), bytes -> {});
    }
  }

  @Override
  public void processElement(StreamRecord<Tuple2<String, SourceItem>> element) throws IOException {
    try (TemporaryClassLoaderContext ours = userCode()) {
      backfill.add(element.getValue().f1);
    }
  }

  @Override
  public void endInput() throws IOException {
    ListAccumulator<BackfillReport> reports = new ListAccumulator<>();
    getRuntimeContext().addAccumulator(REPORTS, reports);
    try (TemporaryClassLoaderContext ours = userCode()) {
      reports.add(backfill.finish());
    }
  }

  @Override
  public void close() throws Exception {
    try {
      IOUtils.closeAll(backfill, codec, archive);
    } finally {
      super.close();
    }
  }

  private BackfillSettings backfillSettings() {
    return BackfillSettings.of(originals.media(settings))
        .withPartAge(destination.publishInterval())
        .withMaxFileBytes(originals.maxFileBytes())
        .withGroups(groupRecords)
        .withChecksum(originals.checksum());
  }

  private TemporaryClassLoaderContext userCode() {
    return TemporaryClassLoaderContext.of(getUserCodeClassloader());
  }
}
