package io.hemai.records.transfer.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/** A forward reader of one XML part, without document types and entities: an office document never needs them. */
final class Xml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream source;
    private final XMLStreamReader reader;
    private final int mostChars;

    private Xml(InputStream source, XMLStreamReader reader, int mostChars) {
        this.source = source;
        this.reader = reader;
        this.mostChars = mostChars;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    /** @param mostChars characters that {@link #text} keeps of one value */
    static Xml read(InputStream source, int mostChars) {
        try {
            return new Xml(source, FACTORY.createXMLStreamReader(source), mostChars);
        } catch (XMLStreamException broken) {
            throw Refusals.damaged(broken);
        }
    }

    /** Goes to the next start or end of an element; returns false at the end of the document. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusals.damaged(new IOException("document type or entity in an office document"));
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw Refusals.damaged(broken);
        }
    }

    /** Whether a start of the element is at hand, whatever its namespace. */
    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    /** Whether an end of the element is at hand. */
    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** The attribute of the element at hand, whatever its namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute, or another text when it is not there. */
    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** The text up to the end of the element at hand, which has no elements within. */
    String text() {
        StringBuilder text = new StringBuilder();
        try {
            int event = reader.next();
            while (event != XMLStreamConstants.END_ELEMENT) {
                if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.START_ELEMENT) {
                    throw Refusals.damaged(new IOException("unexpected content in a value"));
                }
                if (reader.hasText() && text.length() < mostChars && event != XMLStreamConstants.COMMENT) {
                    text.append(reader.getText());
                }
                event = reader.next();
            }
        } catch (XMLStreamException broken) {
            throw Refusals.damaged(broken);
        }
        return text.toString();
    }

    /** The text of a string item: its runs, without the phonetic guides over them. */
    String richText(String element) {
        StringBuilder text = new StringBuilder();
        while (next() && !ends(element)) {
            if (starts("rPh")) {
                skip("rPh");
            } else if (starts("t") && text.length() < mostChars) {
                text.append(text());
            }
        }
        return unescaped(text.toString());
    }

    private void skip(String element) {
        while (next() && !ends(element)) {
            // on to the end
        }
    }

    /** Office writes characters that XML does not allow as {@code _x000D_}. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.substring(at + 2, at + 7).matches("[0-9A-Fa-f]{4}_")) {
                plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                from = at + 7;
            } else {
                plain.append(text, from, at + 2);
                from = at + 2;
            }
            at = text.indexOf("_x", from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
            source.close();
        } catch (XMLStreamException | IOException broken) {
            throw Refusals.damaged(broken);
        }
    }
}
