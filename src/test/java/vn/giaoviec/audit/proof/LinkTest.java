package vn.giaoviec.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is hashed can be read by people, and in one way only. */
class LinkTest {
    private static final Instant TIME = Instant.parse("2024-11-15T08:30:00.000001Z");

    @Test
    void isReadAsItWasWritten() {
        Link link = link("officer1.stttt", "STTTT.staff,staff", "ProductSubmitted");

        assertThat(Link.read(link.content())).isEqualTo(link);
        assertThat(link.content().text()).startsWith("""
                giaoviec-audit 1
                stream 2024/G1-01/STTTT
                seq 7
                command 0b9c
                actor officer1.stttt
                rights STTTT.staff,staff
                node app1/4711
                business-time 2024-11-15T08:30:00.000001Z
                """);
    }

    @Test
    void theSystemHasNoName() {
        Link link = link(null, "", "DeadlineSignalled");

        assertThat(Link.read(link.content())).isEqualTo(link);
    }

    @Test
    void noValueBeginsALineOfItsOwn() {
        Link link = link("officer1\nrights LEADER", "staff", "Said\nfact 00");

        assertThat(link.content().text().lines()).hasSize(11);
    }

    @Test
    void whatIsNotCanonicalIsNoLink() {
        String text =
                link("officer1.stttt", "staff", "ProductSubmitted").content().text();

        for (String other : List.of(
                "",
                text + "\n",
                text.stripTrailing(),
                text.replace("seq 7", "seq 07"),
                text.replace("seq 7", "seq seven"),
                text.replace("\n", "\r\n"),
                text.replace(".000001Z", ".0000010Z"),
                text.replace("audit 1", "audit 2"),
                text.replace("fact ", "fact  "),
                text.toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> Link.read(Bytes.of(other))).as(other).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Link link(@Nullable String actor, String rights, String action) {
        return new Link(
                "2024/G1-01/STTTT",
                7,
                "0b9c",
                actor,
                rights,
                "app1/4711",
                TIME,
                TIME.plusSeconds(1),
                TIME.plusSeconds(2),
                List.of(new Link.Fact(action, false, Digests.sha256(Bytes.of(action)))));
    }
}
