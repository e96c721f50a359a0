/**
 * What day it is for the business: the demo clock, the Vietnamese working days and who changes them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "directory", "sheet"})
package vn.giaoviec.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
