package vn.giaoviec.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.giaoviec.guard.EngineOperations;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** A person knocked at a door that is closed to them: it is recorded, and answered in words Tasklist can show. */
@Component
class ClosedDoors implements AccessDeniedHandler {
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final ObjectMapper json;

    ClosedDoors(ApplicationEventPublisher events, MessageSource messages, ObjectMapper json) {
        this.events = events;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Refusal refusal = new Refusal.Forbidden("refusal.operationNotOffered");
        // a stale page's token is no attempt at anything
        if (Actor.current() != null && !(denied instanceof CsrfException)) {
            events.publishEvent(Refused.of(refusal, request.getMethod() + " " + request.getRequestURI(), null));
        }
        if (!request.getRequestURI().startsWith(EngineOperations.PREFIX)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String words = messages.getMessage(refusal.key(), null, LocaleContextHolder.getLocale());
        response.getWriter().write(json.writeValueAsString(Map.of("type", "RestException", "message", words)));
    }
}
