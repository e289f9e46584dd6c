String log = new File(basedir, 'build.log').text
int ready = log.indexOf('Environment ready')
int attached = log.indexOf('Attached to the environment that is up: greeter')
int passed = log.indexOf('Greeting: 1 passed')
int stopped = log.indexOf('Environment stopped')
assert 0 < ready && ready < attached && attached < passed && passed < stopped
assert log.indexOf('Starting 1 services') == log.lastIndexOf('Starting 1 services')
assert !new File(basedir, 'target/trestle/host.json').exists()
// Nothing of the environment is left.
String folder = new File(basedir, 'target/trestle').path
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains(folder) }
