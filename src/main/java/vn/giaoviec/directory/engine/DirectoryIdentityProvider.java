package vn.giaoviec.directory.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;

/**
 * The engine's window onto our directory. Read-only, so the webapps' first-run page, which creates an administrator, is
 * closed by construction; nobody signs in here, so no password ever matches.
 */
class DirectoryIdentityProvider implements ReadOnlyIdentityProvider {
    private final Directory directory;

    DirectoryIdentityProvider(Directory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return directory.person(userId).map(DirectoryIdentityProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new DirectoryUserQuery(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new DirectoryUserQuery(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("native user queries are not offered");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return groups().filter(group -> group.getId().equals(groupId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new DirectoryGroupQuery(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new DirectoryGroupQuery(null);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // nothing is ever changed through this window
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static User user(Person person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName("");
        user.setLastName(person.name());
        return user;
    }

    private Stream<Group> groups() {
        Stream<Group> ofUnits = directory.units().stream().flatMap(DirectoryIdentityProvider::groupsOf);
        Stream<Group> ofRoles = Stream.of(Groups.PLAN_OFFICE, Groups.LEADER, Groups.INSPECTOR, Groups.ADMINISTRATOR)
                .map(id -> group(id, id));
        return Stream.concat(ofRoles, ofUnits);
    }

    private static Stream<Group> groupsOf(Unit unit) {
        return Stream.of(Groups.head(unit.code()), Groups.staff(unit.code())).map(id -> group(id, unit.shortName()));
    }

    private static Group group(String id, String name) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType("WORKFLOW");
        return group;
    }

    private static <T> List<T> page(Stream<T> all, @Nullable Page page) {
        return page == null
                ? all.toList()
                : all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private static boolean like(@Nullable String pattern, String text) {
        return pattern == null
                || text.toLowerCase(Locale.ROOT)
                        .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
    }

    private static boolean equal(@Nullable String wanted, @Nullable String given) {
        return wanted == null || Objects.equals(wanted, given);
    }

    private static boolean among(String @Nullable [] wanted, String given) {
        return wanted == null || Arrays.asList(wanted).contains(given);
    }

    private final class DirectoryUserQuery extends UserQueryImpl {
        private static final long serialVersionUID = 1L;

        DirectoryUserQuery(@Nullable CommandExecutor executor) {
            this.commandExecutor = executor;
        }

        @Override
        public long executeCount(CommandContext context) {
            return matching().count();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return page(matching().map(DirectoryIdentityProvider::user), page);
        }

        private Stream<Person> matching() {
            return candidates()
                    .filter(person -> equal(getId(), person.id()))
                    .filter(person -> among(getIds(), person.id()))
                    .filter(person -> equal(getFirstName(), ""))
                    .filter(person -> equal(getLastName(), person.name()))
                    .filter(person -> like(getLastNameLike(), person.name()))
                    .filter(person -> getEmail() == null && getTenantId() == null);
        }

        /** The narrowest set the directory can look up by index. */
        private Stream<Person> candidates() {
            if (getId() != null) {
                return directory.person(getId()).stream()
                        .filter(person -> getGroupId() == null || person.in(getGroupId()));
            }
            return getGroupId() != null ? directory.members(getGroupId()).stream() : directory.people().stream();
        }
    }

    private final class DirectoryGroupQuery extends GroupQueryImpl {
        private static final long serialVersionUID = 1L;

        DirectoryGroupQuery(@Nullable CommandExecutor executor) {
            this.commandExecutor = executor;
        }

        @Override
        public long executeCount(CommandContext context) {
            return matching().count();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return page(matching(), page);
        }

        private Stream<Group> matching() {
            return candidates()
                    .filter(group -> equal(getId(), group.getId()))
                    .filter(group -> among(getIds(), group.getId()))
                    .filter(group -> equal(getName(), group.getName()))
                    .filter(group -> like(getNameLike(), group.getName()))
                    .filter(group -> equal(getType(), group.getType()))
                    .filter(group -> getTenantId() == null);
        }

        private Stream<Group> candidates() {
            if (getUserId() == null) {
                return groups();
            }
            return directory.person(getUserId()).stream()
                    .flatMap(person -> person.groups().stream())
                    .map(id -> group(id, id));
        }
    }

    private static final class NoTenants extends TenantQueryImpl {
        private static final long serialVersionUID = 1L;

        NoTenants(@Nullable CommandExecutor executor) {
            this.commandExecutor = executor;
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return List.of();
        }
    }
}
