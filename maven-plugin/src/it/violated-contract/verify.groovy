import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('2 passed')
assert log.contains('[ERROR] 1) test -> greeter, GET /hello, response 200')
assert log.contains('[ERROR]    /language: missing field; the document says a value, there is nothing')
assert log.contains('[ERROR]    /text: wrong type; the document says integer, there is "Hello" (string)')
assert log.contains('[ERROR]    greeter.yaml#/paths/~1hello/get/responses/200/content/application~1json/schema/properties/text/type')
assert log.contains('[ERROR]    /token: undocumented field; the document says no such field, there is *****')
assert log.contains('[ERROR]    once, in: A visitor is greeted')
assert log.contains('Contracts: 2 interactions checked')
assert log.contains('3 violations of contracts found in 2 interactions.')
assert log.contains('or let the build pass with -Dtrestle.contracts=warn.')
assert log.contains('[WARNING] 1) test -> greeter, GET /hello, response 200')
assert log.contains('[WARNING] 3 violations of contracts found in 2 interactions.')
assert log.contains("The value 'strict' of trestle.contracts is not valid.")
assert !log.contains('abcdef99')

def interactions = new JsonSlurper().parse(new File(basedir, 'target/trestle/interactions.json'))
assert interactions.contracts.mode == 'off'
assert interactions.contracts.findings == []
