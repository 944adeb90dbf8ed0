package dev.attune.models.registry;

import dev.attune.models.Models;
import dev.attune.models.blend.Blend;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models in use, and what merchants want to be in use; each change is one step. */
@Singleton
public final class Serving {
  private final Consumer<Models> before;
  private final FormerModels former = new FormerModels();
  private volatile Used used = new Used(Models.EMPTY, Models.EMPTY, Instant.EPOCH);
  private volatile @Nullable Instant wanted;

  @Inject
  Serving(Event<ModelsReady> ready) {
    this(models -> ready.fire(new ModelsReady(models)));
  }

  /**
   * @param before what is done with models of a training before they are in use
   */
  public Serving(Consumer<Models> before) {
    this.before = before;
  }

  /**
   * What shoppers get their answers from.
   *
   * @param trained the same without the newest visits
   * @param cut events that were received up to here were trained with
   */
  public record Used(Models models, Models trained, Instant cut) {
    private Used with(Map<String, Blend> blends) {
      return new Used(models.with(blends), trained, cut);
    }
  }

  /** What is in use. */
  public Used now() {
    return used;
  }

  /** The cut that merchants went back to, as was last heard; null while learning goes on. */
  public @Nullable Instant wanted() {
    return wanted;
  }

  /** Has heard of that. */
  public synchronized void want(@Nullable Instant cut) {
    wanted = cut;
  }

  /**
   * Takes a training into use.
   *
   * @param goal what merchants wanted when it began
   * @return whether they still do, else nothing is done
   */
  public boolean put(Models trained, Instant cut, @Nullable Instant goal) {
    if (!Objects.equals(goal, wanted)) {
      return false;
    }
    before.accept(trained); // takes its time, in which merchants may ask for others
    return unlessOthersServe(use(trained, cut, goal));
  }

  /** Nobody is left to believe in models that were passed over. */
  private boolean unlessOthersServe(boolean used) {
    if (!used) {
      before.accept(now().trained());
    }
    return used;
  }

  private synchronized boolean use(Models trained, Instant cut, @Nullable Instant goal) {
    if (!Objects.equals(goal, wanted)) {
      return false;
    }
    if (used.trained() != Models.EMPTY) {
      former.keep(used);
    }
    Models blended = trained.with(used.models().blends());
    used = new Used(blended, blended, cut);
    return true;
  }

  /** Adds the newest visits, unless something else came in between. */
  public synchronized void follow(Models old, Models with) {
    if (used.models() == old && wanted == null) {
      used = new Used(with, used.trained(), used.cut());
    }
  }

  /** Blends features so from now on. */
  public synchronized void blend(Map<String, Blend> blends) {
    used = used.with(blends);
  }

  /**
   * Goes back to what is at hand and knew no more than the training that merchants want, until that
   * is made again: to the training in use without newer visits where it is that one, else to the
   * one that served before.
   *
   * @param erased when somebody was erased last
   */
  public void standIn(Instant cut, Instant erased) {
    @Nullable Used earlier = earlier(cut, erased);
    if (earlier != null) {
      before.accept(earlier.trained());
      unlessOthersServe(goBack(cut, earlier));
    }
  }

  private synchronized @Nullable Used earlier(Instant cut, Instant erased) {
    if (!cut.equals(wanted) || used.cut().isBefore(cut)) {
      return null;
    }
    return used.cut().equals(cut) ? used : former.upTo(cut, erased);
  }

  private synchronized boolean goBack(Instant cut, Used earlier) {
    if (!cut.equals(wanted) || used.cut().isBefore(cut)) {
      return false;
    }
    used =
        new Used(earlier.trained(), earlier.trained(), earlier.cut()).with(used.models().blends());
    return true;
  }
}
