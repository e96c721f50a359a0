package vn.giaoviec.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.EntryTable.Row;
import vn.giaoviec.audit.LinkTable.Place;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.Digests;
import vn.giaoviec.audit.proof.Link;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.DuringTransaction;
import vn.giaoviec.shared.TouchedRows;

/**
 * Gathers what a command does and writes it down just before the commit: for each case one link, bound by its hash to the
 * link before it. Written last, the streams' counters are held for the shortest time, and always in the same order.
 */
@Component
class Chain implements TouchedRows {
    private static final int SALT = 16;

    private final LinkTable links;
    private final EntryTable entries;
    private final RowTable rows;
    private final BusinessClock businessClock;
    private final Clock realClock;
    private final SecureRandom random = new SecureRandom();
    private final String node = node();

    Chain(LinkTable links, EntryTable entries, RowTable rows, BusinessClock businessClock, Clock realClock) {
        this.links = links;
        this.entries = entries;
        this.rows = rows;
        this.businessClock = businessClock;
        this.realClock = realClock;
    }

    /** Keeps a fact until the running transaction commits; it is gone with it otherwise. */
    void add(Happening happening) {
        Command command = command();
        command.happenings.add(happening);
        if (command.written) {
            write(command); // what other preparations of the commit still add
        }
    }

    @Override
    public void touched(String caseKey, String table, String id) {
        command()
                .touched
                .computeIfAbsent(caseKey, any -> new HashMap<>())
                .computeIfAbsent(table, any -> new TreeSet<>())
                .add(id);
    }

    /** Lets the running transaction vouch for all rows of a case, whatever it writes. */
    void vouchAnew(String caseKey) {
        command().anew.add(caseKey);
    }

    private Command command() {
        // before the totals, which many cases share: they are held for the shorter time
        return DuringTransaction.one(Command.class, Command::new, Ordered.LOWEST_PRECEDENCE - 1, this::write);
    }

    private void write(Command command) {
        Map<String, List<Happening>> streams = command.streams();
        // whoever changes the same case waits here: what is read next is what will stand there
        links.take(streams.keySet());
        Set<String> written = WrittenTables.names();
        RowTable.Left left = rows.left(streams.keySet(), command.touched, written);
        for (String caseKey : command.touched.keySet()) {
            Map<String, String> digests =
                    (command.anew.contains(caseKey) ? rows.all(caseKey) : left.rows()).of(caseKey, written);
            if (!digests.isEmpty()) {
                streams.getOrDefault(caseKey, List.of()).add(Happening.rowsLeft(caseKey, digests));
            }
        }
        command.startAnew();
        write(command, left.places().values(), streams);
    }

    private void write(Command command, Collection<Place> places, Map<String, List<Happening>> streams) {
        Instant businessTime = businessClock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant nodeTime = realClock.instant().truncatedTo(ChronoUnit.MICROS);
        List<LinkTable.Hashed> hashed = new ArrayList<>();
        List<Row> written = new ArrayList<>();
        for (Place place : places) {
            List<Link.Fact> facts = new ArrayList<>();
            for (Happening happening : streams.getOrDefault(place.stream(), List.of())) {
                Bytes salt = salt();
                facts.add(
                        new Link.Fact(happening.action(), happening.refused(), Digests.fact(salt, happening.facts())));
                written.add(new Row(
                        happening,
                        command.actor,
                        place.stream(),
                        place.seq(),
                        facts.size(),
                        salt,
                        businessTime,
                        nodeTime));
            }
            Link link = new Link(
                    place.stream(),
                    place.seq(),
                    command.id,
                    command.actor,
                    command.rights,
                    node,
                    businessTime,
                    nodeTime,
                    place.databaseTime(),
                    facts);
            Bytes content = link.content();
            hashed.add(
                    new LinkTable.Hashed(place.stream(), place.seq(), content, Link.hash(place.previous(), content)));
        }
        links.insert(hashed);
        entries.insert(written);
    }

    private Bytes salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return Bytes.of(salt);
    }

    private static String node() {
        String process = "/" + ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + process;
        } catch (UnknownHostException nameless) {
            return "localhost" + process;
        }
    }

    /** What one transaction has done so far. */
    private static final class Command {
        private final String id = UUID.randomUUID().toString();
        private final @Nullable String actor = Actor.current();
        private final String rights = String.join(",", Actor.rights());
        private final List<Happening> happenings = new ArrayList<>();
        /** By case and table; a case stands here too if only rows of ours changed. */
        private final Map<String, Map<String, Set<String>>> touched = new TreeMap<>();

        /** Cases whose every row is vouched for. */
        private final Set<String> anew = new HashSet<>();

        private boolean written;

        Map<String, List<Happening>> streams() {
            Map<String, List<Happening>> streams = new TreeMap<>();
            for (Happening happening : happenings) {
                streams.computeIfAbsent(stream(happening), any -> new ArrayList<>())
                        .add(happening);
                if (happening.caseKey() != null) {
                    touched.computeIfAbsent(happening.caseKey(), any -> new HashMap<>());
                }
            }
            touched.keySet().forEach(caseKey -> streams.computeIfAbsent(caseKey, any -> new ArrayList<>()));
            return streams;
        }

        /** The case it belongs to; else the person's own stream, so that not all such commands wait for one row. */
        String stream(Happening happening) {
            String caseKey = happening.caseKey();
            return caseKey != null ? caseKey : "@" + (actor == null ? "" : actor);
        }

        void startAnew() {
            happenings.clear();
            touched.clear();
            written = true;
        }
    }
}
