/**
 * What a job is told. In: a YAML file and {@code --key value} arguments. Out: one immutable record
 * per job in which every value has been checked, or a {@link
 * io.ardmstream.jobs.config.ConfigurationException} that names every problem with its remedy.
 */
package io.ardmstream.jobs.config;
