package vn.giaoviec.security.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.giaoviec.directory.Account;
import vn.giaoviec.directory.KeycloakSettings;

/**
 * Asks Keycloak, every half minute in which a person works, whether they still may. A refusal ends the session at once: the
 * person is disabled, signed out or gone. New groups count from this request on. If Keycloak does not answer, the session
 * goes on for a while, so that nobody loses work to a restart of the sign-in server; nobody new comes in meanwhile.
 */
class RenewRights extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RenewRights.class);
    private static final String WATCH = RenewRights.class.getName();
    /** What an unreachable or failing server looks like to the client library; any other error is Keycloak's "no". */
    private static final Set<String> SILENCE =
            Set.of("invalid_token_response", "server_error", "temporarily_unavailable");

    private static final long PAUSE_AFTER_SILENCE = 15;
    private static final long PATIENCE = 10;

    private final KeycloakSettings settings;
    private final Tokens tokens;
    private final OAuth2AuthorizedClientRepository clients;
    private final Function<Account, KeycloakSignIn.Rights> person;
    private final RestClientRefreshTokenTokenResponseClient refresh = new RestClientRefreshTokenTokenResponseClient();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Clock clock = Clock.systemUTC();

    RenewRights(
            KeycloakSettings settings,
            Tokens tokens,
            KeycloakHttp http,
            OAuth2AuthorizedClientRepository clients,
            Function<Account, KeycloakSignIn.Rights> person) {
        this.settings = settings;
        this.tokens = tokens;
        this.clients = clients;
        this.person = person;
        refresh.setRestClient(http.tokenCalls());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken signedIn
                && !mayStay(signedIn, session, request, response)) {
            SecurityContextHolder.clearContext();
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean mayStay(
            OAuth2AuthenticationToken signedIn,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        Watch watch = watch(session);
        if (!watch.due(clock.instant(), settings)) {
            return true;
        }
        if (!watch.begin()) {
            // another request of the same session still waits for the answer
            return watch.withinGrace(clock.instant(), settings);
        }
        try {
            Instant now = clock.instant();
            return !watch.due(now, settings) || renewed(signedIn, watch, request, response, now);
        } catch (IllegalStateException ended) {
            // another request has just ended the session
            return false;
        } finally {
            watch.lock.unlock();
        }
    }

    private boolean renewed(
            OAuth2AuthenticationToken signedIn,
            Watch watch,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant now) {
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(KeycloakSignIn.REGISTRATION, signedIn, request);
        OAuth2RefreshToken token = client == null ? null : client.getRefreshToken();
        if (client == null || token == null) {
            return false;
        }
        try {
            OAuth2AccessTokenResponse answer = refresh.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(client.getClientRegistration(), client.getAccessToken(), token));
            Account account = tokens.account(answer.getAccessToken().getTokenValue());
            if (!(signedIn.getPrincipal() instanceof SignedIn user)
                    || !account.subject().equals(user.getSubject())) {
                return false;
            }
            keep(client, answer.getAccessToken(), answer.getRefreshToken(), signedIn, request, response);
            KeycloakSignIn.Rights rights = person.apply(account);
            if (!Set.copyOf(rights.authorities()).equals(Set.copyOf(signedIn.getAuthorities()))) {
                take(rights, user, request, response);
            }
            watch.confirmed(now);
            return true;
        } catch (OAuth2AuthorizationException failed) {
            if (!SILENCE.contains(failed.getError().getErrorCode())) {
                return false;
            }
            return waits(watch, now, failed);
        } catch (BadJwtException forged) {
            return false;
        } catch (JwtException keysUnreadable) {
            return waits(watch, now, keysUnreadable);
        }
    }

    private boolean waits(Watch watch, Instant now, Exception silence) {
        LOG.warn("Keycloak does not answer, sessions go on for a while: {}", silence.getMessage());
        watch.silent(now);
        return watch.withinGrace(now, settings);
    }

    private void keep(
            OAuth2AuthorizedClient client,
            OAuth2AccessToken access,
            @Nullable OAuth2RefreshToken refreshed,
            OAuth2AuthenticationToken signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        clients.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        client.getClientRegistration(),
                        client.getPrincipalName(),
                        access,
                        refreshed == null ? client.getRefreshToken() : refreshed),
                signedIn,
                request,
                response);
    }

    private void take(
            KeycloakSignIn.Rights rights, SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OAuth2AuthenticationToken(
                user.with(rights.authorities()), rights.authorities(), KeycloakSignIn.REGISTRATION));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private Watch watch(HttpSession session) {
        synchronized (session.getId().intern()) {
            if (session.getAttribute(WATCH) instanceof Watch watch) {
                return watch;
            }
            Watch watch = new Watch(clock.instant());
            session.setAttribute(WATCH, watch);
            return watch;
        }
    }

    /** When Keycloak last confirmed this session, and when to ask again. */
    private static final class Watch implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ReentrantLock lock = new ReentrantLock();
        private volatile Instant confirmedAt;
        private volatile Instant notBefore;

        Watch(Instant signedInAt) {
            confirmedAt = signedInAt;
            notBefore = signedInAt;
        }

        boolean due(Instant now, KeycloakSettings settings) {
            return !now.isBefore(confirmedAt.plus(settings.renewAfter())) && !now.isBefore(notBefore);
        }

        boolean withinGrace(Instant now, KeycloakSettings settings) {
            return now.isBefore(confirmedAt.plus(settings.grace()));
        }

        boolean begin() {
            try {
                return lock.tryLock(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void confirmed(Instant now) {
            confirmedAt = now;
        }

        void silent(Instant now) {
            notBefore = now.plusSeconds(PAUSE_AFTER_SILENCE);
        }
    }
}
