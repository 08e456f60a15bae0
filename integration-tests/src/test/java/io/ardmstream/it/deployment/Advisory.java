package io.ardmstream.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A known vulnerability of a library.
 *
 * @param id number of the advisory
 * @param coordinate group and artifact, with a colon between them
 * @param affected ranges of versions
 * @param fixed first versions without it
 * @param exposure what it takes, and whether that happens here
 * @param accepted why it may be deployed; empty if it may not
 */
record Advisory(
    String id,
    String coordinate,
    VersionRange affected,
    List<String> fixed,
    String exposure,
    String accepted) {

  static List<Advisory> all(JsonNode list) {
    return StreamSupport.stream(list.get("advisories").spliterator(), false)
        .map(Advisory::of)
        .toList();
  }

  private static Advisory of(JsonNode node) {
    return new Advisory(
        node.path("id").asText(),
        node.path("coordinate").asText(),
        range(node.path("affected").asText()),
        Arrays.asList(node.path("fixed").asText().split(", ")),
        node.path("exposure").asText(),
        node.path("accepted").asText());
  }

  private static VersionRange range(String affected) {
    try {
      return VersionRange.createFromVersionSpec(affected);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalArgumentException(affected, e);
    }
  }

  boolean affects(String version) {
    return affected.containsVersion(new DefaultArtifactVersion(version));
  }

  /** The components of a bill of materials in CycloneDX that it affects, with their versions. */
  List<String> affectedIn(JsonNode bill) {
    return StreamSupport.stream(bill.get("components").spliterator(), false)
        .filter(component -> coordinate.equals(coordinateOf(component)))
        .map(component -> component.get("version").asText())
        .filter(this::affects)
        .map(version -> coordinate + ":" + version)
        .toList();
  }

  private static String coordinateOf(JsonNode component) {
    return component.get("group").asText() + ":" + component.get("name").asText();
  }
}
