String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 1')
assert log.contains('1 passed')
