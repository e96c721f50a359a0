package vn.giaoviec.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * What somebody looks for in the audit; null or false where anything will do.
 *
 * @param person who acted, or in whose name another did
 * @param unit the accountable unit of the case
 * @param theCase one case
 * @param action what happened: a fact's name, or the rule that refused
 * @param from on that day or later, on the business clock
 * @param to on that day or earlier
 * @param refused only attempts that a rule refused
 */
public record EntryFilter(
        @Nullable String person,
        @Nullable String unit,
        @Nullable CaseKey theCase,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean refused) {}
