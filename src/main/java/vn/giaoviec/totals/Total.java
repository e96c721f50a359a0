package vn.giaoviec.totals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What cases add to a total.
 *
 * @param key which total
 * @param cases how many cases
 * @param weight their weight, zero where nothing is weighed
 */
record Total(Key key, long cases, BigDecimal weight) {
    Total plus(Total other) {
        return new Total(key, cases + other.cases, weight.add(other.weight));
    }

    Total negated() {
        return new Total(key, -cases, weight.negate());
    }

    boolean isNothing() {
        return cases == 0 && weight.signum() == 0;
    }

    /**
     * One total of a plan.
     *
     * @param year the plan's year
     * @param part what the cases belong to: a unit, a group, a pillar, a first deadline, an indicator
     * @param standing how they stand
     * @param dueOn until when they are due, if they are open; else one day for all
     */
    record Key(int year, String part, String standing, LocalDate dueOn) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::year)
                .thenComparing(Key::part)
                .thenComparing(Key::standing)
                .thenComparing(Key::dueOn);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
