package vn.giaoviec.dossier;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * {@code java -jar … draw-page <PDF> <page> <out>}: draws one page of somebody's PDF, in a process that ends with it. What
 * it may cost in memory and time is bounded by whoever starts it.
 */
public final class DrawPageCommand {
    /** At most so many pixels, which is A4 at about 133 dpi. */
    public static final int WIDTH = 1100;

    public static final int HEIGHT = 1600;

    /** A page of a few points is not blown up beyond this. */
    private static final float LARGEST_SCALE = 4;

    private DrawPageCommand() {}

    /** Starts here where the program is not packed. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /**
     * Writes the number of pages, four bytes, and then the page as PNG.
     *
     * @param args the file, which page, counted from 1, and where to write
     * @return 0, or 1 if there is no such page or it cannot be drawn as it is meant
     */
    public static int run(List<String> args) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        int number = Integer.parseInt(args.get(1));
        try (PDDocument document = Loader.loadPDF(new File(args.get(0)));
                DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args.get(2))))) {
            if (number < 1 || number > document.getNumberOfPages()) {
                return 1;
            }
            out.writeInt(document.getNumberOfPages());
            ImageIO.write(draw(document, number - 1), "png", out);
            return 0;
        } catch (IOException | RuntimeException broken) {
            return 1;
        }
    }

    private static BufferedImage draw(PDDocument document, int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        boolean lies = document.getPage(index).getRotation() % 180 != 0;
        float width = lies ? box.getHeight() : box.getWidth();
        float height = lies ? box.getWidth() : box.getHeight();
        float scale = Math.min(LARGEST_SCALE, Math.min(WIDTH / width, HEIGHT / height));
        PDFRenderer renderer = new PDFRenderer(document) {
            @Override
            protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
                return new WholeDrawer(parameters);
            }
        };
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(index, scale, ImageType.RGB);
    }

    /** Gives up where PDFBox would leave a picture out: an empty page would say that nothing stands on it. */
    private static final class WholeDrawer extends PageDrawer {
        WholeDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                throws IOException {
            if (failure instanceof MissingImageReaderException) {
                throw failure;
            }
            super.operatorException(operator, operands, failure);
        }
    }
}
