@NullMarked
package vn.giaoviec.security.keycloak;

import org.jspecify.annotations.NullMarked;
