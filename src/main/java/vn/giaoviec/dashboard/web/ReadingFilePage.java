package vn.giaoviec.dashboard.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.giaoviec.indicator.OpenReadingFile;
import vn.giaoviec.indicator.ReadingFile;

/** The file that proves a reading, under its own name, never shown in place. */
@Controller
class ReadingFilePage {
    private final OpenReadingFile files;
    private final IndicatorView view;

    ReadingFilePage(OpenReadingFile files, IndicatorView view) {
        this.files = files;
        this.view = view;
    }

    @GetMapping("/indicators/{code}/readings/{id}/file")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String code, @PathVariable long id)
            throws IOException {
        ReadingFile file = files.intact(view.plan().year(), code, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> files.copy(id, out));
    }
}
