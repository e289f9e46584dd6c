String log = new File(basedir, 'build.log').text
assert log.contains("The time 'soon' cannot be read.")
assert log.contains('A time is a whole number with s, min or h.')
assert log.contains('It is the parameter trestle.mutate.budget.')
assert log.contains('Write it as -Dtrestle.mutate.budget=90s, 10min or 2h.')

assert log.contains("The value 'on' is neither on nor off.")
assert log.contains('Maven would take it for false without a word.')
assert log.contains('It is the parameter trestle.edges.')
assert log.contains('Write -Dtrestle.edges=true or -Dtrestle.edges=false.')

assert log.contains('Trestle is skipped, because trestle.skip is set.')

assert log.contains("The value 'yes' is neither on nor off.")
assert log.contains('It is the parameter trestle.dryRun.')

File target = new File(basedir, 'target')
assert new File(target, 'allure-results/categories.json').exists()
assert !new File(target, 'allure-results/1-result.json').exists()
assert !new File(target, 'trestle/report/index.html').exists()
assert !new File(target, 'trestle/junit/TEST-trestle.xml').exists()
assert !new File(target, 'trestle/metrics.json').exists()
