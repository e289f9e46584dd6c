String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 0')
assert log.contains('BUILD SUCCESS')
