String log = new File(basedir, 'build.log').text
assert log.contains('trestle:run')
assert log.contains('failIfNoScenarios (Default: true)')
assert log.contains('User property: trestle.failIfNoScenarios')
