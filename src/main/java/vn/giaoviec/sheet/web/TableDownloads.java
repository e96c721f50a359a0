package vn.giaoviec.sheet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.giaoviec.sheet.Csv;
import vn.giaoviec.sheet.PageTables;
import vn.giaoviec.sheet.PrintedTable;
import vn.giaoviec.sheet.TextWorkbook;

/**
 * Any page whose address ends in {@code tables=xlsx} or {@code tables=csv} is taken away as the tables that its reader would see:
 * the same rows by the same rights, and nothing to be written for each page.
 */
@Component
class TableDownloads extends OncePerRequestFilter {
    private static final String PARAMETER = "tables";
    private static final Set<String> KINDS = Set.of("xlsx", "csv");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                || !query.contains(PARAMETER)
                || !request.getMethod().equals(HttpMethod.GET.name());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String kind = request.getParameter(PARAMETER);
        if (kind == null || !KINDS.contains(kind)) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        List<PrintedTable> tables = isPage(page)
                ? PageTables.of(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8))
                : List.of();
        if (!tables.isEmpty()) {
            page.resetBuffer();
            page.setContentType(
                    kind.equals("csv")
                            ? "text/csv;charset=UTF-8"
                            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            page.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name(request.getRequestURI()) + "." + kind)
                            .build()
                            .toString());
            page.getOutputStream().write(kind.equals("csv") ? csv(tables) : xlsx(tables));
        }
        page.copyBodyToResponse();
    }

    private static boolean isPage(ContentCachingResponseWrapper page) {
        String type = page.getContentType();
        return page.getStatus() == HttpStatus.OK.value()
                && type != null
                && MediaType.TEXT_HTML.isCompatibleWith(MediaType.parseMediaType(type));
    }

    private static byte[] csv(List<PrintedTable> tables) {
        return Csv.tables(tables).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<PrintedTable> tables) {
        TextWorkbook workbook = new TextWorkbook();
        tables.forEach(workbook::table);
        return workbook.bytes();
    }

    /** After the page's address, in letters that every system can store. */
    private static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? PARAMETER : name;
    }
}
