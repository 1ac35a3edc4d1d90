package archsearch.server.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion script for fish, one {@code complete} line for each command and option. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(String name, CommandLine root) {
        List<String> lines = new ArrayList<>();
        root.getSubcommands().forEach((word, command) -> {
            lines.add("complete -c " + name + " -n __fish_use_subcommand -f -a " + word + " -d "
                    + quoted(description(command.getCommandSpec())));
            command.getCommandSpec()
                    .options()
                    .forEach(option -> lines.add("complete -c " + name + " -n '__fish_seen_subcommand_from " + word
                            + "'"
                            + words(option)
                            + (takesFile(option) ? " -r -F" : option.arity().max() > 0 ? " -x" : " -f")
                            + " -d " + quoted(option.description().length > 0 ? option.description()[0] : "")));
        });
        return String.join("\n", lines);
    }

    private static String description(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length > 0 ? description[0] : "";
    }

    private static String words(OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return words.toString();
    }

    private static boolean takesFile(OptionSpec option) {
        return List.of("DIR", "FILE", "PATH").contains(option.paramLabel());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
