String log = new File(basedir, 'build.log').text
assert log.contains("The time 'soon' cannot be read.")
assert log.contains('A time is a whole number with s, min or h.')
assert log.contains('It is the parameter trestle.mutate.budget.')
assert log.contains('Write it as -Dtrestle.mutate.budget=90s, 10min or 2h.')
