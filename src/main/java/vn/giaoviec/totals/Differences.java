package vn.giaoviec.totals;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a transaction adds to the totals and takes from them, in the order in which they are written. */
final class Differences {
    private final NavigableMap<Total.Key, Total> byKey = new TreeMap<>();

    void plus(Collection<Total> totals) {
        totals.forEach(total -> byKey.merge(total.key(), total, Total::plus));
    }

    void minus(Collection<Total> totals) {
        plus(totals.stream().map(Total::negated).toList());
    }

    List<Total> differences() {
        return byKey.values().stream().filter(total -> !total.isNothing()).toList();
    }
}
