/**
 * What a job is told: a YAML file and {@code --key value} arguments, read into settings that are
 * checked as a whole.
 *
 * <p>A {@link io.ardmstream.jobs.config.ConfigurationException} names every problem with its
 * remedy.
 */
package io.ardmstream.jobs.config;
