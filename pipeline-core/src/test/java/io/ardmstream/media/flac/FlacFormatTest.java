package io.ardmstream.media.flac;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlacFormatTest extends MediaFormatContract {
  private static final byte[] TAG = join(text("ID3\u0004\0\0\0\0\0\u0007"), new byte[7]);
  private static final int DIGEST_AT = 26;

  @Override
  protected MediaFormat format() {
    return new FlacFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int depth : new int[] {4, 8, 16, 24, 32}) {
      for (int channels : new int[] {1, 2, 8}) {
        byte[] file = new Flacs(depth, channels, depth, 90).frames().file();
        files.put(depth + " bits, " + channels + " channels", file);
      }
    }
    byte[] stereo = stereo(5).file();
    files.put("a single sample", new Flacs(2, 1, 16, 1).frames().file());
    files.put("no frames", new Flacs(3, 2, 16, 0).file());
    files.put("ID3 in front", join(TAG, stereo));
    files.put("ID3 at the end", join(stereo, text("TAG"), noise(125, 1)));
    files.put("truncated last frame", Arrays.copyOf(stereo, stereo.length - 9));
    files.put("no digest", zeroed(stereo, DIGEST_AT));
    files.put("wrong digest", flipped(stereo, DIGEST_AT));
    files.put("wrong checksum of a frame", flipped(stereo, stereo.length - 1));
    files.put("no total", zeroed(stereo, 22));
    files.put("wrong length of a block", flipped(withBlocks(), 46));
    files.put("blocks of all kinds", withBlocks());
    files.put("other channels in between", otherChannels());
    files.put("frames twice", join(stereo, stereo(5).stream()));
    return files;
  }

  private static Flacs stereo(int seed) {
    return new Flacs(seed, 2, 16, 200).frame(64).frame(64).frame(64).frame(8);
  }

  private static byte[] withBlocks() {
    byte[] points = new byte[36];
    Arrays.fill(points, 18, 26, (byte) -1);
    return stereo(6)
        .file(
            Flacs.block(1, false, new byte[40]),
            Flacs.block(3, false, points),
            Flacs.block(4, false, text("\u0005\0\0\0hello\0\0\0\0")),
            Flacs.block(126, false, new byte[0]));
  }

  private static byte[] otherChannels() {
    byte[] mono = new Flacs(8, 1, 16, 20).frames().stream();
    return new Flacs(7, 2, 16, 40).frame(20).junk(mono).frame(20).file();
  }

  private static byte[] zeroed(byte[] file, int at) {
    byte[] changed = file.clone();
    Arrays.fill(changed, at, at == DIGEST_AT ? at + 16 : at + 4, (byte) 0);
    return changed;
  }

  private static byte[] flipped(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 1;
    return changed;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    Flacs bomb = new Flacs(0, 8, 16, 1 << 20);
    for (int[] plane : bomb.planes()) {
      Arrays.fill(plane, 7);
    }
    for (int i = 0; i < 16; i++) {
      bomb.constantFrame(1 << 16);
    }
    return Map.of("far more samples than bytes", bomb.file());
  }

  @Override
  protected Map<String, Defect> faulty() {
    byte[] stereo = stereo(9).file();
    return Map.of(
        "nothing after the marker", new Defect(text("fLaC"), "neither a sound frame nor a"),
        "STREAMINFO cut", new Defect(Arrays.copyOf(stereo, 30), "neither a sound frame nor a"));
  }

  @Test
  void framesWithoutMetadataAreRecognisedIfTheyTellTheirDepth() {
    byte[] frames = flac16().stream();
    Media media = MediaFormats.parse(frames, MediaOptions.defaults());
    assertThat(media.type()).isEqualTo(FileFormat.FLAC);
    assertThat(MediaFormats.restore(media)).isEqualTo(frames);
    assertThat(new FlacFormat().recognises(Arrays.copyOf(frames, 20))).isFalse();
  }

  private static Flacs flac16() {
    for (int seed = 0; ; seed++) {
      Flacs flac = new Flacs(seed, 1, 16, 60).frame(60);
      if ((flac.stream()[3] & 0x0E) != 0) {
        return flac;
      }
    }
  }

  @Test
  void claimsOfTheHeaderTakeNoMemory() {
    byte[] file = stereo(4).file();
    Arrays.fill(file, 21, 26, (byte) -1);
    assertThat(format().parse(file, SMALL).layout().width()).isEqualTo(200);
  }
}
