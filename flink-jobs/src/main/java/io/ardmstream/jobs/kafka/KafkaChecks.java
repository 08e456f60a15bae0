package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks at start that Kafka allows what a job is about to do, so that it fails before the first
 * record and with a remedy, instead of hours later with a stack trace.
 *
 * @param inputs topics the job reads
 * @param outputs topics the job writes
 * @param histories those of them in which every record counts, not only the latest of its key
 * @param destination how large its records may be
 * @param transaction how long its transactions may stay open
 */
public record KafkaChecks(
    List<String> inputs,
    List<String> outputs,
    List<String> histories,
    DestinationSettings destination,
    TransactionSettings transaction) {

  /**
   * Asks Kafka and checks the answers.
   *
   * @return the answers
   * @throws ConfigurationException naming every problem found
   */
  public KafkaFacts require(KafkaSettings kafka) {
    List<String> topics = Stream.concat(inputs.stream(), outputs.stream()).toList();
    KafkaFacts facts = KafkaFacts.ask(kafka, topics);
    List<String> problems = problems(facts);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return facts;
  }

  List<String> problems(KafkaFacts facts) {
    List<String> problems = new ArrayList<>();
    for (String topic : inputs) {
      if (!facts.topics().containsKey(topic)) {
        problems.add(missing(topic, ""));
      }
    }
    for (String topic : outputs) {
      if (facts.topics().containsKey(topic)) {
        checkOutput(topic, facts.topics().get(topic), problems);
      } else {
        problems.add(missing(topic, " --config max.message.bytes=" + destination.maxRecordBytes()));
      }
    }
    histories.stream()
        .filter(facts::isCompacted)
        .map(KafkaChecks::compacted)
        .forEach(problems::add);
    if (!outputs.isEmpty()) {
      checkBroker(facts.broker(), problems);
    }
    return problems;
  }

  private static String compacted(String topic) {
    return "the topic %s is compacted, which loses all but the latest of its records with one key: run kafka-configs.sh --alter --topic %s --add-config cleanup.policy=delete"
        .formatted(topic, topic);
  }

  private static String missing(String topic, String options) {
    return "the topic %s does not exist: create it. ./ardm topics %s makes all topics of a stream, kafka-topics.sh --create --topic %s --partitions 8%s this one"
        .formatted(topic, StreamTopics.streamOf(topic), topic, options);
  }

  private void checkOutput(String topic, Map<String, String> config, List<String> problems) {
    long largest = Long.parseLong(config.getOrDefault("max.message.bytes", "1048588"));
    if (largest < destination.maxRecordBytes()) {
      problems.add(
          "the topic %s takes records of %d bytes, output.max-record-bytes is %d: lower the latter, or run kafka-configs.sh --alter --topic %s --add-config max.message.bytes=%d"
              .formatted(
                  topic,
                  largest,
                  destination.maxRecordBytes(),
                  topic,
                  destination.maxRecordBytes()));
    }
    if ("LogAppendTime".equals(config.get("message.timestamp.type"))) {
      problems.add(
          "the topic %s replaces the timestamps of records: run kafka-configs.sh --alter --topic %s --add-config message.timestamp.type=CreateTime"
              .formatted(topic, topic));
    }
  }

  private void checkBroker(Map<String, String> broker, List<String> problems) {
    long longest =
        Long.parseLong(
            broker.getOrDefault("transaction.max.timeout.ms", Long.toString(Long.MAX_VALUE)));
    long wanted = transaction.timeout().toMillis();
    if (wanted > longest) {
      problems.add(
          "output.transaction-timeout is %d ms, the brokers allow %d ms: lower it (and with it job.checkpoint-interval and job.checkpoint-timeout), or raise transaction.max.timeout.ms on every broker"
              .formatted(wanted, longest));
    }
    long request =
        Long.parseLong(
            broker.getOrDefault("socket.request.max.bytes", Long.toString(Long.MAX_VALUE)));
    if (destination.maxRecordBytes() > request) {
      problems.add(
          "output.max-record-bytes is %d, the brokers take requests of %d bytes: lower it, or raise socket.request.max.bytes on every broker"
              .formatted(destination.maxRecordBytes(), request));
    }
  }
}
