String log = new File(basedir, 'build.log').text
assert log.contains('Feature files have errors; no scenario was run.')
assert log.contains('src/test/features/broken.feature:6')
assert log.contains('inconsistent cell count')
