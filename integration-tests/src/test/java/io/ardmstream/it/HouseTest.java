package io.ardmstream.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.regex.Pattern.quote;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The walls of the house. The map is that of docs/ARCHITECTURE.md: every room, and the rooms that
 * its classes may use. A class that uses another room, a room that is not on the map and an arrow
 * that nobody needs fail the build.
 */
class HouseTest {
  private static final String HOUSE = "io.ardmstream.";

  private static final String MAP =
      """
      api:
      failure: api
      bytes:
      parallel:
      coder:
      coder.binary:
      kernel: api
      network: api kernel
      mixing: api coder.binary
      transform.image: api
      transform.audio.predictor: api kernel
      transform.audio: transform.audio.predictor api bytes
      ardm: failure coder
      ardm.anyorder: ardm
      distribution: ardm

      deflate.huffman: failure
      deflate: deflate.huffman mixing coder.binary

      media: api bytes failure mixing coder.binary
      media.numbers: media bytes
      media.raster: media bytes media.numbers deflate
      media.pcm: media media.raster
      media.wav: media media.pcm media.raster
      media.flac.choice: mixing coder.binary
      media.flac: media.flac.choice media coder.binary failure
      media.png.file: media
      media.png: media.png.file media media.numbers bytes deflate mixing coder.binary failure
      media.pnm: media media.numbers media.raster
      media.bmp: media media.raster
      media.tiff: media media.raster
      media.dicom: media media.raster
      media.array: media media.raster
      media.video: media media.raster failure
      media.raw: media media.pcm media.raster media.video failure
      media.jpeg.entropy: failure
      media.jpeg: media.jpeg.entropy media failure
      media.formats: media media.wav media.pcm media.flac media.png media.pnm media.bmp media.raw media.jpeg media.raster \
      media.tiff media.dicom media.array media.video failure

      block: api media mixing
      block.classic.picture: block mixing coder.binary
      block.classic.audio: block mixing coder.binary
      block.coefficient: mixing coder.binary media media.jpeg failure
      block.turbo: bytes media block
      block.classic: block block.classic.picture block.classic.audio block.coefficient block.turbo mixing coder.binary \
      media media.jpeg

      bundle: api network block mixing transform.image transform.audio
      likelihood: bytes ardm block bundle coder distribution network parallel transform.audio
      likelihood.mixed: likelihood ardm coder.binary mixing
      likelihood.image.tile: ardm block likelihood transform.image
      likelihood.image: likelihood.image.tile likelihood likelihood.mixed ardm block bundle coder.binary distribution \
      media mixing network parallel transform.image transform.audio.predictor
      likelihood.audio: likelihood likelihood.mixed ardm block bundle coder.binary distribution media mixing \
      network parallel transform.audio
      likelihood.anyorder: likelihood ardm ardm.anyorder block bundle bytes coder distribution media network parallel
      likelihood.registry: api likelihood block bundle media
      tensorflow: bundle network
      vector: network transform.audio.predictor

      container: api bytes block media failure
      codec: api codec.encode codec.decode container block media failure
      codec.encode: parallel codec codec.decode container block block.classic block.coefficient media media.formats failure
      codec.decode: parallel codec container block block.classic media media.formats failure

      schema:
      schema.registry: schema
      schema.encoded: schema codec block media
      archive: container schema
      archive.restore: archive codec container media schema schema.encoded failure
      archive.table: archive archive.restore codec container media schema

      training: likelihood.registry tensorflow bundle network block
      training.image: training likelihood.image likelihood.image.tile bundle network transform.image block media
      training.audio: training likelihood.audio bundle network transform.audio ardm block media media.formats
      training.anyorder: training training.image likelihood.anyorder ardm bundle network block media
      studies.orderagnostic: training training.image tensorflow ardm ardm.anyorder

      kafka: codec block media schema schema.encoded schema.registry failure
      kafka.connect: kafka
      sql: codec block container media schema schema.encoded

      jobs.config: media
      jobs.run: jobs.config failure
      jobs.kafka: jobs.config jobs.run schema schema.registry
      jobs.kafka.source: jobs.config jobs.kafka schema
      jobs.kafka.sink: jobs.kafka schema
      jobs.bundle: jobs.config jobs.kafka archive codec block media schema failure
      jobs.compress: jobs.bundle jobs.config jobs.kafka jobs.kafka.source jobs.kafka.sink jobs.run codec block media \
      media.formats schema schema.encoded schema.registry failure
      jobs.replay: jobs.bundle jobs.config jobs.kafka jobs.kafka.source jobs.kafka.sink jobs.run archive codec \
      container media media.formats schema schema.registry failure
      jobs.rates: jobs.bundle jobs.config jobs.kafka jobs.kafka.source jobs.kafka.sink jobs.run schema schema.registry
      jobs.archive: jobs.run archive
      jobs.backfill.source: jobs.run archive
      jobs.backfill: jobs.archive jobs.backfill.source jobs.bundle jobs.config jobs.run archive archive.restore codec media \
      schema schema.encoded failure

      jobs.letters: jobs.bundle jobs.kafka jobs.kafka.sink schema

      dashboard.web:
      dashboard.rates: dashboard.web schema
      dashboard.topic: dashboard.rates codec schema
      dashboard.heat: dashboard.rates dashboard.topic codec container block media
      dashboard: dashboard.web dashboard.rates dashboard.topic dashboard.heat schema
      demo: dashboard dashboard.topic jobs.compress jobs.replay jobs.kafka jobs.config jobs.run schema
      cli.shell: jobs.config jobs.run tensorflow failure
      cli.files: cli.shell archive codec container block media failure
      cli.archives: cli.files cli.shell archive archive.restore archive.table jobs.archive jobs.backfill jobs.backfill.source codec
      cli.streams: cli.files cli.shell dashboard dashboard.topic demo archive jobs.compress jobs.replay jobs.rates jobs.letters \
      jobs.config jobs.kafka jobs.kafka.source jobs.run schema schema.registry
      cli.models: cli.files cli.shell training training.image training.audio training.anyorder tensorflow likelihood.registry bundle block media
      cli.bench: cli.files cli.shell archive demo codec container block media media.formats failure
      cli.serve: cli.files cli.shell codec container media schema schema.encoded failure
      cli: archive bundle jobs.run cli.archives cli.bench cli.files cli.models cli.serve cli.shell cli.streams
      """;

  @TestFactory
  Stream<DynamicTest> aRoomUsesOnlyTheRoomsOnTheMap() {
    return map().entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(),
                    () -> {
                      String[] others =
                          House.CLASSES.stream()
                              .map(c -> c.getPackageName())
                              .filter(p -> p.startsWith(HOUSE))
                              .distinct()
                              .filter(p -> !p.equals(HOUSE + room.getKey()))
                              .filter(p -> !room.getValue().contains(p.substring(HOUSE.length())))
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage(HOUSE + room.getKey())
                          .should()
                          .dependOnClassesThat(resideInAnyPackage(others))
                          .because("that arrow is not in the map of docs/ARCHITECTURE.md")
                          .check(House.CLASSES);
                    }));
  }

  @Test
  void nobodyUsesAStudy() {
    Set<String> studies = House.STUDIES.stream().map(JavaClass::getName).collect(toSet());
    assertThat(studies).isNotEmpty();
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + "studies..")
        .should()
        .dependOnClassesThat(describe("are studies", used -> studies.contains(used.getName())))
        .check(House.CLASSES);
  }

  @Test
  void everyRoomIsOnTheMap() {
    TreeSet<String> rooms = new TreeSet<>();
    House.CLASSES.forEach(c -> rooms.add(c.getPackageName().substring(HOUSE.length())));
    assertThat(rooms).isSubsetOf(map().keySet());
  }

  /** An arrow that nobody needs would let in what nobody meant. */
  @Test
  void everyArrowOfTheMapIsNeeded() {
    Map<String, Set<String>> used = new HashMap<>();
    for (JavaClass each : House.CLASSES) {
      used.computeIfAbsent(each.getPackageName(), unseen -> new HashSet<>())
          .addAll(
              each.getDirectDependenciesFromSelf().stream()
                  .map(arrow -> arrow.getTargetClass().getBaseComponentType().getPackageName())
                  .toList());
    }
    List<String> needless = new ArrayList<>();
    map()
        .forEach(
            (room, uses) ->
                uses.stream()
                    .filter(other -> !used.get(HOUSE + room).contains(HOUSE + other))
                    .forEach(other -> needless.add(room + " uses no " + other)));
    assertThat(needless).isEmpty();
  }

  /** By its whole name, or by its last one behind a dot. */
  @Test
  void everyRoomIsDrawn() throws IOException {
    String drawing =
        Files.readString(Path.of("..", "docs", "ARCHITECTURE.md"))
            .lines()
            .filter(line -> line.startsWith("    "))
            .collect(joining("\n"));
    assertThat(map().keySet())
        .allSatisfy(
            room -> {
              String wing = room.substring(room.lastIndexOf('.') + 1);
              assertThat(drawing)
                  .containsPattern("[ (](%s|\\.%s)[ )\n]".formatted(quote(room), quote(wing)));
            });
  }

  /** Each room stands below all that use it; a door and its wings are one room in this. */
  @Test
  void arrowsPointUpwards() {
    List<String> rooms = List.copyOf(map().keySet());
    map()
        .forEach(
            (room, uses) ->
                assertThat(uses)
                    .filteredOn(used -> !(room.startsWith("codec") && used.startsWith("codec")))
                    .as("what %s uses", room)
                    .allMatch(used -> rooms.indexOf(used) < rooms.indexOf(room)));
  }

  @Test
  void theCoreKnowsNoFlinkAndNoKafka() {
    noClasses()
        .that(resideInAnyPackage(HOUSE + "media..", HOUSE + "codec..", HOUSE + "archive.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.flink..", "org.apache.kafka.."))
        .check(House.CLASSES);
  }

  @Test
  void onlyTensorFlowKnowsDjl() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + "tensorflow")
        .should()
        .dependOnClassesThat(resideInAPackage("ai.djl.."))
        .check(House.CLASSES);
  }

  /** What programs leave in a clone stays there: whoever cloned it would begin with it. */
  @Test
  void nothingThatGitShallIgnoreIsInTheRepository() throws IOException {
    assertThat(git("ls-files", "--cached", "--ignored", "--exclude-standard", "..")).isEmpty();
    assertThat(Files.readString(Path.of("..", ".gitignore"))).contains("/ardm-broker/");
  }

  /** What git answers, and what it complains of. */
  private static List<String> git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader answer = git.inputReader()) {
      return answer.lines().toList();
    }
  }

  /** A walk begins in a clone, and removes what it has made there and nothing else. */
  @Test
  void noPageRemovesWhatIsInTheRepository() throws IOException {
    List<String> removed = new ArrayList<>();
    for (String page : List.of("README.md", "docs/CLUSTER.md")) {
      Pattern.compile("(?m)^rm -r (.*)$")
          .matcher(String.join("\n", Walk.blocks(page)))
          .results()
          .forEach(match -> removed.addAll(List.of(match.group(1).split(" "))));
    }
    assertThat(removed).contains("ardm-broker", "restored", "cluster");
    assertThat(removed).allSatisfy(name -> assertThat(git("ls-files", "../" + name)).isEmpty());
  }

  private static Map<String, List<String>> map() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    MAP.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              String[] sides = line.split(":", 2);
              map.put(
                  sides[0], Arrays.stream(sides[1].split(" ")).filter(r -> !r.isEmpty()).toList());
            });
    return map;
  }
}
