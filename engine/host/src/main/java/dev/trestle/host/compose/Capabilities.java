package dev.trestle.host.compose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Maps {@code cap_add} and {@code cap_drop}: capabilities of Linux, by capabilities(7). */
final class Capabilities {

  /** Their names, without {@code CAP_}. */
  static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              """
              ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF
              CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER
              FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN
              MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST
              NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN
              SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE
              SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM
              """
                  .strip()
                  .split("\\s+")));

  private Capabilities() {}

  static List<String> map(@Nullable Field field) {
    return field == null ? List.of() : field.items().stream().map(Capabilities::name).toList();
  }

  private static String name(Field item) {
    String name = item.text().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
    if (!KNOWN.contains(name)) {
      throw item.error(
          "the capability '" + item.text() + "' is not known",
          Suggestion.among("Capabilities", name, KNOWN),
          "Correct the name, or remove it.");
    }
    return name;
  }
}
