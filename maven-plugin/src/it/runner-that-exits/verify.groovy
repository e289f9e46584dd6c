String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 3 in ')
assert log.contains('1 scenario was not run:')
assert log.contains('It closes (src/test/features/till.feature:9)')
assert log.contains('The runner ended with exit code 0 before the end of the run.')
assert log.contains('calls System.exit')
assert log.contains('2 of 3 scenarios are red: 1 failed, 1 not run; see the messages above.')
assert new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text.contains('tests="3"')
