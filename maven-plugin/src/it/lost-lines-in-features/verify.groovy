String log = new File(basedir, 'build.log').text
assert log.contains('Feature files have errors; no scenario was run.')
assert log.contains("src/test/features/ordering.feature:3: 'Scenaro: What is ordered is reserved' is taken for a description")
assert log.contains('Correct the keyword, or reword the description')
assert !new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text.contains('<testcase')
