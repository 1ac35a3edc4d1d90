package archsearch.server.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest states it, and the Java that runs it. */
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String stated = ProductVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "archsearch " + (stated == null ? "unpackaged" : stated) + " (Java " + Runtime.version() + ")"
        };
    }
}
