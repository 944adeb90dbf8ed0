package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements and texts of an XML document that has no document type, so that it has no entities
 * of its own and reads no other file.
 */
final class XmlEvents {
  /** Characters of text that are kept of one item. */
  private static final int MAX_ITEM = 4_000_000;

  private final XmlSource source;
  private final XMLStreamReader reader;
  private int kept;

  /**
   * @throws AttuneException INVALID_XML when the text does not begin as XML
   */
  XmlEvents(Reader text) throws IOException {
    this.source = new XmlSource(text);
    // the platform's own, whatever else is on the class path
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      this.reader = factory.createXMLStreamReader(source);
    } catch (XMLStreamException broken) {
      throw failure(broken, 1);
    }
  }

  int event() {
    return reader.getEventType();
  }

  /**
   * The next event.
   *
   * @throws IOException when the document ends early, or what was sent breaks off behind it
   * @throws AttuneException INVALID_XML when it is not well-formed or has a document type
   */
  int next() throws IOException {
    try {
      source.allow();
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new AttuneException(
            ErrorCode.INVALID_XML,
            null,
            "A feed has no document type and no entities of its own; nothing has changed");
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        source.finish();
      }
      return event;
    } catch (XMLStreamException broken) {
      throw failure(broken, line());
    }
  }

  /** The local name of the element, in lower case. */
  String name() {
    return reader.getLocalName().toLowerCase(Locale.ROOT);
  }

  /** The element's namespace, empty without one. */
  String namespace() {
    @Nullable String uri = reader.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  String attribute(String name) {
    @Nullable String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  long line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  /** From here on texts belong to another item. */
  void startItem() {
    kept = 0;
  }

  /** Whether texts of this item were left out because it is too long. */
  boolean tooLong() {
    return kept > MAX_ITEM;
  }

  /** The text at this event, empty where it is none. */
  String characters() {
    int event = event();
    boolean text =
        event == XMLStreamConstants.CHARACTERS
            || event == XMLStreamConstants.CDATA
            || event == XMLStreamConstants.SPACE;
    if (!text) {
      return "";
    }
    kept = Math.min(MAX_ITEM + 1, kept + reader.getTextLength());
    return tooLong() ? "" : reader.getText();
  }

  /** All text of the element that starts here, with that of its descendants, up to its end. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          text.append(' ');
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> text.append(characters());
      }
    }
    return text.toString();
  }

  private IOException failure(XMLStreamException broken, long line) {
    if (broken.getNestedException() instanceof IOException early) {
      return early;
    }
    if (source.ended()) {
      EOFException early = new EOFException("The document ends before its elements do");
      early.initCause(broken);
      return early;
    }
    String what = String.valueOf(broken.getMessage()).replaceFirst("(?s)^.*Message: ", "");
    String message = "Line %d is not well-formed XML: %s".formatted(line, Quoted.of(what));
    throw new AttuneException(new Rejection(ErrorCode.INVALID_XML, null, message), broken);
  }
}
