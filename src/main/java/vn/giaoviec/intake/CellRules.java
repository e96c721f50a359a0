package vn.giaoviec.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;

/** What a cell may say by decision. */
final class CellRules {
    private static final int MOST_WEIGHT = 100;

    private final Basis basis;
    private final Heading heading;
    private final boolean target;

    CellRules(Basis basis, Heading heading, boolean target) {
        this.basis = basis;
        this.heading = heading;
        this.target = target;
    }

    /**
     * The content in the form in which it is kept.
     *
     * @throws Refusal if the cell cannot say that
     */
    String checked(RowField field, String content) {
        return switch (field) {
            case LEFT_OUT -> content.isEmpty() ? "" : "yes";
            case CODE -> code(content);
            case TITLE -> text(content, ReviewRows.LONGEST_TITLE, true);
            case GROUP -> group(content);
            case LEAD -> target ? owner(content) : units(content, true);
            case COORDINATING -> units(content, false);
            case INVITED, DELIVERABLE -> text(content, ReviewRows.LONGEST_DELIVERABLE, false);
            case DEADLINE -> text(content, ReviewRows.LONGEST_DEADLINE, true);
            case DUE_ON -> day(content);
            case INDICATORS -> indicators(content);
            case FIGURE -> figure(content);
            case MEASURE -> text(content, 20, false);
            case PILLAR -> pillar(content);
        };
    }

    private static String text(String content, int longest, boolean needed) {
        if (needed && content.isEmpty()) {
            throw new Refusal("refusal.intakeCellEmpty");
        }
        if (content.length() > longest) {
            throw new Refusal("refusal.intakeCellTooLong", longest);
        }
        return content;
    }

    private static String code(String content) {
        if (!RowCodes.FORM.matcher(content).matches()) {
            throw new Refusal("refusal.intakeCode", content);
        }
        return content;
    }

    private String group(String content) {
        if (basis.groups().stream()
                .noneMatch(group -> String.valueOf(group.number()).equals(content))) {
            throw new Refusal("refusal.intakeNoGroup", content);
        }
        return content;
    }

    private String owner(String content) {
        return content.isEmpty() ? "" : units(content.split("[\\s,;]+", -1)[0], true);
    }

    /** Codes, in any order and however separated; each once. */
    String units(String content, boolean needed) {
        Set<String> codes = new LinkedHashSet<>(List.of(content.split("[\\s,;]+", -1)));
        codes.remove("");
        if (needed && codes.isEmpty()) {
            throw new Refusal("refusal.intakeNoLead");
        }
        for (String code : codes) {
            Unit unit = basis.units().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("refusal.noSuchUnit", code));
            if (!unit.existsOn(heading.issuedOn())) {
                throw new Refusal("refusal.intakeUnitNotThere", unit.name().vi(), heading.issuedOn());
            }
        }
        return String.join(" ", codes);
    }

    private static String day(String content) {
        try {
            return LocalDate.parse(content).toString();
        } catch (DateTimeException noDay) {
            throw new Refusal("refusal.intakeNoDay", content);
        }
    }

    private static String indicators(String content) {
        Map<String, Integer> supports = Supports.written(content.isEmpty() ? Supports.NONE : content);
        if (supports == null) {
            throw new Refusal("refusal.intakeIndicators", content);
        }
        supports.forEach((indicator, weight) -> {
            if (weight < 1 || weight > MOST_WEIGHT) {
                throw new Refusal("refusal.intakeWeight", indicator, MOST_WEIGHT);
            }
        });
        return Supports.write(supports);
    }

    private static String figure(String content) {
        String plain = content.replace("\u2265", ">=").replace(',', '.');
        boolean word = plain.equals(Target.Kind.QUALITATIVE.name()) || plain.equals(Target.Kind.DIRECTION.name());
        if (!word && !ReviewTargets.FIGURE.matcher(plain).matches()) {
            throw new Refusal("refusal.intakeFigure", content);
        }
        return plain;
    }

    private String pillar(String content) {
        Set<String> known = basis.pillars().stream().map(one -> one.code()).collect(Collectors.toSet());
        if (!content.equals(ReviewTargets.NO_PILLAR) && !known.contains(content)) {
            throw new Refusal("refusal.intakeNoPillar", content);
        }
        return content;
    }
}
