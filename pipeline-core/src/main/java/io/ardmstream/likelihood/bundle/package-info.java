/**
 * Model bundles. A bundle is read from a folder or the class path, and its networks are verified by
 * known answers. A published bundle is frozen for ever; its digest is in every record it wrote.
 */
package io.ardmstream.likelihood.bundle;
