package vn.giaoviec.privacy;

import vn.giaoviec.shared.Recorded;

/**
 * Somebody took away everything that is stored of a person, or is about to; recorded before the first byte of it goes.
 *
 * @param person of whom
 * @param reference number of the document that asks for it
 */
record PersonalDataExported(String person, String reference) implements Recorded {}
