package archsearch.searcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.query.QueryWords.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {
    /** A query, then its words; a plus sign after a word that may be one with the next. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            micro Servics                     | micro+ servics
            kafak -redsi ?scael "pgae cache"  | kafak
            title:kafak summary:redsi kafka   | kafak redsi kafka
            title:micro title:servics         | micro+ servics
            c++ node.js 2.0 k8s 消息          | ``
            flsh-sale                         | flsh+ sale
            用kafak做消息                     | kafak
            (kafak OR redsi) rust             | kafak redsi rust
            kafka tag:redsi rust              | kafka rust
            kafak* redsi~ LibrOeffice         | libroeffice
            the pgae                          | pgae
            """)
    void words_ofAQuery_areThoseThatMayBeMistyped(String query, String words) {
        assertThat(QueryWords.of(QueryParser.parse(query).root()).words().stream()
                        .map(w -> w.text() + (w.followed() ? "+" : ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }

    /** A query, replacements as from-to:text, then the new query as a person would type it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            how to scael it          | 0-1:scale                | how to scale it
            micro servics rust       | 0-2:microservices        | microservices rust
            loadbalancing            | 0-1:load balancing       | load balancing
            title:loadbalancing      | 0-1:load balancing       | title:load title:balancing
            a OR loadbalancing       | 1-2:load balancing       | (a OR (load balancing))
            x-loadbalancing          | 1-2:load balancing       | x-load-balancing
            用kafak做消息 redsi      | 0-1:kafka 1-2:redis      | 用kafka做消息 redis
            micro-service -x         | 0-2:microservice         | microservice -x
            xiaoxi duilie            | 0-2:消息队列             | 消息队列
            """)
    void with_replacements_changesNothingElse(String query, String replacements, String expected) {
        List<Replacement> read = new ArrayList<>();
        for (String r : replacements.split(" (?=\\d)", -1)) {
            String[] parts = r.split("[-:]", 3);
            read.add(new Replacement(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]));
        }
        QueryNode.AllOf root = QueryParser.parse(query).root();
        QueryNode.AllOf changed = QueryWords.of(root).with(read);
        assertThat(new ParsedQuery(changed, List.of()).plainText()).isEqualTo(expected);
    }
}
