String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 3 in ')
// How much of the messages arrived before the exit differs.
assert log =~ /[12] scenarios? (was|were) not run:/
assert log.contains('It closes (src/test/features/till.feature:9)')
assert log.contains('The runner ended with exit code 0 before the end of the run.')
assert log.contains('calls System.exit')
assert log =~ /([23]) of 3 scenarios are red: 1 failed, [12] not run; see the messages above\./
assert new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text.contains('tests="3"')
