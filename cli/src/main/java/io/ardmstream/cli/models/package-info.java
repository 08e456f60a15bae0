/** Commands on models: train and selftest. */
package io.ardmstream.cli.models;
