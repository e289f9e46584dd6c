String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 43 in ')
assert log.contains(': 42 passed, 1 failed')
assert log.contains('1) long and red (failed)')
assert log.contains('src/test/features/a.feature:6')
assert log.contains('The till is broken.')
assert log.contains('1 of 43 scenarios is red: 1 failed')
String junit = new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text
assert junit.contains('tests="43"') && junit.contains('failures="1"')
String metrics = new File(basedir, 'target/trestle/metrics.json').text
assert metrics.contains('"failed":1') && metrics.contains('"passed":42')
File[] results = new File(basedir, 'target/allure-results').listFiles().findAll { it.name.endsWith('-result.json') }
assert results.size() == 43
assert results.count { it.text.contains('"status":"failed"') } == 1
