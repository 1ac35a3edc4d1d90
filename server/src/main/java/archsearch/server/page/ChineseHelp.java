package archsearch.server.page;

import java.util.List;

/** Simplified Chinese. */
record ChineseHelp() implements HelpWording {
    @Override
    public String title() {
        return "搜索帮助";
    }

    @Override
    public List<String> about() {
        return List.of("直接输入要找的内容，中文、英文都可以。怎么写都不会出错：读不懂的部分按普通词处理，结果页会说明查询是怎样理解的。", "下面的例子取自这里收录的文章，带篇数的都可以点开。");
    }

    @Override
    public String section(HelpTopic.Section section) {
        return switch (section) {
            case WORDS -> "词与符号";
            case FIELDS -> "字段";
            case MATCHING -> "除了字面之外还会找到什么";
        };
    }

    @Override
    public String meaning(HelpTopic topic) {
        return switch (topic) {
            case WORDS -> "两个词都要有，最相关的在前。超过三个词时允许缺少一部分；中文词很少同时出现时也是。写上 AND 也可以，意思不变。";
            case HAN -> "任意两个以上相邻的汉字都能找到，简体繁体不限；完整的词排在前面。";
            case PHRASE -> "引号里的词必须按此顺序紧挨着出现。“”和「」也算引号。";
            case EXCLUDE -> "不要含有第二个词的文章。写 NOT 也一样。";
            case EITHER -> "有其中一个即可。OR 要大写，写 | 也一样。";
            case GROUP -> "括号把属于一起的部分括起来。OR 比空格结合得更紧。";
            case PREFERRED -> "第二个词可有可无，有的排在前面。";
            case PREFIX -> "以此开头的所有词。";
            case FUZZY -> "拼写与此相近的词。";
            case NAMES -> "名称中的符号有意义：搜 C 不会找到 C++。";
            case TITLE -> "标题中有这个词。";
            case SUMMARY -> "摘要中有这个词。";
            case TAG -> "带这个标签的文章。值中有空格时要加引号。";
            case PUBLISHER -> "这个发布者的文章。";
            case CATEGORY -> "这个分类的文章。";
            case LANG -> "这种语言的文章：zh 为中文，en 为英文。";
            case YEAR -> "这一年的文章。";
            case YEARS -> "这些年份的文章。也可以写 year:>=2019 或 year:<2019。";
            case DATE -> "从范围的第一天到最后一天的文章。也可以只写某一天、某个月或某一年，或者用 <、<=、>、>=。";
            case MINUTES -> "阅读时间少于这么多分钟的文章。也可以写 10、<=10、>10 或 5..15。";
            case GLOSSARY -> "术语表把中英文连在一起：搜一个术语，也会找到用另一种语言表达同一意思的文章，排在字面匹配之后，并注明是怎样匹配的。";
            case TYPO -> "打错了字。如果没有文章含有所输入的词，就改搜最接近的拼写，并在页面上说明。加上引号则不纠正。";
            case PINYIN -> "拼音或拼音首字母：输入时搜索框下方会提示对应的汉字，没有结果的页面上也会提示。";
        };
    }

    @Override
    public List<HelpPage.Note> notes() {
        return List.of(
                new HelpPage.Note(
                        "spelling",
                        "这些写法没有区别",
                        List.of("大写与小写、全角与半角、简体与繁体，以及各种连字符和空格：flash-sale、Flash Sale 与 ｆｌａｓｈ ｓａｌｅ 是一样的。")),
                new HelpPage.Note(
                        "filters",
                        "筛选",
                        List.of(
                                "结果旁边列出标签、发布者、年份等，后面的数字是选中之后剩下的文章数。",
                                "选多个标签时，文章必须全部具备；选多个发布者、分类、语言或年份时，满足任意一个即可。",
                                "已选的条件显示在结果上方，点一下即可去掉。页面地址就是完整的搜索条件，可以收藏、分享，也可以后退。")),
                new HelpPage.Note("nothing", "什么都没找到？", List.of("没有结果的页面会给出别的搜索：换个拼写、少几个词、少几个筛选条件。每一个都事先数过，确实能找到文章。")));
    }
}
