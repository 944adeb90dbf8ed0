package dev.attune.experiments.metric;

/** What is counted of one shopper and one part of the shop. */
public enum Taking {
  /** Things taken up from its decisions. */
  CLICKS(false),
  /** Pieces put into the cart from there. */
  CART_ADDS(false),
  /** 1 for whoever ordered what they came to through it. */
  CONVERSION(false),
  /** What was paid for that, capped. */
  REVENUE(true),
  /** What is left of it after discounts and costs, capped. */
  MARGIN(true);

  private final boolean money;

  Taking(boolean money) {
    this.money = money;
  }

  public boolean money() {
    return money;
  }
}
