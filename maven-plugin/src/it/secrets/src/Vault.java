import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A service that gives away every secret it has: in headers, bodies, and its log. */
public class Vault {

  private static final Pattern SECRET =
      Pattern.compile("L3ak[0-9]{2}Zx|(?i)[-_. ]?(token|password)[=\0][^\0]*[0-9a-z]{16}");

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
    String path = exchange.getRequestURI().getPath();
    String text =
        switch (path) {
          case "/mail" -> mailed();
          case "/command-lines" -> commandLines();
          default -> BODIES.getOrDefault(path, "{}");
        };
    exchange.getResponseHeaders().add("X-Api-Key", "L3ak47Zx");
    exchange.getResponseHeaders().add("Set-Cookie", "sid=L3ak48Zx; Path=/; HttpOnly");
    exchange.getResponseHeaders().add("X-Session", "L3ak49Zx");
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A mail with secrets in its headers, text, HTML and attachment. */
  private static String mailed() throws IOException {
    String[] mail = {
      "EHLO localhost",
      "MAIL FROM:<shop@shop.example>",
      "RCPT TO:<ada@shop.example>",
      "DATA",
      String.join(
          "\r\n",
          "From: shop@shop.example",
          "To: ada@shop.example",
          "Subject: Your account, password: L3ak80Zx",
          "X-Api-Key: L3ak81Zx",
          "MIME-Version: 1.0",
          "Content-Type: multipart/mixed; boundary=b",
          "",
          "--b",
          "Content-Type: text/plain",
          "",
          "Your password: L3ak82Zx",
          "see http://shop.example/?token=L3ak83Zx&a=b",
          "--b",
          "Content-Type: text/html",
          "",
          "<p>Your password: L3ak84Zx <a href=\"http://shop.example/?token=L3ak85Zx\">log in</a></p>",
          "--b",
          "Content-Type: application/json",
          "Content-Disposition: attachment; filename=account.json",
          "",
          "{\"password\": \"L3ak86Zx\"}",
          "--b--",
          "."),
      "QUIT"
    };
    try (Socket socket =
            new Socket(System.getenv("SMTP_HOST"), Integer.parseInt(System.getenv("SMTP_PORT")));
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String command : mail) {
        answered(in);
        socket
            .getOutputStream()
            .write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
      answered(in);
    }
    return "{}";
  }

  private static void answered(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
  }

  /** How many command lines there are, and how many of them have a secret or a token in them. */
  private static String commandLines() throws IOException {
    int looked = 0;
    int leaks = 0;
    Path all = Path.of("/proc");
    if (Files.isDirectory(all)) {
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(all, "[0-9]*")) {
        for (Path process : processes) {
          String line = commandLine(process);
          if (line.contains(Path.of("").toAbsolutePath().getFileName().toString())) {
            looked++;
            leaks += SECRET.matcher(line).find() ? 1 : 0;
          }
        }
      }
    }
    System.out.println("command lines: " + looked + ", leaking: " + leaks);
    return "{\"without\": " + (looked - leaks) + "}";
  }

  /** The process may end meanwhile, or be another user's. */
  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static void log(String trace, String line) {
    System.out.println(trace + " " + line);
  }
}
