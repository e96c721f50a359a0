package vn.giaoviec.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import vn.giaoviec.testing.Installed;
import vn.giaoviec.testing.Ports;
import vn.giaoviec.testing.Run;

/** The reverse proxy of compose, native, on loopback, with a certificate made for the occasion. */
final class Proxy implements AutoCloseable {
    private static final String PASSWORD = "chi-de-thu";

    private final Process process;
    private final int port;
    private final int plainPort;

    private Proxy(Process process, int port, int plainPort) {
        this.process = process;
        this.port = port;
        this.plainPort = plainPort;
    }

    static Proxy start(Path folder, String appHost, String ssoHost, String app, String keycloak, String admins)
            throws IOException, InterruptedException, GeneralSecurityException {
        return start(folder, Ports.free(), appHost, ssoHost, app, keycloak, admins);
    }

    static Proxy start(
            Path folder, int port, String appHost, String ssoHost, String app, String keycloak, String admins)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path caddy = Installed.program("giaoviec.caddy", "caddy");
        certify(folder, appHost, ssoHost);
        int plainPort = Ports.free();
        Map<String, String> environment = new HashMap<>(Map.of(
                "GIAOVIEC_BIND",
                "127.0.0.1",
                "GIAOVIEC_HTTPS_PORT",
                String.valueOf(port),
                "GIAOVIEC_HTTP_PORT",
                String.valueOf(plainPort),
                "GIAOVIEC_URL",
                "https://" + appHost + ":" + port,
                "GIAOVIEC_SSO_URL",
                "https://" + ssoHost + ":" + port,
                "GIAOVIEC_APP",
                app,
                "GIAOVIEC_KEYCLOAK",
                keycloak,
                "GIAOVIEC_ADMIN_NETWORKS",
                admins,
                "GIAOVIEC_CERTIFICATE",
                folder.resolve("server.crt").toString(),
                "GIAOVIEC_CERTIFICATE_KEY",
                folder.resolve("server.key").toString()));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        caddy.toString(),
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        "src/main/docker/proxy/Caddyfile"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile());
        environment.put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Proxy proxy = new Proxy(process, port, plainPort);
        proxy.awaitReady(folder.resolve("proxy.log"));
        return proxy;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("the proxy did not start:\n" + Files.readString(log));
    }

    int port() {
        return port;
    }

    int plainPort() {
        return plainPort;
    }

    /** A connection that is about to ask for a host, from an address of this machine; not yet shaken hands. */
    SSLSocket connect(String host, String from) throws IOException {
        try {
            SSLContext trusting = SSLContext.getInstance("TLS");
            trusting.init(null, new TrustManager[] {new Anybody()}, null);
            SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            return socket;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a province gets from its certification authority: two files, for both names. */
    private static void certify(Path folder, String... hosts)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Run.Outcome made = Run.with(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "server",
                "-validity",
                "2",
                "-dname",
                "CN=" + hosts[0],
                "-ext",
                "SAN=dns:" + String.join(",dns:", hosts),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        if (made.exit() != 0) {
            throw new IllegalStateException(made.said());
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        PrivateKey key = (PrivateKey) keys.getKey("server", PASSWORD.toCharArray());
        Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                folder.resolve("server.crt"),
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @Override
    public void close() {
        Run.end(process);
    }

    /** The certificate is our own; what is tested is the proxy. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
