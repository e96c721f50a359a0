package vn.giaoviec.casework;

import java.util.List;
import vn.giaoviec.shared.CaseKey;

/** What an order about many cases does to some of them. */
interface BulkWork {
    BulkOrder.Kind kind();

    /** Within the caller's transaction: each of these is done, or held for a reason. */
    void move(BulkOrder order, List<CaseKey> keys);
}
