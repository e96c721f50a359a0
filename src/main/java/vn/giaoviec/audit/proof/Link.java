package vn.giaoviec.audit.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one command did to one stream, as it is hashed: lines of text in a fixed order, so that anybody can check it with
 * a hash function and a text editor.
 *
 * @param stream a case's key, or {@code @} and the person for what belongs to no case
 * @param seq its number in the stream, from 1
 * @param command the same for all links that one transaction wrote
 * @param actor who acted, or null if the system did
 * @param rights the groups under which the actor was signed in, comma-separated; empty for the system
 * @param node the machine and process that acted
 * @param businessTime on the business clock, in microseconds
 * @param nodeTime on the node's real clock, in microseconds
 * @param databaseTime on the database server's clock, in microseconds
 * @param facts what happened, in order
 */
public record Link(
        String stream,
        long seq,
        String command,
        @Nullable String actor,
        String rights,
        String node,
        Instant businessTime,
        Instant nodeTime,
        Instant databaseTime,
        List<Fact> facts) {
    private static final String FORM = "giaoviec-audit 1";
    private static final Bytes BEGINNING = Bytes.of(new byte[Digests.LENGTH]);
    private static final String NOBODY = "-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What the first link of a stream has in the place of a previous link's hash. */
    public static Bytes beginning() {
        return BEGINNING;
    }

    /** The hash that binds a link to all before it in its stream. */
    public static Bytes hash(Bytes previous, Bytes content) {
        return Digests.sha256(previous, content);
    }

    /** The canonical bytes. */
    public Bytes content() {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        line(text, "stream", stream);
        line(text, "seq", Long.toString(seq));
        line(text, "command", command);
        line(text, "actor", actor == null ? NOBODY : actor);
        line(text, "rights", rights.isEmpty() ? NOBODY : rights);
        line(text, "node", node);
        line(text, "business-time", TIME.format(businessTime));
        line(text, "node-time", TIME.format(nodeTime));
        line(text, "database-time", TIME.format(databaseTime));
        for (Fact fact : facts) {
            line(text, fact.refused ? "refused" : "fact", fact.digest.hex() + ' ' + fact.action);
        }
        return Bytes.of(text.toString());
    }

    private static void line(StringBuilder text, String name, String value) {
        // a value that could begin a line of its own would make two contents look alike
        text.append(name)
                .append(' ')
                .append(value.replaceAll("\\p{Cntrl}", "?"))
                .append('\n');
    }

    /**
     * Reads canonical bytes.
     *
     * @throws IllegalArgumentException if these are not the bytes that {@link #content} would write
     */
    public static Link read(Bytes content) {
        List<String> lines = content.text().lines().toList();
        try {
            List<Fact> facts = new ArrayList<>();
            for (String line : lines.subList(10, lines.size())) {
                boolean refused = line.startsWith("refused ");
                String value = value(line, refused ? "refused" : "fact");
                int space = 2 * Digests.LENGTH;
                if (value.charAt(space) != ' ') {
                    throw new IllegalArgumentException("no action in " + line);
                }
                facts.add(new Fact(value.substring(space + 1), refused, Bytes.ofHex(value.substring(0, space))));
            }
            String actor = value(lines.get(4), "actor");
            String rights = value(lines.get(5), "rights");
            Link link = new Link(
                    value(lines.get(1), "stream"),
                    Long.parseLong(value(lines.get(2), "seq")),
                    value(lines.get(3), "command"),
                    actor.equals(NOBODY) ? null : actor,
                    rights.equals(NOBODY) ? "" : rights,
                    value(lines.get(6), "node"),
                    Instant.parse(value(lines.get(7), "business-time")),
                    Instant.parse(value(lines.get(8), "node-time")),
                    Instant.parse(value(lines.get(9), "database-time")),
                    facts);
            if (!link.content().equals(content)) {
                throw new IllegalArgumentException("not in the canonical form");
            }
            return link;
        } catch (IndexOutOfBoundsException | DateTimeParseException malformed) {
            throw new IllegalArgumentException("no link", malformed);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + ' ')) {
            throw new IllegalArgumentException("no " + name + " in " + line);
        }
        return line.substring(name.length() + 1);
    }

    /**
     * One fact of a link.
     *
     * @param action the fact's name, or the rule that refused
     * @param refused whether a rule refused it
     * @param digest over its salt and its content
     */
    public record Fact(String action, boolean refused, Bytes digest) {}
}
