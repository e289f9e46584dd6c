String log = new File(basedir, 'build.log').text
assert log.contains('Trestle does not run with Cucumber 7.10.1.')
assert log.contains("The project's test class path has io.cucumber:cucumber-java:7.10.1.")
assert log.contains('Supported: Cucumber 7.11 and later versions of 7.')
assert log.contains('Raise io.cucumber:cucumber-java')
assert !log.contains('NoSuchMethodError')
assert !log.contains('Scenarios:')
