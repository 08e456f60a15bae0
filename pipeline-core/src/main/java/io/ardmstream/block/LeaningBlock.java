package io.ardmstream.block;

/**
 * A block coded after others.
 *
 * @param coded what the model made of it
 * @param aloneBytes about what its payload would have without those before
 */
public record LeaningBlock(ModelledBlock coded, long aloneBytes) {}
