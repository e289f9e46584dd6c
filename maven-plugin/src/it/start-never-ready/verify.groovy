String log = new File(basedir, 'build.log').text
assert log.contains("Service 'dozer' was not ready after 10 s.")
assert log.contains('/health')
assert log.contains('The dozer has gone to bed.')
assert log.contains('compose.yaml:')
assert !log.contains('The environment stays up')
assert !new File(basedir, 'target/trestle/host.json').exists()
// Neither the service nor the host is left.
String folder = new File(basedir, 'target/trestle').path
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').with { it.contains('Dozer') || it.contains(folder) } }
