package io.dictdb.conformance;

import java.util.Optional;
import java.util.Set;

/**
 * How one step goes differently here on purpose. Both sides are known: what the rules say that the original gave, which must be what the
 * case expects (otherwise this is no departure but a difference), and what the contract asks of us instead.
 *
 * @param rules the rules that make the difference
 * @param original what the original gave
 * @param ours what the step must do here
 * @param played the step, in words that mean here what it meant there, that takes our database along with the original's; empty when the
 *     original changed nothing
 * @param parted whether no words of ours can take our database along, so that the rest of the case cannot be compared
 */
record Departure(Set<Rule> rules, Outcome original, Stage.Effect ours, Optional<Step> played, boolean parted) {
    static Departure of(Set<Rule> rules, Outcome original, Stage.Effect ours) {
        return new Departure(rules, original, ours, Optional.empty(), false);
    }
}
