/**
 * Who is told of what: notices written with the event, one digest each working morning, urgent mails at once, and due dates
 * as a calendar. Nothing here can stop work: what the mail server does not take waits.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "directory", "casework", "workflow", "readiness", "audit", "intake"
        })
package vn.giaoviec.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
