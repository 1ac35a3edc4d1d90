package archsearch.indexer.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The readings of {@link TechText} as Lucene analyzers. */
public final class TechAnalyzer extends Analyzer {
    private final FieldReading reading;

    private TechAnalyzer(FieldReading reading) {
        this.reading = reading;
    }

    /** An analyzer that gives the tokens of a reading. */
    public static TechAnalyzer of(FieldReading reading) {
        return new TechAnalyzer(reading);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new ReadingTokenizer(reading));
    }

    /** Reads its input whole, which the dump reader has bounded, and hands the tokens on one by one. */
    private static final class ReadingTokenizer extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final FieldReading reading;
        private Iterator<Token> tokens = List.<Token>of().iterator();
        private int position = -1;
        private int length;

        ReadingTokenizer(FieldReading reading) {
            this.reading = reading;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            String text = readAll(input);
            length = text.length();
            tokens = reading.tokens(text).iterator();
            position = -1;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!tokens.hasNext()) {
                return false;
            }
            Token token = tokens.next();
            term.append(token.term());
            offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
            increment.setPositionIncrement(token.position() - position);
            position = token.position();
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            int finalOffset = correctOffset(length);
            offset.setOffset(finalOffset, finalOffset);
        }

        private static String readAll(Reader reader) throws IOException {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[4096];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        }
    }
}
