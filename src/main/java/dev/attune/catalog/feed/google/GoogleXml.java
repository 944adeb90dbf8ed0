package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** A Google Merchant feed as RSS or Atom, one item in memory at a time. */
final class GoogleXml implements Feed {
  private static final String GOOGLE = "http://base.google.com/ns/1.0";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Set<String> PLAIN =
      Set.of("", ATOM, "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
  private static final Set<String> ITEMS = Set.of("item", "entry");

  /** Atom's names for what RSS and Google call otherwise. */
  private static final Map<String, String> SAME =
      Map.of("summary", "description", "content", "description");

  private final XmlEvents xml;
  private long items;

  private GoogleXml(XmlEvents xml) {
    this.xml = xml;
  }

  /** Reads up to the root element. */
  static GoogleXml open(Reader text) throws IOException {
    XmlEvents xml = new XmlEvents(text);
    while (xml.event() != XMLStreamConstants.START_ELEMENT) {
      xml.next();
    }
    if (!ROOTS.contains(xml.name())) {
      throw new AttuneException(
          ErrorCode.INVALID_XML, null, "A Google Merchant feed in XML is <rss> or Atom's <feed>");
    }
    return new GoogleXml(xml);
  }

  @Override
  public @Nullable FeedRow next() throws IOException {
    while (xml.event() != XMLStreamConstants.END_DOCUMENT) {
      int event = xml.next();
      boolean item = event == XMLStreamConstants.START_ELEMENT && ITEMS.contains(xml.name());
      if (item && PLAIN.contains(xml.namespace())) {
        return item();
      }
    }
    return null;
  }

  private FeedRow item() throws IOException {
    items++;
    XmlItem item = new XmlItem(xml.line());
    xml.startItem();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.event() == XMLStreamConstants.START_ELEMENT) {
        field(item);
      }
    }
    if (xml.tooLong()) {
      String message = "An item has at most 4,000,000 characters";
      Rejection tooLong = new Rejection(ErrorCode.TOO_LONG, null, message);
      return new FeedRow.Refused(item.line(), numbered(item, tooLong));
    }
    FeedRow row = new GoogleRow(item).read();
    if (row instanceof FeedRow.Refused refused) {
      return new FeedRow.Refused(item.line(), numbered(item, refused.rejection()));
    }
    return row instanceof FeedRow.Accepted taken && !taken.warnings().isEmpty()
        ? new FeedRow.Accepted(
            item.line(),
            taken.item(),
            taken.warnings().stream().map(warning -> numbered(item, warning)).toList())
        : row;
  }

  /** With the item's place among all: a whole feed may stand on one line. */
  private Rejection numbered(XmlItem item, Rejection found) {
    String id = item.cell("id");
    String named = id.isEmpty() ? "" : " (id " + Quoted.of(id) + ")";
    return new Rejection(
        found.code(), found.field(), "Item " + items + named + ": " + found.message());
  }

  /** From the start of an element to its end. */
  private void field(XmlItem item) throws IOException {
    boolean google = xml.namespace().equals(GOOGLE);
    String name = xml.name();
    if (!google && !PLAIN.contains(xml.namespace())) {
      xml.text();
    } else if (name.equals("product_detail")) {
      detail(item, google);
    } else if (xml.namespace().equals(ATOM) && name.equals("link")) {
      link(item);
    } else {
      item.add(google, google ? name : SAME.getOrDefault(name, name), xml.text());
    }
  }

  private void detail(XmlItem item, boolean google) throws IOException {
    String name = "";
    String value = "";
    StringBuilder own = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.event() != XMLStreamConstants.START_ELEMENT) {
        own.append(xml.characters());
      } else if (xml.name().equals("attribute_name")) {
        name = xml.text();
      } else if (xml.name().equals("attribute_value")) {
        value = xml.text();
      } else {
        xml.text();
      }
    }
    item.addDetail(name, value);
    item.add(google, "product_detail", own.toString());
  }

  private void link(XmlItem item) throws IOException {
    String address = xml.attribute("href");
    String kind = xml.attribute("rel");
    String text = xml.text();
    if (kind.isEmpty() || kind.equals("alternate")) {
      item.add(false, "link", address.isEmpty() ? text : address);
    }
  }
}
