package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.it.Samples;
import io.ardmstream.it.Topics;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reporter for OpenTelemetry in {@code distribution}, with the settings of the manual. */
@Timeout(600)
class OpenTelemetryIT {

  private static final String OURS = "flink.taskmanager.job.task.operator.ardm.";
  private static final Path MANUAL = Deployment.ROOT.resolve("docs/OPERATIONS.md");

  @Test
  @DisplayName("records, bytes by model, and dead letters by kind arrive at an OTLP endpoint")
  void metricsArrive(@TempDir Path folder) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        BrokerProcess broker = BrokerProcess.start(Files.createDirectory(folder.resolve("kafka")));
        FlinkCluster cluster = FlinkCluster.start(folder, settings(receiver), List.of())) {
      Pipeline pipeline = Pipeline.of(new Topics(broker.address()), cluster, "reported");
      List<byte[]> media = new ArrayList<>(Samples.all());
      media.add("no media".getBytes(StandardCharsets.UTF_8));
      FlinkJob job = pipeline.compressPictures(1, List.of());
      pipeline.send(media);
      pipeline.awaitEncoded(media.size() - 1);

      Wait.until(
          "all records are reported",
          () -> sum(receiver, "model.records_total", labels -> true) == media.size() - 1);
      Wait.until(
          "the letter is reported",
          () -> sum(receiver, "error.dead_letters_total", OpenTelemetryIT::saysWhy) == 1);

      double raw = sum(receiver, "model.raw_bytes_total", labels -> true);
      double encoded = sum(receiver, "model.encoded_bytes_total", labels -> true);
      assertThat(raw / encoded).isGreaterThan(1.1);
      assertThat(sum(receiver, "model.records_total", OpenTelemetryIT::isOfImageModel))
          .isPositive();
      assertThat(receiver.named(OURS + "bundle_records")).isNotEmpty().allMatch(Metric::hasSummary);
      assertThat(receiver.received())
          .allSatisfy(
              resource ->
                  assertThat(labels(resource.getResource().getAttributesList()))
                      .containsEntry("service.name", "ardm-stream"));
      job.cancel();
    }
  }

  private static boolean isOfImageModel(Map<String, String> labels) {
    return labels.getOrDefault("model", "").startsWith("image-fast")
        && labels.getOrDefault("job_name", "").equals("reported.compress");
  }

  private static boolean saysWhy(Map<String, String> labels) {
    return !labels.getOrDefault("error", "").isEmpty();
  }

  /** What the points of a counter add up to: each has what is new. */
  private static double sum(
      OtlpReceiver receiver, String name, Predicate<Map<String, String>> wanted) {
    return receiver.named(OURS + name).stream()
        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
        .filter(point -> wanted.test(labels(point.getAttributesList())))
        .mapToLong(NumberDataPoint::getAsInt)
        .sum();
  }

  private static Map<String, String> labels(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(KeyValue::getKey, a -> a.getValue().getStringValue(), (a, b) -> a));
  }

  /** Those of the manual, for the endpoint of this test, and more often. */
  private static Map<String, String> settings(OtlpReceiver receiver) throws Exception {
    Map<String, String> settings = new HashMap<>();
    Files.readString(MANUAL)
        .lines()
        .filter(line -> line.startsWith("metrics.reporter.otel."))
        .map(line -> line.split(": ", 2))
        .forEach(pair -> settings.put(pair[0], pair[1]));
    assertThat(settings).hasSize(5);
    settings.put("metrics.reporter.otel.exporter.endpoint", receiver.endpoint());
    settings.put("metrics.reporter.otel.interval", "1 s");
    settings.put("taskmanager.memory.process.size", "3g");
    return settings;
  }
}
