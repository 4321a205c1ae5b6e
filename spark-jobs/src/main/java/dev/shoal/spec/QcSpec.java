package dev.shoal.spec;

import dev.shoal.qc.QcConfiguration;

/**
 * Tests, and the gridded fields that they look at.
 *
 * @param tests by variable
 * @param fields beside the values
 */
public record QcSpec(QcConfiguration tests, FieldsSpec fields) {

    /** No tests and no fields. */
    public static final QcSpec NONE = new QcSpec(QcConfiguration.NONE);

    /** Makes tests without fields. */
    public QcSpec(QcConfiguration tests) {
        this(tests, FieldsSpec.NONE);
    }
}
