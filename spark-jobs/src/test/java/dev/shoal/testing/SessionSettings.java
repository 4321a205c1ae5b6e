package dev.shoal.testing;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Settings of the file systems of the session that tests share, which are as they were once they are put back. */
public final class SessionSettings {

    private final Map<String, String> before = new HashMap<>();

    /** Returns the settings of the session. */
    public static Configuration conf() {
        return SharedSpark.session().sparkContext().hadoopConfiguration();
    }

    /** Changes one. */
    public void set(String key, String value) {
        before.putIfAbsent(key, conf().get(key, ""));
        conf().set(key, value);
    }

    /** Puts back what was changed. */
    public void putBack() {
        before.forEach((key, value) -> {
            if (value.isEmpty()) {
                conf().unset(key);
            } else {
                conf().set(key, value);
            }
        });
    }
}
