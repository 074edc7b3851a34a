package io.dictdb.proofs.planted;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Broken on purpose. Whoever runs the proofs must report each of these as failed; the last one must pass, or everything would fail. */
public class Planted {
    private Planted() {}

    /** Two increments of a plain field, one of which gets lost. */
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both count.")
    @Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "One is lost.")
    @State
    public static class LostUpdate {
        private int count;

        @Actor
        public void one() {
            count++;
        }

        @Actor
        public void other() {
            count++;
        }

        @Arbiter
        public void look(I_Result seen) {
            seen.r1 = count;
        }
    }

    /** An outcome that nobody has thought of. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "What was thought of.")
    @State
    public static class Unlisted {
        @Actor
        public void one() {}

        @Actor
        public void other(I_Result seen) {
            seen.r1 = 2;
        }
    }

    /** An exception where none is caught. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Never comes.")
    @State
    public static class Throwing {
        @Actor
        public void one() {
            throw new IllegalStateException("planted");
        }

        @Actor
        public void other(I_Result seen) {
            seen.r1 = 1;
        }
    }

    /** Nothing wrong here. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "As it should be.")
    @State
    public static class Sound {
        @Actor
        public void one() {}

        @Actor
        public void other(I_Result seen) {
            seen.r1 = 1;
        }
    }
}
