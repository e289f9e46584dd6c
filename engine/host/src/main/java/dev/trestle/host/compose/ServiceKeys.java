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
              container_name cap_add cap_drop configs cpu_shares cpus cpuset
              deploy dns dns_opt dns_search domainname extra_hosts group_add
              hostname init ipc labels mem_limit mem_reservation memswap_limit
              pid pids_limit platform privileged pull_policy read_only secrets
              security_opt shm_size stdin_open stop_grace_period stop_signal
              sysctls tmpfs tty ulimits user userns_mode working_dir
              """),
          words(
              """
              annotations attach blkio_config cgroup cgroup_parent cpu_count
              cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime
              credential_spec develop device_cgroup_rules devices
              external_links gpus isolation label_file logging mac_address
              mem_swappiness models network_mode oom_kill_disable
              oom_score_adj post_start pre_stop provider pull_refresh_after
              restart runtime scale storage_opt use_api_socket uts
              volumes_from
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
