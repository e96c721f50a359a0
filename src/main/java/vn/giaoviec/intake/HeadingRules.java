package vn.giaoviec.intake;

import vn.giaoviec.shared.Refusal;

/** What a person has to say of a plan before its annex is read. */
final class HeadingRules {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private HeadingRules() {}

    static void check(Heading heading) {
        if (heading.year() < FIRST_YEAR || heading.year() > LAST_YEAR) {
            throw new Refusal("refusal.intakeYear", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
        text(heading.number(), 60, "refusal.intakeNumber");
        text(heading.title(), 400, "refusal.intakeTitle");
        text(heading.issuer(), 200, "refusal.intakeIssuer");
        if (heading.aim().length() > 2_000) {
            throw new Refusal("refusal.intakeAim", 2_000);
        }
    }

    private static void text(String text, int longest, String key) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal(key, longest);
        }
    }
}
