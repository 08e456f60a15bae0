package io.ardmstream.jobs.kafka.source;

import io.ardmstream.jobs.kafka.KafkaSettings;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a consumer group where a job has ended. What the job did is safe by then, so a group that
 * cannot be told is only worth a warning.
 *
 * @param kafka where the group is
 * @param group its name
 */
record GroupEnd(KafkaSettings kafka, String group)
    implements Consumer<Map<TopicPartition, Long>>, Serializable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupEnd.class);

  /** Setting of the connector: whether it commits at all. */
  private static final String COMMITS = "commit.offsets.on.checkpoint";

  private static final int TIMEOUT_SECONDS = 30;

  @Override
  public void accept(Map<TopicPartition, Long> next) {
    if ("false".equals(kafka.properties().get(COMMITS))) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      admin.alterConsumerGroupOffsets(group, offsets).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warn(
          "cannot tell the consumer group {} where the job has ended; the next job that begins there"
              + " may read its last records again",
          group,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
