package vn.giaoviec.notice.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.notice.CalendarFeed;

/** Due dates for programs that cannot sign in; the token in the address is the right to read them. */
@Controller
class FeedPage {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeed feed;

    FeedPage(CalendarFeed feed) {
        this.feed = feed;
    }

    @GetMapping("/calendar/feed/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token) {
        return feed.read(token)
                .map(calendar -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .body(calendar.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
