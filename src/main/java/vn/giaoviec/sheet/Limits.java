package vn.giaoviec.sheet;

/**
 * How large a file may be. More is refused before it is read.
 *
 * @param bytes size of the file
 * @param rows rows with something in them
 * @param columns cells of a row
 */
public record Limits(int bytes, int rows, int columns) {}
