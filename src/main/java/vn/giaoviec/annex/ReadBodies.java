package vn.giaoviec.annex;

import java.util.List;
import java.util.Map;
import vn.giaoviec.annex.Warning.Severity;

/** Who leads and who co-ordinates a row, and what a person has to decide about them. */
final class ReadBodies {
    private static final int LONGEST_TOLD = 80;
    private static final int LONGEST_HEADLINE = 200;

    private final Bodies bodies;

    ReadBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Reads both columns of a row; whoever stands behind “cùng” in the first only co-ordinates. */
    void read(Item item, Map<AnnexColumn, String> said, List<Named> leads, List<Named> coordinators) {
        Bodies.Read lead = bodies.read(said.getOrDefault(AnnexColumn.LEAD, ""));
        Bodies.Read helping = bodies.read(said.getOrDefault(AnnexColumn.COORDINATING, ""));
        leads.addAll(lead.leading());
        coordinators.addAll(lead.helping());
        coordinators.addAll(helping.leading());
        coordinators.addAll(helping.helping());
        if (leads.isEmpty()) {
            item.warn(Severity.ERROR, "annexWarning.leadMissing", AnnexColumn.LEAD);
        }
        if (!lead.helping().isEmpty()) {
            item.warn(Severity.NOTE, "annexWarning.leadHelps", AnnexColumn.LEAD);
        }
        if (leads.size() > 1) {
            item.warn(Severity.NOTE, "annexWarning.severalLeads", AnnexColumn.LEAD, leads.size());
        }
        lead.inOffice()
                .forEach(text -> item.warn(Severity.NOTE, "annexWarning.inOffice", AnnexColumn.LEAD, told(text)));
        leads.forEach(named -> look(item, named, AnnexColumn.LEAD, Severity.ERROR));
        coordinators.forEach(named -> look(item, named, AnnexColumn.COORDINATING, Severity.WARNING));
    }

    /** Whether a text names bodies and nothing else, each for certain. */
    boolean areNamed(String text) {
        List<Named> named = text.isBlank() || text.length() > LONGEST_HEADLINE
                ? List.of()
                : bodies.read(text).leading();
        return !named.isEmpty() && named.stream().allMatch(Named::certain);
    }

    /** What of a target only: nobody has to lead it. */
    List<Named> followers(Item item) {
        List<Named> named = bodies.read(item.own(AnnexColumn.LEAD)).leading();
        named.forEach(one -> look(item, one, AnnexColumn.LEAD, Severity.WARNING));
        return named;
    }

    private static void look(Item item, Named named, AnnexColumn column, Severity severity) {
        if (named.outside() && column == AnnexColumn.LEAD) {
            item.warn(
                    named.certain() ? Severity.WARNING : severity,
                    "annexWarning.leadOutside",
                    column,
                    told(named.text()));
        }
        if (named.certain() || named.kind() == Named.Kind.OUTSIDE) {
            return;
        }
        if (named.kind() == Named.Kind.GROUP) {
            boolean empty = named.members().isEmpty();
            item.warn(
                    severity,
                    empty ? "annexWarning.groupEmpty" : "annexWarning.groupOpen",
                    column,
                    told(named.text()),
                    named.members().size());
        } else if (named.suggestions().isEmpty()) {
            item.warn(severity, "annexWarning.unitUnknown", column, told(named.text()));
        } else {
            Suggestion first = named.suggestions().get(0);
            boolean ended = named.kind() == Named.Kind.UNIT;
            boolean heir = first.reason() == Suggestion.Reason.SUCCESSOR;
            item.warn(
                    severity,
                    ended && heir
                            ? "annexWarning.unitSucceeded"
                            : ended ? "annexWarning.unitEnded" : "annexWarning.unitUnsure",
                    column,
                    told(named.text()),
                    first.name());
        }
    }

    private static String told(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "\u2026";
    }
}
