package dev.shoal.netcdf;

import java.io.Serializable;

/**
 * A named length that axes share.
 *
 * @param name full path within the file; no leading slash for the root group
 * @param length the length on reading
 * @param unlimited whether the file lets it grow
 */
public record Dimension(String name, long length, boolean unlimited) implements Serializable {}
