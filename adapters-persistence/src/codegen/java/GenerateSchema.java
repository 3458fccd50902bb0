import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's classes from the migrations; does nothing when neither they nor this file changed.
 *
 * <p>Arguments: the module's folder and the folder to write to.
 */
final class GenerateSchema {
    private static final String PACKAGE = "shopkeeper.persistence.schema.generated";

    private GenerateSchema() {}

    public static void main(String[] folders) throws Exception {
        Path module = Path.of(folders[0]);
        Path target = Path.of(folders[1]);
        Path migrations = module.resolve("src/main/resources/db/migration");
        Path stamp = target.resolve("migrations.sha256");
        String hash = hash(migrations, module.resolve("src/codegen/java/GenerateSchema.java"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        Path data = Files.createTempDirectory("schema");
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setDataDirectory(data).start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(
                    configuration(postgres.getJdbcUrl("postgres", "postgres"), target));
        }
        Files.writeString(stamp, hash);
    }

    private static Configuration configuration(String url, Path target) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withInputSchema("public")
                                                .withOutputSchemaToDefault(true)
                                                .withIncludeRoutines(false)
                                                .withExcludes("flyway_.*"))
                                .withGenerate(
                                        new Generate()
                                                .withRecords(true)
                                                .withGlobalCatalogReferences(false)
                                                .withGlobalSchemaReferences(false)
                                                .withSpringAnnotations(false))
                                .withTarget(
                                        new Target()
                                                .withPackageName(PACKAGE)
                                                .withDirectory(target.toString())));
    }

    private static String hash(Path migrations, Path self) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Path file : inputs(migrations, self)) {
            sha.update(file.getFileName().toString().getBytes("UTF-8"));
            sha.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static List<Path> inputs(Path migrations, Path self) throws IOException {
        try (Stream<Path> files = Files.list(migrations)) {
            return Stream.concat(files.sorted(), Stream.of(self)).toList();
        }
    }
}
