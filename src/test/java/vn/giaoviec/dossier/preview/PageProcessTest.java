package vn.giaoviec.dossier.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import vn.giaoviec.dossier.DrawPageCommand;

/** What strangers put into a PDF costs a process of its own, and never us. */
class PageProcessTest {
    private static final COSName X = COSName.getPDFName("X");
    private static final String BLACK = "0 0 10000 10000 re f ";

    @Test
    void drawsAPageAndCountsAll() throws IOException {
        byte[] pdf = pages("", BLACK, "");
        DrawnPage first = drawn(pdf, 1).orElseThrow();
        assertThat(first.of()).isEqualTo(3);
        assertThat(picture(first).getRGB(500, 700) & 0xffffff).isEqualTo(0xffffff);
        BufferedImage second = picture(drawn(pdf, 2).orElseThrow());
        assertThat(second.getRGB(500, 700) & 0xffffff).isZero();
        assertThat(second.getWidth()).isBetween(1000, DrawPageCommand.WIDTH);
        assertThat(drawn(pdf, 0)).isEmpty();
        assertThat(drawn(pdf, 4)).isEmpty();
    }

    @Test
    void aGiantPageIsAPictureOfTheUsualSize() throws IOException {
        byte[] pdf = document(document -> document.addPage(new PDPage(new PDRectangle(14_400, 200_000))));
        BufferedImage page = picture(drawn(pdf, 1).orElseThrow());
        assertThat(page.getHeight()).isLessThanOrEqualTo(DrawPageCommand.HEIGHT);
        assertThat(page.getWidth()).isBetween(1, DrawPageCommand.WIDTH);
    }

    @Test
    void whatTakesForeverIsStopped() throws IOException {
        byte[] pdf = document(document -> {
            PDResources inner = new PDResources();
            for (int level = 0; level < 7; level++) {
                PDFormXObject form = new PDFormXObject(document);
                form.setBBox(PDRectangle.A4);
                form.setResources(inner);
                fill(form.getStream(), level == 0 ? BLACK : "/X Do ".repeat(100));
                inner = new PDResources();
                inner.put(X, form);
            }
            PDPage page = page(document, "/X Do");
            page.setResources(inner);
        });
        assertThat(new PageProcess(Duration.ofSeconds(4)).draw(out -> out.write(pdf), 1))
                .isEmpty();
    }

    @Test
    void whatUnfoldsBeyondTheMemoryIsStopped() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(small)) {
            byte[] piece = "q Q ".repeat(250_000).getBytes(StandardCharsets.ISO_8859_1);
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                deflated.write(piece);
            }
        }
        byte[] pdf = document(document -> {
            PDPage page = new PDPage();
            PDStream content = new PDStream(document, new ByteArrayInputStream(small.toByteArray()));
            content.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(content);
            document.addPage(page);
        });
        assertThat(drawn(pdf, 1)).isEmpty();
    }

    @Test
    void aPictureNobodyHereCanReadIsNotLeftOut() throws IOException {
        byte[] pdf = document(document -> {
            COSStream image = document.getDocument().createCOSStream();
            try (var out = image.createRawOutputStream()) {
                out.write(new byte[64]);
            }
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, 8);
            image.setInt(COSName.HEIGHT, 8);
            image.setInt(COSName.BITS_PER_COMPONENT, 1);
            image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            image.setItem(COSName.FILTER, COSName.JBIG2_DECODE);
            PDPage page = page(document, "/X Do");
            COSDictionary images = new COSDictionary();
            images.setItem(X, image);
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, images);
        });
        assertThat(drawn(pdf, 1)).isEmpty();
    }

    @Test
    void whatIsLockedOrBrokenIsNotDrawn() throws IOException {
        byte[] locked = document(document -> {
            page(document, BLACK);
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
        });
        assertThat(drawn(locked, 1)).isEmpty();
        assertThat(drawn("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), 1))
                .isEmpty();
        byte[] lying = document(document -> {
            page(document, BLACK);
            document.getPages().getCOSObject().setInt(COSName.COUNT, 1_000_000);
        });
        assertThat(drawn(lying, 999_999)).isEmpty();
    }

    private static Optional<DrawnPage> drawn(byte[] pdf, int number) throws IOException {
        return new PageProcess().draw(out -> out.write(pdf), number);
    }

    private static BufferedImage picture(DrawnPage page) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        page.writeTo(png);
        return ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    }

    private static byte[] pages(String... contents) throws IOException {
        return document(document -> {
            for (String content : contents) {
                page(document, content);
            }
        });
    }

    private static PDPage page(PDDocument document, String content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(new PDResources());
        PDStream stream = new PDStream(document);
        fill(stream, content);
        page.setContents(stream);
        document.addPage(page);
        return page;
    }

    private static void fill(PDStream stream, String content) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] document(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            writing.into(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void into(PDDocument document) throws IOException;
    }
}
