package io.ardmstream.codec.decode;

import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.codec.Verdict;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges containers by decoding them. */
public record Verifier(Decoder decoder) {
  private static final MediaOptions SAMPLES =
      MediaOptions.defaults().withFidelity(Fidelity.SAMPLES);

  public Verdict verify(byte[] container) {
    return judge(container, decoded -> holds("It decodes and every checksum holds."));
  }

  public Verdict verify(byte[] container, byte[] original) {
    return judge(container, decoded -> compare(decoded, original));
  }

  private Verdict judge(byte[] container, Function<Decoded, Verdict> next) {
    Decoding decoding = decoder.decode(List.of(container)).get(0);
    if (decoding instanceof Decoded decoded) {
      return next.apply(decoded);
    }
    ArdmException failure = ((Decoding.Failed) decoding).failure();
    return new Verdict(false, failure.getMessage(), Optional.of(failure));
  }

  private static Verdict compare(Decoded decoded, byte[] original) {
    if (Arrays.equals(decoded.bytes(), original)) {
      return holds("It decodes to the original, byte for byte.");
    }
    if (decoded.info().fidelity() == Fidelity.SAMPLES
        && MediaFormats.sameMedia(decoded.bytes(), original, SAMPLES)) {
      return holds("It decodes to the samples and the metadata of the original.");
    }
    return differs("It is intact, but decodes to something else than the original.");
  }

  private static Verdict holds(String finding) {
    return new Verdict(true, finding, Optional.empty());
  }

  private static Verdict differs(String finding) {
    return new Verdict(false, finding, Optional.empty());
  }
}
