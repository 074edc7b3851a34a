package io.dictdb.testkit.history;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Gen;
import io.dictdb.testkit.history.Txn.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/*
 * Clients take turns that are drawn: to begin, to execute one step, to commit, to learn of it. So the transactions overlap in all ways, on one thread
 * and repeatably. Some are aborted, and of some the client does not learn how they ended. At the end one client reads all keys, twice.
 */
/** Runs transactions on a simulated store. */
final class Simulation {
    private final Choices choices;
    private final SimulatedStore store;
    private final Deque<List<Op>> plan;
    private final Recording recording = new Recording();

    private Simulation(Choices choices, Isolation isolation, List<List<Op>> plan) {
        this.choices = choices;
        this.store = new SimulatedStore(isolation, choices);
        this.plan = new ArrayDeque<>(plan);
    }

    /** Histories of so many transactions and the final reads. */
    static Gen<History> of(Isolation isolation, int transactions, int clients, int keys) {
        return c -> {
            List<List<Op>> plan = Plan.of(transactions, keys).draw(c);
            Simulation simulation = new Simulation(c, isolation, plan);
            simulation.run(clients);
            List<List<Op>> reads = Plan.reads(plan, 4);
            simulation.readAll(reads);
            simulation.readAll(reads);
            return simulation.recording.history();
        };
    }

    /** Histories without final reads. */
    static Gen<History> open(Isolation isolation, int transactions, int clients, int keys) {
        return c -> {
            Simulation simulation =
                    new Simulation(c, isolation, Plan.of(transactions, keys).draw(c));
            simulation.run(clients);
            return simulation.recording.history();
        };
    }

    private void run(int count) {
        List<Client> clients = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> clients.add(new Client(recording.recorder())));
        while (!clients.isEmpty()) {
            Client client = clients.get((int) choices.upTo(clients.size() - 1L));
            if (!client.turn()) {
                clients.remove(client);
            }
        }
    }

    private void readAll(List<List<Op>> reads) {
        Recording.Recorder recorder = recording.recorder();
        for (List<Op> ops : reads) {
            recorder.begin();
            recorder.end(
                    Outcome.COMMITTED,
                    ops.stream().map(store.begin(false)::execute).toList());
        }
    }

    private final class Client {
        private final Recording.Recorder recorder;
        private final Deque<Runnable> turns = new ArrayDeque<>();
        private final List<Op> done = new ArrayList<>();
        private SimulatedStore.Session session;
        private Outcome outcome;

        Client(Recording.Recorder recorder) {
            this.recorder = recorder;
        }

        /** Whether there was anything to do. */
        boolean turn() {
            if (turns.isEmpty()) {
                if (plan.isEmpty()) {
                    return false;
                }
                start(plan.remove());
            }
            turns.remove().run();
            return true;
        }

        private void start(List<Op> ops) {
            done.clear();
            turns.add(recorder::begin);
            List<Runnable> work = new ArrayList<>();
            boolean reads = ops.stream().allMatch(Op.Read.class::isInstance);
            work.add(() -> session = store.begin(reads));
            ops.forEach(op -> work.add(() -> done.add(session.execute(op))));
            work.add(this::finish);
            if (store.isolation == Isolation.SERIAL) {
                turns.add(() -> work.forEach(Runnable::run));
            } else {
                turns.addAll(work);
            }
            turns.add(() -> recorder.end(choices.weighted(19, 1) == 0 ? outcome : Outcome.INDETERMINATE, done));
        }

        private void finish() {
            boolean committed = choices.weighted(9, 1) == 0 && session.commit();
            if (!committed) {
                session.abort();
            }
            outcome = committed ? Outcome.COMMITTED : Outcome.ABORTED;
        }
    }
}
