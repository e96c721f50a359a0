package vn.giaoviec.audit;

import org.jspecify.annotations.Nullable;

/** A fact of the running command, not written yet. */
record Happening(@Nullable String caseKey, String action, boolean refused, String facts) {}
