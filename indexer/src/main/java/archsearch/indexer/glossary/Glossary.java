package archsearch.indexer.glossary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of the field and their partners in the other language.
 *
 * <p>A file of lines {@code Chinese<TAB>English<TAB>topic} in UTF-8. Each side holds forms separated by {@code |}, the most
 * usual first; one side may be empty. A form that begins with {@code ~} is understood when typed but not searched on behalf of
 * its partners. Empty lines and lines that begin with {@code #} are skipped. Immutable.
 *
 * @param concepts in the order of the file
 */
public record Glossary(List<Concept> concepts) {
    /** A glossary of nothing. */
    public static final Glossary EMPTY = new Glossary(List.of());

    /** Longest form in characters; a longer one is a sentence. */
    private static final int MAX_FORM_LENGTH = 100;

    /** Most forms of one concept. */
    private static final int MAX_FORMS = 40;

    /** Most concepts in a file; each costs about a kilobyte of memory. */
    private static final int MAX_CONCEPTS = 100_000;

    private static final int MAX_LINE_LENGTH = 10_000;

    public Glossary {
        concepts = List.copyOf(concepts);
    }

    /**
     * Reads a glossary file.
     *
     * @throws GlossaryException if a line is not of this form, naming it
     * @throws IOException if the file cannot be read
     */
    public static Glossary read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a glossary.
     *
     * @param in is read to its end and left open
     * @param name what to call it in errors
     * @throws GlossaryException if a line is not of this form, naming it
     * @throws IOException if it cannot be read
     */
    public static Glossary read(InputStream in, String name) throws IOException {
        List<Concept> concepts = new ArrayList<>();
        // A decoder made this way reports bad bytes instead of replacing them.
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String content = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!content.isBlank() && !content.startsWith("#")) {
                    concepts.add(new Line(content, name, number).concept());
                }
                if (concepts.size() > MAX_CONCEPTS) {
                    throw new GlossaryException(name + ":" + number + ": more than " + MAX_CONCEPTS
                            + " concepts; split off what queries do not need");
                }
            }
        } catch (CharacterCodingException e) {
            throw new GlossaryException(name + ": not UTF-8 after line " + number + "; save the file as UTF-8");
        }
        return new Glossary(concepts);
    }

    /** One line of the file. */
    private record Line(String text, String file, int number) {
        Concept concept() throws GlossaryException {
            if (text.length() > MAX_LINE_LENGTH) {
                throw fault("the line has " + text.length() + " characters; at most " + MAX_LINE_LENGTH + " are read");
            }
            String[] columns = text.split("\t", -1);
            if (columns.length != 3) {
                throw fault("found " + columns.length + (columns.length == 1 ? " column" : " columns")
                        + "; expected three, separated by tabs: Chinese forms, English forms, topic");
            }
            List<Concept.Form> forms = new ArrayList<>();
            addForms(columns[0], forms);
            addForms(columns[1], forms);
            if (forms.isEmpty()) {
                throw fault("no form on either side; expected forms separated by |, or no line at all");
            }
            if (forms.size() > MAX_FORMS) {
                throw fault(forms.size() + " forms of one concept; at most " + MAX_FORMS + " are read");
            }
            return new Concept(forms, columns[2].strip(), number);
        }

        private void addForms(String column, List<Concept.Form> forms) throws GlossaryException {
            if (column.isBlank()) {
                return;
            }
            for (String part : column.split("\\|", -1)) {
                String form = part.strip();
                boolean searched = !form.startsWith("~");
                String written = searched ? form : form.substring(1).strip();
                if (written.isEmpty()) {
                    throw fault(
                            "an empty form in \"" + column.strip() + "\"; put a form between two | or leave one out");
                }
                if (written.length() > MAX_FORM_LENGTH) {
                    throw fault("a form has " + written.length() + " characters; at most " + MAX_FORM_LENGTH);
                }
                forms.add(new Concept.Form(written, searched));
            }
        }

        private GlossaryException fault(String what) {
            return new GlossaryException(file + ":" + number + ": " + what);
        }
    }
}
