package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.testing.CaseDriver;

class InternationalProcessTest extends ProcessTest {
    InternationalProcessTest() {
        super("international");
    }

    @Test
    void aConferenceIsAppraisedReworkedPermittedAndReported() {
        CaseDriver conference = conference("chairman", 30);
        conference.does("task_appraiseConference=returned");
        prepare(conference, "chairman", 31);
        conference
                .does("task_appraiseConference=passed", "task_decideConference=granted")
                .does("task_carryOut", "task_submit", "task_approve=returned")
                .does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=returned")
                .finishes();
        completed(conference);
    }

    @Test
    void thePrimeMinistersPermissionNeedsTheMinistriesOpinions() {
        CaseDriver conference = conference("primeMinister", 40);
        conference
                .does("task_appraiseConference=passed", "task_collectMinistryOpinions")
                .does("task_decideConference=refused");
        endedWithoutProduct(conference, "end_refused");
    }

    /** QĐ 06/2020/QĐ-TTg: 30 days for the chairman of the province, 40 for the Prime Minister. */
    @ParameterizedTest
    @CsvSource({
        "chairman,30,task_appraiseConference",
        "chairman,29,task_decideLateDossier",
        "primeMinister,40,task_appraiseConference",
        "primeMinister,39,task_decideLateDossier"
    })
    void aDossierMustBeEarlyEnough(String authority, int days, String next) {
        assertThat(conference(authority, days).waitsAt()).containsExactly(next);
    }

    @Test
    void aLeaderDecidesWhatBecomesOfALateDossier() {
        CaseDriver late = conference("chairman", 10);
        late.does("task_decideLateDossier=reschedule");
        prepare(late, "chairman", 10);
        late.does("task_decideLateDossier=proceed");
        assertThat(late.waitsAt()).containsExactly("task_appraiseConference");

        CaseDriver cancelled = conference("chairman", 10);
        cancelled.does("task_decideLateDossier=cancel");
        assertThat(cancelled.now().endedAs()).isEqualTo("end_cancelled");
        assertThat(province.support(cancelled.key().year(), "CQ6").cases()).isZero();
    }

    @Test
    void anAgreementIsConsultedDecidedAndSigned() {
        CaseDriver agreement = province.opens(assignment().with("STP")).begins();
        agreement
                .does("task_classify=agreement", "task_draftAgreement", "task_giveOpinion=agreed")
                .does("task_decideAgreement=returned", "task_draftAgreement", "task_giveOpinion=agreed")
                .does("task_decideAgreement=approved", "task_signAgreement")
                .finishes();
        completed(agreement);
        CaseDriver alone = province.opens(assignment()).begins();
        alone.does("task_classify=agreement", "task_draftAgreement");
        assertThat(alone.waitsAt()).containsExactly("task_decideAgreement");
    }

    @Test
    void aDelegationIsAppraisedAndPermittedOrRefused() {
        CaseDriver delegation = province.opens(assignment()).begins();
        delegation
                .does("task_classify=delegation", "task_proposeDelegation", "task_appraiseDelegation=returned")
                .does("task_proposeDelegation", "task_appraiseDelegation=passed", "task_decideDelegation=granted")
                .finishes();
        completed(delegation);

        CaseDriver refused = province.opens(assignment()).begins();
        refused.does("task_classify=delegation", "task_proposeDelegation")
                .does("task_appraiseDelegation=passed", "task_decideDelegation=refused");
        endedWithoutProduct(refused, "end_refused");
    }

    private CaseDriver conference(String authority, int daysAhead) {
        CaseDriver conference = province.opens(assignment()).begins();
        conference.does("task_classify=conference");
        prepare(conference, authority, daysAhead);
        return conference;
    }

    private void prepare(CaseDriver conference, String authority, int daysAhead) {
        conference
                .step("task_prepareConference")
                .choosing(authority)
                .with("eventOn", clock.today().plusDays(daysAhead).toString())
                .complete();
    }
}
