package archsearch.benchmarks.soak;

import static archsearch.benchmarks.soak.Words.encoded;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Kinds of requests that are meant to do harm. */
enum Attack {
    /** As long a query as is read, and longer ones. */
    LONG_QUERY(200, 400) {
        @Override
        String target(Words words) {
            StringBuilder query = new StringBuilder();
            int length = 900 + words.number(200);
            while (query.length() < length) {
                query.append(words.word()).append(' ');
            }
            return search(words, query.substring(0, length));
        }
    },
    /** Longer than a request may be. */
    HUGE_QUERY(400, 431) {
        @Override
        String target(Words words) {
            return search(words, "秒".repeat(3_000 + words.number(10_000)));
        }
    },
    /** Brackets in brackets. */
    DEEP_QUERY(200, 400) {
        @Override
        String target(Words words) {
            int depth = 1 + words.number(450);
            return search(words, "(".repeat(depth) + words.word() + ")".repeat(words.number(depth + 1)));
        }
    },
    /** Negations in negations. */
    NEGATED_QUERY(200) {
        @Override
        String target(Words words) {
            return search(words, words.word() + " " + "-(".repeat(1 + words.number(200)) + words.word());
        }
    },
    /** Any of many words. */
    MANY_ORS(200) {
        @Override
        String target(Words words) {
            StringBuilder query = new StringBuilder(words.word());
            for (int i = 0; i < 60 && query.length() < 900; i++) {
                query.append(" OR ").append(words.word());
            }
            return search(words, query.substring(0, Math.min(query.length(), 950)));
        }
    },
    /** Beginnings that many words have. */
    WILDCARDS(200) {
        @Override
        String target(Words words) {
            StringBuilder query = new StringBuilder();
            for (int i = words.number(40); i >= 0; i--) {
                query.append((char) ('a' + words.number(26))).append("* ");
            }
            return search(words, words.oneOf("", "title:", "tag:", "-") + query);
        }
    },
    /** Words that stand near many. */
    FUZZIES(200) {
        @Override
        String target(Words words) {
            StringBuilder query = new StringBuilder();
            for (int i = words.number(40); i >= 0; i--) {
                query.append(words.oneOf("kafka", "quaznel", "dorvel", "tusenlomi", "performanse", "a", "zz"))
                        .append("~ ");
            }
            return search(words, query.toString());
        }
    },
    /** Nothing like it is there, so that spellings, pinyin and fewer words are tried. */
    NO_HITS(200) {
        @Override
        String target(Words words) {
            StringBuilder query = new StringBuilder();
            for (int i = words.number(12); i >= 0; i--) {
                query.append(words.oneOf("qxz", "jiagu", "fenbshi", "kfaka", "weifuwv", "redsi"))
                        .append(words.number(1_000))
                        .append(' ');
            }
            return search(words, query.toString());
        }
    },
    /** The deepest page there is. */
    DEEP_PAGE(200) {
        @Override
        String target(Words words) {
            return "/api/v1/search?size=100&page=100&sort=" + words.oneOf("relevance", "newest", "likes") + "&q="
                    + encoded(words.oneOf("", words.word(), "a* OR k*"));
        }
    },
    /** A page beyond that. */
    TOO_DEEP_PAGE(400) {
        @Override
        String target(Words words) {
            return "/api/v1/search?size=100&page=" + (101 + words.number(1_000_000));
        }
    },
    /** As much as one answer may hold. */
    HEAVY_ANSWER(200) {
        @Override
        String target(Words words) {
            return "/api/v1/search?size=100&facetSize=200&highlight=html&explain=true&q="
                    + encoded(words.oneOf("", words.word(), "a* OR s* OR 架构", "系统 设计 的"));
        }
    },
    /** As many values of a facet as one answer may list. */
    ALL_VALUES(200) {
        @Override
        String target(Words words) {
            return "/api/v1/facets/" + words.oneOf("publisher", "tag", "year") + "?size=10000&q="
                    + encoded(words.oneOf("", words.word()));
        }
    },
    /** As many filters as are read, and more. */
    MANY_FILTERS(200, 400) {
        @Override
        String target(Words words) {
            StringBuilder url = new StringBuilder("/search?q=").append(encoded(words.word()));
            for (int i = 45 + words.number(10); i > 0; i--) {
                url.append("&publisher=Publisher%20").append(words.number(1_000));
            }
            return url.toString();
        }
    },
    /** Parameters and values that there are not. */
    BAD_PARAMETERS(400) {
        @Override
        String target(Words words) {
            return words.oneOf("/search?", "/api/v1/search?", "/feeds/search.atom?")
                    + words.oneOf(
                            "size=0",
                            "size=101",
                            "page=0",
                            "page=-1",
                            "page=99999999999999999999",
                            "qq=1",
                            "lang=xx",
                            "sort=up",
                            "from=2019-13-45",
                            "year=12345678",
                            "minutesMax=-3",
                            "q=a&q=b",
                            "group=maybe");
        }
    },
    /** Cursors that nobody was given. */
    MADE_UP_CURSOR(400, 410) {
        @Override
        String target(Words words) {
            return "/api/v1/search?q=a&cursor="
                    + words.oneOf("x", "%00", "AAAA", "A".repeat(499), "A".repeat(600), "eyJhIjoxfQ");
        }
    },
    /** Escapes that are no UTF-8, or no escapes. */
    BAD_UTF8(400) {
        @Override
        String target(Words words) {
            return words.oneOf("/api/v1/search?q=", "/search?q=", "/tags/", "/articles/")
                    + words.oneOf("%FF%FE", "%C0%AF", "%E4%B8", "%ED%A0%80", "%zz", "%");
        }
    },
    /** Articles, tags and paths that there are not. */
    NOT_THERE(400, 404) {
        @Override
        String target(Words words) {
            return words.oneOf(
                    "/articles/none",
                    "/api/v1/articles/" + "f".repeat(500),
                    "/api/v1/articles/none/similar",
                    "/tags/" + encoded("无此标签"),
                    "/..%2f..%2fetc/passwd",
                    "/api/v1/facets/none",
                    "/sitemap-none.xml",
                    "/static/../../x",
                    "/%00");
        }
    },
    /** More headers than are read. */
    HUGE_HEADERS(431) {
        @Override
        String target(Words words) {
            return "/";
        }

        @Override
        String headers(Words words) {
            return words.oneOf(
                    "X-Long: " + "x".repeat(30_000 + words.number(30_000)) + "\r\n", "X-Many: y\r\n".repeat(4_000));
        }
    },
    /** Bytes in headers that have no business there. */
    BAD_HEADERS(200, 400) {
        @Override
        String target(Words words) {
            return "/search?q=a";
        }

        @Override
        String headers(Words words) {
            return words.oneOf(
                    "If-None-Match: " + "\"x\",".repeat(2_000) + "\r\n",
                    "Accept-Encoding: gzip;q=,*;;\r\n",
                    "Accept-Language: " + "zz-".repeat(3_000) + "\r\n",
                    "X-Request-Id: \u0001\u0002\r\n",
                    "No colon\r\n",
                    "Host: other\r\n");
        }
    },
    /** No HTTP at all. */
    NO_HTTP(400, 405, 505) {
        @Override
        String target(Words words) {
            return "/";
        }

        @Override
        byte[] request(Words words) {
            return words.oneOf(
                            "\u0016\u0003\u0001\u0002\r\n\r\n",
                            "GET\r\n\r\n",
                            "GET / HTTP/9.9\r\n\r\n",
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                            "GET / HTTP/1.1\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<Integer> statuses;

    Attack(Integer... statuses) {
        this.statuses = Set.of(statuses);
    }

    /** The statuses that it may be answered by. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** Whether the server may close while it is still being sent to, so that its answer does not always arrive. */
    boolean isTooLong() {
        return this == HUGE_QUERY || this == HUGE_HEADERS;
    }

    /** Path and query. */
    abstract String target(Words words);

    /** Further lines of the head. */
    String headers(Words words) {
        return "";
    }

    /** The bytes to send. */
    byte[] request(Words words) {
        return ("GET " + target(words) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers(words)
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A search in JSON or as a page. */
    private static String search(Words words, String query) {
        return words.oneOf("/api/v1/search?facetSize=200&size=100&q=", "/search?q=", "/feeds/search.atom?q=")
                + encoded(query);
    }
}
