/**
 * The few words every module speaks: the key of a case, a text in two languages, a refused rule, a fact worth recording.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package vn.giaoviec.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
