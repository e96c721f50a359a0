package vn.giaoviec.directory;

import java.time.Instant;
import java.util.List;

/**
 * What a synchronisation did.
 *
 * @param at when it finished, real time
 * @param people how many the sign-in server knows
 * @param changed how many of ours were added or changed
 * @param unknownGroups paths of groups there that are neither a role nor of a unit we know
 */
public record Synchronised(Instant at, int people, int changed, List<String> unknownGroups) {}
