String log = new File(basedir, 'build.log').text
assert log.contains('2 of 3 scenarios are red: 1 undefined, 1 failed')
assert log.contains('BUILD SUCCESS')
