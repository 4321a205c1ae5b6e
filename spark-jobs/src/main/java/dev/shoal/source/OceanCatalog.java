package dev.shoal.source;

import org.apache.iceberg.spark.SparkCatalog;

/** Stand-in. */
public class OceanCatalog extends SparkCatalog {}
