String log = new File(basedir, 'build.log').text
assert log.contains('Scenarios: 3')
assert log.contains('3 passed')
assert log.contains('Greeting: 3 passed')

def results = new File(basedir, 'target/allure-results').listFiles().findAll { it.name.endsWith('-result.json') }
assert results.size() == 3
assert results.any { it.text.contains('"name":"epic","value":"Manners"') }
assert results.any { it.text.contains('"name":"severity","value":"critical"') }

String html = new File(basedir, 'target/trestle/report/index.html').text
assert !html.contains('googletagmanager')
// Whatever the browser would fetch is inlined.
assert !(html =~ /(?i)<(script|link|img|iframe)[^>]*(src|href)="https?:/).find()

String junit = new File(basedir, 'target/trestle/junit/TEST-trestle.xml').text
assert junit.contains('tests="3"') && junit.contains('failures="0"')
assert new File(basedir, 'target/trestle/metrics.json').text.contains('"passed":3')
assert !new File(basedir, 'target/trestle/host.json').exists()
