package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Every kind of page by the rules of the HTML standard, as validator.w3.org/nu checks them. */
@ExtendWith(SampleSite.Shared.class)
class ValidMarkupTest {
    private static SimpleDocumentValidator validator;

    private final Faults faults = new Faults();

    @BeforeAll
    static void readSchema() throws Exception {
        // One for all pages: the schema takes longer to read than a page. The last argument spares guessing languages.
        validator = new SimpleDocumentValidator(true, false, false);
        validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Faults());
    }

    @Test
    void everyPage_isValid(SampleSite site) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : SitePages.all(site)) {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create(site.at(path))).build(),
                        HttpResponse.BodyHandlers.ofString());
                checkHtml(path, response.body());
            }
        }
        assertThat(faults.found).isEmpty();
    }

    @Test
    void brokenPage_isFound() throws Exception {
        checkHtml("/broken", "<!doctype html><html lang=en><title>x</title><p><ul><li role=tree><div></ul>");
        assertThat(faults.found).isNotEmpty().allMatch(fault -> fault.startsWith("/broken:1: "));
    }

    @Test
    void styleSheet_isValid() throws Exception {
        String css;
        try (InputStream in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream("page/app.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // What the checker does not know yet.
        String known =
                css.replace("selector(::details-content)", "(display: block)").replace("::details-content", "");
        faults.path = "app.css";
        validator.setUpValidatorAndParsers(faults, false, false);
        validator.setAllowCss(true);
        validator.checkCssInputSource(
                new InputSource(new ByteArrayInputStream(known.getBytes(StandardCharsets.UTF_8))));
        assertThat(faults.found).isEmpty();
    }

    private void checkHtml(String path, String html) throws Exception {
        faults.path = path;
        validator.setUpValidatorAndParsers(faults, false, false);
        validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
    }

    /** Collects errors, each with the page and the line; warnings and advice are let go. */
    private static final class Faults implements ErrorHandler {
        private final List<String> found = new ArrayList<>();
        private String path = "";

        @Override
        public void warning(SAXParseException e) {
            // Advice on style only.
        }

        @Override
        public void error(SAXParseException e) {
            found.add(path + ':' + e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
