String log = new File(basedir, 'build.log').text
assert log.contains('1 passed, 1 undefined, 1 failed')
assert log.contains(') A visitor is told to leave (failed)')
assert log.contains('src/test/features/greeting.feature:7')
assert log.contains('Then the response at "$.text" is "Go away"')
assert log.contains('Hello')
assert log.contains(') A visitor is asked to dance (undefined)')
assert log.contains('src/test/features/greeting.feature:11')
assert log.contains('2 of 3 scenarios are red: 1 undefined, 1 failed')
assert log.contains('MojoFailureException') || log.contains('trestle-maven-plugin')
assert new File(basedir, 'target/trestle/report/index.html').exists()
String junit = new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text
assert junit.contains('failures="2"')
