package archsearch.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions of ARCHITECTURE.md, checked over the classes of all modules. */
class ModuleDirectionsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("archsearch");

    @Test
    void classes_ofAllModules_areLookedAt() {
        assertThat(CLASSES.stream().map(c -> c.getPackageName().replaceAll("^archsearch\\.(\\w+).*", "$1")))
                .contains("indexer", "searcher", "server");
    }

    @Test
    void indexer_knowsNeitherSearcherNorServerNorHttp() {
        noClasses()
                .that()
                .resideInAPackage("archsearch.indexer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("archsearch.searcher..", "archsearch.server..", "io.javalin..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void searcher_knowsNeitherServerNorHttpNorDumps() {
        noClasses()
                .that()
                .resideInAPackage("archsearch.searcher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("archsearch.server..", "archsearch.indexer.dump..", "io.javalin..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void engineInterface_leaksNoLuceneType() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "archsearch.searcher",
                        "archsearch.searcher.query",
                        "archsearch.indexer",
                        "archsearch.indexer.article")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void server_seesEnginesOnlyThroughTheWiringClass() {
        noClasses()
                .that()
                .resideInAPackage("archsearch.server..")
                .and()
                .doNotHaveSimpleName("LuceneEngines")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.lucene..", "archsearch.searcher.lucene..", "archsearch.indexer.lucene..")
                .check(CLASSES);
    }

    @Test
    void http_knowsNoCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("archsearch.server..")
                .and()
                .resideOutsideOfPackage("archsearch.server.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("archsearch.server.cli..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void modules_haveNoCircles() {
        slices().matching("archsearch.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
