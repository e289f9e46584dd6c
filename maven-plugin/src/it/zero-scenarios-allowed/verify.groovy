String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 0')
assert log.contains('BUILD SUCCESS')

assert new File(basedir, 'target/trestle/metrics.json').exists()
assert new File(basedir, 'target/trestle/executions/default-cli/metrics.json').exists()
