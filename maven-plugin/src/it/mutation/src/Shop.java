import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the prices, for five seconds, and sells what has one. */
public class Shop {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/order", Shop::order);
    server.start();
  }

  private static void order(HttpExchange exchange) throws IOException {
    try {
      HttpRequest.Builder quote =
          HttpRequest.newBuilder(URI.create(System.getenv("PRICES_URL") + "/quote"))
              .timeout(Duration.ofSeconds(5));
      String trace = exchange.getRequestHeaders().getFirst("traceparent");
      if (trace != null) {
        quote.header("traceparent", trace);
      }
      HttpResponse<String> said =
          CLIENT.send(quote.build(), HttpResponse.BodyHandlers.ofString());
      Matcher total = Pattern.compile("\"total\":([0-9]+)").matcher(said.body());
      if (said.statusCode() == 200 && total.find()) {
        answer(exchange, 200, "{\"sold\":" + total.group(1) + "}");
      } else {
        answer(exchange, 502, "{}");
      }
    } catch (IOException e) {
      answer(exchange, 504, "{}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
