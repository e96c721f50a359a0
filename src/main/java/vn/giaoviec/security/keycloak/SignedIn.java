package vn.giaoviec.security.keycloak;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom Keycloak signed in, under the name our directory knows them by. */
final class SignedIn extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final String person;

    SignedIn(String person, Collection<? extends GrantedAuthority> authorities, OidcIdToken idToken) {
        super(authorities, idToken);
        this.person = person;
    }

    @Override
    public String getName() {
        return person;
    }

    /** The same person with other rights. */
    SignedIn with(Collection<? extends GrantedAuthority> authorities) {
        return new SignedIn(person, authorities, getIdToken());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that && that.getSubject().equals(getSubject());
    }

    @Override
    public int hashCode() {
        return getSubject().hashCode();
    }
}
