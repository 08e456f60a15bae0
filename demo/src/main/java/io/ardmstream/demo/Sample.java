package io.ardmstream.demo;

import java.util.OptionalLong;

/**
 * One bundled media file, as a camera or microphone would send it.
 *
 * @param stream the topic it is sent to
 * @param name its file name
 * @param media the bytes that are sent: uncompressed media
 * @param peerBytes what the usual codec for such media makes of it: PNG or FLAC; empty if not known
 */
record Sample(String stream, String name, byte[] media, OptionalLong peerBytes) {}
