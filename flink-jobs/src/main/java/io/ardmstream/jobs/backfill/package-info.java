/**
 * The backfill job: existing files into an {@link io.ardmstream.archive archive}, and a report.
 *
 * <p>Folders, globs, tar and zip files, on this machine or any file system of Flink. The originals
 * are only ever read.
 */
package io.ardmstream.jobs.backfill;
