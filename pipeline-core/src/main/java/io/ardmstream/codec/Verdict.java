package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.failure.ArdmException;
import java.util.Optional;

/**
 * Whether an encoded record can be relied on.
 *
 * @param holds whether it decodes with every checksum, and to the original if one was given
 * @param finding what was found, a sentence for people
 * @param failure why it does not decode; empty when it does
 */
@PublicApi
public record Verdict(boolean holds, String finding, Optional<ArdmException> failure) {}
