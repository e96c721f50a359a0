/**
 * Only looks: one assignment on one page, with its steps, evidence and the walked path; a solution group on its model.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "directory",
            "workflow",
            "plan",
            "casework",
            "indicator",
            "audit",
            "sheet",
            "inspection"
        })
package vn.giaoviec.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
