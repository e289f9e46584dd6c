String log = new File(basedir, 'build.log').text
assert log.contains('A host that was killed left its state file; mvn trestle:clean sweeps')
assert log.contains('No environment is up; there is nothing to stop')
assert log.contains('Starting 1 services: greeter')
assert log.contains('Greeting: 1 passed')
assert !log.contains('Attached')
assert log.contains('There was nothing to clean up') || log.contains('Cleaned up after')
assert !new File(basedir, 'target/trestle/host.json').exists()
