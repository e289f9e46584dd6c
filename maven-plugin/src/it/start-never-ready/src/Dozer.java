import java.util.concurrent.CountDownLatch;

/** A service that starts, says so, and never listens. */
public class Dozer {
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("The dozer has gone to bed.");
    new CountDownLatch(1).await();
  }
}
