package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file's global attributes say its feature type is.
 *
 * @param type as understood
 * @param reason which attribute said so, in its own words
 */
record FeatureClaim(FeatureType type, String reason) {

    private static final List<String> ATTRIBUTES = List.of("featuretype", "cffeaturetype", "cdmdatatype", "datatype");
    private static final Remembered<String, String> PLAIN_NAMES = new Remembered<>(Spelling::plain);
    private static final Map<String, FeatureType> WORDS = words();

    /** Returns the first claim that can be understood; a sentence goes to {@code problems} for each that cannot. */
    static Optional<FeatureClaim> of(Attributes attributes, Problems problems) {
        List<Attribute> claims = attributes.list().stream()
                .filter(attribute -> ATTRIBUTES.contains(PLAIN_NAMES.of(attribute.name())))
                .toList();
        for (String wanted : ATTRIBUTES) {
            for (Attribute attribute : claims) {
                String text = attribute.text().orElse("").trim();
                if (!Spelling.plain(attribute.name()).equals(wanted) || text.isEmpty()) {
                    continue;
                }
                Optional<FeatureClaim> claim = read(attribute.name(), text);
                if (claim.isPresent()) {
                    return claim;
                }
                problems.accept("Attribute " + attribute.name() + " is \"" + text + "\", which is no feature type.");
            }
        }
        return Optional.empty();
    }

    private static Optional<FeatureClaim> read(String name, String text) {
        String plain = Spelling.plain(text).replace("oceansites", "").replaceAll("data$", "");
        FeatureType exact = WORDS.get(plain);
        if (exact != null) {
            return Optional.of(new FeatureClaim(exact, "attribute " + name + " is \"" + text + "\""));
        }
        return Spelling.nearest(plain, WORDS.keySet())
                .map(word -> new FeatureClaim(
                        WORDS.getOrDefault(word, FeatureType.UNKNOWN),
                        "attribute " + name + " is \"" + text + "\", read as " + word));
    }

    private static Map<String, FeatureType> words() {
        Map<String, FeatureType> words = new LinkedHashMap<>();
        for (FeatureType type : FeatureType.values()) {
            if (type != FeatureType.UNKNOWN) {
                words.put(Spelling.plain(type.title()), type);
            }
        }
        words.put("station", FeatureType.TIME_SERIES);
        words.put("stationtimeseries", FeatureType.TIME_SERIES);
        words.put("stationprofile", FeatureType.TIME_SERIES_PROFILE);
        words.put("verticalprofile", FeatureType.PROFILE);
        words.put("section", FeatureType.TRAJECTORY_PROFILE);
        words.put("image", FeatureType.GRID);
        return words;
    }
}
