/**
 * Work on many records at once: records gather into bundles, a codec works on each bundle, and
 * every record has a result of its own, or becomes a dead letter.
 */
package io.ardmstream.jobs.bundle;
