package vn.giaoviec.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;

/** What a list of accounts does to our people; each test's changes are rolled back, since all tests share the demo's. */
@EngineTest
@Transactional
class SynchroniseDirectoryTest {
    @Autowired
    SynchroniseDirectory synchronise;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingIsLeft() {
        assertThat(directory.units()).isNotEmpty();
    }

    @Test
    void aNewPersonArrivesWithGroupsAndUnit() {
        String id = synchronise.arrive(account("s-1", "le.thi.mau", "/STTTT/staff"));
        assertThat(id).isEqualTo("le.thi.mau");
        Person person = directory.person(id).orElseThrow();
        assertThat(person.groups()).containsExactly("STTTT.staff");
        assertThat(person.unit()).isEqualTo("STTTT");
        assertThat(directory.members("STTTT.staff")).contains(person);
    }

    @Test
    void aPersonKeepsTheIdWhenRenamed() {
        synchronise.arrive(account("s-2", "cu", "/STTTT/staff"));
        String id = synchronise.arrive(new Account("s-2", "moi", "Tên Mới", true, Set.of("/SNV/head"), null));
        assertThat(id).isEqualTo("cu");
        assertThat(directory.person("cu").orElseThrow().name()).isEqualTo("Tên Mới");
        assertThat(directory.person("cu").orElseThrow().groups()).containsExactly("SNV.head");
        assertThat(directory.person("moi")).isEmpty();
    }

    @Test
    void anotherPersonWithAFreedNameIsAnotherPerson() {
        synchronise.arrive(account("s-3", "trung.ten", "/STTTT/head"));
        String second = synchronise.arrive(account("s-4", "trung.ten", "/SNV/staff"));
        assertThat(second).isEqualTo("trung.ten.2");
        assertThat(directory.person("trung.ten").orElseThrow().groups()).containsExactly("STTTT.head");
    }

    @Test
    void whoIsNotOnTheListAnyMoreOrDisabledHasNoRights() {
        synchronise.arrive(account("s-5", "nghi.viec", "/STTTT/staff"));
        synchronise.arrive(account("s-6", "bi.khoa", "/STTTT/staff"));
        synchronise.takeOver(List.of(
                new Account("s-6", "bi.khoa", "Bị khóa", false, Set.of("/STTTT/staff"), null),
                account("s-7", "o.lai", "/STTTT/staff")));
        assertThat(directory.person("nghi.viec")).isEmpty();
        assertThat(directory.person("bi.khoa")).isEmpty();
        assertThat(directory.person("officer1.stttt"))
                .as("made up people go when real ones come")
                .isEmpty();
        assertThat(directory.members("STTTT.staff")).extracting(Person::id).containsExactly("o.lai");
    }

    @Test
    void addressesComeWithTheListAndASignInLeavesThem() {
        synchronise.takeOver(List.of(
                account("s-9", "co.thu", "/STTTT/staff"),
                new Account("s-10", "tiem.chen", "X", true, Set.of(), "a@b.example\r\nBcc: c@d.example"),
                new Account("s-11", "khong.thu", "Y", true, Set.of(), null)));
        synchronise.arrive(new Account("s-9", "co.thu", "Tên Mới", true, Set.of("/STTTT/staff"), null));
        assertThat(directory.addresses(List.of("co.thu", "tiem.chen", "khong.thu", "officer1.stttt")))
                .isEqualTo(Map.of("co.thu", "co.thu@thu.example"));
    }

    @Test
    void unknownGroupsAreReportedAndGiveNothing() {
        Synchronised done = synchronise.takeOver(List.of(account(
                "s-8", "nhieu.nhom", "/STTTT/boss", "/KHONGCO/head", "/STTTT", "/Leader", "/leader/x", "/leader")));
        assertThat(done.unknownGroups()).containsExactly("/KHONGCO/head", "/Leader", "/STTTT/boss", "/leader/x");
        assertThat(directory.person("nhieu.nhom").orElseThrow().groups()).containsExactly("leader");
        assertThat(synchronise.last().orElseThrow().unknownGroups()).hasSize(4);
    }

    @Test
    void anEmptyListIsAFaultAndChangesNothing() {
        assertThatThrownBy(() -> synchronise.takeOver(List.of())).isInstanceOf(Refusal.class);
        assertThat(directory.person("officer1.stttt")).isPresent();
    }

    @Test
    void namesThatNoEngineTakesGiveWayToTheSubject() {
        String subject = UUID.randomUUID().toString();
        assertThat(synchronise.arrive(account(subject, "tên có dấu", "/STTTT/staff")))
                .isEqualTo(subject);
    }

    @Test
    void aSecondSynchronisationOfTheSameListWritesNothing() {
        List<Account> all = new ArrayList<>();
        for (int at = 0; at < 300; at++) {
            all.add(account("m-" + at, "nguoi." + at, at % 2 == 0 ? "/STTTT/staff" : "/SNV/staff"));
        }
        synchronise.takeOver(all);
        assertThat(synchronise.takeOver(all).changed()).isZero();
        assertThat(jdbc.sql("select count(*) from directory_membership where group_id = 'SNV.staff'")
                        .query(Long.class)
                        .single())
                .isEqualTo(150);
    }

    private static Account account(String subject, String username, String... groups) {
        return new Account(subject, username, "Người " + username, true, Set.of(groups), username + "@thu.example");
    }
}
