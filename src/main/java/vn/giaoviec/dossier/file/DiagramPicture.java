package vn.giaoviec.dossier.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.giaoviec.workflow.Trail;

/** Draws a model as it lies in its diagram (BPMN DI), the walked path in green, where the case waits in orange. */
final class DiagramPicture {
    private static final String ALL = "*";
    private static final double MARGIN = 20;
    private static final double TEXT = 11;
    /** Of a letter, on the average; narrow enough for names to stay within their shapes. */
    private static final double LETTER = 6.2;
    /** In a line, however narrow its place is. */
    private static final double FEWEST_LETTERS = 11;

    private final Trail trail;
    private final Map<String, Element> elements = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();
    private double right;
    private double bottom;

    DiagramPicture(Trail trail) {
        this.trail = trail;
    }

    /** The picture as SVG. */
    String of(byte[] model) throws IOException {
        Document document = parse(model);
        for (Element element : all(document, ALL)) {
            if (element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        all(document, "BPMNShape").forEach(this::shape);
        all(document, "BPMNEdge").forEach(this::edge);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" \
                font-family="DejaVu Sans, Arial, sans-serif" font-size="%3$s">
                <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" \
                orient="auto"><path d="M0 0L10 5L0 10z" fill="context-stroke"/></marker></defs>
                <rect width="100%%" height="100%%" fill="#fff"/>
                %4$s</svg>
                """.formatted(number(right + MARGIN), number(bottom + MARGIN), number(TEXT), svg);
    }

    private static Document parse(byte[] model) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private void shape(Element shape) {
        Box box = box(shape);
        Element element = elements.get(shape.getAttribute("bpmnElement"));
        if (box == null || element == null) {
            return;
        }
        reach(box.x + box.width, box.y + box.height);
        String id = shape.getAttribute("bpmnElement");
        String kind = element.getLocalName();
        String look = look(id, kind.equals("subProcess"));
        if (kind.endsWith("Event")) {
            event(box, kind, look);
        } else if (kind.endsWith("Gateway")) {
            gateway(box, kind, look);
        } else {
            draw("<rect x='%s' y='%s' width='%s' height='%s' rx='8' %s/>"
                    .formatted(box.x, box.y, box.width, box.height, look));
        }
        label(shape, element, box, kind);
    }

    private void event(Box box, String kind, String look) {
        double radius = box.width / 2;
        String border = kind.equals("endEvent") ? look.replace("stroke-width='1.5'", "stroke-width='4'") : look;
        draw("<circle cx='%s' cy='%s' r='%s' %s/>".formatted(box.middleX(), box.middleY(), radius, border));
        if (kind.equals("boundaryEvent") || kind.startsWith("intermediate")) {
            draw("<circle cx='%s' cy='%s' r='%s' %s/>".formatted(box.middleX(), box.middleY(), radius - 3, look));
        }
    }

    private void gateway(Box box, String kind, String look) {
        double x = box.middleX();
        double y = box.middleY();
        draw("<path d='M%s %sL%s %sL%s %sL%s %sz' %s/>"
                .formatted(x, box.y, box.x + box.width, y, x, box.y + box.height, box.x, y, look));
        switch (kind) {
            case "inclusiveGateway" ->
                draw("<circle cx='%s' cy='%s' r='9' fill='none' stroke='#333' stroke-width='2'/>".formatted(x, y));
            case "parallelGateway" ->
                draw("<path d='M%s %sv20m-10 -10h20' stroke='#333' stroke-width='3'/>".formatted(x, y - 10));
            default ->
                draw("<path d='M%s %sl14 14m0 -14l-14 14' stroke='#333' stroke-width='3'/>".formatted(x - 7, y - 7));
        }
    }

    private void edge(Element edge) {
        String id = edge.getAttribute("bpmnElement");
        List<Element> points = all(edge, "waypoint");
        points.forEach(point -> reach(value(point, "x"), value(point, "y")));
        String path = points.stream()
                .map(point -> number(value(point, "x")) + "," + number(value(point, "y")))
                .collect(Collectors.joining(" "));
        boolean taken = trail.flows().contains(id);
        draw("<polyline points='%s' fill='none' stroke='%s' stroke-width='%s' marker-end='url(#arrow)'/>"
                .formatted(path, taken ? "#1a7f37" : "#777", taken ? "3" : "1.2"));
        Element element = elements.get(id);
        Box label = box(edge);
        if (element != null && label != null) {
            text(element.getAttribute("name"), label);
        }
    }

    private String look(String id, boolean isFrame) {
        boolean active = trail.active().contains(id);
        boolean walked = trail.walked().contains(id);
        String fill = active ? "#ffe1b3" : walked ? "#d5f0dc" : "#fff";
        String stroke = active ? "#b35900" : walked ? "#1a7f37" : "#555";
        return "fill='%s' stroke='%s' stroke-width='1.5'".formatted(isFrame ? "none" : fill, stroke);
    }

    /** Within a task, at the head of a sub-process, else where the diagram puts it. */
    private void label(Element shape, Element element, Box box, String kind) {
        List<Element> labels = all(shape, "BPMNLabel");
        Box own = labels.isEmpty() ? null : box(labels.get(0));
        Box place = own != null ? own : kind.equals("subProcess") ? new Box(box.x, box.y, box.width, 24) : box;
        text(element.getAttribute("name"), place);
    }

    private void text(String name, Box place) {
        if (name.isEmpty()) {
            return;
        }
        reach(place.x + place.width, place.y + place.height);
        List<String> lines = wrap(name, (int) Math.max(FEWEST_LETTERS, place.width / LETTER));
        double y = place.middleY() - (lines.size() - 1) * TEXT * 0.6 + TEXT * 0.35;
        for (String line : lines) {
            draw("<text x='%s' y='%s' text-anchor='middle'>%s</text>".formatted(place.middleX(), y, escaped(line)));
            y += TEXT * 1.2;
        }
    }

    private static List<String> wrap(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void draw(String element) {
        svg.append(element).append('\n');
    }

    private void reach(double x, double y) {
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    /** The bounds that belong to an element itself, or, of an edge, to its label. */
    private static @Nullable Box box(Element of) {
        List<Element> bounds = all(of, "Bounds");
        return bounds.isEmpty()
                ? null
                : new Box(
                        value(bounds.get(0), "x"),
                        value(bounds.get(0), "y"),
                        value(bounds.get(0), "width"),
                        value(bounds.get(0), "height"));
    }

    private static double value(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<Element> all(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagNameNS(ALL, name)
                : ((Element) within).getElementsByTagNameNS(ALL, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private record Box(double x, double y, double width, double height) {
        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }
}
