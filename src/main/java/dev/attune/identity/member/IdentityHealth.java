package dev.attune.identity.member;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What looks wrong about who is taken for whom. */
public interface IdentityHealth {
  /** How many examples a finding has at most. */
  int EXAMPLES = 10;

  Uni<Report> report();

  /**
   * All of it, as it is now.
   *
   * @param customers who were proven on some identifier
   * @param identifiers that are joined to somebody
   */
  record Report(long customers, long identifiers, List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }
  }

  /**
   * One kind of suspicion.
   *
   * @param count how many cases there are
   */
  record Finding(Suspicion suspicion, long count, List<Example> examples) {
    public Finding {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One case.
   *
   * @param about a person's or identifier's opaque id, or the junk value itself
   * @param count of what the suspicion counts
   */
  record Example(String about, long count) {}

  /** What can look wrong, and what to do then. */
  enum Suspicion {
    TOO_MANY_IDENTIFIERS(
        "These customers were proven on more than five identifiers of one kind. The five that were"
            + " proven last count; the others were left out.",
        "If a test account, a call centre or a script signs in as one customer, give it an id of"
            + " its own or mark its token as staff."),
    SHARED_IDENTIFIER(
        "Several customers were proven on these identifiers. Nobody is joined through them, and"
            + " what nobody was proven to have done there counts for nobody.",
        "For a family tablet or a shop's kiosk that is right. If a single visitor id has very many"
            + " customers, the storefront or a cache hands out one id to all of them: fix that."),
    REFUSED_JOIN(
        "These identifiers were taken from a customer by an operator, and the same customer was"
            + " proven on them again. They stayed apart.",
        "If the proofs are right, take the split back with rejoinIdentity; else find out who signs"
            + " in there as that customer."),
    JUNK_IDENTIFIER(
        "These values were sent as ids. They identify nobody, and nobody was joined through them.",
        "Leave the field out until there is an id: look for where the client turns a missing id"
            + " into text.");

    private final String message;
    private final String fix;

    Suspicion(String message, String fix) {
      this.message = message;
      this.fix = fix;
    }

    /** What was found and what the gateway did about it. */
    public String message() {
      return message;
    }

    /** What to do. */
    public String fix() {
      return fix;
    }
  }
}
