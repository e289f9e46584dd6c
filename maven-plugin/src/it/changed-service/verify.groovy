String log = new File(basedir, 'build.log').text
assert log.contains('The environment is not what the project describes now; the scenarios run in it as it is.')
assert log.contains('doorkeeper: its definition changed')
assert log.contains('porter: it depends on doorkeeper')
assert log.contains('Run mvn trestle:start to bring it up to date.')
assert log.contains('Replacing doorkeeper: its definition changed')
assert log.contains('Replacing porter: it depends on doorkeeper')
assert log.contains('Keeping greeter')
assert log.count('Greeting: 1 passed') == 2
assert log.count('The environment is not what') == 1
assert log.contains('Environment stopped')
