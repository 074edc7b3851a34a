package io.dictdb.testkit;

import io.dictdb.internal.engine.Steps;
import java.util.function.Supplier;

/** Lets the steps of changes pass until it is told to fail one of them. */
final class FailingSteps implements Steps {
    private int left = -1;
    private Throwable planned = new Injected();
    private String failed = "";

    /** What is thrown where nothing else is asked for. */
    static final class Injected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Injected() {
            super("injected");
        }
    }

    @Override
    public void at(String step) {
        if (left >= 0 && left-- == 0) {
            failed = step;
            FailingSteps.<RuntimeException>fail(planned);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable planned) throws T {
        throw (T) planned;
    }

    /** Makes a call in which the step of that place fails, if there are so many. */
    Outcome failing(int place, Supplier<?> call) {
        plan(place, new Injected());
        Outcome outcome = Outcome.of(call);
        rest();
        return outcome;
    }

    /** The step of that place fails from now on. */
    void plan(int place, Throwable failure) {
        left = place;
        planned = failure;
        failed = "";
    }

    /** Every step passes from now on. */
    void rest() {
        left = -1;
    }

    boolean hasFailed() {
        return !failed.isEmpty();
    }

    /** The name of the step that failed last. */
    String failed() {
        return failed;
    }
}
