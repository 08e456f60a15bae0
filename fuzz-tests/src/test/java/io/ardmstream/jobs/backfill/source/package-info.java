/** Entry points of the fuzzer to what only the package sees. */
package io.ardmstream.jobs.backfill.source;
