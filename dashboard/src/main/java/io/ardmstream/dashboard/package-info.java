/**
 * One web page of what compression saves. It reads the statistics topic, and for single records the
 * encoded topic; a read-only HTTP server gives the page and the JSON that it draws.
 *
 * <p>Everything is held in memory and everything is bounded: windows in rings, one set for each
 * stream and model, and the latest records. The server is the JDK's own: it has to serve a handful
 * of resources to a few readers, so nothing larger is needed.
 */
package io.ardmstream.dashboard;
