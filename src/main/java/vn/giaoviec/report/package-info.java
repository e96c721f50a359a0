/**
 * Official reports (báo cáo): what the plan office reports of a plan as of a cut-off day, frozen with a number and a hash, so
 * that every printed figure can be derived again and followed to its cases.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "sheet", "audit", "directory", "calendar", "plan", "casework", "indicator"})
package vn.giaoviec.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
