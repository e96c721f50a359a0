package vn.giaoviec.dossier.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.dossier.file.ExportCaseFile;
import vn.giaoviec.dossier.file.StagedFile;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.web.IllegalCaseKey;

/** Cases to take away, as files that verify without us. */
@Controller
class CaseFilePage {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ExportCaseFile export;

    CaseFilePage(ExportCaseFile export) {
        this.export = export;
    }

    @GetMapping("/cases/{year}/{assignment}/{unit}/file.zip")
    ResponseEntity<Resource> one(
            @PathVariable int year, @PathVariable String assignment, @PathVariable String unit, Locale reader)
            throws IOException {
        CaseKey key = IllegalCaseKey.read(year, assignment, unit);
        return answer(export.one(key, reader), ExportCaseFile.fileName(key));
    }

    @GetMapping("/case-files.zip")
    ResponseEntity<Resource> several(@RequestParam(name = "case", defaultValue = "") List<String> cases, Locale reader)
            throws IOException {
        return answer(export.several(cases.stream().map(IllegalCaseKey::read).toList(), reader), "case-files.zip");
    }

    private static ResponseEntity<Resource> answer(StagedFile file, String name) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new InputStreamResource(file.content()));
    }
}
