package io.ardmstream.jobs.compress;

import java.time.Instant;

/**
 * The media of one record and who it is.
 *
 * @param id identity in its stream
 * @param stream stream it belongs to
 * @param eventTime when it was taken, or null
 * @param name original file name, or null
 * @param mediaType as the producer named it; empty if it did not
 * @param rawDescriptor declared layout of bare samples, or null for media files
 * @param head bytes of the value before the media
 * @param media the media file or samples
 * @param tail bytes of the value after the media
 */
record RawMedia(
    String id,
    String stream,
    Instant eventTime,
    String name,
    String mediaType,
    String rawDescriptor,
    byte[] head,
    byte[] media,
    byte[] tail) {}
