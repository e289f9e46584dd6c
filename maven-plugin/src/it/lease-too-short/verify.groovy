String log = new File(basedir, 'build.log').text
assert log.contains("The value '0' of trestle.lease is not valid.")
assert log.contains('It has to be a whole number from 1 to 525600.')
assert log.contains('Correct it, such as to -Dtrestle.lease=60.')
