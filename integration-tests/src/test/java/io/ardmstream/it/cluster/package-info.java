/**
 * The jobs on a cluster whose every part is a process of its own: broker, ZooKeeper, JobManager,
 * TaskManagers and Flink's command line. The processes are killed, their disks fill up, and what
 * comes out is counted.
 */
package io.ardmstream.it.cluster;
