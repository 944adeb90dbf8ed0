package dev.attune.demo;

import jakarta.enterprise.context.ApplicationScoped;

/** What the demo shop is made of, in the order in which it is loaded. */
@ApplicationScoped
class DemoSteps {
  private final DemoAssortment assortment;
  private final DemoMerchandise merchandise;
  private final DemoTraffic traffic;

  DemoSteps(DemoAssortment assortment, DemoMerchandise merchandise, DemoTraffic traffic) {
    this.assortment = assortment;
    this.merchandise = merchandise;
    this.traffic = traffic;
  }

  DemoAssortment assortment() {
    return assortment;
  }

  DemoMerchandise merchandise() {
    return merchandise;
  }

  DemoTraffic traffic() {
    return traffic;
  }
}
