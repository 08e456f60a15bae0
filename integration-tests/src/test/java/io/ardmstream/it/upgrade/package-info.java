/** Savepoints of earlier versions of the jobs, and today's jobs going on from them. */
package io.ardmstream.it.upgrade;
