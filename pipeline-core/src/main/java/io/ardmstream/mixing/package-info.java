/**
 * Probabilities of bits from many contexts at once.
 *
 * <p>Every context remembers how its bits fell ({@link io.ardmstream.mixing.ContextTables}); a
 * {@link io.ardmstream.mixing.Mixer} weighs what they say and learns from every bit. Integers only,
 * so that the decoder repeats the encoder exactly.
 */
package io.ardmstream.mixing;
