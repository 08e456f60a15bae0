/** Commands on archives: backfill, restore, and their verification. */
package io.ardmstream.cli.archives;
