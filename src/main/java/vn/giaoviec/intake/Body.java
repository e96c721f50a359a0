package vn.giaoviec.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Named;
import vn.giaoviec.annex.Suggestion;

/**
 * A body that a row names, as decided.
 *
 * @param text as written; empty if a person chose it for the row
 * @param group the words for many through which it is named, or null
 * @param units the units it is, by code; none if it is outside or open
 * @param outside whether it is no unit of ours
 * @param settled whether nobody needs to decide any more
 * @param suggestions units it may be, the likeliest first
 */
public record Body(
        String text,
        @Nullable String group,
        List<String> units,
        boolean outside,
        boolean settled,
        List<Suggestion> suggestions) {

    /** As chosen for a row, whatever is written there. */
    static Body chosen(List<String> units) {
        return new Body("", null, units, false, true, List.of());
    }

    /** What was understood, and what people have decided on the name since. */
    static Body of(Named named, Map<String, Meaning> meanings) {
        Meaning meaning = meanings.get(Meaning.key(named.text()));
        if (meaning != null) {
            String group = meaning.units().size() > 1 ? named.text() : null;
            return new Body(named.text(), group, meaning.units(), meaning.isOutside(), true, named.suggestions());
        }
        String unit = named.unit();
        if (!named.certain() || unit == null) {
            return new Body(
                    named.text(), null, List.of(), named.kind() == Named.Kind.OUTSIDE, false, named.suggestions());
        }
        boolean many = named.kind() == Named.Kind.GROUP;
        return new Body(
                named.text(),
                many ? named.text() : null,
                many ? named.members() : List.of(unit),
                false,
                true,
                named.suggestions());
    }

    /** The year's plan has this very unit here: that it exists no more is then no question, its case is handed over. */
    Body orKnown(Set<String> units) {
        return settled
                ? this
                : suggestions.stream()
                        .filter(one -> one.reason() == Suggestion.Reason.ENDED && units.contains(one.unit()))
                        .findFirst()
                        .map(one -> new Body(text, null, List.of(one.unit()), false, true, suggestions))
                        .orElse(this);
    }
}
