package dev.shoal.stage;

/** The version of this code, as the build has written it into the jar's manifest. */
public final class Version {

    /** Version, or {@code development} where the classes do not come from a jar. */
    public static final String TEXT = text();

    private Version() {}

    private static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
