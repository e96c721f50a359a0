package vn.giaoviec.casework.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.giaoviec.casework.CheckStep;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.casework.SaveDraft;
import vn.giaoviec.casework.ShowStep;

/** What Tasklist's form of a step talks to: the form itself, its draft, its files. Completing is Tasklist's own. */
@Controller
class StepFormPage {
    private static final String FIELD = "field.";

    private final ShowStep showStep;
    private final SaveDraft saveDraft;
    private final KeepEvidence keepEvidence;
    private final CheckStep checkStep;

    StepFormPage(ShowStep showStep, SaveDraft saveDraft, KeepEvidence keepEvidence, CheckStep checkStep) {
        this.showStep = showStep;
        this.saveDraft = saveDraft;
        this.keepEvidence = keepEvidence;
        this.checkStep = checkStep;
    }

    @GetMapping("/steps/{taskId}")
    String form(@PathVariable String taskId, Model model) {
        model.addAttribute("form", showStep.show(taskId));
        return "casework/step";
    }

    @PostMapping("/steps/{taskId}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters) {
        Map<String, String> fields = new HashMap<>();
        parameters.forEach((name, content) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), content);
            }
        });
        saveDraft.save(taskId, decision == null || decision.isEmpty() ? null : decision, reason, fields);
    }

    @PostMapping("/steps/{taskId}/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable String taskId) {
        checkStep.check(taskId);
    }

    @PostMapping("/steps/{taskId}/evidence")
    String bring(@PathVariable String taskId, @RequestParam MultipartFile file, Model model) throws IOException {
        try (InputStream content = file.getInputStream()) {
            keepEvidence.keep(taskId, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
        }
        return evidence(taskId, model);
    }

    @DeleteMapping("/steps/{taskId}/evidence/{id}")
    String takeBack(@PathVariable String taskId, @PathVariable String id, Model model) {
        keepEvidence.takeBack(id);
        return evidence(taskId, model);
    }

    private String evidence(String taskId, Model model) {
        model.addAttribute("form", showStep.show(taskId));
        return "casework/step :: evidence";
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String id) {
        Evidence evidence = keepEvidence.readable(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.mediaType()))
                .contentLength(evidence.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(evidence.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> keepEvidence.copy(evidence, out));
    }
}
