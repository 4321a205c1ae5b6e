package dev.shoal.source;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What a scan counts while it runs, as the Spark UI shows it. */
enum ScanMetric {
    FILES("filesOpened", "files opened"),
    HEADERS("headersOpened", "headers opened for planning"),
    EXCLUDED("filesExcluded", "files excluded by the inventory"),
    ROWS("rowsScanned", "rows scanned"),
    VALUES("valuesDecoded", "values of variables decoded");

    private final String key;
    private final String description;

    ScanMetric(String key, String description) {
        this.key = key;
        this.description = description;
    }

    /** Returns the name under which a plan has it. */
    String key() {
        return key;
    }

    /** Returns a task's count. */
    CustomTaskMetric value(long count) {
        String name = key;
        return new CustomTaskMetric() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long value() {
                return count;
            }
        };
    }

    /** Returns all, for Spark to sum up over tasks. */
    static CustomMetric[] sums() {
        return new CustomMetric[] {new Files(), new Headers(), new Excluded(), new Rows(), new Values()};
    }

    private abstract static class Sum extends CustomSumMetric {
        private final ScanMetric metric;

        Sum(ScanMetric metric) {
            this.metric = metric;
        }

        @Override
        public String name() {
            return metric.key;
        }

        @Override
        public String description() {
            return metric.description;
        }
    }

    /** Files that tasks opened. Spark makes it by its name. */
    public static final class Files extends Sum {
        /** Makes it. */
        public Files() {
            super(FILES);
        }
    }

    /** Rows that left the source. Spark makes it by its name. */
    public static final class Rows extends Sum {
        /** Makes it. */
        public Rows() {
            super(ROWS);
        }
    }

    /** Headers that planning opened. Spark makes it by its name. */
    public static final class Headers extends Sum {
        /** Makes it. */
        public Headers() {
            super(HEADERS);
        }
    }

    /** Files that the inventory excluded. Spark makes it by its name. */
    public static final class Excluded extends Sum {
        /** Makes it. */
        public Excluded() {
            super(EXCLUDED);
        }
    }

    /** Values that were decoded. Spark makes it by its name. */
    public static final class Values extends Sum {
        /** Makes it. */
        public Values() {
            super(VALUES);
        }
    }
}
