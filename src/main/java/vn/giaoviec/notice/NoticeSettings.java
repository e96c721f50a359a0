package vn.giaoviec.notice;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url address of the application as people's browsers name it; links in mails begin with it
 * @param from the address mails come from
 */
@ConfigurationProperties("giaoviec.notice")
public record NoticeSettings(
        @DefaultValue("http://127.0.0.1:8080") URI url,
        @DefaultValue("giaoviec@giaoviec.example") String from) {

    /** A page of ours, as a mail or calendar names it. */
    public String link(String path) {
        return url.toString().replaceAll("/+$", "") + path;
    }

    /** The part of message ids that makes them this system's. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
