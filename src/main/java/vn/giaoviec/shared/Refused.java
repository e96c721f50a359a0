package vn.giaoviec.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no to a person. Recorded in its own transaction after the rollback.
 *
 * @param rule the refusal's key
 * @param args what the message said
 * @param attempt what was tried: an engine command or a request path
 * @param subject the case or step it concerned, if known
 */
public record Refused(String rule, List<String> args, String attempt, @Nullable String subject) {}
