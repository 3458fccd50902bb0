import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Turns the pages' templates into Java, so that the build finds their mistakes, not a customer. */
final class GeneratePages {
    private static final String PACKAGE = "shopkeeper.web.desk";

    private GeneratePages() {}

    /**
     * @param folders the module's, and the one for generated sources
     */
    public static void main(String[] folders) throws Exception {
        Path module = Path.of(folders[0]);
        Path target = Path.of(folders[1]);
        Path templates = module.resolve("src/main/jte");
        Path stamp = target.resolve("templates.sha256");
        String hash = hash(templates, module.resolve("src/codegen/java/GeneratePages.java"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        remove(target);
        Files.createDirectories(target);
        var engine =
                TemplateEngine.create(
                        new DirectoryCodeResolver(templates),
                        target,
                        ContentType.Html,
                        GeneratePages.class.getClassLoader(),
                        PACKAGE);
        engine.setTrimControlStructures(true);
        engine.generateAll();
        Files.writeString(stamp, hash);
    }

    private static String hash(Path templates, Path self) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Path file : inputs(templates, self)) {
            sha.update(file.getFileName().toString().getBytes("UTF-8"));
            sha.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static List<Path> inputs(Path templates, Path self) throws IOException {
        try (Stream<Path> files = Files.list(templates)) {
            return Stream.concat(files.sorted(), Stream.of(self)).toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
