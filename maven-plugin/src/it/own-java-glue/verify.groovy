String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 2')
assert log.contains('2 passed')
