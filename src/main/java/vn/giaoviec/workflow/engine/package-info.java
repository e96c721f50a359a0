@NullMarked
package vn.giaoviec.workflow.engine;

import org.jspecify.annotations.NullMarked;
