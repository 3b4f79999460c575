import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Serves Bolt for one test run: DIRECTORY PORT (0: any) keep|delete (the directory, at the end). Prints
 * "ready PORT" and lives as long as its standard input.
 */
public class Neo4jForTests {
  public static void main(String[] arguments) {
    try {
      Path directory = Path.of(arguments[0]);
      var dbms = start(directory, Integer.parseInt(arguments[1]), System.getenv("NEO4J_FOR_TESTS_PASSWORD"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        dbms.shutdown();
        if (arguments[2].equals("delete")) delete(directory);
      }));
      System.out.println("ready " + port(dbms));
      // The other end is closed by the system when the test process dies, however it dies.
      while (System.in.read() >= 0) {}
      System.exit(0);
    } catch (Throwable failure) {
      // Threads of Neo4j would keep the process alive after an exception of this one.
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static DatabaseManagementService start(Path directory, int port, String password) {
    boolean isNew = Files.notExists(directory.resolve("data"));
    var dbms = new DatabaseManagementServiceBuilder(directory)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, password != null)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 256L * 1024 * 1024)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        // Otherwise each of the two databases takes 256 MB of disk at once, and a stop takes five seconds.
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(100))
        .build();
    if (password != null && isNew) {
      dbms.database("system").executeTransactionally(
          "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }
    return dbms;
  }

  private static int port(DatabaseManagementService dbms) {
    var neo4j = (GraphDatabaseAPI) dbms.database("neo4j");
    return neo4j.getDependencyResolver().resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      failure.printStackTrace();
    }
  }
}
