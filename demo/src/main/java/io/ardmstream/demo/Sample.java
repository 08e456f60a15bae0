package io.ardmstream.demo;

/**
 * One bundled media file, as a camera or microphone would send it.
 *
 * @param stream the topic it is sent to
 * @param name its file name
 * @param media the bytes that are sent: the file
 * @param peerBytes the smallest that others make of it: the file itself, PNG or FLAC
 */
record Sample(String stream, String name, byte[] media, long peerBytes) {}
