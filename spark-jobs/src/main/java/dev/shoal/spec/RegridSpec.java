package dev.shoal.spec;

import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingPolicy;
import dev.shoal.regrid.RectilinearGrid;
import java.io.Serializable;

/**
 * The grid that fields are brought to.
 *
 * @param name the target as written, for people
 * @param target cell centres of the target grid, in degrees
 * @param method how values are taken from the source
 * @param missing what a missing source value does to a target cell
 * @param minValid least share of the weight that must be valid, 0 to 1; used by {@link MissingPolicy#SHOAL}
 */
public record RegridSpec(String name, RectilinearGrid target, Method method, MissingPolicy missing, double minValid)
        implements Serializable {}
