package dev.shoal.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Lets {@code regrid} be called by the name of its catalogue. Spark's grammar knows table functions of two names, but
 * its parser refuses them and tells where; there the name becomes one, in quotes, and the text is parsed again.
 */
final class RegridParser implements ParserInterface {

    private static final String REFUSAL = "INVALID_SQL_SYNTAX.INVALID_TABLE_VALUED_FUNC_NAME";
    private static final Pattern NAME =
            Pattern.compile("(?i)(`?)(\\w+)\\1\\s*\\.\\s*(`?)" + RegridCall.NAME + "\\3(?=\\s*\\()");

    private final ParserInterface spark;

    RegridParser(ParserInterface spark) {
        this.spark = spark;
    }

    /** Parses a text, in which every call that was refused becomes one that is not. */
    private interface Parsing {
        LogicalPlan parse(String text) throws ParseException;
    }

    private static LogicalPlan parsed(Parsing parsing, String given) throws ParseException {
        String text = given;
        while (true) {
            try {
                return parsing.parse(text);
            } catch (ParseException refused) {
                text = renamed(text, refused).orElseThrow(() -> refused);
            }
        }
    }

    private static Optional<String> renamed(String text, ParseException refused) {
        if (!REFUSAL.equals(refused.getCondition())) {
            return Optional.empty();
        }
        int at = offset(text, refused);
        Matcher name = NAME.matcher(text);
        return at >= 0 && name.region(at, text.length()).lookingAt()
                ? Optional.of(text.substring(0, at) + "`" + name.group(2) + "." + RegridCall.NAME + "`"
                        + text.substring(name.end()))
                : Optional.empty();
    }

    /** Returns the place in the text that an error tells by line and column; -1 where it tells none. */
    private static int offset(String text, ParseException refused) {
        Option<Object> line = refused.start().line();
        Option<Object> column = refused.start().startPosition();
        if (line.isEmpty() || column.isEmpty()) {
            return -1;
        }
        int start = 0;
        for (int passed = 1; passed < (int) line.get(); passed++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, (int) column.get());
    }

    @Override
    public LogicalPlan parsePlan(String text) throws ParseException {
        return parsed(spark::parsePlan, text);
    }

    @Override
    public LogicalPlan parseQuery(String text) throws ParseException {
        return parsed(spark::parseQuery, text);
    }

    @Override
    public Expression parseExpression(String text) throws ParseException {
        return spark.parseExpression(text);
    }

    @Override
    public TableIdentifier parseTableIdentifier(String text) throws ParseException {
        return spark.parseTableIdentifier(text);
    }

    @Override
    public FunctionIdentifier parseFunctionIdentifier(String text) throws ParseException {
        return spark.parseFunctionIdentifier(text);
    }

    @Override
    public Seq<String> parseMultipartIdentifier(String text) throws ParseException {
        return spark.parseMultipartIdentifier(text);
    }

    @Override
    public StructType parseRoutineParam(String text) throws ParseException {
        return spark.parseRoutineParam(text);
    }

    @Override
    public StructType parseTableSchema(String text) throws ParseException {
        return spark.parseTableSchema(text);
    }

    @Override
    public DataType parseDataType(String text) throws ParseException {
        return spark.parseDataType(text);
    }
}
