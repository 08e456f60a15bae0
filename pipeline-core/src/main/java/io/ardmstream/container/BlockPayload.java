package io.ardmstream.container;

import io.ardmstream.block.BlockMode;

/**
 * A block ready to be written. The payload is not copied.
 *
 * @param mode how it is coded
 * @param checksum CRC-32C of its samples, see {@link io.ardmstream.block.StoredSamples}
 * @param payload the coded samples
 */
public record BlockPayload(BlockMode mode, int checksum, byte[] payload) {}
