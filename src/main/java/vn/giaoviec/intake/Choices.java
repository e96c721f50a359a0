package vn.giaoviec.intake;

import java.util.Set;

/**
 * What a person decides of a draft that meets a plan already issued.
 *
 * @param document number and date of the decision by which it is amended
 * @param reason why what runs is changed; of no account if nothing is
 * @param moved codes of changed or removed assignments whose cases follow; all others stay as they are
 */
public record Choices(String document, String reason, Set<String> moved) {
    /** Nothing that runs is changed. */
    public static Choices adding(String document) {
        return new Choices(document, "", Set.of());
    }
}
