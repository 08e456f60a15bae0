/**
 * Backfill: existing files into an archive. In: folders, globs, tar and zip files, on this machine
 * or any file system of Flink. Out: an {@link io.ardmstream.jobs.archive archive}, and a report.
 * The originals are only ever read.
 */
package io.ardmstream.jobs.backfill;
