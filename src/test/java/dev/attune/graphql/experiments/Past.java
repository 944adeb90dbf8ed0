package dev.attune.graphql.experiments;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Exposures and events of the past, put straight into the stores. */
final class Past {
  private final javax.sql.DataSource customers;
  private final javax.sql.DataSource shop;
  private final Lab lab;

  Past(javax.sql.DataSource customers, javax.sql.DataSource shop, Lab lab) {
    this.customers = customers;
    this.shop = shop;
    this.lab = lab;
  }

  static void run(javax.sql.DataSource store, String sql) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Exposes shoppers 1 to {@code units} twenty days ago, every second to control. */
  void exposed(String experiment, String prefix, int units, String where) throws SQLException {
    run(
        customers,
        """
        insert into exposure
        select 'visitor:er-%2$s' || g, '%1$s',
          case when g %% 2 = 0 then 'control' else 'personal' end,
          now() - interval '20 days' - (g %% 3) * interval '1 day', false
        from generate_series(1, %3$d) g where %4$s
        """
            .formatted(experiment, prefix, units, where));
  }

  /** One event of each shopper of whom this holds, so long after the exposure. */
  void happened(
      String prefix, int units, String where, String id, String type, String signals, String after)
      throws SQLException {
    run(
        customers,
        """
        insert into event (origin, message_id, type, happened_at, received_at, traffic,
          personalize, signals, body)
        select 'visitor:er-%1$s' || g, '%4$s', '%5$s',
          now() - interval '20 days' - (g %% 3) * interval '1 day' + interval '%7$s', now(),
          'SHOPPER', true, replace('%6$s', '#', 'er-%1$s-%4$s' || g)::jsonb,
          '{"properties": {"discount": "1.00"}}'
        from generate_series(1, %2$d) g where %3$s
        """
            .formatted(prefix, units, where, id, type, signals, after));
  }

  void backdate(String experiment) throws SQLException {
    backdate(experiment, 25);
  }

  /** As if it had been started so many days ago; what this process knows of it is read again. */
  void backdate(String experiment, int days) throws SQLException {
    run(
        shop,
        """
        update experiment set body = jsonb_set(body, '{life,startedAt}',
          to_jsonb(to_char(now() at time zone 'UTC' - interval '%d days',
            'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) where id = '%s'
        """
            .formatted(days, experiment));
    lab.merchant()
        .ask(
            "mutation { saveExperimentCosts(id: \""
                + experiment
                + "\", expectedVersion: "
                + lab.version(experiment)
                + ", programmeCost: 100, discountCost: 20) { version } }");
  }

  /** As if none of it had been. */
  void forget() throws SQLException {
    run(customers, "delete from exposure where unit like '%:er-%'");
    run(customers, "delete from event where origin like '%:er-%'");
    run(customers, "delete from link where visitor like '%:er-%'");
    run(customers, "delete from decision where id like 'er-%'");
  }
}
