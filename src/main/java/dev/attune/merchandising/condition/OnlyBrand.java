package dev.attune.merchandising.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the brand that a condition cannot do without, so that rules can be found by brand. */
final class OnlyBrand {
  private static final String AND = "_&&_";
  private static final String EQUALS = "_==_";

  private OnlyBrand() {}

  /** Of {@code product.brand == 'x'} and of anything that is joined to it by and; else null. */
  static @Nullable String of(CelAbstractSyntaxTree tree) {
    return of(tree.getExpr(), tree);
  }

  private static @Nullable String of(CelExpr expression, CelAbstractSyntaxTree tree) {
    if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return null;
    }
    List<CelExpr> parts = expression.call().args();
    if (expression.call().function().equals(AND)) {
      @Nullable String left = of(parts.get(0), tree);
      return left == null ? of(parts.get(1), tree) : left;
    }
    if (!expression.call().function().equals(EQUALS)) {
      return null;
    }
    @Nullable String right = isBrand(parts.get(0), tree) ? text(parts.get(1)) : null;
    return right == null && isBrand(parts.get(1), tree) ? text(parts.get(0)) : right;
  }

  private static boolean isBrand(CelExpr expression, CelAbstractSyntaxTree tree) {
    @Nullable CelReference reference = tree.getReferenceMap().get(expression.id());
    return reference != null && reference.name().equals(ProductField.BRAND.field());
  }

  private static @Nullable String text(CelExpr expression) {
    boolean constant =
        expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return constant ? expression.constant().stringValue() : null;
  }
}
