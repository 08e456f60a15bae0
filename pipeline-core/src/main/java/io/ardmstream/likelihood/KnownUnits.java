package io.ardmstream.likelihood;

import java.util.List;

/**
 * A block to be encoded, taken apart.
 *
 * @param head bytes of the model's own that precede the payloads of the units; not copied
 * @param units of the block, all samples known
 * @param <U> the units
 */
public record KnownUnits<U extends CodingUnit>(byte[] head, List<U> units) {}
