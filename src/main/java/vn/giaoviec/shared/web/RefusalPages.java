package vn.giaoviec.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.LostRace;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/**
 * Turns a refusal into words for the person: a page for people, plain text for our scripts (which keep what was typed and
 * show the words beside it). Refusals of a signed-in person are recorded.
 */
@ControllerAdvice
class RefusalPages {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);

    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final List<PageParts> parts;

    RefusalPages(MessageSource messages, ApplicationEventPublisher events, List<PageParts> parts) {
        this.messages = messages;
        this.events = events;
        this.parts = parts;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        if (Actor.current() != null && !(refusal instanceof Refusal.AlreadyDone)) {
            events.publishEvent(Refused.of(refusal, request.getMethod() + " " + request.getRequestURI(), null));
        }
        return answer(
                status(refusal),
                messages.getMessage(refusal.key(), refusal.args().toArray(), locale),
                request);
    }

    @ExceptionHandler({
        TypeMismatchException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        HttpMessageNotReadableException.class,
        IllegalCaseKey.class
    })
    Object malformed(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, messages.getMessage("refusal.malformedRequest", null, locale), request);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request, Locale locale) {
        return answer(
                HttpStatus.PAYLOAD_TOO_LARGE,
                messages.getMessage("refusal.fileTooLarge", new Object[] {50}, locale),
                request);
    }

    @ExceptionHandler
    Object brokenUpload(MultipartException broken, HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, messages.getMessage("refusal.malformedRequest", null, locale), request);
    }

    /** Everything else: what Spring itself refuses keeps its status; the rest is our bug, logged and told without detail. */
    @ExceptionHandler
    Object unexpected(Exception failure, HttpServletRequest request, Locale locale) {
        // our own transactions are short and not repeated here: the person looks again, and decides on what is there
        // now
        if (LostRace.is(failure)) {
            return refused(new Refusal.Conflict("refusal.someoneWasFaster"), request, locale);
        }
        HttpStatus status = failure instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            // the route, not the address: a calendar feed's address is its key
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.error("{} {} failed", request.getMethod(), route, failure);
        }
        String general = status.is5xxServerError() ? "error.500" : "refusal.malformedRequest";
        String message = messages.getMessage(
                "error." + status.value(), null, messages.getMessage(general, null, locale), locale);
        return answer(status, String.valueOf(message), request);
    }

    /** The status that belongs to a refusal. */
    static HttpStatus status(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof Refusal.Forbidden) {
            return HttpStatus.FORBIDDEN;
        }
        return refusal instanceof Refusal.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private Object answer(HttpStatus status, String message, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(message);
        }
        ExtendedModelMap model = new ExtendedModelMap();
        model.addAttribute("message", message);
        if (status.is4xxClientError()) {
            // what is broken may be what the parts ask
            parts.forEach(part -> part.add(model));
        }
        ModelAndView page = new ModelAndView("refusal", model);
        page.setStatus(status);
        return page;
    }
}
