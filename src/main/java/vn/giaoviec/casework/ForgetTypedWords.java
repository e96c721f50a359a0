package vn.giaoviec.casework;

import java.util.Collection;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.ForgetsWords;

/** What was typed into steps, notes, requests and orders of a case. */
@Service
class ForgetTypedWords implements ForgetsWords {
    private final TypedWordsTable table;

    ForgetTypedWords(TypedWordsTable table) {
        this.table = table;
    }

    @Override
    public void forget(CaseKey caseKey, Collection<String> words) {
        table.replace(caseKey, words, ERASED);
    }
}
