package vn.giaoviec.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wire between the application and its database, cut at the worst moment: a commit has reached the server, was carried
 * out and answered, and the answer is lost with the connection.
 */
public final class CuttingProxy {
    private static final String COMMIT = "COMMIT";

    private final ServerSocket entrance;
    private final int target;
    private final AtomicBoolean armed = new AtomicBoolean();

    private CuttingProxy(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** Listens on loopback, for as long as the JVM lives, for whoever wants to reach that port. */
    public static CuttingProxy before(int target) {
        try {
            CuttingProxy proxy = new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Loses the answer to the next commit. */
    public void cutNextCommit() {
        armed.set(true);
    }

    /** Whether a cut that was ordered has been made. */
    public boolean hasCut() {
        return !armed.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            AtomicBoolean cut = new AtomicBoolean();
            daemon(() -> ask(client, server, cut));
            daemon(() -> answer(client, server, cut));
        }
    }

    private void ask(Socket client, Socket server, AtomicBoolean cut) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        byte[] buffer = new byte[65_536];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            String sent = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            if (sent.endsWith(COMMIT) && armed.getAndSet(false)) {
                cut.set(true);
            }
            out.write(buffer, 0, read);
        }
        server.close();
    }

    private static void answer(Socket client, Socket server, AtomicBoolean cut) throws IOException {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[65_536];
        for (int read = in.read(buffer); read >= 0 && !cut.get(); read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
        client.close();
        server.close();
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException gone) {
                // one side hung up: so does the other
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
