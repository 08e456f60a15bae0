/**
 * The hand-made coder behind {@link io.ardmstream.block.BlockMode#CLASSIC}, for what likelihood
 * models are bad at: drawings, screen shots, repetitions, and shapes that no model knows.
 *
 * <p>A block becomes a payload, whose first byte names one of a few small formats, and comes back.
 */
package io.ardmstream.block.classic;
