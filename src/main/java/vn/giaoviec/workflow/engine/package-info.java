@NullMarked
@NamedInterface("engine")
package vn.giaoviec.workflow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
