package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.util.List;
import java.util.Optional;

/**
 * Finds where platforms' names come from, in this order: a text with the {@code cf_role} of a series or trajectory; a
 * text variable named for platforms; a global attribute; a number with the {@code cf_role} of a series or trajectory;
 * anything with that of a profile; the file's name without its extension. Numbers count within a file only: the global
 * attribute, or the file's name, stands before them, or alone where there is one number.
 */
final class PlatformScan {

    private static final List<String> INSTANCE_ROLES = List.of("timeseries_id", "trajectory_id");
    private static final List<String> VARIABLES = List.of(
            "platform_number", "platform_code", "platform_id", "wmo_id", "wmo_identifier", "expocode", "platform");
    private static final List<String> ATTRIBUTES = List.of(
            "platform_code",
            "wmo_platform_code",
            "wmo_id",
            "wmo_code",
            "platform_id",
            "platform_number",
            "site_code",
            "id",
            "platform_name");

    private final Header header;
    private final SampleSpace space;
    private final String fileName;

    PlatformScan(String location, Header header, SampleSpace space) {
        this.header = header;
        this.space = space;
        this.fileName = stem(location);
    }

    /** Returns the last part of a path, without its extension. */
    static String stem(String location) {
        String path = location.replaceAll("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    PlatformSource find() {
        Optional<String> attribute = attribute();
        String name = attribute.orElse(fileName);
        Optional<VariableHeader> text =
                role(INSTANCE_ROLES).filter(PlatformScan::isText).or(this::named);
        if (text.isPresent()) {
            return new PlatformSource(text, name, "");
        }
        Optional<VariableHeader> number = role(INSTANCE_ROLES);
        if (number.isPresent() || attribute.isPresent()) {
            return numbered(number, name);
        }
        Optional<VariableHeader> profile = role(List.of("profile_id"));
        return profile.filter(PlatformScan::isText).isPresent()
                ? new PlatformSource(profile, name, "")
                : numbered(profile, name);
    }

    private PlatformSource numbered(Optional<VariableHeader> number, String name) {
        boolean several =
                number.filter(variable -> !space.axes(variable).isEmpty()).isPresent();
        return several ? new PlatformSource(number, name, name + "/") : new PlatformSource(Optional.empty(), name, "");
    }

    private static boolean isText(VariableHeader variable) {
        return variable.type() == ElementType.CHAR || variable.type() == ElementType.STRING;
    }

    private Optional<VariableHeader> role(List<String> roles) {
        for (VariableHeader variable : header.variables()) {
            Optional<String> role = variable.attributes().text("cf_role");
            if (role.filter(roles::contains).isPresent()
                    && (isText(variable) || variable.type().isNumeric())
                    && space.reaches(variable)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private Optional<VariableHeader> named() {
        Optional<VariableHeader> best = Optional.empty();
        int first = VARIABLES.size();
        for (VariableHeader variable : header.variables()) {
            int place = isText(variable) ? VARIABLES.indexOf(AxisKinds.lastName(variable)) : -1;
            if (place >= 0 && place < first && space.reaches(variable)) {
                first = place;
                best = Optional.of(variable);
            }
        }
        return best;
    }

    private Optional<String> attribute() {
        for (String name : ATTRIBUTES) {
            for (Attribute attribute : header.attributes().list()) {
                Optional<String> value = attribute.name().equalsIgnoreCase(name) ? attribute.text() : Optional.empty();
                value = value.map(String::trim).filter(text -> !text.isEmpty() && !text.contains("/"));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }
}
