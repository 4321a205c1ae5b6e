package dev.shoal.udf;

import dev.shoal.qc.flag.FlagConversion;
import dev.shoal.qc.flag.FlagScheme;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code qc_convert_flag(flag, conversion)}: {@link FlagConversion#convert(String)}. */
public final class ConvertFlagFunction extends Scalar<UTF8String> {

    static final String NAME = "qc_convert_flag";

    /** Tables that this process has made; there are no more than pairs of schemes, in two readings. */
    private static final Map<UTF8String, FlagConversion> TABLES = new ConcurrentHashMap<>();

    ConvertFlagFunction() {
        super(NAME, DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
    }

    /** Returns the codes of another scheme; refuses a code that the first one does not have. */
    public static UTF8String invoke(UTF8String flag, UTF8String conversion) {
        FlagConversion table = TABLES.get(conversion);
        if (table == null) {
            table = FlagConversion.named(conversion.toString());
            if (TABLES.size() < 4 * FlagScheme.all().size() * FlagScheme.all().size()) {
                TABLES.put(conversion.copy(), table);
            }
        }
        return UTF8String.fromString(table.convert(flag.toString()));
    }
}
