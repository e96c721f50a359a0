package vn.giaoviec.workflow;

import java.util.Set;

/**
 * The path one process of a case has walked, from recorded facts (each sequence flow taken), not guessed from times.
 *
 * @param definition the process definition, for its diagram
 * @param process the process, e.g. {@code research}
 * @param name the process's name in the model
 * @param flows ids of the sequence flows taken
 * @param walked ids of the elements left behind
 * @param active ids of the elements where the case waits
 */
public record Trail(
        String definition, String process, String name, Set<String> flows, Set<String> walked, Set<String> active) {}
