package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML of a stranger, read as a stream by local names: no document type, no entity, nothing fetched, nothing kept. */
final class Xml implements AutoCloseable {
    private final InputStream in;
    private final XMLStreamReader reader;
    private int event;

    Xml(InputStream in) throws IOException {
        this.in = in;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    /** Goes on; false at the end. */
    boolean next() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            event = reader.next();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new IOException("a document type");
        }
        return true;
    }

    /** The name of the element that begins or ends here, else empty. */
    String name() {
        return isStart() || isEnd() ? reader.getLocalName() : "";
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean starts(String name) {
        return isStart() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return isEnd() && reader.getLocalName().equals(name);
    }

    /** Adds the characters that stand here, if any do. */
    void charactersTo(StringBuilder text) {
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** An attribute that is a whole number, kept within bounds. */
    int number(String name, int otherwise, int most) throws IOException {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number < 0 || number > most) {
                throw new IOException(name + " is " + number);
            }
            return number;
        } catch (NumberFormatException wrong) {
            throw new IOException(wrong);
        }
    }

    /** Whether an attribute says yes. */
    boolean is(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** Leaves out all of the element that begins here. */
    void skip() throws IOException {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += isStart() ? 1 : isEnd() ? -1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (in) {
            reader.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
