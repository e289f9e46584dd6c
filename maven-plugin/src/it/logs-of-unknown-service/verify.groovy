String log = new File(basedir, 'build.log').text
assert log.contains("There is no log of a service 'barber'.")
assert log.contains('The services with a log are: [].')
assert log.contains('trestle/logs')
assert log.contains('Name one of them in trestle.services, or start the environment first.')
