/**
 * How many cases stand how, kept beside the cases in the transaction that changes one, so that a page which sums up the
 * whole plan reads as much in a large province as in a small one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.giaoviec.totals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
