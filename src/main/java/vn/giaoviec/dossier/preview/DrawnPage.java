package vn.giaoviec.dossier.preview;

import java.io.IOException;
import java.io.OutputStream;

/** A page of a PDF as a picture. */
public final class DrawnPage {
    private final int of;
    private final byte[] png;

    DrawnPage(int of, byte[] png) {
        this.of = of;
        this.png = png;
    }

    /** How many pages the file has. */
    int of() {
        return of;
    }

    /** Writes the picture as PNG. */
    void writeTo(OutputStream out) throws IOException {
        out.write(png);
    }
}
