package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The images that are built and used. */
class ImagesTest {

  private static final Path DOCKERFILE = Repository.DOCKER.resolve("Dockerfile");
  private final String dockerfile = Repository.text(DOCKERFILE);

  static List<Path> files() {
    return Stream.concat(
            Stream.of(DOCKERFILE, Repository.DOCKER.resolve("compose.yaml")),
            Repository.kubernetesFiles().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void areOfTheVersionsOfTheBuild(Path file) {
    assertThat(Images.in(Repository.text(file)))
        .filteredOn(image -> !stages().contains(image))
        .isNotEmpty()
        .allSatisfy(image -> assertThat(Images.right(image.split(":")[0])).contains(image));
  }

  @Test
  void copyOnlyWhatThereIs() {
    List<String> copied = matches("(?m)^COPY (?!--from)(?:--\\S+ )?(\\S+) ");
    assertThat(copied)
        .contains("config", "docker/healthcheck.sh")
        .allSatisfy(path -> assertThat(Repository.ROOT.resolve(path)).exists());
    assertThat(matches("(?m)^COPY --from=(\\S+)")).allMatch(stages()::contains);
  }

  @Test
  @DisplayName("the last user is Flink's, not root")
  void doNotRunAsRoot() {
    List<String> users = matches("(?m)^USER (\\S+)");
    assertThat(users.get(users.size() - 1)).isEqualTo("flink");
  }

  @Test
  void areCheckedForHealth() {
    assertThat(dockerfile).contains("HEALTHCHECK ");
  }

  private Set<String> stages() {
    return Set.copyOf(matches("(?m)^FROM \\S+ AS (\\S+)"));
  }

  private List<String> matches(String pattern) {
    return Pattern.compile(pattern)
        .matcher(dockerfile)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toList());
  }
}
