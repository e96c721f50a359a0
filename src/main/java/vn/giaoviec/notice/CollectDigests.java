package vn.giaoviec.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.notice.Digest.Counts;
import vn.giaoviec.notice.Digest.Returned;
import vn.giaoviec.notice.Digest.Waiting;
import vn.giaoviec.notice.DigestQuery.PendingDeadline;
import vn.giaoviec.notice.DigestQuery.PendingReturn;

/** Works out what everybody is to be told on a morning: six statements, the rest is sorting. */
@Service
class CollectDigests {
    /** Working days; the first reminder of a deadline comes as early. */
    private static final int SOON = 7;

    private final DigestQuery query;
    private final DueCaseQuery cases;
    private final Directory directory;
    private final WorkingDays workingDays;

    CollectDigests(DigestQuery query, DueCaseQuery cases, Directory directory, WorkingDays workingDays) {
        this.query = query;
        this.cases = cases;
        this.directory = directory;
        this.workingDays = workingDays;
    }

    /** The digests of all active people, those included that say nothing. */
    @Transactional(readOnly = true)
    public Collected collect(LocalDate day) {
        return new Morning(day).collected();
    }

    private final class Morning {
        private final LocalDate day;
        private final LocalDate soon;
        private final Map<String, List<Long>> pending = query.pending();
        private final List<DueCase> open = cases.all();
        private final Map<String, DueCase> byKey = open.stream().collect(toMap(DueCase::caseKey, Function.identity()));
        private final Map<String, List<DueCase>> byUnit = open.stream().collect(groupingBy(DueCase::unit));
        private final Map<String, List<DueCase>> byOfficer = new HashMap<>();
        private final Map<String, Set<String>> deadlines = query.deadlines().stream()
                .collect(groupingBy(PendingDeadline::recipient, mapping(PendingDeadline::caseKey, toSet())));
        private final Map<String, List<Returned>> returns = query.returns().stream()
                .collect(groupingBy(PendingReturn::recipient, mapping(PendingReturn::returned, toList())));
        private final Map<String, List<Waiting>> waiting =
                query.waiting().stream().collect(groupingBy(Waiting::group));

        Morning(LocalDate day) {
            this.day = day;
            this.soon = workingDays.after(day, SOON);
            for (DueCase one : open) {
                String officer = one.officer();
                if (officer != null) {
                    byOfficer.computeIfAbsent(officer, any -> new ArrayList<>()).add(one);
                }
            }
        }

        Collected collected() {
            return new Collected(directory.people().stream().map(this::of).toList(), pending);
        }

        private Digest of(Person person) {
            Map<String, DueCase> mine = new TreeMap<>();
            Stream.concat(
                            person.groups().stream()
                                    .filter(group -> group.endsWith(Groups.head("")))
                                    .map(group -> group.substring(
                                            0, group.length() - Groups.head("").length()))
                                    .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream()),
                            byOfficer.getOrDefault(person.id(), List.of()).stream())
                    .filter(one -> DueCaseQuery.concerns(person, one))
                    .forEach(one -> mine.put(one.nextDueOn() + one.caseKey(), one));
            Map<String, DueCase> told = new TreeMap<>();
            mine.forEach((key, one) -> {
                if (!one.rests() && !one.nextDueOn().isAfter(soon)) {
                    told.put(key, one);
                }
            });
            // a deadline of which somebody else is told, or earlier than we would
            for (String key : deadlines.getOrDefault(person.id(), Set.of())) {
                DueCase one = byKey.get(key);
                if (one != null && !(one.rests() && DueCaseQuery.concerns(person, one))) {
                    told.put(one.nextDueOn() + key, one);
                }
            }
            return new Digest(
                    person.id(),
                    day,
                    told.values().stream()
                            .filter(one -> one.nextDueOn().isBefore(day))
                            .toList(),
                    told.values().stream()
                            .filter(one -> !one.nextDueOn().isBefore(day))
                            .toList(),
                    returns.getOrDefault(person.id(), List.of()),
                    person.groups().stream()
                            .sorted()
                            .flatMap(group -> waiting.getOrDefault(group, List.of()).stream())
                            .toList(),
                    steers(person) ? counts() : null,
                    List.copyOf(mine.values()));
        }

        private boolean isOverdue(DueCase one) {
            return one.dueOn().isBefore(day);
        }

        private boolean steers(Person person) {
            return person.in(Groups.PLAN_OFFICE) || person.in(Groups.LEADER);
        }

        private Counts counts() {
            return new Counts(
                    open.size(), (int) open.stream().filter(this::isOverdue).count(), (int) open.stream()
                            .filter(one -> !isOverdue(one) && !one.dueOn().isAfter(soon))
                            .count());
        }
    }

    /**
     * @param digests of everybody
     * @param pending the notices that were looked at, by recipient
     */
    record Collected(List<Digest> digests, Map<String, List<Long>> pending) {}
}
