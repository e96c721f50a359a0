package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A person at a browser, by HTTP only: signs in, looks into Tasklist through its own REST interface, fills in forms. */
public final class TasklistClient {
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new LoopbackCookies();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    /** Stays where it is led away. */
    private final HttpClient still = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final ObjectMapper json = new ObjectMapper();
    private final String base;
    private final String person;

    private TasklistClient(int port, String person) {
        this.base = "http://127.0.0.1:" + port;
        this.person = person;
    }

    /** Signs in by choosing a name on the demo's sign-in page, and opens Tasklist. */
    public static TasklistClient signIn(int port, String person) {
        TasklistClient client = new TasklistClient(port, person);
        String token = client.csrf(client.get("/sign-in").body());
        HttpResponse<String> home = client.form("/sign-in", Map.of("person", person, "_csrf", token), Map.of());
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri().getPath()).as("where the sign-in leads").isEqualTo("/");
        assertThat(client.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(client.get("/camunda/api/admin/auth/user/default").body()).contains("\"" + person + "\"");
        return client;
    }

    /** Somebody who is not signed in. */
    public static TasklistClient nobody(int port) {
        return new TasklistClient(port, "nobody");
    }

    /** Calls a path of our own without following where it leads; a form, or a file if there is none. */
    public HttpResponse<String> own(String method, String path, @Nullable Map<String, String> values) {
        HttpRequest.Builder request = request(path).header("Accept", "text/html");
        if (method.equals("GET")) {
            return sendOnce(request.GET());
        }
        request.header("X-CSRF-TOKEN", csrf(get(isSignedIn() ? "/" : "/sign-in").body()));
        if (values == null) {
            return sendOnce(request.header("Content-Type", "multipart/form-data; boundary=gv")
                    .method(
                            method,
                            BodyPublishers.ofString("--gv\r\nContent-Disposition: form-data; name=\"file\";"
                                    + " filename=\"trống.txt\"\r\n\r\n\r\n--gv--\r\n")));
        }
        String body = values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
        return sendOnce(request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Calls an operation of the engine as Tasklist would. */
    public HttpResponse<String> engine(String method, String path, String body) {
        return sendOnce(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .header("X-XSRF-TOKEN", engineToken())
                .method(
                        method,
                        method.equals("POST") || method.equals("PUT")
                                ? BodyPublishers.ofString(body)
                                : BodyPublishers.noBody()));
    }

    private boolean isSignedIn() {
        return !person.equals("nobody");
    }

    private HttpResponse<String> sendOnce(HttpRequest.Builder request) {
        try {
            return still.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Signs in on Keycloak's own page, wherever the application leads an unknown visitor. */
    public static TasklistClient signInByKeycloak(int port, String person, String password) {
        TasklistClient client = new TasklistClient(port, person);
        HttpResponse<String> home = client.enter(password);
        assertThat(home.statusCode()).as(home.body()).isEqualTo(200);
        assertThat(home.uri().getPath()).as("where the sign-in leads").isEqualTo("/");
        return client;
    }

    /** Tries to sign in on Keycloak's page and tells what came of it. */
    public static HttpResponse<String> triesToSignIn(int port, String person, String password) {
        return new TasklistClient(port, person).enter(password);
    }

    /** Signs in by hand, step by step of the authorization code flow with PKCE, to look at the tokens. */
    public static JsonNode tokensOf(
            KeycloakServer keycloak, String clientId, String secret, String person, String password) {
        TasklistClient client = new TasklistClient(keycloak.appPort(), person);
        String verifier = "v".repeat(43);
        String back = "http://127.0.0.1:" + keycloak.appPort() + "/login/oauth2/code/keycloak";
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(
                keycloak.issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid%20profile&client_id="
                        + clientId + "&redirect_uri=" + encode(back) + "&code_challenge_method=S256&code_challenge="
                        + sha256(verifier))));
        String action = group(page.body(), "action=\"([^\"]+)\"").replace("&amp;", "&");
        HttpResponse<String> entered = client.sendOnce(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encode(person) + "&password=" + encode(password))));
        String code = group(entered.headers().firstValue("Location").orElse(entered.body()), "[?&]code=([^&]+)");
        return keycloak.token(
                "giaoviec",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", clientId,
                        "client_secret", secret,
                        "redirect_uri", back,
                        "code_verifier", verifier,
                        "code", code));
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpResponse<String> enter(String password) {
        HttpResponse<String> page = get("/");
        String action = group(page.body(), "action=\"([^\"]+)\"").replace("&amp;", "&");
        return send(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encode(person) + "&password=" + encode(password))));
    }

    /** Names of the ready-made work lists. */
    public List<String> filters() {
        return StreamSupport.stream(lists().spliterator(), false)
                .map(filter -> filter.get("name").asText())
                .toList();
    }

    private JsonNode lists() {
        return read(get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50"));
    }

    /** The id of the list with everything of the person's groups. */
    public String myUnitsList() {
        return StreamSupport.stream(lists().spliterator(), false)
                .filter(filter -> filter.get("name").asText().equals("Việc của đơn vị tôi"))
                .map(filter -> filter.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the tasks of a case that this person sees, by element. */
    public Map<String, String> tasks(String caseKey) {
        HttpResponse<String> response = postJson(
                ENGINE + "/filter/" + myUnitsList() + "/list?firstResult=0&maxResults=50",
                "{\"processInstanceBusinessKey\":\"" + caseKey + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return StreamSupport.stream(read(response).spliterator(), false)
                .collect(Collectors.toMap(
                        task -> task.get("taskDefinitionKey").asText(),
                        task -> task.get("id").asText(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Does a step as a person does: claims it, opens its form, types, brings evidence, completes. */
    public HttpResponse<String> does(String caseKey, String element, String option, Map<String, String> typed) {
        String task = tasks(caseKey).get(element);
        assertThat(task).as("%s sees %s of %s", person, element, caseKey).isNotNull();
        postJson(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
        assertThat(get(ENGINE + "/task/" + task + "/deployed-form").body()).contains("data-gv-step");
        String form = get("/steps/" + task).body();
        Map<String, String> draft = new LinkedHashMap<>();
        fields(form).forEach((name, kind) -> draft.put(name, sensible(form, name, kind)));
        typed.forEach((name, content) -> draft.put("field." + name, content));
        if (option != null && !option.isEmpty()) {
            assertThat(form).contains("value=\"" + option + "\"");
            draft.put("decision", option);
        }
        draft.put("reason", "Cần bổ sung: số liệu chưa khớp");
        assertThat(form("/steps/" + task + "/draft", draft, Map.of("X-CSRF-TOKEN", token(form), "Accept", "text/plain"))
                        .statusCode())
                .isEqualTo(204);
        if (form.contains("data-gv-evidence")) {
            HttpResponse<String> kept = upload(task, token(form), "biên bản.txt", "Biên bản nghiệm thu\n");
            assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
            assertThat(kept.body()).contains("biên bản.txt");
        }
        return complete(task);
    }

    /** Completes a task with nothing in the request, as Tasklist's button does. */
    public HttpResponse<String> complete(String task) {
        return postJson(ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}");
    }

    public HttpResponse<String> upload(String task, String token, String name, String content) {
        String boundary = "giaoviec-test-boundary";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(request("/steps/" + task + "/evidence")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json").GET());
    }

    /** A file, byte by byte. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return still.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Posts a form of a page whose answer is a file, byte by byte. */
    public HttpResponse<byte[]> submitForFile(String page, String action, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("_csrf", csrf(get(page).body()));
        try {
            return still.send(posted(action, all).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Posts a form of a page, with what that page hides in it: its token, and the name of the form. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        String html = get(page).body();
        all.put("_csrf", csrf(html));
        Matcher command = Pattern.compile("name=\"command\" value=\"([^\"]+)\"").matcher(html);
        if (command.find()) {
            all.putIfAbsent("command", command.group(1));
        }
        return form(action, all, Map.of("Accept", "text/html"));
    }

    /** Posts a form of a page that brings a file, as a browser does. */
    public HttpResponse<String> submitFile(
            String page, String action, Map<String, String> values, String name, byte[] content) {
        String boundary = "giaoviec-test-boundary";
        StringBuilder fields = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("_csrf", csrf(get(page).body()));
        all.forEach((field, value) -> fields.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        fields.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(fields.toString()),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    public HttpResponse<String> form(String path, Map<String, String> values, Map<String, String> headers) {
        HttpRequest.Builder request = posted(path, values);
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder posted(String path, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    public HttpResponse<String> postJson(String path, String body) {
        return post(path, body, "application/json");
    }

    /** Asks for a list as Tasklist does: with whatever belongs to its tasks, and how many there are. */
    public HttpResponse<String> postHal(String path, String body) {
        return post(path, body, "application/hal+json");
    }

    private HttpResponse<String> post(String path, String body, String wanted) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", wanted)
                .header("X-XSRF-TOKEN", engineToken())
                .POST(BodyPublishers.ofString(body)));
    }

    /** The token a page of ours carries. */
    public String csrf(String page) {
        return group(page, "name=\"_csrf\" value=\"([^\"]+)\"");
    }

    /** The token the form of a step carries. */
    public String token(String form) {
        return group(form, "data-gv-token=\"([^\"]+)\"");
    }

    public JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException broken) {
            throw new AssertionError(response.body(), broken);
        }
    }

    private String engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile("<(input|textarea|select)[^>]*?name=\"(field\\.\\w+)\"[^>]*>")
                .matcher(form);
        while (matcher.find()) {
            boolean isDate = matcher.group().contains("type=\"date\"");
            if (!isDate || matcher.group().contains("aria-required=\"true\"")) {
                fields.put(matcher.group(2), isDate ? "date" : matcher.group(1));
            }
        }
        matcher = Pattern.compile("data-gv-flags=\"(field\\.\\w+)\"").matcher(form);
        while (matcher.find()) {
            fields.put(matcher.group(1), "flags");
        }
        return fields;
    }

    private static String sensible(String form, String name, String kind) {
        return switch (kind) {
            case "date" -> "2024-11-20";
            case "select" -> group(form, "<option value=\"(officer1[^\"]+)\"");
            case "flags" ->
                Pattern.compile("type=\"checkbox\"[^>]*? value=\"(\\w+)\"")
                        .matcher(form)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining(","));
            default -> "Đã thực hiện theo kế hoạch (" + name + ")";
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** Browsers send cookies marked "secure" to the own machine also without TLS; Java's client needs to be told. */
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> {
                cookie.setSecure(false);
                cookie.setVersion(0);
            });
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
