package dev.trestle.host.edge;

/**
 * Settings of the JDK's HTTP server and client. Each reads them once, when the first server or
 * client is made, so they have to be there before that.
 */
public final class JdkHttp {

  private JdkHttp() {}

  /**
   * Without these, small answers wait 40 ms for Nagle's algorithm, idle connections are cut after
   * 30 s under services that still want to use them, and the proxies' own client uses connections
   * that a service has just cut for being idle.
   */
  public static void configure() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    System.setProperty("jdk.httpclient.keepalive.timeout", "20");
  }
}
