package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.Checkpoint;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.audit.proof.Link;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.SealingKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/**
 * Whoever may write to every table changes one thing, and verification names it. Each change is made in a transaction
 * that is rolled back after it was verified, so none stands on another.
 */
@EngineTest
class TamperTest {
    /** Each kind so often; the whole campaign makes more than ten thousand changes. */
    private static final int ROUNDS = Boolean.getBoolean("giaoviec.campaign") ? 500 : 4;

    @Autowired
    Province province;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource database;

    private List<PublicKey> keys = List.of();
    private Witness witness = new Witness();
    private final List<Place> sealed = new ArrayList<>();

    @BeforeEach
    void aYearsWork() throws Exception {
        for (int i = 0; i < 3; i++) {
            CaseDriver driver = province.opens(AnAssignment.of("resources"))
                    .begins()
                    .does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed");
            seal.seal();
            driver.does("task_approveLevel", "task_carryOut", "task_submit", "task_approve=approved");
            seal.seal();
            for (Link link : links(driver.key().toString())) {
                sealed.add(new Place(link.stream(), link.seq()));
            }
        }
        seal.copyOut();
        keys = List.of(PublicKey.read(Files.readString(settings.folder().resolve("seal.pub"))));
        witness = Witness.read(copy());
    }

    @Test
    void whatNobodyTouchedIsIntact() throws Exception {
        try (Connection connection = TestDatabase.forger(database)) {
            Verification.Result result = Verification.of(connection, keys, witness);
            assertThat(result.findings()).isEmpty();
            assertThat(result.sealed()).isEqualTo(result.links()).isGreaterThan(20);
        }
    }

    @Test
    void everyChangeIsFoundAndItsPlaceIsNamed() throws Exception {
        Random random = new Random(20_240_115);
        Map<String, Integer> named = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Tamper tamper : Tamper.ALL) {
                try (Connection connection = TestDatabase.forger(database)) {
                    connection.setAutoCommit(false);
                    try {
                        String place = tamper.make(connection, sealed, random);
                        List<Finding> findings =
                                Verification.of(connection, keys, witness).findings();
                        assertThat(findings)
                                .as("%s at %s", tamper.name, place)
                                .isNotEmpty()
                                .anySatisfy(finding -> {
                                    assertThat(finding.place()).isEqualTo(place);
                                    assertThat(finding.kind()).isIn(tamper.kinds);
                                });
                        named.merge(tamper.name, 1, Integer::sum);
                    } finally {
                        connection.rollback();
                        connection.setAutoCommit(true);
                    }
                }
            }
        }
        assertThat(named).hasSize(Tamper.ALL.size()).allSatisfy((tamper, times) -> assertThat(times)
                .isEqualTo(ROUNDS));
    }

    private Path copy() {
        return settings.folder().resolve("checkpoints.log");
    }

    private List<Link> links(String stream) throws SQLException {
        try (Connection connection = TestDatabase.forger(database);
                PreparedStatement query =
                        connection.prepareStatement("select content from audit_link where stream = ? order by seq")) {
            query.setString(1, stream);
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    links.add(Link.read(Bytes.of(rows.getBytes(1))));
                }
            }
            return links;
        }
    }

    private record Place(String stream, long seq) {
        @Override
        public String toString() {
            return stream + " #" + seq;
        }
    }

    /** Does one thing with SQL. */
    private interface Change {
        /** Returns the place that verification has to name. */
        String make(Connection connection, Place place, Random random) throws SQLException;
    }

    private record Tamper(String name, Change change, List<Finding.Kind> kinds) {
        private static final List<Tamper> ALL = List.of(
                tamper(
                        "CONTENT_OF_A_LINK",
                        (connection, place, random) -> {
                            byte[] content = bytes(connection, "content", place);
                            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(7));
                            update(
                                    connection,
                                    "update audit_link set content = ? where stream = ? and seq = ?",
                                    place,
                                    content);
                            return place.toString();
                        },
                        Finding.Kind.LINK_CHANGED),
                tamper(
                        "HASH_OF_A_LINK",
                        (connection, place, random) -> {
                            byte[] hash = bytes(connection, "hash", place);
                            hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                            update(
                                    connection,
                                    "update audit_link set hash = ? where stream = ? and seq = ?",
                                    place,
                                    hash);
                            return place.toString();
                        },
                        Finding.Kind.LINK_CHANGED),
                tamper(
                        "WORDS_OF_A_FACT",
                        (connection, place, random) -> entry(connection, place, "facts = concat(facts, ' ')"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "NAME_OF_A_FACT",
                        (connection, place, random) -> entry(connection, place, "action = 'ProductAccepted2'"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "ACTOR",
                        (connection, place, random) -> entry(connection, place, "actor = 'x'"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "NO_ACTOR",
                        (connection, place, random) -> entry(connection, place, "actor = null, salt = null"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "CASE",
                        (connection, place, random) -> entry(connection, place, "case_key = null"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "REFUSED",
                        (connection, place, random) -> entry(connection, place, "refused = not refused"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "BUSINESS_TIME",
                        (connection, place, random) -> entry(
                                connection,
                                place,
                                "business_time = '2024-03-0" + (1 + random.nextInt(9)) + " 01:02:03.000004'"),
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "REAL_TIME",
                        (connection, place, random) -> {
                            update(
                                    connection,
                                    "update audit_entry set real_time = ? where stream = ? and seq = ?",
                                    place,
                                    new Timestamp(1_700_000_000_000L + random.nextInt(1_000_000)));
                            return place.toString();
                        },
                        Finding.Kind.FACT_CHANGED),
                tamper(
                        "FACT_DELETED",
                        (connection, place, random) -> {
                            update(
                                    connection,
                                    "delete from audit_entry where number = 1 and stream = ? and seq = ?",
                                    place);
                            return place.toString();
                        },
                        Finding.Kind.FACT_MISSING),
                tamper(
                        "FACT_INSERTED",
                        (connection, place, random) -> {
                            update(
                                    connection,
                                    "insert into audit_entry (case_key, actor, action, refused, facts, business_time, real_time,"
                                            + " stream, seq, number, salt) select case_key, actor, action, refused, facts,"
                                            + " business_time, real_time, stream, seq, 99, salt from audit_entry"
                                            + " where number = 1 and stream = ? and seq = ?",
                                    place);
                            return place.toString();
                        },
                        Finding.Kind.FACT_ADDED),
                tamper(
                        "LINK_DELETED",
                        (connection, place, random) -> {
                            delete(connection, place);
                            return place.toString();
                        },
                        Finding.Kind.LINK_MISSING),
                tamper(
                        "TAIL_CUT",
                        (connection, place, random) -> {
                            Place last = new Place(place.stream, last(connection, place.stream));
                            delete(connection, last);
                            update(connection, "update audit_stream set seq = seq - 1 where stream = ?", place.stream);
                            return last.toString();
                        },
                        Finding.Kind.LINK_MISSING),
                tamper(
                        "STREAM_DELETED",
                        (connection, place, random) -> {
                            update(connection, "delete from audit_link where stream = ?", place.stream);
                            update(connection, "delete from audit_entry where stream = ?", place.stream);
                            update(connection, "delete from audit_stream where stream = ?", place.stream);
                            return place.stream + " #1";
                        },
                        Finding.Kind.LINK_MISSING),
                tamper(
                        "LINK_INSERTED",
                        (connection, place, random) -> {
                            long last = last(connection, place.stream);
                            byte[] content = Link.read(
                                            Bytes.of(bytes(connection, "content", new Place(place.stream, last))))
                                    .content()
                                    .array();
                            Link forged = renumbered(Link.read(Bytes.of(content)), last + 1);
                            Bytes hash = Link.hash(
                                    Bytes.of(bytes(connection, "hash", new Place(place.stream, last))),
                                    forged.content());
                            insert(connection, forged, hash);
                            return place.stream + " #" + (last + 1);
                        },
                        Finding.Kind.LINK_ADDED,
                        Finding.Kind.FACT_MISSING),
                tamper(
                        "LINKS_SWAPPED",
                        (connection, place, random) -> {
                            Place first =
                                    new Place(place.stream, Math.min(place.seq, last(connection, place.stream) - 1));
                            Place second = new Place(place.stream, first.seq + 1);
                            byte[] content = bytes(connection, "content", first);
                            String set = "update audit_link set content = ? where stream = ? and seq = ?";
                            update(connection, set, first, bytes(connection, "content", second));
                            update(connection, set, second, content);
                            return first.toString();
                        },
                        Finding.Kind.LINK_CHANGED),
                tamper(
                        "RENUMBERED",
                        (connection, place, random) -> {
                            long last = last(connection, place.stream);
                            update(
                                    connection,
                                    "update audit_link set seq = seq + 1 where stream = ? and seq = ?",
                                    new Place(place.stream, last));
                            return place.stream + " #" + last;
                        },
                        Finding.Kind.LINK_MISSING),
                tamper(
                        "CHAIN_COMPUTED_ANEW",
                        (connection, place, random) -> {
                            forge(connection, place, random, false);
                            return place.toString();
                        },
                        Finding.Kind.CHAIN_FORGED),
                tamper(
                        "CHAIN_AND_LEAVES_COMPUTED_ANEW",
                        (connection, place, random) -> {
                            forge(connection, place, random, true);
                            return place.toString();
                        },
                        Finding.Kind.CHAIN_FORGED),
                tamper(
                        "CHECKPOINT_OF_ANOTHER_KEY",
                        (connection, place, random) -> {
                            String note = new Checkpoint(
                                            lastCheckpoint(connection),
                                            Bytes.of(new byte[32]),
                                            Bytes.of(new byte[32]),
                                            Instant.EPOCH)
                                    .note(SealingKey.generate("giaoviec"));
                            update(
                                    connection,
                                    "update audit_checkpoint set note = ? where size = ?",
                                    note,
                                    lastCheckpoint(connection));
                            return Long.toString(lastCheckpoint(connection));
                        },
                        Finding.Kind.CHECKPOINT_UNSIGNED),
                tamper(
                        "OLD_STATE_RESTORED",
                        (connection, place, random) -> {
                            long size = lastCheckpoint(connection);
                            update(connection, "delete from audit_checkpoint where size = ?", size);
                            long before = lastCheckpoint(connection);
                            update(
                                    connection,
                                    "delete from audit_entry where exists (select 1 from audit_leaf leaf where leaf.leaf >= ?"
                                            + " and leaf.stream = audit_entry.stream and leaf.seq = audit_entry.seq)",
                                    before);
                            update(
                                    connection,
                                    "delete from audit_link where id in (select link from audit_leaf where leaf >= ?)",
                                    before);
                            update(connection, "delete from audit_leaf where leaf >= ?", before);
                            update(
                                    connection,
                                    "update audit_stream set seq = (select max(link.seq) from audit_link link"
                                            + " where link.stream = audit_stream.stream)"
                                            + " where stream in (select stream from audit_link)");
                            update(
                                    connection,
                                    "delete from audit_stream where stream not in (select stream from audit_link)");
                            return before + " < " + size;
                        },
                        Finding.Kind.ROLLED_BACK),
                tamper(
                        "EVIDENCE_REPLACED",
                        (connection, place, random) -> {
                            String file = text(
                                    connection,
                                    "select max(id) from casework_evidence where case_key = ?",
                                    place.stream);
                            update(
                                    connection,
                                    "update casework_evidence_chunk set content = ? where evidence = ? and number ="
                                            + " (select min(first.number) from"
                                            + " (select number from casework_evidence_chunk where evidence = ?) first)",
                                    "other".getBytes(StandardCharsets.UTF_8),
                                    file,
                                    file);
                            return place.stream + " "
                                    + text(connection, "select name from casework_evidence where id = ?", file);
                        },
                        Finding.Kind.EVIDENCE_CHANGED));

        private static Tamper tamper(String name, Change change, Finding.Kind... kinds) {
            return new Tamper(name, change, List.of(kinds));
        }

        String make(Connection connection, List<Place> places, Random random) throws SQLException {
            return change.make(connection, places.get(random.nextInt(places.size())), random);
        }

        private static String entry(Connection connection, Place place, String set) throws SQLException {
            update(connection, "update audit_entry set " + set + " where number = 1 and stream = ? and seq = ?", place);
            return place.toString();
        }

        private static void delete(Connection connection, Place place) throws SQLException {
            update(connection, "delete from audit_link where stream = ? and seq = ?", place);
            update(connection, "delete from audit_entry where stream = ? and seq = ?", place);
        }

        /** Another actor, and all that follows computed so that the chain holds. */
        private static void forge(Connection connection, Place place, Random random, boolean leavesToo)
                throws SQLException {
            String forger = "forger" + random.nextInt(100);
            long last = last(connection, place.stream);
            Bytes previous = place.seq == 1
                    ? Link.beginning()
                    : Bytes.of(bytes(connection, "hash", new Place(place.stream, place.seq - 1)));
            for (long seq = place.seq; seq <= last; seq++) {
                Place at = new Place(place.stream, seq);
                Link link = Link.read(Bytes.of(bytes(connection, "content", at)));
                Bytes content = seq == place.seq ? with(link, forger).content() : link.content();
                previous = Link.hash(previous, content);
                update(
                        connection,
                        "update audit_link set content = ? where stream = ? and seq = ?",
                        at,
                        content.array());
                update(connection, "update audit_link set hash = ? where stream = ? and seq = ?", at, previous.array());
                if (leavesToo) {
                    update(
                            connection,
                            "update audit_leaf set hash = ? where stream = ? and seq = ?",
                            at,
                            previous.array());
                }
            }
            update(connection, "update audit_entry set actor = ? where stream = ? and seq = ?", place, forger);
        }

        private static Link with(Link link, String actor) {
            return new Link(
                    link.stream(),
                    link.seq(),
                    link.command(),
                    actor,
                    link.rights(),
                    link.node(),
                    link.businessTime(),
                    link.nodeTime(),
                    link.databaseTime(),
                    link.facts());
        }

        private static Link renumbered(Link link, long seq) {
            return new Link(
                    link.stream(),
                    seq,
                    link.command(),
                    link.actor(),
                    link.rights(),
                    link.node(),
                    link.businessTime(),
                    link.nodeTime(),
                    link.databaseTime(),
                    link.facts());
        }

        private static void insert(Connection connection, Link link, Bytes hash) throws SQLException {
            update(
                    connection,
                    "insert into audit_link (stream, seq, content, hash) values (?, ?, ?, ?)",
                    link.stream(),
                    link.seq(),
                    link.content().array(),
                    hash.array());
        }

        private static long last(Connection connection, String stream) throws SQLException {
            return Long.parseLong(text(connection, "select max(seq) from audit_link where stream = ?", stream));
        }

        private static long lastCheckpoint(Connection connection) throws SQLException {
            return Long.parseLong(text(connection, "select max(size) from audit_checkpoint where size > ?", 0));
        }

        private static byte[] bytes(Connection connection, String column, Place place) throws SQLException {
            try (PreparedStatement query =
                    connection.prepareStatement("select " + column + " from audit_link where stream = ? and seq = ?")) {
                query.setString(1, place.stream);
                query.setLong(2, place.seq);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        }

        private static String text(Connection connection, String sql, Object parameter) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, parameter);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }

        private static void update(Connection connection, String sql, Place place, Object... before)
                throws SQLException {
            Object[] all = Arrays.copyOf(before, before.length + 2);
            all[before.length] = place.stream;
            all[before.length + 1] = place.seq;
            update(connection, sql, all);
        }

        private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                assertThat(statement.executeUpdate()).as(sql).isGreaterThanOrEqualTo(sql.contains("not in") ? 0 : 1);
            }
        }
    }
}
