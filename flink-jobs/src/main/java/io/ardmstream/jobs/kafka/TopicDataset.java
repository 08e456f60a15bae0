package io.ardmstream.jobs.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.streaming.api.lineage.LineageDataset;
import org.apache.flink.streaming.api.lineage.LineageDatasetFacet;
import org.apache.flink.streaming.api.lineage.LineageVertex;

/**
 * A topic as catalogues of data name it (OpenLineage, Dataset Naming, Kafka).
 *
 * <p>The connector makes one dataset of all topics of a source or sink, named by all of them, and
 * shows listeners the settings of its client, passwords too.
 *
 * @param namespace {@code kafka://host:port}, the first of the bootstrap servers
 * @param name of the topic
 */
public record TopicDataset(String namespace, String name) implements LineageDataset {

  /** The topics of a vertex of the connector, one by one, and without settings of the client. */
  public static List<LineageDataset> each(LineageVertex connector) {
    return connector.datasets().stream().flatMap(TopicDataset::each).toList();
  }

  private static Stream<LineageDataset> each(LineageDataset joined) {
    return joined.facets().values().stream()
        .filter(KafkaDatasetFacet.class::isInstance)
        .map(KafkaDatasetFacet.class::cast)
        .flatMap(facet -> facet.getTopicIdentifier().getTopics().stream())
        .map(topic -> new TopicDataset(joined.namespace(), topic));
  }

  @Override
  public Map<String, LineageDatasetFacet> facets() {
    return Map.of();
  }
}
