package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.likelihood.image.ImageModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records of a stream that lean on the records before them. */
class GroupTest {
  private final Codec codec = codec(BlockSizes.defaults());

  private static Codec codec(BlockSizes sizes) {
    try {
      ModelBundle bundle = ModelBundle.load(TinyBundles.source(TinyBundles.mixedImageFiles(1, 1)));
      BlockModel model = ImageModel.open(bundle, InferenceEngine.java().load(bundle), 2);
      return Codec.builder()
          .models(ModelRegistry.of(model))
          .imageModel("tiny-image")
          .blockSizes(sizes)
          .build();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @AfterEach
  void close() {
    codec.close();
  }

  /** A scene of fixed texture with a square that moves and a little fresh noise, as PNM. */
  private static byte[] frame(int width, int height, long scene, int time) {
    return frame(width, height, scene, time, 0);
  }

  private static byte[] frame(int width, int height, long scene, int time, int brighter) {
    byte[] text = ("P6\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(text, text.length + 3 * width * height);
    Random texture = new Random(scene);
    Random noise = new Random(scene * 1000 + time);
    for (int i = 0; i < width * height; i++) {
      boolean square = Math.abs(i % width - 3 * time) < 4 && i / width > height / 2;
      int level = square ? 40 : 60 + (i % width + i / width) / 2 + texture.nextInt(60);
      for (int c = 0; c < 3; c++) {
        int fresh = noise.nextInt(8) == 0 ? 1 : 0;
        file[text.length + 3 * i + c] = (byte) (level + 20 * c + fresh + brighter);
      }
    }
    return file;
  }

  private static List<Source> stream(int width, int height, long scene, int count) {
    List<Source> sources = new ArrayList<>();
    for (int time = 0; time < count; time++) {
      sources.add(Source.of(frame(width, height, scene, time)));
    }
    return sources;
  }

  private static List<byte[]> containers(List<Encoding> encodings) {
    return encodings.stream().map(Encoding::orThrow).map(Encoded::container).toList();
  }

  private static List<Optional<Integer>> places(List<byte[]> containers) {
    return containers.stream()
        .map(Codec::inspect)
        .map(ContainerInfo::group)
        .map(group -> group.map(GroupPlace::place))
        .toList();
  }

  private List<byte[]> group(int count) {
    return containers(codec.encodeStreams(List.of(stream(48, 40, 1, count)), 8).get(0));
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void streamsSurvive(
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 50) int height,
      @ForAll @IntRange(min = 1, max = 9) int count,
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll @IntRange(min = 10, max = 64) int side,
      @ForAll @IntRange(min = 0, max = 9) int odd) {
    try (Codec cut = codec(new BlockSizes(side, 1 << 16, 1 << 20))) {
      List<Source> first = stream(width, height, 1, count);
      List<Source> second = new ArrayList<>(stream(height, width, 2, count));
      second.add(Math.min(odd, count), Source.of(Inputs.tone(300, 1, 16)));

      List<List<Encoding>> encodings = cut.encodeStreams(List.of(first, second), most);

      List<Source> all = new ArrayList<>(first);
      all.addAll(second);
      List<byte[]> containers = new ArrayList<>(containers(encodings.get(0)));
      containers.addAll(containers(encodings.get(1)));
      List<Decoding> decoded = cut.decode(containers);
      for (int i = 0; i < all.size(); i++) {
        assertThat(decoded.get(i).orThrow().bytes()).isEqualTo(all.get(i).bytes());
      }
      assertThat(places(containers)).allMatch(place -> place.orElse(0) < most);
    }
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void framesOfVideoSurvive(
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 2, max = 7) int count) {
    List<Source> frames = new ArrayList<>();
    for (int time = 0; time < count; time++) {
      frames.add(Source.of(video(width, height, time)));
    }

    List<byte[]> containers = containers(codec.encodeStreams(List.of(frames), 8).get(0));

    List<Decoding> decoded = codec.decode(containers);
    for (int i = 0; i < count; i++) {
      assertThat(decoded.get(i).orThrow().bytes()).isEqualTo(frames.get(i).bytes());
    }
  }

  /** A frame of Y4M, whose colours have half the rows and columns. */
  private static byte[] video(int width, int height, int time) {
    String head = "YUV4MPEG2 W" + width + " H" + height + " F25:1 Ip A1:1 C420jpeg\nFRAME\n";
    byte[] text = head.getBytes(StandardCharsets.US_ASCII);
    byte[] scene = frame(width, height, 5, time);
    int header = scene.length - 3 * width * height;
    int luma = text.length + width * height;
    int small = ((width + 1) / 2) * ((height + 1) / 2);
    byte[] file = Arrays.copyOf(text, luma + 2 * small);
    for (int i = 0; i < width * height; i++) {
      int at = (i / width / 2) * ((width + 1) / 2) + i % width / 2;
      file[text.length + i] = scene[header + 3 * i];
      file[luma + at] = (byte) (150 + scene[header + 3 * i + 1] / 8);
      file[luma + small + at] = (byte) (110 - scene[header + 3 * i + 2] / 16);
    }
    return file;
  }

  @Test
  void framesOfACameraBecomeAGroupAndMuchSmaller() {
    List<byte[]> containers = group(5);

    assertThat(places(containers)).extracting(Optional::get).containsExactly(0, 1, 2, 3, 4);
    assertThat(containers.get(4).length).isLessThan(containers.get(0).length / 2);
  }

  @Test
  void statisticsSayWhatLeaningHasSaved() {
    List<Source> scene = stream(48, 40, 1, 3);
    List<Encoding> grouped = codec.encodeStreams(List.of(scene), 8).get(0);
    List<byte[]> alone = containers(codec.encode(scene));

    assertThat(grouped.get(0).orThrow().statistics().leaningSavedBytes()).isZero();
    for (int i = 1; i < scene.size(); i++) {
      EncodeStatistics statistics = grouped.get(i).orThrow().statistics();
      long estimate = statistics.encodedBytes() + statistics.leaningSavedBytes();
      assertThat((double) estimate).isCloseTo(alone.get(i).length, withinPercentage(20));
    }
  }

  @Test
  void aSceneThatGrowsBrighterStaysAGroup() {
    List<Source> dawn = new ArrayList<>();
    for (int time = 0; time < 4; time++) {
      dawn.add(Source.of(frame(48, 40, 1, time, 12 * time)));
    }

    List<byte[]> containers = containers(codec.encodeStreams(List.of(dawn), 8).get(0));

    assertThat(places(containers)).extracting(Optional::get).containsExactly(0, 1, 2, 3);
  }

  @Test
  void groupsAreNotLongerThanAsked() {
    List<Encoding> encodings = codec.encodeStreams(List.of(stream(48, 40, 1, 7)), 3).get(0);

    assertThat(places(containers(encodings)))
        .containsExactly(
            Optional.of(0),
            Optional.of(1),
            Optional.of(2),
            Optional.of(0),
            Optional.of(1),
            Optional.of(2),
            Optional.empty());
  }

  @Test
  void aCutBeginsANewGroup() {
    List<Source> film = new ArrayList<>(stream(48, 40, 1, 3));
    film.addAll(stream(48, 40, 77, 3));
    Collections.reverse(film.subList(3, 6));

    List<byte[]> containers = containers(codec.encodeStreams(List.of(film), 8).get(0));

    assertThat(codec.decode(containers)).allMatch(Decoding.Decoded.class::isInstance);
    assertThat(places(containers).get(0)).contains(0);
    assertThat(places(containers).get(2)).contains(2);
  }

  @Test
  void whatDoesNotProfitIsEncodedAsEver() {
    List<Source> unlike =
        List.of(
            Source.of(Inputs.noise(40, 30, 1)),
            Source.of(Inputs.photo(40, 30)),
            Source.of(Inputs.tone(400, 2, 16)),
            Source.of(Inputs.plain(30, 30)),
            Source.of(Inputs.plain(30, 30)));

    List<byte[]> streamed = containers(codec.encodeStreams(List.of(unlike), 8).get(0));

    List<byte[]> alone = containers(codec.encode(unlike));
    for (int i = 0; i < alone.size(); i++) {
      assertThat(streamed.get(i)).isEqualTo(alone.get(i));
    }
  }

  @Test
  void groupsOfOneAreNoGroups() {
    List<Source> frames = stream(48, 40, 1, 3);

    List<byte[]> streamed = containers(codec.encodeStreams(List.of(frames), 1).get(0));

    List<byte[]> alone = containers(codec.encode(frames));
    for (int i = 0; i < alone.size(); i++) {
      assertThat(streamed.get(i)).isEqualTo(alone.get(i));
    }
  }

  /** What each block leaves for those after it takes memory, which decoders do not grant to all. */
  @Test
  void recordsOfManyBlocksAreEncodedAlone() {
    Codec.Builder builder =
        Codec.builder()
            .models(ModelRegistry.of(new OddModel(true, false)))
            .imageModel(ResidualModel.ID.name())
            .verify(false);
    try (Codec cut = builder.blockSizes(new BlockSizes(16, 1 << 16, 1 << 20)).build()) {
      for (int columns : new int[] {GroupPlace.MOST_BLOCKS, GroupPlace.MOST_BLOCKS + 1}) {
        byte[] photo = Inputs.photo(16 * columns, 16);
        List<Source> frames = List.of(Source.of(photo), Source.of(photo.clone()));

        List<byte[]> containers = containers(cut.encodeStreams(List.of(frames), 8).get(0));

        assertThat(Codec.inspect(containers.get(0)).group().isPresent())
            .isEqualTo(columns == GroupPlace.MOST_BLOCKS);
      }
    }
  }

  @Test
  void withoutItsPredecessorsARecordIsRefusedByName() {
    List<byte[]> containers = group(4);

    for (int place = 1; place < 4; place++) {
      byte[] lonely = containers.get(place);
      assertThatThrownBy(() -> codec.decode(List.of(lonely)).get(0).orThrow())
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("leans on the " + place + " before it");
      assertThat(codec.verify(lonely).failure().get()).isInstanceOf(MissingRecordsException.class);
      assertThatThrownBy(() -> codec.survey(lonely)).isInstanceOf(MissingRecordsException.class);
    }
  }

  @Test
  void aGapEndsTheGroup() {
    List<byte[]> containers = new ArrayList<>(group(5));
    containers.remove(2);

    List<Decoding> decoded = codec.decode(containers);

    assertThat(decoded.get(0)).isInstanceOf(Decoding.Decoded.class);
    assertThat(decoded.get(1)).isInstanceOf(Decoding.Decoded.class);
    for (Decoding lost : decoded.subList(2, 4)) {
      assertThatThrownBy(lost::orThrow).isInstanceOf(MissingRecordsException.class);
    }
  }

  @Test
  void damageCostsAtMostTheRestOfTheGroup() {
    List<byte[]> containers = new ArrayList<>(group(5));
    containers.addAll(containers(codec.encodeStreams(List.of(stream(48, 40, 9, 3)), 8).get(0)));
    byte[] damaged = containers.get(2).clone();
    damaged[damaged.length / 2] ^= 1;
    containers.set(2, damaged);

    List<Decoding> decoded = codec.decode(containers);

    assertThatThrownBy(decoded.get(2)::orThrow).isInstanceOf(CorruptDataException.class);
    for (int i : new int[] {3, 4}) {
      assertThatThrownBy(decoded.get(i)::orThrow).isInstanceOf(MissingRecordsException.class);
    }
    for (int i : new int[] {0, 1, 5, 6, 7}) {
      assertThat(decoded.get(i)).isInstanceOf(Decoding.Decoded.class);
    }
  }

  @Test
  void groupsMayBeInterleavedAndBeginAlike() {
    List<Source> one = stream(48, 40, 1, 3);
    List<Source> other = List.of(one.get(0), one.get(2), one.get(1));
    List<byte[]> first = containers(codec.encodeStreams(List.of(one), 8).get(0));
    List<byte[]> second = containers(codec.encodeStreams(List.of(other), 8).get(0));
    List<byte[]> mixed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mixed.add(first.get(i));
      mixed.add(second.get(i));
    }

    List<Decoding> decoded = codec.decode(mixed);

    for (int i = 0; i < 3; i++) {
      assertThat(decoded.get(2 * i).orThrow().bytes()).isEqualTo(one.get(i).bytes());
      assertThat(decoded.get(2 * i + 1).orThrow().bytes()).isEqualTo(other.get(i).bytes());
    }
  }

  @Test
  void streamsSideBySideBecomeWhatEachBecomesAlone() {
    List<Source> one = stream(48, 40, 1, 4);
    List<Source> other = stream(33, 52, 2, 6);

    List<List<Encoding>> together = codec.encodeStreams(List.of(one, other), 4);

    List<byte[]> alone = containers(codec.encodeStreams(List.of(other), 4).get(0));
    for (int i = 0; i < alone.size(); i++) {
      assertThat(containers(together.get(1)).get(i)).isEqualTo(alone.get(i));
    }
  }
}
