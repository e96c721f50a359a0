package vn.giaoviec.plan;

import java.util.Collection;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.ForgetsWords;

/** Why an assignment was amended, where the words were typed that a decision erases from one of its cases. */
@Service
class ForgetReasons implements ForgetsWords {
    private final AmendmentTable amendments;

    ForgetReasons(AmendmentTable amendments) {
        this.amendments = amendments;
    }

    @Override
    public void forget(CaseKey caseKey, Collection<String> words) {
        amendments.replaceReasons(caseKey.year(), caseKey.assignment(), words, ERASED);
    }
}
