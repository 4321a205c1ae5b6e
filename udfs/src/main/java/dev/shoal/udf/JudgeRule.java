package dev.shoal.udf;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Function1;
import scala.runtime.AbstractPartialFunction;

/**
 * Spares {@code qc_judge} what a query does not ask for: filters on the series' columns go below it, to the table,
 * since a series is judged alone; columns that nobody reads are not sorted, and those that nobody judges not read.
 */
final class JudgeRule extends Rule<LogicalPlan> {

    @Override
    public String ruleName() {
        return "dev.shoal.udf.JudgeRule";
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return plan.transformDown(new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
            @Override
            public boolean isDefinedAt(LogicalPlan node) {
                return better(node).isPresent();
            }

            @Override
            public <A extends LogicalPlan, B> B applyOrElse(A node, Function1<A, B> otherwise) {
                Optional<LogicalPlan> better = better(node);
                @SuppressWarnings("unchecked")
                B result = better.isPresent() ? (B) better.get() : otherwise.apply(node);
                return result;
            }
        });
    }

    private static Optional<LogicalPlan> better(LogicalPlan node) {
        if (node instanceof Filter filter) {
            return JudgePlan.of(filter.child()).flatMap(judge -> pushed(filter, judge));
        }
        if (node instanceof Project project) {
            return narrowed(project);
        }
        return Optional.empty();
    }

    private static Optional<LogicalPlan> pushed(Filter filter, JudgePlan judge) {
        Map<ExprId, Attribute> series = judge.seriesColumns();
        List<Expression> below = new ArrayList<>();
        List<Expression> above = new ArrayList<>();
        for (Expression part : parts(filter.condition())) {
            boolean ofSeries = part.deterministic()
                    && !asJava(part.references().toSeq()).isEmpty()
                    && asJava(part.references().toSeq()).stream()
                            .allMatch(attribute -> series.containsKey(attribute.exprId()));
            (ofSeries ? below : above).add(part);
        }
        if (below.isEmpty()) {
            return Optional.empty();
        }
        LogicalPlan rows = new Filter(over(all(below), series), judge.rows());
        LogicalPlan judged = judge.of(rows, judge.judging());
        return Optional.of(above.isEmpty() ? judged : new Filter(all(above), judged));
    }

    private static List<Expression> parts(Expression condition) {
        if (!(condition instanceof And both)) {
            return List.of(condition);
        }
        List<Expression> parts = new ArrayList<>(parts(both.left()));
        parts.addAll(parts(both.right()));
        return parts;
    }

    private static Expression all(List<Expression> parts) {
        return parts.stream().reduce(And::new).orElseThrow();
    }

    private static Expression over(Expression condition, Map<ExprId, Attribute> attributes) {
        return condition.transform(new AbstractPartialFunction<Expression, Expression>() {
            @Override
            public boolean isDefinedAt(Expression node) {
                return below(node).isPresent();
            }

            private Optional<Attribute> below(Expression node) {
                return node instanceof Attribute attribute
                        ? Optional.ofNullable(attributes.get(attribute.exprId()))
                        : Optional.empty();
            }

            @Override
            public <A extends Expression, B> B applyOrElse(A node, Function1<A, B> otherwise) {
                Optional<Attribute> below = below(node);
                @SuppressWarnings("unchecked")
                B result = below.isPresent() ? (B) below.get() : otherwise.apply(node);
                return result;
            }
        });
    }

    /** Takes out what the columns above the judging leave unread. */
    private static Optional<LogicalPlan> narrowed(Project project) {
        LogicalPlan below = project.child();
        Set<ExprId> read = ids(project);
        if (below instanceof Filter filter) {
            read.addAll(ids(filter));
            return JudgePlan.of(filter.child())
                    .flatMap(judge -> narrowed(judge, read))
                    .map(judged -> replaced(project, replaced(filter, judged)));
        }
        return JudgePlan.of(below).flatMap(judge -> narrowed(judge, read)).map(judged -> replaced(project, judged));
    }

    private static LogicalPlan replaced(LogicalPlan node, LogicalPlan child) {
        return node.withNewChildren(JudgePlan.seq(List.of(child)));
    }

    private static Set<ExprId> ids(LogicalPlan node) {
        Set<ExprId> ids = new HashSet<>();
        asJava(node.references().toSeq()).forEach(attribute -> ids.add(attribute.exprId()));
        return ids;
    }

    private static Optional<LogicalPlan> narrowed(JudgePlan judge, Set<ExprId> read) {
        List<NamedExpression> output = judge.output().stream()
                .filter(column -> read.contains(column.exprId()))
                .toList();
        if (output.size() == judge.output().size()) {
            return Optional.empty();
        }
        Set<String> wanted = output.stream().map(NamedExpression::name).collect(Collectors.toSet());
        Set<String> sortedBy = asJava(judge.sort().references().toSeq()).stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
        JudgedTable table = judge.judging().only(wanted, sortedBy);
        Map<String, Attribute> below = judge.below();
        List<NamedExpression> columns = new ArrayList<>();
        table.inputs().forEach(name -> columns.add(below.get(name)));
        return Optional.of(judge.with(output).of(new Project(JudgePlan.seq(columns), judge.rows()), table));
    }
}
