package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.ardmstream.api.PublicApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users may rely on mentions nothing that they may not rely on. */
class PublicApiTest {
  @Test
  void whatUsersCallMentionsOnlyWhatIsMarked() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : House.CLASSES) {
      if (isMarked(type) && isPublic(type)) {
        mentioned(type)
            .map(JavaClass::getBaseComponentType)
            .filter(used -> used.getPackageName().startsWith("io.ardmstream"))
            .filter(used -> !isMarked(used))
            .forEach(used -> found.add(type.getName() + " mentions " + used.getName()));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theDoorsAreMarked() {
    assertThat(House.CLASSES.stream().filter(PublicApiTest::isMarked).map(JavaClass::getName))
        .contains(
            "io.ardmstream.codec.Codec",
            "io.ardmstream.container.ContainerInfo",
            "io.ardmstream.block.ModelRegistry",
            "io.ardmstream.likelihood.registry.PublishedModels",
            "io.ardmstream.media.MediaOptions",
            "io.ardmstream.failure.ArdmException");
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static Stream<JavaClass> mentioned(JavaClass type) {
    List<JavaClass> all = new ArrayList<>(type.getRawInterfaces());
    type.getRawSuperclass().ifPresent(all::add);
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
        all.addAll(unit.getAllInvolvedRawTypes());
      }
    }
    for (JavaField field : type.getFields()) {
      if (field.getModifiers().contains(JavaModifier.PUBLIC)) {
        all.addAll(field.getAllInvolvedRawTypes());
      }
    }
    return all.stream();
  }

  /** Whether a type is marked, or nested in one that is. */
  private static boolean isMarked(JavaClass type) {
    return type.isAnnotatedWith(PublicApi.class)
        || type.getEnclosingClass().filter(PublicApiTest::isMarked).isPresent();
  }
}
