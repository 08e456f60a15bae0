package io.ardmstream.jobs.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes topics that can be used at once. */
public final class TopicCreation {
  private static final long PAUSE_MILLIS = 20;

  private TopicCreation() {}

  /**
   * Makes a topic, and waits until the broker that is asked knows of it: the controller answers
   * before its brokers have heard.
   */
  public static void create(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(topic)).all().get();
    while (!admin.listTopics().names().get().contains(topic.name())) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
