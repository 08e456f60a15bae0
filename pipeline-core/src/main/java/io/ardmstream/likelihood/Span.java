package io.ardmstream.likelihood;

/**
 * A part of a payload. The array is not copied.
 *
 * @param bytes of the payload
 * @param offset where the part starts
 * @param length bytes of the part, within the array
 */
public record Span(byte[] bytes, int offset, int length) {}
