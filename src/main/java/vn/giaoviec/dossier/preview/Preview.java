package vn.giaoviec.dossier.preview;

import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Evidence;

/**
 * How a file of evidence can be looked at.
 *
 * @param evidence the file
 * @param kind as what
 * @param mediaType of what is shown, told from the content alone
 * @param page which page of it, counted from 1
 * @param of how many pages it has; 1 unless it has pages
 * @param drawn the page as a picture, or null if the file is shown as it is
 */
public record Preview(
        Evidence evidence,
        Kind kind,
        String mediaType,
        int page,
        int of,
        @Nullable DrawnPage drawn) {
    /** As what a file is shown. */
    public enum Kind {
        /** The file, as a picture. */
        PICTURE,
        /** A picture of one of its pages. */
        PAGE,
        /** The file, as plain text. */
        TEXT,
        /** Not at all: it is to be downloaded. */
        NOTHING
    }

    /** Names what is shown: the same file, the same page. */
    public String tag() {
        return evidence.sha256() + "-" + page;
    }
}
