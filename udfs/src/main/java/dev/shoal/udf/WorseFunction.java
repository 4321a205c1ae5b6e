package dev.shoal.udf;

import static org.apache.spark.sql.types.DataTypes.IntegerType;

import dev.shoal.qc.flag.QcFlag;
import org.apache.spark.sql.types.DataTypes;

/** {@code qc_worse(flag, flag)}: {@link QcFlag#worse}. */
public final class WorseFunction extends Scalar<Byte> {

    WorseFunction() {
        super("qc_worse", DataTypes.ByteType, IntegerType, IntegerType);
    }

    /** Returns the flag of higher precedence, {@link QcFlag#MISSING} where neither is a flag. */
    public static byte invoke(int a, int b) {
        return QcFlag.worse(code(a), code(b));
    }
}
