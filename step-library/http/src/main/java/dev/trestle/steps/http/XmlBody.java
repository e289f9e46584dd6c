package dev.trestle.steps.http;

import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML text in which values are found by XPath 1.0; it cannot make the parser read others. */
final class XmlBody {

  /** The feature of Xerces that refuses a DOCTYPE, and with it every entity. */
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private final Document document;

  private XmlBody(Document document) {
    this.document = document;
  }

  /** A text that is not XML. */
  static final class NoXml extends Exception {

    private static final long serialVersionUID = 1L;

    NoXml(SAXException cause) {
      super(cause.getMessage(), cause);
    }
  }

  static XmlBody parse(String text) throws NoXml {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // It prints nothing.
      return new XmlBody(builder.parse(new InputSource(new StringReader(text))));
    } catch (SAXException e) {
      throw new NoXml(e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("The JDK's XML parser does not work.", e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    return factory;
  }

  /** The text of what an XPath leads to or calculates; nothing when it leads nowhere. */
  Optional<String> at(String expression) {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setNamespaceContext(new Prefixes(document));
    try {
      XPathEvaluationResult<?> found = xpath.evaluateExpression(expression, document);
      return found.value() instanceof XPathNodes nodes && nodes.size() == 0
          ? Optional.empty()
          : Optional.of(xpath.evaluate(expression, document));
    } catch (XPathExpressionException e) {
      throw StepFailure.of("'" + expression + "' is not an XPath.")
          .evidence(String.valueOf(e.getMessage()))
          .fix(
              "Correct it in the step, such as /order/total; a prefix is one of the root element,"
                  + " and 'default' stands for the namespace without one.")
          .causedBy(e);
    }
  }

  /** The prefixes of the document's root element. */
  private record Prefixes(Document document) implements NamespaceContext {

    @Override
    public String getNamespaceURI(String prefix) {
      String declared =
          document
              .getDocumentElement()
              .lookupNamespaceURI("default".equals(prefix) ? null : prefix);
      return declared == null ? XMLConstants.NULL_NS_URI : declared;
    }

    @Override
    public @Nullable String getPrefix(String namespace) {
      return document.getDocumentElement().lookupPrefix(namespace);
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      String prefix = getPrefix(namespace);
      return (prefix == null ? List.<String>of() : List.of(prefix)).iterator();
    }
  }
}
