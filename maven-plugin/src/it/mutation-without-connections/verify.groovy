String log = new File(basedir, 'build.log').text
assert log.contains('There is nothing to mutate.')
assert log.contains('In 1 green scenario no service answered another one over HTTP; answers to the test itself are not mutated.')
assert log.contains('Look at target/trestle/mutations/recording/interactions.json')
assert log.contains("Give services each other's addresses as http://name:port in the Compose file")
assert log.contains('BUILD FAILURE')

assert log.contains('There is no edge proxy that could change an answer.')
assert log.contains('The environment was started with trestle.edges=false.')
assert log.contains('Leave it out, run mvn trestle:stop if the environment stayed up, and run mvn trestle:mutate again.')
