package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.Optional;

/**
 * Where the platform of an observation comes from.
 *
 * @param variable of names or numbers; absent where {@code name} is the only platform
 * @param name of the platform where there is no variable or it is blank
 * @param prefix stands before every value of the variable; may be empty
 */
public record PlatformSource(Optional<VariableHeader> variable, String name, String prefix) {}
