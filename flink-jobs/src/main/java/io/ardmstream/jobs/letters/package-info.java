/** Dead letters for people: what was refused and why, and sending it once more. */
package io.ardmstream.jobs.letters;
