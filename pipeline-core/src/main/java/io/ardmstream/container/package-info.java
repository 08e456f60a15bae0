/**
 * The byte format of encoded records, as specified in {@code docs/FORMAT.md}.
 *
 * <p>What describes a record and its coded blocks become one array of bytes, and come back. Nothing
 * here decodes a sample: a record can be described, and its damage found and placed, without any
 * model.
 */
package io.ardmstream.container;
