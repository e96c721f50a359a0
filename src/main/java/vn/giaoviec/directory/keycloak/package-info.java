@NullMarked
package vn.giaoviec.directory.keycloak;

import org.jspecify.annotations.NullMarked;
