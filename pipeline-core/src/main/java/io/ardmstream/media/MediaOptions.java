package io.ardmstream.media;

import io.ardmstream.api.PublicApi;
import java.util.Objects;
import java.util.Optional;

/**
 * How to take input apart.
 *
 * @param raw the declared shape of input without a header; it wins over whatever the bytes look
 *     like
 * @param fidelity what restoring has to bring back at least; with {@link Fidelity#BYTES} it is told
 *     how a PNG is compressed, too
 * @param opaque what is kept as opaque bytes instead of being refused
 * @param limits how much the input may claim
 */
@PublicApi
public record MediaOptions(
    Optional<RawDescriptor> raw, Fidelity fidelity, OpaqueInput opaque, Limits limits) {

  /** Checks that nothing is missing. */
  public MediaOptions {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(fidelity, "fidelity");
    Objects.requireNonNull(opaque, "opaque");
    Objects.requireNonNull(limits, "limits");
  }

  /**
   * Formats are recognised, every byte comes back, files of known formats that are not taken apart
   * are kept, unknown input is refused.
   */
  public static MediaOptions defaults() {
    return new MediaOptions(Optional.empty(), Fidelity.BYTES, OpaqueInput.KNOWN, Limits.defaults());
  }

  /** The same with a declared shape. */
  public MediaOptions withRaw(RawDescriptor descriptor) {
    return new MediaOptions(Optional.of(descriptor), fidelity, opaque, limits);
  }

  /** The same with another fidelity. */
  public MediaOptions withFidelity(Fidelity wanted) {
    return new MediaOptions(raw, wanted, opaque, limits);
  }

  /** The same, with unknown or damaged input kept as opaque bytes. */
  public MediaOptions withOpaqueAllowed() {
    return withOpaque(OpaqueInput.ANY);
  }

  /** The same, with another choice of what is kept as opaque bytes. */
  public MediaOptions withOpaque(OpaqueInput kept) {
    return new MediaOptions(raw, fidelity, kept, limits);
  }

  /** The same with other limits. */
  public MediaOptions withLimits(Limits others) {
    return new MediaOptions(raw, fidelity, opaque, others);
  }
}
