/** Archives below the URIs of Flink's file systems: object stores above all. */
package io.ardmstream.jobs.archive;
