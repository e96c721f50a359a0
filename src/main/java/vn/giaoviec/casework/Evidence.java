package vn.giaoviec.casework;

import java.time.Instant;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.CaseKey;

/**
 * A file that proves a step was done (minh chứng). Its bytes lie in our schema, in chunks.
 *
 * @param id random, 128 bits
 * @param caseKey the case
 * @param taskId the step it proves
 * @param person who brought it
 * @param name its original name: data, never a path
 * @param mediaType its type, told from its content
 * @param size in bytes
 * @param sha256 SHA-256 of its bytes, hexadecimal
 * @param keptAt when it was brought (business time)
 * @param frozen whether the step was completed with it; nothing takes it away afterwards
 */
public record Evidence(
        String id,
        CaseKey caseKey,
        String taskId,
        String person,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant keptAt,
        boolean frozen) {
    /** The same, once its bytes are known. */
    Evidence holding(BroughtFile.Content read) {
        return new Evidence(id, caseKey, taskId, person, name, mediaType, read.size(), read.sha256(), keptAt, frozen);
    }
}
