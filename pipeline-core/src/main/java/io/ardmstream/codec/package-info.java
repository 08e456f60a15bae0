/**
 * The façade: files to containers and back.
 *
 * <p>In: the bytes of records, many at a time, because their blocks share calls of the likelihood
 * models. Out: for each record by itself either its result or the reason why there is none.
 */
package io.ardmstream.codec;
