String log = new File(basedir, 'build.log').text
String dry = log.substring(log.indexOf('Dry run: matching steps, running none'))
assert log.contains('Scenarios: 2 in ') && log.contains(': 2 passed')
assert dry.contains('Dry run, scenarios matched: 2 in ') && dry.contains(': 2 matched')
assert dry.contains('Dry run: no step was run, and no report or result was written')
assert !dry.contains('passed') && !dry.contains('Report:')
File target = new File(basedir, 'target')
assert new File(target, 'trestle/report/index.html').exists()
assert new File(target, 'trestle/metrics.json').text.contains('"passed":2')
assert new File(target, 'trestle/junit/TEST-trestle.xml').text.contains('tests="2"')
assert new File(target, 'allure-results').listFiles().count { it.name.endsWith('-result.json') } == 2
assert !new File(target, 'trestle/dry-run/junit/TEST-trestle.xml').exists()
assert !new File(target, 'trestle/dry-run/metrics.json').exists()
