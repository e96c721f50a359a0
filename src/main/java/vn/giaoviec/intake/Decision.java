package vn.giaoviec.intake;

import java.time.Instant;

/**
 * What a person decided on a cell.
 *
 * @param line place of the row in the annex, from 1
 * @param field which cell
 * @param content what it shall say, in the form of the field
 * @param by who decided
 * @param at when (business time)
 */
public record Decision(int line, RowField field, String content, String by, Instant at) {}
