String log = new File(basedir, 'build.log').text
assert log.contains("Service 'sleeper' was not ready after 3 s.")
assert log.contains('/health')
assert log.contains('The sleeper has gone to bed.')
assert log.contains('compose.yaml:')
assert new File(basedir, 'target/trestle/logs/sleeper.log').text.contains('The sleeper has gone to bed.')
// Nothing of the environment is left.
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').endsWith('sleep 86399') }
