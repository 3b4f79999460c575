import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Serves Bolt for one test run: DIRECTORY PORT (0: any), prints "ready PORT", lives as long as its standard input. */
public class Neo4jForTests {
  public static void main(String[] arguments) {
    try {
      start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), System.getenv("NEO4J_FOR_TESTS_PASSWORD"));
      // The other end is closed by the system when the test process dies, however it dies.
      while (System.in.read() >= 0) {}
      System.exit(0);
    } catch (Throwable failure) {
      // Threads of Neo4j would keep the process alive after an exception of this one.
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static void start(Path directory, int port, String password) {
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
    Runtime.getRuntime().addShutdownHook(new Thread(dbms::shutdown));
    if (password != null && isNew) {
      dbms.database("system").executeTransactionally(
          "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }
    var ports = ((GraphDatabaseAPI) dbms.database("neo4j")).getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    System.out.println("ready " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
  }
}
