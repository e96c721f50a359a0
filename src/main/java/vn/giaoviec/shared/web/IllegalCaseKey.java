package vn.giaoviec.shared.web;

import vn.giaoviec.shared.CaseKey;

/** An address that names no case. */
public final class IllegalCaseKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private IllegalCaseKey(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * The case that an address names.
     *
     * @throws IllegalCaseKey if it names none
     */
    public static CaseKey read(int year, String assignment, String unit) {
        return read(year + "/" + assignment + "/" + unit);
    }

    /**
     * The case that a parameter names.
     *
     * @throws IllegalCaseKey if it names none
     */
    public static CaseKey read(String key) {
        try {
            return CaseKey.of(key);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalCaseKey(malformed);
        }
    }
}
