/**
 * Originals where they lie: in folders, tar files and zip files, on this machine or any file system
 * of Flink. {@link io.ardmstream.jobs.backfill.source.Sources} finds them, {@link
 * io.ardmstream.jobs.backfill.source.Originals} opens them; they are only ever read.
 */
package io.ardmstream.jobs.backfill.source;
