String log = new File(basedir, 'build.log').text
assert log.contains('The lease of 0 min is too short.')
assert log.contains('It is the parameter trestle.lease.')
assert log.contains('Name more minutes, such as -Dtrestle.lease=60.')
