String log = new File(basedir, 'build.log').text
assert log.contains('No scenario was run.')
assert log.contains('No scenario in src/test/features matches the selection.')
assert log.contains('-Dtrestle.failIfNoScenarios=false')
