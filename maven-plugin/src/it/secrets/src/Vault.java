import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A service that gives away every secret it has: in headers, bodies, and its log. */
public class Vault {

  private static final Map<String, String> BODIES =
      Map.of(
          "/json",
          """
          {"pass":"L3ak10Zx","pwd":"L3ak11Zx","passwords":["L3ak12Zx"],
           "passwordConfirmation":"L3ak13Zx","passphrase":"L3ak14Zx","pin":"L3ak15Zx",
           "otp":"L3ak16Zx","tokens":[{"it":"L3ak17Zx"}],"privateKey":"L3ak18Zx",
           "secretKey":"L3ak19Zx","secretAccessKey":"L3ak20Zx","accessKey":"L3ak21Zx",
           "session":"L3ak22Zx","sessionId":"L3ak23Zx","credentials":{"a":{"b":"L3ak24Zx"}},
           "pem":"-----BEGIN PRIVATE KEY-----\\nL3ak25Zx\\n-----END PRIVATE KEY-----",
           "once":"{\\"password\\":\\"L3ak26Zx\\"}",
           "twice":"{\\"a\\":\\"{\\\\\\"password\\\\\\":\\\\\\"L3ak27Zx\\\\\\"}\\"}",
           "clientSecret":"L3ak28Zx","signature":"L3ak29Zx","user":"Ada"}
          """,
          "/xml",
          "<user password=\"L3ak30Zx\"><token><![CDATA[L3ak31Zx]]></token><pin>L3ak32Zx</pin></user>",
          "/text",
          "password = L3ak33Zx\nsee http://ada:L3ak34Zx@localhost/?token=L3ak35Zx&a=b",
          "/said",
          "{\"said\":\"the session L3ak01Zx\"}",
          "/echo-token",
          "{\"said\":\"the token L3ak50Zx was used, and L3ak01Zx\"}");

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", Vault::answer);
    server.start();
    System.out.println("connecting with " + System.getenv("DATABASE_PASSWORD"));
    System.out.println("connecting to " + System.getenv("BROKER_URL"));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String trace = String.valueOf(exchange.getRequestHeaders().getFirst("traceparent"));
    if (!exchange.getRequestURI().getPath().equals("/health")) {
      log(trace, "Cookie: sid=L3ak40Zx; theme=dark");
      log(trace, "X-Api-Key: L3ak41Zx");
      log(trace, "log in with \"password\" : \"L3ak42Zx\"");
      log(trace, "log in with {'password': 'L3ak43Zx'}");
      log(trace, "connect to postgresql://shop:L3ak44Zx@localhost/shop");
      log(trace, "java.lang.IllegalStateException: token=L3ak45Zx is too old");
      log(trace, "Authorization: Bearer L3ak46Zx");
    }
    exchange.getResponseHeaders().add("X-Api-Key", "L3ak47Zx");
    exchange.getResponseHeaders().add("Set-Cookie", "sid=L3ak48Zx; Path=/; HttpOnly");
    exchange.getResponseHeaders().add("X-Session", "L3ak49Zx");
    byte[] body =
        BODIES.getOrDefault(exchange.getRequestURI().getPath(), "{}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void log(String trace, String line) {
    System.out.println(trace + " " + line);
  }
}
