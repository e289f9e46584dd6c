String log = new File(basedir, 'build.log').text
assert log.contains('No environment is up; there is nothing to stop')
assert log.contains('No environment is up; start one with mvn trestle:start')
assert log.contains('The environment stays up until 10 min pass without use; stop it with mvn trestle:stop')
assert log.contains('Lease: 10 min 0 s without use')
assert log =~ /doorkeeper +service +ready +8080 at 127\.0\.0\.1:\d+ +target.trestle.logs.doorkeeper\.log/
assert log =~ /greeter +stub +ready/
assert log.count('Starting 2 services') == 1
assert log.count('Attached to the environment that is up: greeter, doorkeeper') == 2
assert log.count('Greeting: 1 passed') == 2
assert log.contains('The environment is up to date: greeter, doorkeeper')
assert log.contains('doorkeeper | The door is open, password=*****')
assert !log.contains('sesame')
assert log.contains('Environment stopped')
assert !new File(basedir, 'target/trestle/host.json').exists()
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains('src/Doorkeeper.java') }
