package vn.giaoviec.dossier.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.giaoviec.dossier.preview.Preview;
import vn.giaoviec.dossier.preview.Preview.Kind;
import vn.giaoviec.dossier.preview.PreviewEvidence;
import vn.giaoviec.shared.Refusal;

/** A file of evidence on a page of ours, and what that page shows of it. */
@Controller
class PreviewPage {
    /** Whatever the bytes are, a browser that is led to them runs nothing, asks for nothing, and has none of our origin. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final PreviewEvidence previews;

    PreviewPage(PreviewEvidence previews) {
        this.previews = previews;
    }

    @GetMapping("/evidence/{id}/preview")
    String page(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) throws IOException {
        model.addAttribute("preview", previews.preview(id, page));
        return "dossier/preview";
    }

    /** The picture or the text itself; a browser that has it already is told so. */
    @GetMapping("/evidence/{id}/content")
    ResponseEntity<StreamingResponseBody> content(
            @PathVariable String id, @RequestParam(defaultValue = "1") int page, WebRequest request)
            throws IOException {
        Preview preview = previews.preview(id, page);
        if (preview.kind() == Kind.NOTHING) {
            throw new Refusal.NotFound("refusal.noPreview");
        }
        boolean known = request.checkNotModified('"' + preview.tag() + '"');
        MediaType type = MediaType.parseMediaType(preview.mediaType());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? 304 : 200)
                .eTag('"' + preview.tag() + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", SANDBOX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(preview.evidence().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
        return known
                ? answer.build()
                : answer.contentType(preview.kind() == Kind.TEXT ? new MediaType(type, StandardCharsets.UTF_8) : type)
                        .body(out -> previews.copy(preview, out));
    }
}
