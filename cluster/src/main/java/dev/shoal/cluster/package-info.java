/**
 * A Spark master, its workers and an S3 server as processes of their own on the loopback address. Needs the JDK only,
 * so that it runs before Spark does.
 */
@NullMarked
package dev.shoal.cluster;

import org.jspecify.annotations.NullMarked;
