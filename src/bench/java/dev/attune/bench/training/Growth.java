package dev.attune.bench.training;

import java.util.List;

/**
 * A straight line through measurements by least squares: what it costs anyway, and what one more
 * costs.
 *
 * @param fixed cost at 0
 * @param each cost of one
 */
record Growth(double fixed, double each) {
  /** One measurement. */
  record Point(double x, double y) {}

  static Growth of(List<Point> points) {
    double x = points.stream().mapToDouble(Point::x).average().orElseThrow();
    double y = points.stream().mapToDouble(Point::y).average().orElseThrow();
    double with = 0;
    double own = 0;
    for (Point point : points) {
      with += (point.x() - x) * (point.y() - y);
      own += Math.pow(point.x() - x, 2);
    }
    double each = own == 0 ? 0 : with / own;
    return new Growth(y - each * x, each);
  }

  double at(double x) {
    return fixed + each * x;
  }
}
