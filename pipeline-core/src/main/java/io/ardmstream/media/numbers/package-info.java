/**
 * Numbers as files write them, in words, and the integers that stand for them.
 *
 * <p>All words of a file are looked at to find a {@link io.ardmstream.media.numbers.NumberForm}. It
 * gives each word an integer that can be predicted, and the bits that this does not tell.
 */
package io.ardmstream.media.numbers;
