String log = new File(basedir, 'build.log').text
assert log.contains('Trestle is skipped, because skipTests is set.')
assert log.contains('BUILD SUCCESS')
assert !new File(basedir, 'target/trestle').exists()
