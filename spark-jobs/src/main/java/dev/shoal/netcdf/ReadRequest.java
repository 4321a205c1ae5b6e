package dev.shoal.netcdf;

/**
 * One read of a {@link ReadPlan}.
 *
 * @param position of the first byte
 * @param length in bytes
 * @param first number of the first wanted piece inside
 * @param end one past the number of the last
 */
public record ReadRequest(long position, int length, int first, int end) {}
