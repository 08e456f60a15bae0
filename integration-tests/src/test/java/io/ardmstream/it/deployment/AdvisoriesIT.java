package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed, compared with the advisories that were known when the list was made. */
class AdvisoriesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode LIST =
      Repository.yaml(Repository.ROOT.resolve("distribution").resolve("advisories.yaml"));
  private static final List<Advisory> ADVISORIES = Advisory.all(LIST);

  @ParameterizedTest
  @ValueSource(strings = {"distribution", "cli"})
  void noDeployedLibraryIsAffectedUnlessItIsAccepted(String module) throws IOException {
    JsonNode bill = bill(module);
    assertThat(bill.get("components")).hasSizeGreaterThan(20);
    assertThat(affected(bill)).isEmpty();
  }

  @Test
  @DisplayName("a bill of materials with Avro 1.11.4 is noticed")
  void anAffectedLibraryIsNoticed() throws IOException {
    JsonNode bill = bill("distribution");
    for (JsonNode component : bill.get("components")) {
      if (component.get("name").asText().equals("avro")) {
        ((ObjectNode) component).put("version", "1.11.4");
      }
    }
    assertThat(affected(bill))
        .containsExactly(Map.entry("CVE-2025-33042", List.of("org.apache.avro:avro:1.11.4")));
  }

  @Test
  void everyAdvisorySaysWhatWouldMendItAndWhatItTakes() {
    assertThat(ADVISORIES)
        .allSatisfy(
            advisory -> {
              assertThat(advisory.id()).matches("(CVE|GHSA)-\\S+");
              assertThat(advisory.coordinate()).matches("[^:]+:[^:]+");
              assertThat(advisory.fixed()).isNotEmpty().noneMatch(advisory::affects);
              assertThat(advisory.exposure()).endsWith(".");
            });
  }

  @Test
  void everyAdvisoryIsListedOnce() {
    assertThat(ADVISORIES).extracting(Advisory::id).doesNotHaveDuplicates();
  }

  @Test
  void onlyWhatIsDeployedIsAccepted() throws IOException {
    JsonNode jobs = bill("distribution");
    JsonNode commandLine = bill("cli");
    assertThat(ADVISORIES)
        .filteredOn(advisory -> !advisory.accepted().isEmpty())
        .allMatch(
            advisory ->
                !advisory.affectedIn(jobs).isEmpty()
                    || !advisory.affectedIn(commandLine).isEmpty());
  }

  @Test
  void theListHasADate() {
    assertThat(LocalDate.parse(LIST.get("asked").asText())).isAfter(LocalDate.of(2026, 1, 1));
  }

  private static JsonNode bill(String module) throws IOException {
    Path file = Repository.ROOT.resolve(module).resolve("target").resolve("bom.json");
    return JSON.readTree(file.toFile());
  }

  /** Libraries by the advisory that affects them and does not say why they are accepted. */
  private static Map<String, List<String>> affected(JsonNode bill) {
    Map<String, List<String>> found = new TreeMap<>();
    for (Advisory advisory : ADVISORIES) {
      List<String> libraries = advisory.affectedIn(bill);
      if (advisory.accepted().isEmpty() && !libraries.isEmpty()) {
        found.put(advisory.id(), libraries);
      }
    }
    return found;
  }
}
