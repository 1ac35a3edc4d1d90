package archsearch.server.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest states it, and the Java that runs it. */
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"archsearch " + number() + " (Java " + Runtime.version() + ")"};
    }

    /** The version alone; {@code unpackaged} where the classes do not come from a jar. */
    static String number() {
        String stated = ProductVersion.class.getPackage().getImplementationVersion();
        return stated == null ? "unpackaged" : stated;
    }
}
