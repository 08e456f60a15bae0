package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.jpeg.Jpegs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JPEG files of a stream that lean on the JPEG files before them. */
class JpegGroupTest {
  private final Codec codec = Codec.builder().build();

  private static List<byte[]> frames() {
    return Jpegs.FRAMES.stream().map(Jpegs::file).toList();
  }

  private List<Encoding> encode(List<byte[]> files, int most) {
    return codec.encodeStreams(List.of(files.stream().map(Source::of).toList()), most).get(0);
  }

  private List<byte[]> containers(List<byte[]> files) {
    return encode(files, 8).stream().map(Encoding::orThrow).map(Encoded::container).toList();
  }

  private byte[] alone(byte[] file) {
    return codec.encode(List.of(Source.of(file))).get(0).orThrow().container();
  }

  private static List<Optional<Integer>> places(List<byte[]> containers) {
    return containers.stream()
        .map(Codec::inspect)
        .map(ContainerInfo::group)
        .map(group -> group.map(GroupPlace::place))
        .toList();
  }

  private void requireComeBack(List<byte[]> files, List<byte[]> containers) {
    List<Decoding> decoded = codec.decode(containers);
    for (int i = 0; i < files.size(); i++) {
      assertThat(decoded.get(i).orThrow().bytes()).isEqualTo(files.get(i));
    }
  }

  @Test
  void framesOfACameraBecomeAGroupAndSmaller() {
    List<byte[]> frames = frames();

    List<byte[]> containers = containers(frames);

    assertThat(places(containers)).extracting(Optional::get).containsExactly(0, 1, 2, 3);
    for (int i = 1; i < frames.size(); i++) {
      assertThat(containers.get(i).length).isLessThan(alone(frames.get(i)).length * 4 / 5);
      assertThat(Codec.inspect(containers.get(i)).type()).isEqualTo(FileFormat.JPEG);
      assertThat(Codec.inspect(containers.get(i)).version()).isEqualTo(5);
    }
    requireComeBack(frames, containers);
  }

  @Test
  void statisticsSayExactlyWhatLeaningHasSaved() {
    List<byte[]> frames = frames();

    List<Encoding> encodings = encode(frames, 8);

    for (int i = 1; i < frames.size(); i++) {
      EncodeStatistics statistics = encodings.get(i).orThrow().statistics();
      long around = 1 + 4; // the place and the footer of the record before
      assertThat(statistics.encodedBytes() + statistics.leaningSavedBytes() - around)
          .isEqualTo(alone(frames.get(i)).length);
      assertThat(statistics.verification()).isEqualTo(Verification.PASSED);
    }
  }

  @Test
  void groupsAreNotLongerThanAsked() {
    List<byte[]> files = new ArrayList<>(frames());
    files.addAll(frames());

    List<byte[]> containers =
        encode(files, 3).stream().map(Encoding::orThrow).map(Encoded::container).toList();

    assertThat(places(containers)).allMatch(place -> place.orElse(0) < 3);
    requireComeBack(files, containers);
  }

  /** A picture, a frame of another size and one that was cut end a group; all come back. */
  @Test
  void whatComesBetweenEndsTheGroup() {
    byte[] cut = Arrays.copyOf(Jpegs.file("frame-2"), 1500);
    List<byte[]> files = new ArrayList<>();
    for (byte[] odd : List.of(Inputs.photo(40, 30), Jpegs.file("grey-2x2"), cut, new byte[] {7})) {
      files.add(Jpegs.file("frame-0"));
      files.add(Jpegs.file("frame-1"));
      files.add(odd);
    }
    files.add(Jpegs.file("arithmetic"));
    List<Source> sources = files.stream().map(file -> Source.of(file)).toList();

    List<Encoding> encodings = codec.encodeStreams(List.of(sources), 8).get(0);

    List<byte[]> kept = new ArrayList<>();
    List<byte[]> containers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (encodings.get(i) instanceof Encoded encoded) {
        kept.add(files.get(i));
        containers.add(encoded.container());
      }
    }
    assertThat(kept.size()).isGreaterThanOrEqualTo(files.size() - 1);
    assertThat(places(containers).subList(0, 6))
        .containsExactly(
            Optional.of(0),
            Optional.of(1),
            Optional.empty(),
            Optional.of(0),
            Optional.of(1),
            Optional.empty());
    requireComeBack(kept, containers);
  }

  @Test
  void filesThatOnlyHaveTheSameSizeStayAlone() {
    List<byte[]> unlike = List.of(Jpegs.file("frame-0"), Jpegs.file("high-444"));

    List<byte[]> containers = containers(unlike);

    for (int i = 0; i < unlike.size(); i++) {
      assertThat(containers.get(i)).isEqualTo(alone(unlike.get(i)));
    }
  }

  @Test
  void withoutItsPredecessorsARecordIsRefusedByName() {
    List<byte[]> containers = containers(frames());

    for (int place = 1; place < containers.size(); place++) {
      byte[] lonely = containers.get(place);
      assertThatThrownBy(() -> codec.decode(List.of(lonely)).get(0).orThrow())
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("leans on the " + place + " before it");
      assertThatThrownBy(() -> codec.survey(lonely)).isInstanceOf(MissingRecordsException.class);
    }
  }

  @Test
  void damageCostsAtMostTheRestOfTheGroup() {
    List<byte[]> containers = new ArrayList<>(containers(frames()));
    byte[] damaged = containers.get(1).clone();
    damaged[damaged.length / 2] ^= 1;
    containers.set(1, damaged);

    List<Decoding> decoded = codec.decode(containers);

    assertThat(decoded.get(0)).isInstanceOf(Decoding.Decoded.class);
    assertThatThrownBy(decoded.get(1)::orThrow).isInstanceOf(CorruptDataException.class);
    for (int i = 2; i < decoded.size(); i++) {
      assertThatThrownBy(decoded.get(i)::orThrow).isInstanceOf(MissingRecordsException.class);
    }
  }

  @Test
  void aStreamGoesOnFromCallToCall() {
    List<byte[]> frames = frames();
    List<byte[]> containers = containers(frames);
    StreamDecoder stream = codec.streamDecoder();

    for (int i = 0; i < frames.size(); i++) {
      Decoding decoded = stream.decode(List.of(containers.get(i))).get(0);
      assertThat(decoded.orThrow().bytes()).isEqualTo(frames.get(i));
    }
    assertThat(stream.survey(containers.get(3)).bits()).isNotEmpty();
  }

  @Test
  void streamsSideBySideBecomeWhatEachBecomesAlone() {
    List<Source> one = frames().stream().map(Source::of).toList();
    List<Source> other = List.of(one.get(3), one.get(2), one.get(1));

    List<List<Encoding>> together = codec.encodeStreams(List.of(one, other), 8);

    List<Encoding> alone = codec.encodeStreams(List.of(other), 8).get(0);
    for (int i = 0; i < other.size(); i++) {
      assertThat(together.get(1).get(i).orThrow().container())
          .isEqualTo(alone.get(i).orThrow().container());
    }
  }
}
