package dev.trestle.host.compose;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of its container alone; the process runtime passes it by.
 *
 * @param platform the image's platform, as {@code linux/arm64}; null for the engine's own
 * @param pullPolicy {@code always}, {@code missing}, {@code never} or {@code build}; null when the
 *     file does not say
 * @param place who runs it, where and under which host name
 * @param security what it may do
 * @param limits how much it may use
 * @param names how it finds others
 * @param init whether a small init process comes first; null for the engine's own choice
 * @param tty whether it has a terminal
 * @param stdinOpen whether its standard input stays open
 * @param stopSignal the signal that ends it, null for the image's own
 * @param stopGrace how long its end may take
 * @param labels its labels
 * @param sysctls its kernel parameters
 * @param tmpfs memory folders by their path, each with its options
 * @param files files of {@code secrets} and {@code configs}
 */
public record ContainerSettings(
    @Nullable String platform,
    @Nullable String pullPolicy,
    Place place,
    Security security,
    Limits limits,
    Names names,
    @Nullable Boolean init,
    boolean tty,
    boolean stdinOpen,
    @Nullable String stopSignal,
    @Nullable Duration stopGrace,
    Map<String, String> labels,
    Map<String, String> sysctls,
    Map<String, String> tmpfs,
    List<FileGrant> files) {

  /** Copies the collections and keeps their order. */
  public ContainerSettings {
    labels = Ordered.copy(labels);
    sysctls = Ordered.copy(sysctls);
    tmpfs = Ordered.copy(tmpfs);
    files = List.copyOf(files);
  }

  /** The same settings without the files of secrets and configs, which know where they stand. */
  public ContainerSettings withoutFiles() {
    return new ContainerSettings(
        platform,
        pullPolicy,
        place,
        security,
        limits,
        names,
        init,
        tty,
        stdinOpen,
        stopSignal,
        stopGrace,
        labels,
        sysctls,
        tmpfs,
        List.of());
  }

  /** The settings of a service that says nothing. */
  public static ContainerSettings none() {
    return new ContainerSettings(
        null,
        null,
        new Place(null, List.of(), null, null, null, null, null, null),
        new Security(List.of(), List.of(), List.of(), false, false),
        new Limits(null, null, null, null, null, null, null, null, Map.of()),
        new Names(List.of(), List.of(), List.of(), List.of()),
        null,
        false,
        false,
        null,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  /**
   * Who runs it, where and under which host name; null everywhere for the image's or engine's own.
   *
   * @param user the user, with or without group
   * @param groups further groups
   * @param directory the working directory
   * @param hostname its own host name
   * @param domainname its domain
   * @param pid the process namespace
   * @param ipc the namespace of shared memory
   * @param userns the user namespace
   */
  public record Place(
      @Nullable String user,
      List<String> groups,
      @Nullable String directory,
      @Nullable String hostname,
      @Nullable String domainname,
      @Nullable String pid,
      @Nullable String ipc,
      @Nullable String userns) {

    /** Copies the list. */
    public Place {
      groups = List.copyOf(groups);
    }
  }

  /**
   * What it may do.
   *
   * @param added capabilities that it gets
   * @param dropped capabilities that it loses
   * @param options security options
   * @param privileged whether it may do all
   * @param readOnly whether its file system is read-only
   */
  public record Security(
      List<String> added,
      List<String> dropped,
      List<String> options,
      boolean privileged,
      boolean readOnly) {

    /** Copies the lists. */
    public Security {
      added = List.copyOf(added);
      dropped = List.copyOf(dropped);
      options = List.copyOf(options);
    }
  }

  /**
   * How much it may use; null where the file does not say.
   *
   * @param memory bytes of memory
   * @param reservation bytes of memory that it should have
   * @param memoryAndSwap bytes of memory and swap, -1 for no limit
   * @param nanoCpus billionths of a processor
   * @param cpuShares its weight among others
   * @param cpuset the processors that it may use
   * @param pids the number of its processes
   * @param sharedMemory bytes of {@code /dev/shm}
   * @param ulimits its resource limits, soft and hard
   */
  public record Limits(
      @Nullable Long memory,
      @Nullable Long reservation,
      @Nullable Long memoryAndSwap,
      @Nullable Long nanoCpus,
      @Nullable Integer cpuShares,
      @Nullable String cpuset,
      @Nullable Long pids,
      @Nullable Long sharedMemory,
      Map<String, Ulimit> ulimits) {

    /** Copies the map. */
    public Limits {
      ulimits = Ordered.copy(ulimits);
    }
  }

  /**
   * One resource limit.
   *
   * @param soft the limit in force
   * @param hard the limit up to which it may be raised
   */
  public record Ulimit(long soft, long hard) {}

  /**
   * How it finds others.
   *
   * @param extraHosts further host names, as {@code name:address}
   * @param dns its name servers
   * @param dnsSearch the domains that it searches
   * @param dnsOptions the options of its resolver
   */
  public record Names(
      List<String> extraHosts, List<String> dns, List<String> dnsSearch, List<String> dnsOptions) {

    /** Copies the lists. */
    public Names {
      extraHosts = List.copyOf(extraHosts);
      dns = List.copyOf(dns);
      dnsSearch = List.copyOf(dnsSearch);
      dnsOptions = List.copyOf(dnsOptions);
    }
  }
}
