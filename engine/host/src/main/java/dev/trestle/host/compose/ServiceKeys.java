package dev.trestle.host.compose;

import java.util.Set;

/** The keys of a service, by the schema of the Compose specification. */
final class ServiceKeys {
  private static final String EXTENSION = "x-trestle";
  private static final Keys KEYS =
      new Keys(
          words(
              """
              image build environment env_file command entrypoint ports expose
              depends_on links healthcheck volumes networks profiles extends
              container_name
              """),
          words(
              """
              annotations attach blkio_config cap_add cap_drop cgroup
              cgroup_parent configs cpu_count cpu_percent cpu_period cpu_quota
              cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec
              deploy develop device_cgroup_rules devices dns dns_opt dns_search
              domainname external_links extra_hosts gpus group_add hostname init
              ipc isolation label_file labels logging mac_address mem_limit
              mem_reservation mem_swappiness memswap_limit models network_mode
              oom_kill_disable oom_score_adj pid pids_limit platform post_start
              pre_stop privileged provider pull_policy pull_refresh_after
              read_only restart runtime scale secrets security_opt shm_size
              stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs
              tty ulimits use_api_socket user userns_mode uts volumes_from
              working_dir
              """));

  private ServiceKeys() {}

  static void check(Field service, Warnings warnings) {
    KEYS.check(service, warnings);
    service
        .entries()
        .forEach(
            (name, field) -> {
              // Extension fields are free, so that a misspelt one of ours would go unnoticed.
              boolean foreign = !name.startsWith("x-") || name.equals(EXTENSION);
              if (!foreign && Suggestion.closest(name, Set.of(EXTENSION)).isPresent()) {
                warnings.add(
                    field.position(),
                    field.key(),
                    "unknown key '" + name + "': did you mean '" + EXTENSION + "'?");
              }
            });
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
