String log = new File(basedir, 'build.log').text
assert log.contains('1 of 1 scenario is red: 1 failed')
assert log.contains('The environment stays up; stop it with mvn trestle:stop')
assert log.count('Environment stopped') == 1
assert log.indexOf('Environment stopped') > log.indexOf('BUILD FAILURE')
