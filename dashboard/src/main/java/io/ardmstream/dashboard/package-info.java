/**
 * One web page of what compression saves. In: the statistics topic, and the encoded topic for
 * single records. Out: a read-only HTTP server with the page and the JSON it draws.
 *
 * <p>Everything is held in memory and everything is bounded: windows in rings, one set for each
 * stream and model, and the latest records. The server is the JDK's own: it has to serve a handful
 * of resources to a few readers, so nothing larger is needed.
 */
package io.ardmstream.dashboard;
