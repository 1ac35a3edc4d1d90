package archsearch.server.page;

import java.util.List;

/** The words of the help page in one language. Immutable. */
sealed interface HelpWording permits EnglishHelp, ChineseHelp {
    String title();

    List<String> about();

    String section(HelpTopic.Section section);

    /** What a topic does, in a sentence or two. */
    String meaning(HelpTopic topic);

    List<HelpPage.Note> notes();
}
