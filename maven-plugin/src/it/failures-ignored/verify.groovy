String log = new File(basedir, 'build.log').text
assert log.contains('2 of 3 scenarios failed')
assert log.contains('BUILD SUCCESS')
