package vn.giaoviec.report;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How a province words its reports. Decree 30/2020/NĐ-CP says where each of these stands on the paper.
 *
 * @param cutOffDay day of the last month of a period up to which data usually count (decree 09/2019/NĐ-CP: the 14th)
 * @param body the issuing body, a line each, as it stands above the number
 * @param symbol what stands behind the number on the paper, e.g. {@code BC-UBND}
 * @param place where it is issued, before the date
 * @param recipients to whom it goes (nơi nhận), a line each
 * @param signer who signs, a line each, without a name
 */
@ConfigurationProperties("giaoviec.report")
record ReportSettings(
        @DefaultValue("14") int cutOffDay,
        List<String> body,
        String symbol,
        String place,
        List<String> recipients,
        List<String> signer) {
    ReportSettings {
        Assert.isTrue(0 < cutOffDay && cutOffDay <= 28, "giaoviec.report.cut-off-day: every month must have it");
    }
}
