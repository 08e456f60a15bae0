package io.ardmstream.jobs.kafka.source;

import io.ardmstream.jobs.kafka.TopicDataset;
import io.ardmstream.schema.TopicRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;

/**
 * Topics that end where the job says now, whatever it was told when its checkpoint was made.
 *
 * <p>Version 5.0.0 of the connector ends a restored source never: partitions keep the end that they
 * had, or had not, in the checkpoint, and readers are not told that there are no others. State and
 * serializers are the connector's own.
 */
class EndingSource
    implements Source<TopicRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<TopicRecord>,
        LineageVertexProvider {

  private static final long serialVersionUID = 1L;

  private final KafkaSource<TopicRecord> topics;
  private final GroupEnd group;

  EndingSource(KafkaSource<TopicRecord> topics, GroupEnd group) {
    this.topics = topics;
    this.group = group;
  }

  @Override
  public SourceReader<TopicRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    return new EndingReader(topics.createReader(context), isBounded(), group);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return topics.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint)
      throws Exception {
    if (!isBounded()) {
      return topics.restoreEnumerator(context, checkpoint);
    }
    SettlingContext settling = new SettlingContext(context);
    return new EndingEnumerator(topics.restoreEnumerator(settling, checkpoint), settling);
  }

  private boolean isBounded() {
    return topics.getBoundedness() == Boundedness.BOUNDED;
  }

  @Override
  public Boundedness getBoundedness() {
    return topics.getBoundedness();
  }

  @Override
  public TypeInformation<TopicRecord> getProducedType() {
    return topics.getProducedType();
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return topics.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return topics.getEnumeratorCheckpointSerializer();
  }

  @Override
  public LineageVertex getLineageVertex() {
    return new SourceTopics(TopicDataset.each(topics.getLineageVertex()), topics.getBoundedness());
  }
}
