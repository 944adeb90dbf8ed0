package dev.attune.merchandising.condition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles conditions: types are checked, and what would cost too much is refused. */
public final class Conditions {
  /** Characters of the longest condition. */
  private static final int LONGEST = 2_000;

  /** Steps of the costliest condition: about 30 microseconds of one core. */
  private static final long MOST_STEPS = 2_000;

  /** So many items are supposed in a list or map that a condition walks through. */
  private static final long ITEMS = 50;

  private static final int MOST_ITEMS = 1_000;

  private static final Cel PRODUCT_AND_SHOPPER = cel(true);
  private static final Cel SHOPPER = cel(false);

  /** Compiling takes about a millisecond, and a write of anything makes all rules anew. */
  private static final Cache<Asked, Condition> KNOWN =
      Caffeine.newBuilder().maximumSize(10_000).build();

  private record Asked(boolean products, String text) {}

  private Conditions() {}

  /**
   * Compiles a condition over a product and a shopper.
   *
   * @param field what the sender calls it, for the error
   * @throws BadExpression that points at the line and column, at the first where all of it costs
   *     too much; INVALID_VALUE when it is too long
   */
  public static Condition ofProductAndShopper(String field, String text) {
    return compiled(true, field, text);
  }

  /** Compiles a condition over a shopper alone, as {@link #ofProductAndShopper}. */
  public static Condition ofShopper(String field, String text) {
    return compiled(false, field, text);
  }

  private static Condition compiled(boolean products, String field, String text) {
    Asked asked = new Asked(products, text);
    @Nullable Condition known = KNOWN.getIfPresent(asked);
    if (known == null) {
      known = compile(products ? PRODUCT_AND_SHOPPER : SHOPPER, field, text);
      KNOWN.put(asked, known);
    }
    return known;
  }

  private static Condition compile(Cel cel, String field, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, field, "A condition has 1 to " + LONGEST + " characters");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new BadExpression(field, 1, nul + 1, "A NUL cannot be kept");
    }
    CelAbstractSyntaxTree tree = checked(cel, field, text);
    long steps = steps(tree);
    if (steps > MOST_STEPS) {
      throw new BadExpression(
          field,
          1,
          1,
          "The condition may take %d steps, and %d are allowed".formatted(steps, MOST_STEPS));
    }
    try {
      return new Condition(cel.createProgram(tree), fields(tree), OnlyBrand.of(tree));
    } catch (CelEvaluationException unplannable) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, "The condition cannot be run");
    }
  }

  private static CelAbstractSyntaxTree checked(Cel cel, String field, String text) {
    CelValidationResult result = cel.compile(text);
    if (result.hasError()) {
      CelIssue first = result.getErrors().get(0);
      int line = first.getSourceLocation().getLine();
      int column = first.getSourceLocation().getColumn() + 1;
      throw new BadExpression(
          field, line, column, Unknown.named(text, line, column).orElse(first.getMessage()));
    }
    try {
      return result.getAst();
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("A condition without errors has a tree", impossible);
    }
  }

  /** Each step once, and as often as there may be items in what is walked through around it. */
  private static long steps(CelAbstractSyntaxTree tree) {
    long steps = 0;
    Iterator<CelNavigableExpr> nodes =
        CelNavigableAst.fromAst(tree).getRoot().allNodes().iterator();
    while (nodes.hasNext()) {
      long times = 1;
      Optional<CelNavigableExpr> above = nodes.next().parent();
      while (above.isPresent() && times <= MOST_STEPS) {
        times *= above.get().getKind() == Kind.COMPREHENSION ? ITEMS : 1;
        above = above.get().parent();
      }
      steps += times;
    }
    return steps;
  }

  private static Set<String> fields(CelAbstractSyntaxTree tree) {
    return tree.getReferenceMap().values().stream()
        .map(CelReference::name)
        .filter(name -> name.startsWith("product.") || name.startsWith("shopper."))
        .collect(Collectors.toSet());
  }

  private static Cel cel(boolean products) {
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(
                CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .comprehensionMaxIterations(MOST_ITEMS)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    for (ShopperField field : ShopperField.values()) {
      builder.addVar(field.field(), field.type());
    }
    for (ProductField field : ProductField.values()) {
      if (products) {
        builder.addVar(field.field(), field.type());
      }
    }
    return builder.build();
  }
}
