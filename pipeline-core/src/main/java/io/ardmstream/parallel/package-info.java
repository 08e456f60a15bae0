/** Threads that share the items of one call. Results do not depend on their number. */
package io.ardmstream.parallel;
