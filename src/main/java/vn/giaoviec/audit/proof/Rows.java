package vn.giaoviec.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows in which a case lies, and their digests. After each command the ledger keeps what stands then in the rows it
 * wrote; whoever reads them later reads them by the same SQL, so that a row is right or is not, whatever its types.
 *
 * <p>Rows of the engine's history are kept by their own number, those of a step (its record, what was typed, its files)
 * by the step, all other rows of ours by their case.
 */
public final class Rows {
    /** In the place of a digest, where a case has no rows in a table any more. */
    public static final String NONE = "-";

    /** The name of the fact that keeps them. */
    public static final String FACT = "RowsLeft";

    private static final int MOST_COLUMNS = 23;
    private static final int FIRST_COLUMN = 3;

    /** The name of the rows that tell the next place of a stream. */
    public static final String PLACE = "audit_stream";

    /** Its number and the hash before it are of other types than values; all other selects leave these columns empty. */
    private static final String PLACES = "select '" + PLACE + "' as name, taken.stream as id, "
            + "null,".repeat(MOST_COLUMNS)
            + "taken.seq as seq, previous.hash as hash, now(6) as database_time from audit_stream taken"
            + " left join audit_link previous on previous.stream = taken.stream and previous.seq = taken.seq - 1"
            + " where taken.stream in (?)";

    private static final String NO_PLACE = ",null,null,null";

    private static final List<Table> STEPS = List.of(
            table("casework_work_item", "", "r.task_id", "", "r.case_key", """
                    run_number process element definition name officer opened_at due_at ended_at completed_by outcome
                    reason part"""),
            step("casework_work_item_group", "", "group_id"),
            step("casework_acting_for", "", "acting_for"),
            // what is not frozen yet may still change from one key stroke to the next
            step("casework_draft", " and r.frozen_at is not null", "person decision reason saved_at frozen_at"),
            step(
                    "casework_draft_field",
                    " and exists (select 1 from casework_draft draft where draft.task_id = r.task_id"
                            + " and draft.person = r.person and draft.frozen_at is not null)",
                    "person field content"),
            table(
                    "casework_evidence",
                    " and r.frozen_at is not null",
                    "r.task_id",
                    "",
                    "r.case_key",
                    "id person name media_type size_bytes sha256 kept_at frozen_at"));

    private static final List<Table> CASE = List.of(
            ofCase("casework_case", """
                    plan_year assignment unit process appraiser fan_out original_due_on due_on state ended_as run_number
                    acceptance_number opened_at submitted_at ended_at since_at set_due_on extensions internal_due_on
                    reports handed_from handed_to recurs"""),
            ofCase("casework_case_past", "from_at to_at state due_on submitted_at"),
            ofCase("casework_deadline_move", "id cause from_on to_on reason moved_at moved_by"),
            ofCase("casework_extension", """
                    number due_on asked_on reason requested_by requested_at decision granted_on decided_by decided_at"""),
            ofCase("casework_order", "id kind document reason given_by given_at"),
            ofCase("casework_period", "number from_on to_on due_on opened_at submitted_at accepted_at"),
            ofCase("casework_progress", "id person kind note noted_at"),
            ofCase("casework_signal", "due_on step signalled_at"),
            ofCase("indicator_link", "plan_year indicator weight"),
            ofCase("indicator_contribution", """
                    id plan_year indicator acceptance_number kind weight posted_at posted_by"""),
            ofCase("inspection_conclusion", """
                    id kind document document_on words corrects concluded_by concluded_at"""),
            ofCase("workflow_flow_taken", "id definition flow taken_at"));

    private static final List<Table> HISTORY = List.of(
            history("ACT_HI_PROCINST", """
                    BUSINESS_KEY_ PROC_DEF_ID_ START_TIME_ END_TIME_ DURATION_ START_USER_ID_ START_ACT_ID_ END_ACT_ID_
                    SUPER_PROCESS_INSTANCE_ID_ ROOT_PROC_INST_ID_ DELETE_REASON_ STATE_ RESTARTED_PROC_INST_ID_"""),
            history("ACT_HI_ACTINST", """
                    PARENT_ACT_INST_ID_ PROC_DEF_ID_ PROC_INST_ID_ EXECUTION_ID_ ACT_ID_ TASK_ID_ CALL_PROC_INST_ID_
                    ACT_NAME_ ACT_TYPE_ ASSIGNEE_ START_TIME_ END_TIME_ DURATION_ ACT_INST_STATE_"""),
            history("ACT_HI_TASKINST", """
                    TASK_DEF_KEY_ PROC_DEF_ID_ PROC_INST_ID_ EXECUTION_ID_ ACT_INST_ID_ NAME_ PARENT_TASK_ID_
                    DESCRIPTION_ OWNER_ ASSIGNEE_ START_TIME_ END_TIME_ DURATION_ DELETE_REASON_ PRIORITY_ DUE_DATE_
                    FOLLOW_UP_DATE_ TASK_STATE_"""),
            history("ACT_HI_VARINST", """
                    PROC_DEF_ID_ PROC_INST_ID_ EXECUTION_ID_ ACT_INST_ID_ TASK_ID_ NAME_ VAR_TYPE_ CREATE_TIME_
                    BYTEARRAY_ID_ DOUBLE_ LONG_ TEXT_ TEXT2_ STATE_"""),
            history("ACT_HI_OP_LOG", """
                    PROC_DEF_ID_ PROC_INST_ID_ EXECUTION_ID_ TASK_ID_ JOB_ID_ USER_ID_ TIMESTAMP_ OPERATION_TYPE_
                    OPERATION_ID_ ENTITY_TYPE_ PROPERTY_ ORG_VALUE_ NEW_VALUE_ CATEGORY_ ANNOTATION_"""),
            history("ACT_HI_JOB_LOG", """
                    TIMESTAMP_ JOB_ID_ JOB_DUEDATE_ JOB_RETRIES_ JOB_EXCEPTION_MSG_ JOB_STATE_ JOB_DEF_TYPE_
                    JOB_DEF_CONFIGURATION_ ACT_ID_ FAILED_ACT_ID_ EXECUTION_ID_ PROCESS_INSTANCE_ID_ HOSTNAME_"""),
            history("ACT_HI_INCIDENT", """
                    PROC_INST_ID_ EXECUTION_ID_ CREATE_TIME_ END_TIME_ INCIDENT_MSG_ INCIDENT_TYPE_ ACTIVITY_ID_
                    FAILED_ACTIVITY_ID_ INCIDENT_STATE_ ANNOTATION_"""),
            // written no more; what stands there from before stays
            history("ACT_HI_DETAIL", """
                    TYPE_ PROC_DEF_ID_ PROC_INST_ID_ EXECUTION_ID_ TASK_ID_ ACT_INST_ID_ VAR_INST_ID_ NAME_ VAR_TYPE_
                    TIME_ BYTEARRAY_ID_ DOUBLE_ LONG_ TEXT_ TEXT2_ OPERATION_ID_"""),
            history("ACT_HI_IDENTITYLINK", """
                    TIMESTAMP_ TYPE_ USER_ID_ GROUP_ID_ TASK_ID_ PROC_DEF_ID_ OPERATION_TYPE_ ASSIGNER_ID_"""),
            // nobody can make these; a row of a case in them is always somebody's addition
            history("ACT_HI_COMMENT", "TYPE_ TIME_ USER_ID_ TASK_ID_ PROC_INST_ID_ ACTION_ MESSAGE_"),
            history("ACT_HI_ATTACHMENT", "USER_ID_ NAME_ DESCRIPTION_ TYPE_ TASK_ID_ PROC_INST_ID_ URL_"));

    private Rows() {}

    private static Table history(String name, String columns) {
        return table(
                name,
                "",
                "r.ID_",
                " join ACT_HI_PROCINST root on root.PROC_INST_ID_ = r.ROOT_PROC_INST_ID_",
                "root.BUSINESS_KEY_",
                columns);
    }

    private static Table step(String name, String only, String columns) {
        return table(
                name,
                only,
                "r.task_id",
                " join casework_work_item step on step.task_id = r.task_id",
                "step.case_key",
                columns);
    }

    private static Table ofCase(String name, String columns) {
        return table(name, "", "r.case_key", "", "r.case_key", columns);
    }

    private static Table table(String name, String only, String id, String join, String caseKey, String columns) {
        List<String> names = List.of(columns.split("\\s+", -1));
        if (names.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("more columns than are read: " + name);
        }
        // as text, so that columns of all types can stand one under the other; no function of the database is cheaper;
        // without blanks, as the driver has a text of 8,192 characters prepared anew each time
        String values = Stream.concat(
                        names.stream().map(column -> "replace(r." + column + ",'','')"), Stream.generate(() -> "null"))
                .limit(MOST_COLUMNS)
                .collect(Collectors.joining(","));
        String row = "select '" + name + "' as name, " + id + " as id, " + values;
        return new Table(
                name,
                id,
                row + NO_PLACE + " from " + name + " r where " + id + " in (?)" + only,
                row + ", " + caseKey + " as case_key from " + name + " r" + join + " where " + caseKey + " in (?)"
                        + only,
                names);
    }

    /**
     * A question with its parameters.
     *
     * @param sql a select of name, id and values of rows
     * @param parameters in the order of its question marks
     */
    public record Question(String sql, List<String> parameters) {}

    /**
     * Asks for the next places of streams, and for what a command may have written; by numbers alone, without looking for
     * the case they belong to.
     *
     * @param streams whose places were taken
     * @param touched the numbers of rows of the engine's history, by table, for each case
     * @param written the tables of ours that it wrote
     */
    public static Question after(
            Collection<String> streams, Map<String, Map<String, Set<String>>> touched, Collection<String> written) {
        Asking asking = new Asking();
        asking.ask(PLACES, streams);
        for (Table table : HISTORY) {
            asking.ask(table.byId, numbers(touched, table.name));
        }
        STEPS.stream()
                // fields count from when their draft is frozen
                .filter(table ->
                        written.contains(table.name.equals("casework_draft_field") ? "casework_draft" : table.name))
                .forEach(table -> asking.ask(table.byId, numbers(touched, "ACT_HI_TASKINST")));
        CASE.stream()
                .filter(table -> written.contains(table.name))
                .forEach(table -> asking.ask(table.byId, touched.keySet()));
        return asking.question();
    }

    private static List<String> numbers(Map<String, Map<String, Set<String>>> touched, String table) {
        return touched.values().stream()
                .flatMap(rows -> rows.getOrDefault(table, Set.of()).stream())
                .toList();
    }

    static List<Table> tables() {
        return Stream.of(HISTORY, STEPS, CASE).flatMap(List::stream).toList();
    }

    /** Asks for all rows of some cases. */
    public static Question of(Collection<String> cases) {
        Asking asking = new Asking();
        tables().forEach(table -> asking.ask(table.byCase, cases));
        return asking.question();
    }

    /** Whether a table's rows are kept by their case: the ledger then keeps all there are, or {@link #NONE}. */
    static boolean byCase(String table) {
        return CASE.stream().anyMatch(each -> each.name.equals(table));
    }

    /**
     * How the rows of a table are read.
     *
     * @param id under which the ledger keeps a row
     * @param byId a select of the rows with a number, or with one of several
     * @param byCase a select of the rows of a case, or of several, which names the case
     * @param columns whose values count
     */
    record Table(String name, String id, String byId, String byCase, List<String> columns) {}

    private static final class Asking {
        private final List<String> selects = new ArrayList<>();
        private final List<String> parameters = new ArrayList<>();

        /** The last value is repeated up to a power of two, so that few texts of statements come to be. */
        void ask(String select, Collection<String> values) {
            if (values.isEmpty()) {
                return;
            }
            int many = Integer.highestOneBit(2 * values.size() - 1);
            selects.add(select.replace("(?)", "(" + String.join(", ", Collections.nCopies(many, "?")) + ")"));
            parameters.addAll(values);
            String last = parameters.get(parameters.size() - 1);
            parameters.addAll(Collections.nCopies(many - values.size(), last));
        }

        Question question() {
            return new Question(String.join(" union all ", selects), parameters);
        }
    }

    /** Digests of the rows that an answer names. */
    public static final class Found {
        private final Map<String, Map<String, List<Bytes>>> cases = new TreeMap<>();

        /** Takes one row of an answer, as one of a case. */
        public void take(String caseKey, ResultSet row) throws SQLException {
            cases.computeIfAbsent(caseKey, any -> new TreeMap<>())
                    .computeIfAbsent(row.getString("name") + ' ' + row.getString("id"), any -> new ArrayList<>())
                    .add(Digests.sha256(Bytes.of(content(row))));
        }

        /** A length before each value: two rows with different values never look alike. */
        private static String content(ResultSet row) throws SQLException {
            StringBuilder content = new StringBuilder();
            for (int column = FIRST_COLUMN; column < FIRST_COLUMN + MOST_COLUMNS; column++) {
                String value = row.getString(column);
                content.append(value == null ? "-" : value.length() + ":" + value);
            }
            return content.toString();
        }

        /** By table and number, the digest of what stands there; {@link #NONE} for what was written, and is gone. */
        public Map<String, String> of(String caseKey, Collection<String> written) {
            Map<String, String> digests = of(caseKey);
            written.stream().filter(Rows::byCase).forEach(table -> digests.putIfAbsent(table + ' ' + caseKey, NONE));
            return digests;
        }

        /** By table and number, the digest of what stands there; empty for a case without rows. */
        Map<String, String> of(String caseKey) {
            Map<String, String> digests = new TreeMap<>();
            cases.getOrDefault(caseKey, Map.of()).forEach((place, rows) -> digests.put(place, digest(rows)));
            return digests;
        }

        Set<String> cases() {
            return cases.keySet();
        }

        private static String digest(List<Bytes> rows) {
            return rows.size() == 1
                    ? rows.get(0).base64()
                    : Digests.sha256(rows.stream()
                                    .sorted(Comparator.comparing(Bytes::hex))
                                    .toArray(Bytes[]::new))
                            .base64();
        }
    }
}
