package io.ardmstream.jobs.kafka.source;

import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.lineage.LineageDataset;
import org.apache.flink.streaming.api.lineage.SourceLineageVertex;

/** Where the records of a job come from, and whether they end. */
record SourceTopics(List<LineageDataset> datasets, Boundedness boundedness)
    implements SourceLineageVertex {}
