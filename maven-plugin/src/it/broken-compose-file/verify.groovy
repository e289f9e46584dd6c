String log = new File(basedir, 'build.log').text
assert log.contains("'pricng'")
assert log.contains('compose.yaml:5')
assert log.contains("Did you mean 'pricing'?")
