/**
 * The ledger's mathematics and its verifier: nothing here knows Spring, the engine or another package of ours, so that
 * {@code verify} runs where the system it judges does not.
 */
@NullMarked
package vn.giaoviec.audit.proof;

import org.jspecify.annotations.NullMarked;
