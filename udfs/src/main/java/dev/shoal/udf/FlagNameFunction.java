package dev.shoal.udf;

import dev.shoal.qc.flag.QcFlag;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code qc_flag_name(flag)}: {@link QcFlag#name}. */
public final class FlagNameFunction extends Scalar<UTF8String> {

    FlagNameFunction() {
        super("qc_flag_name", DataTypes.StringType, DataTypes.IntegerType);
    }

    /** Returns the flag's name in capitals; refuses a code that is no flag. */
    public static UTF8String invoke(int flag) {
        if (!QcFlag.isFlag(code(flag))) {
            throw new IllegalArgumentException("Cannot name the QC flag " + flag + ": expected one of 1, 2, 3, 4, 9.");
        }
        return UTF8String.fromString(QcFlag.name(code(flag)));
    }
}
