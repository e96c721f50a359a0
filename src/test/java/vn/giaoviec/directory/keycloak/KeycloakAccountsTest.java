package vn.giaoviec.directory.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Account;
import vn.giaoviec.directory.Accounts;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.KeycloakSettings;
import vn.giaoviec.directory.SynchroniseDirectory;
import vn.giaoviec.directory.Synchronised;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Text;
import vn.giaoviec.testing.KeycloakServer;
import vn.giaoviec.testing.KeycloakTest;

/** Everybody of a real Keycloak, of the province's own realm and of one as large as a province gets. */
@KeycloakTest
class KeycloakAccountsTest {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAccountsTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WHOLE = Boolean.getBoolean("giaoviec.campaign");
    /** More than one page of people in any case. */
    private static final int PEOPLE = WHOLE ? 5_000 : 1_100;

    private static final int UNITS = WHOLE ? 600 : 30;

    @Autowired
    SynchroniseDirectory synchronise;

    @Autowired
    Directory directory;

    @Autowired
    KeycloakAccounts accounts;

    @Test
    void theRealmHasTheUnitsOfThePlanAndEachItsTwoGroups() throws IOException {
        Set<String> units = new TreeSet<>();
        for (JsonNode group : realm().get("groups")) {
            if (group.has("subGroups") && !group.get("subGroups").isEmpty()) {
                assertThat(names(group.get("subGroups"))).containsExactlyInAnyOrder("head", "staff");
                units.add(group.get("name").asText());
            }
        }
        assertThat(units)
                .isEqualTo(
                        new TreeSet<>(directory.units().stream().map(Unit::code).toList()));
    }

    @Test
    @Transactional
    void aLargeProvinceIsReadWholeAndPutInOurTables() throws IOException {
        directory.learn(IntStream.range(0, UNITS)
                .mapToObj(at -> new Unit(
                        "Q" + at,
                        new Text("Đơn vị " + at, "Unit " + at),
                        "Q" + at,
                        Unit.Kind.BODY,
                        LocalDate.of(2024, 1, 1),
                        null,
                        null))
                .toList());
        KeycloakServer keycloak = KeycloakServer.running();
        keycloak.createRealm(largeRealm());
        Accounts large = new KeycloakAccounts(settings(keycloak.root() + "/realms/large", KeycloakServer.SECRET));

        Instant begin = Clock.systemUTC().instant();
        List<Account> all = large.all();
        Instant read = Clock.systemUTC().instant();
        Synchronised done = synchronise.takeOver(all);
        LOG.info(
                "{} people of {} units: read in {} ms, stored in {} ms",
                PEOPLE,
                UNITS,
                Duration.between(begin, read).toMillis(),
                Duration.between(read, Clock.systemUTC().instant()).toMillis());

        assertThat(all).hasSize(PEOPLE).extracting(Account::subject).doesNotHaveDuplicates();
        assertThat(done.unknownGroups()).isEmpty();
        assertThat(directory.members("Q0.staff")).hasSize(PEOPLE / UNITS + (PEOPLE % UNITS > 0 ? 1 : 0));
        assertThat(directory.person("p0").orElseThrow().groups()).containsExactlyInAnyOrder("Q0.staff", "Q1.head");
        assertThat(directory.person("p1").orElseThrow().groups()).containsExactly("Q1.staff");
        assertThat(synchronise.takeOver(large.all()).changed()).isZero();
    }

    @Test
    void aServerThatRefusesOrIsSilentIsAFaultAndNobodysDismissal() {
        String issuer = KeycloakServer.running().issuer();
        for (KeycloakSettings wrong : List.of(
                settings(issuer, "falsch"),
                settings("http://127.0.0.1:9/realms/giaoviec", KeycloakServer.SECRET),
                settings(issuer.replace("giaoviec", "khong-co"), KeycloakServer.SECRET))) {
            assertThatThrownBy(() -> new KeycloakAccounts(wrong).all()).isInstanceOf(Accounts.Unreachable.class);
        }
    }

    @Test
    @Transactional
    void whatChangesInKeycloakChangesHere() {
        KeycloakServer keycloak = KeycloakServer.running();
        keycloak.create("moi.den", "Người Mới Đến", "/STTTT/staff", "/leader");
        keycloak.addGroup("khong-ro");
        keycloak.join("moi.den", "/khong-ro");
        Synchronised arrived = synchronise.takeOver(accounts.all());
        assertThat(arrived.unknownGroups()).containsExactly("/khong-ro");
        assertThat(directory.person("moi.den").orElseThrow().groups())
                .containsExactlyInAnyOrder("STTTT.staff", "leader");
        assertThat(directory.person("moi.den").orElseThrow().name()).isEqualTo("Người Mới Đến Mẫu");
        assertThat(directory.addresses(List.of("head.stttt")))
                .isEqualTo(Map.of("head.stttt", "head.stttt@giaoviec.example"));

        keycloak.rename("moi.den", "Đổi Tên");
        keycloak.leave("moi.den", "/leader");
        synchronise.takeOver(accounts.all());
        assertThat(directory.person("moi.den").orElseThrow().groups()).containsExactly("STTTT.staff");
        assertThat(directory.person("moi.den").orElseThrow().name()).isEqualTo("Đổi Tên Mẫu");

        keycloak.delete("moi.den");
        synchronise.takeOver(accounts.all());
        assertThat(directory.person("moi.den")).as("nobody who may sign in").isEmpty();
    }

    private static KeycloakSettings settings(String issuer, String secret) {
        return new KeycloakSettings(
                URI.create(issuer),
                null,
                "giaoviec",
                secret,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5));
    }

    private static ObjectNode realm() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(Path.of("keycloak/realm-giaoviec.json"))
                .replace("${GIAOVIEC_CLIENT_SECRET}", KeycloakServer.SECRET)
                .replace("${GIAOVIEC_URL}", "http://127.0.0.1")
                .replace("${GIAOVIEC_BACKCHANNEL}", "http://127.0.0.1"));
    }

    /** The province's own realm with other units and people. */
    private static ObjectNode largeRealm() throws IOException {
        ObjectNode realm = realm().put("realm", "large");
        ArrayNode groups = realm.putArray("groups");
        for (int at = 0; at < UNITS; at++) {
            ArrayNode parts = groups.addObject().put("name", "Q" + at).putArray("subGroups");
            parts.addObject().put("name", "head");
            parts.addObject().put("name", "staff");
        }
        ArrayNode users = realm.withArray("users");
        for (int at = 0; at < PEOPLE; at++) {
            ArrayNode member = users.addObject()
                    .put("username", "p" + at)
                    .put("enabled", true)
                    .put("lastName", "Người " + at)
                    .putArray("groups");
            member.add("/Q" + at % UNITS + "/staff");
            if (at == 0) {
                member.add("/Q1/head");
            }
        }
        return realm;
    }

    private static List<String> names(JsonNode groups) {
        return StreamSupport.stream(groups.spliterator(), false)
                .map(group -> group.get("name").asText())
                .toList();
    }
}
