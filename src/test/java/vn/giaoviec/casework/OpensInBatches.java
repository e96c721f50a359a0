package vn.giaoviec.casework;

import org.springframework.boot.test.context.TestComponent;

/** Opens the cases of an issued plan with another number of cases in one transaction than the product does. */
@TestComponent
public class OpensInBatches {
    private final OpenCases openCases;

    OpensInBatches(OpenCases openCases) {
        this.openCases = openCases;
    }

    /** @return how many were opened */
    public int open(int year, int batch) {
        return openCases.openMissing(year, batch);
    }
}
