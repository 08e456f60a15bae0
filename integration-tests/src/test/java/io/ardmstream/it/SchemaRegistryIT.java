package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ardmstream.dashboard.Dashboard;
import io.ardmstream.dashboard.topic.KafkaSource;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.NumberedMessage;
import io.ardmstream.schema.RawRecord;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.registry.RegistryAddress;
import io.ardmstream.schema.registry.RegistryFormat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All jobs with a real schema registry: whoever reads topics by one can read ours. */
@ExtendWith(StreamingSystem.class)
class SchemaRegistryIT {

  private static final Schema WIDER =
      SchemaBuilder.record("RawRecord")
          .fields()
          .name("labels")
          .type()
          .map()
          .values()
          .stringType()
          .noDefault()
          .requiredString("id")
          .requiredBytes("payload")
          .requiredString("note")
          .endRecord();

  private static RegistryProcess registry;

  @BeforeAll
  static void start() throws Exception {
    registry = RegistryProcess.start();
  }

  @AfterAll
  static void stop() throws Exception {
    registry.close();
  }

  @Test
  @DisplayName("compress, replay and rates agree by the registry, and others can read every topic")
  void allJobs(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            record(streams.raw, "picture", Samples.named("images/dragonfly-on-lavender.ppm")),
            record(streams.raw, "recording", Samples.named("audio/speech-bed.wav")),
            record(streams.raw, "tombstone", null));
    streams.produce(originals);
    streams.produce(List.of(record(streams.raw, "bad", "what is this".getBytes(UTF_8))));

    JobReport compressed = streams.compress("registry.url", registry.url());
    JobReport replayed = streams.replay("registry.url", registry.url());

    Comparison.assertSame(originals, streams.committed(streams.restored), true);
    assertThat(replayed.checksum()).isEqualTo(compressed.checksum());
    assertThat(registry.subjects(streams.raw.replace("raw", "")))
        .containsExactly(
            streams.encoded + "-value",
            streams.letters + "-value",
            streams.replayLetters + "-value",
            streams.statistics + "-value");
    assertThat(values(streams, streams.encoded))
        .extracting(record -> record.get("rawLength"))
        .containsExactlyInAnyOrder(
            (long) originals.get(0).value().length, (long) originals.get(1).value().length);
    assertThat(values(streams, streams.letters))
        .singleElement()
        .satisfies(record -> assertThat(record.get("errorClass")).hasToString("UNSUPPORTED_INPUT"));
    assertRates(streams, compressed);
    assertDashboard(streams, compressed.records());
  }

  /** The rates job, its topic, and {@code ardm rates} from the database and from the topic. */
  private static void assertRates(Streams streams, JobReport compressed) throws Exception {
    String rates = streams.topic(streams.statistics + ".rates");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String database = postgres.getJdbcUrl("postgres", "postgres");
      streams.cluster.run(
          RatesJob.prepare(
              streams.ratesConfig(
                  rates, database, "registry.url", registry.url(), "input.stop", "latest")));

      assertThat(rates("--database.url", database, "--database.user", "postgres"))
          .isEqualTo(compressed.encodedBytes());
    }
    assertThat(values(streams, rates))
        .isNotEmpty()
        .allMatch(window -> window.getSchema().getName().equals("RateWindow"));
    assertThat(
            rates(
                "--statistics-topic", streams.statistics,
                "--kafka.bootstrap-servers", streams.broker.bootstrapServers(),
                "--registry.url", registry.url()))
        .isEqualTo(compressed.encodedBytes());
  }

  /** The page reads all statistics, or this never ends. */
  private static void assertDashboard(Streams streams, long records) throws Exception {
    Properties client = new Properties();
    client.put("bootstrap.servers", streams.broker.bootstrapServers());
    WireFormat wire = new RegistryFormat(RegistryAddress.of(registry.url(), Map.of()), Map.of());
    KafkaSource source =
        new KafkaSource(
            client,
            wire,
            streams.statistics,
            Optional.empty(),
            Optional.empty(),
            Duration.ofDays(100_000));
    try (Dashboard page = Dashboard.start(source, new InetSocketAddress("127.0.0.1", 0), 10)) {
      URI view = URI.create(page.address() + "api/view?last=3600");
      JsonNode feed = new ObjectMapper().readTree(view.toURL()).get("feed");
      while (feed.get("read").asLong() < records) {
        assertThat(feed.get("unreadable").asLong()).isZero();
        LockSupport.parkNanos(50_000_000);
        feed = new ObjectMapper().readTree(view.toURL()).get("feed");
      }
    }
  }

  @Test
  @DisplayName("Flink SQL reads the statistics as docs/SQL.md says")
  void flinkSql(Streams streams) throws Exception {
    streams.produce(
        List.of(
            record(streams.raw, "1", Samples.named("images/dragonfly-on-lavender.ppm")),
            record(streams.raw, "2", Media.gradient(64, 48, 5))));
    JobReport compressed = streams.compress("registry.url", registry.url());
    List<String> page = SqlPage.statements(streams);
    List<String> statements =
        List.of(
            page.get(4).replace("http://localhost:8081", registry.url()),
            page.get(5),
            "SELECT COUNT(*), SUM(raw_bytes), SUM(encoded_bytes), MIN(id) FROM rate_statistics",
            page.get(1),
            page.get(2),
            page.get(3));

    List<String> answers = SqlProgram.run(statements);

    assertThat(answers.get(2))
        .contains(Long.toString(compressed.rawBytes()))
        .contains(Long.toString(compressed.encodedBytes()))
        .contains(streams.raw + "-0-0");
    assertThat(answers.get(3)).contains(streams.raw, "saved_bytes");
    assertThat(answers.get(4)).contains(Double.toString(compressed.ratio()));
    assertThat(answers.get(5)).contains("reason");
  }

  @Test
  @DisplayName("records that others wrote with a wider schema of their own are read, and come back")
  void widerSchema(Streams streams) throws Exception {
    GenericRecord raw =
        new GenericRecordBuilder(WIDER)
            .set("labels", Map.of("place", "door"))
            .set("id", "frame-1")
            .set("payload", ByteBuffer.wrap(Media.gradient(64, 48, 1)))
            .set("note", "more than we know")
            .build();
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            record(streams.raw, "1", message(registry.register(streams.raw, WIDER), raw)),
            record(streams.raw, "2", raw(2, registry.register(streams.raw, RawRecord.SCHEMA$))));
    streams.produce(originals);

    streams.compress("registry.url", registry.url(), "input.format", "avro");
    streams.produce(List.of(wider(streams)));
    JobReport replayed = streams.replay("registry.url", registry.url());

    assertThat(replayed.records()).isEqualTo(3);
    assertThat(values(streams, streams.encoded))
        .extracting(record -> record.get("id").toString())
        .contains("frame-1");
    assertThat(streams.committed(streams.restored))
        .extracting(ConsumerRecord::value)
        .contains(originals.get(0).value(), originals.get(1).value());
  }

  /** The same encoded record again, as a later version with one more field writes it. */
  private static ProducerRecord<byte[], byte[]> wider(Streams streams) throws Exception {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("later", Schema.create(Schema.Type.STRING), null, ""));
    EncodedRecord.SCHEMA$
        .getFields()
        .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema later =
        Schema.createRecord(
            "EncodedRecord", null, EncodedRecord.SCHEMA$.getNamespace(), false, fields);
    GenericRecord known = values(streams, streams.encoded).get(0);
    GenericRecordBuilder record = new GenericRecordBuilder(later).set("later", "news");
    known
        .getSchema()
        .getFields()
        .forEach(field -> record.set(field.name(), known.get(field.pos())));
    return record(
        streams.encoded, "3", message(registry.register(streams.encoded, later), record.build()));
  }

  @Test
  @DisplayName("values that name no schema, an unknown or another one become dead letters, whole")
  void badValues(Streams streams) throws Exception {
    streams.produce(List.of(record(streams.raw, "good", Media.gradient(64, 48, 2))));
    streams.compress("registry.url", registry.url());
    byte[] good = streams.committed(streams.encoded).get(0).value();
    byte[] unknown = good.clone();
    ByteBuffer.wrap(unknown).putInt(1, 1_000_000);
    byte[] plain = AvroMessage.of(EncodedRecord.class).toBytes(encoded());
    byte[] other = streams.committed(streams.statistics).get(0).value();
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    List<byte[]> bad = List.of(plain, unknown, other, cut, new byte[] {0, 0});
    streams.produce(bad.stream().map(value -> record(streams.encoded, "bad", value)).toList());

    JobReport replayed = streams.replay("registry.url", registry.url());

    assertThat(replayed.records()).isEqualTo(1);
    assertThat(replayed.deadLetters()).isEqualTo(bad.size());
    List<GenericRecord> letters = values(streams, streams.replayLetters);
    assertThat(letters)
        .extracting(letter -> ((ByteBuffer) letter.get("value")).array())
        .containsExactlyInAnyOrderElementsOf(bad);
    assertThat(letters)
        .extracting(letter -> letter.get("message").toString())
        .anyMatch(message -> message.contains("does not start with the byte 00"))
        .anyMatch(message -> message.contains("no schema with the number 1000000"))
        .anyMatch(message -> message.contains("RateStatistics cannot be read as"))
        .anyMatch(message -> message.contains("the Avro body of this EncodedRecord is damaged"));
  }

  @Test
  @DisplayName("a topic in the other wire format is dead letters, not guessed at")
  void nothingFallsBack(Streams streams) throws Exception {
    streams.produce(List.of(record(streams.raw, "good", Media.gradient(64, 48, 3))));
    streams.compress("registry.url", registry.url());

    JobReport replayed = streams.replay();

    assertThat(replayed.records()).isZero();
    assertThat(replayed.deadLetters()).isEqualTo(1);
    DeadLetter letter =
        AvroMessage.of(DeadLetter.class)
            .fromBytes(streams.committed(streams.replayLetters).get(0).value());
    assertThat(letter.getMessage()).contains("C3 01", "registry.url of jobs");
  }

  @Test
  @DisplayName("a registry that is down, elsewhere, or objects is refused at start with a remedy")
  void refusedAtStart(Streams streams) throws Exception {
    assertRefused(
        () -> streams.compress("registry.url", "http://127.0.0.1:" + ServerProcess.freePort()),
        "does not answer",
        "check registry.url, that the registry runs");
    assertRefused(
        () -> streams.compress("registry.url", registry.url().replace("/apis/ccompat/v7", "")),
        "answers 404",
        "/apis/ccompat/v7");
    registry.register(
        streams.encoded, SchemaBuilder.record("Other").fields().requiredInt("a").endRecord());
    assertRefused(
        () -> streams.compress("registry.url", registry.url()),
        "refuses io.ardmstream.schema.EncodedRecord as the schema of " + streams.encoded + "-value",
        "name a topic that holds nothing else");
    assertRefused(
        () -> streams.replay("registry.url", registry.url()),
        "the topic " + streams.encoded + " does not hold EncodedRecord",
        "check input.topics");
  }

  @Test
  @DisplayName(
      "TLS, password, token and certificate come from the secrets file, and are never printed")
  void guardedRegistry(Streams streams) throws Exception {
    TlsKeys keys = TlsKeys.make(Files.createTempDirectory(Path.of("target"), "registry"));
    streams.produce(List.of(record(streams.raw, "good", Media.gradient(64, 48, 4))));
    try (GuardedRegistry guarded = GuardedRegistry.start(registry, keys, 0);
        Log log = Log.listen()) {
      String[] password =
          through(guarded, GuardedRegistry.password(keys, GuardedRegistry.PASSWORD));
      String[] token = through(guarded, GuardedRegistry.token(keys, GuardedRegistry.TOKEN));
      String[] certificate = through(guarded, GuardedRegistry.certificate(keys));
      streams.compress(password);
      assertThat(streams.replay(token).records()).isEqualTo(1);
      assertThat(streams.replay(certificate).records()).isEqualTo(1);
      for (Path wrong :
          List.of(
              GuardedRegistry.password(keys, "guessed-password"),
              GuardedRegistry.token(keys, "guessed-password"))) {
        assertRefused(
            () -> streams.compress(through(guarded, wrong)),
            "answers 401",
            "schema.registry.basic.auth.user.info or schema.registry.bearer.auth.token");
      }
      assertRefused(() -> streams.compress("registry.url", guarded.url()), "SSLHandshakeException");
      assertThat(log.lines)
          .noneMatch(line -> line.contains(GuardedRegistry.PASSWORD))
          .noneMatch(line -> line.contains(GuardedRegistry.TOKEN))
          .noneMatch(line -> line.contains("guessed-password"));
    }
  }

  @Test
  @DisplayName("a registry that is away while a job runs costs time and no record")
  void awayForAWhile(Streams streams) throws Exception {
    TlsKeys keys = TlsKeys.make(Files.createTempDirectory(Path.of("target"), "registry"));
    streams.produce(List.of(record(streams.raw, "good", Media.gradient(64, 48, 6))));
    streams.compress("registry.url", registry.url());
    GuardedRegistry there = GuardedRegistry.start(registry, keys, 0);
    String[] secrets = through(there, GuardedRegistry.password(keys, GuardedRegistry.PASSWORD));
    StreamExecutionEnvironment job = ReplayJob.prepare(streams.replayConfig(secrets));
    there.close();

    JobID replay = streams.cluster.submit(job);
    while (streams.cluster.statusOf(replay) != JobStatus.RESTARTING) {
      LockSupport.parkNanos(1_000_000);
    }
    try (GuardedRegistry again = GuardedRegistry.start(registry, keys, there.port())) {
      JobReport replayed = JobReport.of(streams.cluster.resultOf(replay));
      assertThat(replayed.records()).isEqualTo(1);
      assertThat(replayed.deadLetters()).isZero();
    }
    assertThat(streams.committed(streams.replayLetters)).isEmpty();
  }

  private static void assertRefused(Attempt attempt, String... sentences) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(sentences)
        .hasMessageNotContaining("guessed-password");
  }

  /** Starts a job. */
  private interface Attempt {
    void run() throws Exception;
  }

  private static String[] through(GuardedRegistry guarded, Path secrets) {
    return new String[] {
      "registry.url", guarded.url(), "kafka.properties-file", secrets.toString()
    };
  }

  /** The sum of encoded bytes that {@code ardm rates} gives. */
  private static long rates(String... where) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("rates", "--json"));
    arguments.addAll(List.of(where));
    ArdmProcess run = ArdmProcess.run(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out()).at("/total/encoded_bytes").asLong();
  }

  /** All values of a topic but tombstones, read without any code of ours. */
  private static List<GenericRecord> values(Streams streams, String topic) throws Exception {
    List<GenericRecord> values = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(topic)) {
      if (record.value() != null) {
        values.add(registry.read(record.value()));
      }
    }
    return values;
  }

  private static byte[] raw(int number, int schema) {
    return NumberedMessage.writer(RawRecord.class, schema)
        .toBytes(
            RawRecord.newBuilder()
                .setId("frame-" + number)
                .setPayload(ByteBuffer.wrap(Media.gradient(64, 48, number)))
                .build());
  }

  private static EncodedRecord encoded() {
    return EncodedRecord.newBuilder().setPayload(ByteBuffer.wrap(new byte[10])).build();
  }

  private static byte[] message(int number, GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(number).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    return bytes.toByteArray();
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, 0, 1_767_225_600_000L, key.getBytes(UTF_8), value);
  }
}
