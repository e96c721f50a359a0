package vn.giaoviec.dossier.file;

import java.io.InputStream;

/**
 * An export that is ready to go.
 *
 * @param content its bytes; to be closed, and gone then
 * @param size how many
 */
public record StagedFile(InputStream content, long size) {}
