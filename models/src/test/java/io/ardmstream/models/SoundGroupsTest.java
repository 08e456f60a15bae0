package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.codec.Verification;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sound in short records, each of which goes on from those before it. */
class SoundGroupsTest {
  private static final int FRAMES = 1000;
  private static final int[] LEFT = MadeUpSounds.string(8 * FRAMES, 1);
  private static final int[] RIGHT = MadeUpSounds.string(8 * FRAMES, 2);
  private static final Codec CODEC =
      Codec.builder().models(ModelRegistry.installed()).audioModel("audio-fast").build();

  @AfterAll
  static void close() {
    CODEC.close();
  }

  private static byte[] stereo(int from, int frames) {
    return WaveFile.pcm(
        16,
        Arrays.copyOfRange(LEFT, from, from + frames),
        Arrays.copyOfRange(RIGHT, from, from + frames));
  }

  private static byte[] mono(int... samples) {
    return WaveFile.pcm(16, samples);
  }

  /** The last is shorter than any filter. */
  private static List<byte[]> pieces() {
    return List.of(stereo(0, FRAMES), stereo(FRAMES, FRAMES), stereo(2000, 900), stereo(2900, 5));
  }

  private static List<Encoding> encode(List<byte[]> files, int most) {
    return CODEC.encodeStreams(List.of(files.stream().map(Source::of).toList()), most).get(0);
  }

  private static List<byte[]> containers(List<byte[]> files, int most) {
    return encode(files, most).stream().map(Encoding::orThrow).map(Encoded::container).toList();
  }

  private static List<Integer> places(List<byte[]> containers) {
    return containers.stream()
        .map(Codec::inspect)
        .map(ContainerInfo::group)
        .map(group -> group.map(GroupPlace::place).orElse(-1))
        .toList();
  }

  private static void requireComeBack(List<byte[]> files, List<byte[]> containers) {
    List<Decoding> decoded = CODEC.decode(containers);
    for (int i = 0; i < files.size(); i++) {
      assertThat(decoded.get(i).orThrow().bytes()).isEqualTo(files.get(i));
    }
  }

  @Test
  void piecesOfASoundBecomeAGroupAndSmaller() {
    List<byte[]> files = pieces();

    List<Encoding> encodings = encode(files, 8);

    List<byte[]> containers =
        encodings.stream().map(Encoding::orThrow).map(Encoded::container).toList();
    List<byte[]> alone = containers(files, 1);
    assertThat(places(containers).subList(0, 3)).containsExactly(0, 1, 2);
    for (int i = 1; i < 3; i++) {
      assertThat(containers.get(i).length).isLessThan(alone.get(i).length * 99 / 100);
      assertThat(Codec.inspect(containers.get(i)).version()).isEqualTo(6);
      var statistics = encodings.get(i).orThrow().statistics();
      assertThat(statistics.leaningSavedBytes()).isPositive();
      assertThat(statistics.verification()).isEqualTo(Verification.PASSED);
    }
    requireComeBack(files, containers);
  }

  @Test
  void groupsAreNotLongerThanAsked() {
    List<byte[]> files = IntStream.range(0, 7).mapToObj(i -> stereo(FRAMES * i, FRAMES)).toList();

    List<byte[]> containers = containers(files, 3);

    assertThat(places(containers)).containsExactly(0, 1, 2, 0, 1, 2, -1);
    requireComeBack(files, containers);
  }

  @Test
  void silenceAndOtherLayoutsEndAGroup() {
    List<byte[]> files =
        List.of(
            stereo(0, FRAMES),
            stereo(FRAMES, FRAMES),
            WaveFile.pcm(16, new int[FRAMES], new int[FRAMES]),
            stereo(2000, FRAMES),
            stereo(3000, FRAMES),
            mono(Arrays.copyOf(LEFT, FRAMES)),
            WaveFile.pcm(24, Arrays.copyOf(LEFT, FRAMES), Arrays.copyOf(RIGHT, FRAMES)),
            new byte[0],
            stereo(4000, 0));

    List<Encoding> encodings = encode(files, 8);

    assertThat(encodings.get(2).orThrow().statistics().modes().get(BlockMode.CONSTANT)).isOne();
    List<byte[]> kept = new ArrayList<>();
    List<byte[]> containers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (encodings.get(i) instanceof Encoded encoded) {
        kept.add(files.get(i));
        containers.add(encoded.container());
      }
    }
    assertThat(places(containers).subList(0, 7)).containsExactly(0, 1, -1, 0, 1, -1, -1);
    requireComeBack(kept, containers);
  }

  /** What is known of a channel differs from record to record. */
  @Test
  void unusedBitsFewValuesAndEqualChannelsComeBackInGroups() {
    int[] sound = Arrays.copyOf(LEFT, FRAMES);
    List<byte[]> files =
        List.of(
            stereo(0, FRAMES),
            WaveFile.pcm(16, MadeUpSounds.map(sound, v -> v & -16), sound),
            WaveFile.pcm(16, sound, sound),
            WaveFile.pcm(16, sound, new int[FRAMES]),
            WaveFile.pcm(16, MadeUpSounds.map(sound, v -> v / 50 * 37 + v / 300), sound),
            stereo(FRAMES, FRAMES));

    requireComeBack(files, containers(files, 8));
  }

  @Test
  void rawSamplesAndFilesAreOneStream() {
    byte[] file = stereo(FRAMES, FRAMES);
    byte[] raw = Arrays.copyOfRange(file, WaveFile.HEADER, file.length);
    MediaOptions options = MediaOptions.defaults().withRaw(RawDescriptor.parse("s16le,2ch,44100"));
    List<Source> stream =
        List.of(
            Source.of(stereo(0, FRAMES)), new Source(raw, options), Source.of(stereo(2000, 500)));

    List<byte[]> containers =
        CODEC.encodeStreams(List.of(stream), 8).get(0).stream()
            .map(Encoding::orThrow)
            .map(Encoded::container)
            .toList();

    assertThat(places(containers)).containsExactly(0, 1, 2);
    requireComeBack(stream.stream().map(Source::bytes).toList(), containers);
  }

  @Test
  void withoutItsPredecessorsARecordIsRefusedByName() {
    List<byte[]> containers = containers(pieces(), 8);

    for (int place = 1; place < 3; place++) {
      byte[] lonely = containers.get(place);
      assertThatThrownBy(() -> CODEC.decode(List.of(lonely)).get(0).orThrow())
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("leans on the " + place + " before it");
      assertThatThrownBy(() -> CODEC.survey(lonely)).isInstanceOf(MissingRecordsException.class);
    }
  }

  @Test
  void damageCostsAtMostTheRestOfTheGroup() {
    List<byte[]> containers = new ArrayList<>(containers(pieces(), 8));
    byte[] damaged = containers.get(1).clone();
    damaged[damaged.length / 2] ^= 1;
    for (byte[] second : List.of(damaged, sealed(damaged))) {
      containers.set(1, second);

      List<Decoding> decoded = CODEC.decode(containers);

      assertThat(decoded.get(0)).isInstanceOf(Decoding.Decoded.class);
      assertThatThrownBy(decoded.get(1)::orThrow).isInstanceOf(CorruptDataException.class);
      assertThatThrownBy(decoded.get(2)::orThrow).isInstanceOf(MissingRecordsException.class);
    }
  }

  /** Versions for pictures do not say how sound leans, nor the other way round. */
  @Test
  void soundUnderAnotherVersionIsRefused() {
    byte[] first = containers(pieces(), 8).get(0);
    for (int version = 2; version <= 5; version++) {
      byte[] other = first.clone();
      other[3] = (byte) (version << 4 | other[3] & 15);

      Decoding decoded = CODEC.decode(List.of(sealed(other))).get(0);

      assertThatThrownBy(decoded::orThrow).isInstanceOf(CorruptDataException.class);
    }
  }

  private static byte[] sealed(byte[] container) {
    byte[] sealed = container.clone();
    CRC32C checksum = new CRC32C();
    checksum.update(sealed, 0, sealed.length - Integer.BYTES);
    ByteBuffer.wrap(sealed)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(sealed.length - Integer.BYTES, (int) checksum.getValue());
    return sealed;
  }

  @Test
  void aStreamGoesOnFromCallToCall() {
    List<byte[]> files = pieces();
    List<byte[]> containers = containers(files, 8);
    StreamDecoder stream = CODEC.streamDecoder();

    for (int i = 0; i < files.size(); i++) {
      Decoding decoded = stream.decode(List.of(containers.get(i))).get(0);
      assertThat(decoded.orThrow().bytes()).isEqualTo(files.get(i));
    }
    assertThat(stream.survey(containers.get(2)).bits()).hasSize(900);
  }
}
