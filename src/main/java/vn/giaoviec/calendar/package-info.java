/**
 * What day it is for the business: the demo clock and the Vietnamese working days.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.giaoviec.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
