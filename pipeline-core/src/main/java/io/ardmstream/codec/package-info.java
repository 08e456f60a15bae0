/**
 * The façade: files to containers and back.
 *
 * <p>It takes many records at a time, because their blocks share calls of the likelihood models.
 * For each record by itself it gives either the result or the reason why there is none.
 */
package io.ardmstream.codec;
