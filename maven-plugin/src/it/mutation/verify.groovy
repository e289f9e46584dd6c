String log = new File(basedir, 'build.log').text
assert log.contains('Mutation: a new recording, since there is none to go on with')
assert log.contains('7 mutants in 2 scenarios')
// How many are decided within the budget depends on the machine.
assert log =~ /The budget was used up: [1-6] mutants are undecided\. Run mvn trestle:mutate again to go on with them/
assert log.contains('Salt is never sold (src/test/features/order.feature:11): it is failed without mutants, at Then the response status is 404')

assert log.contains('Mutation: goes on with the recording and the results of an earlier run')
assert log =~ /7 mutants in 2 scenarios, [1-6] decided before/
assert log =~ /shop -> prices +7 +6 +0 +1 +0 +0 +0 +85 %/
assert log.contains("No scenario noticed when prices answered shop `\$.total` one too high in GET /quote; there: 'Beans are sold', 'Rice is sold'.") ||
    log.contains("No scenario noticed when prices answered shop `\$.total` one too high in GET /quote; there: 'Rice is sold', 'Beans are sold'.")

assert log.contains('The scenarios noticed 85 % of the mutants, and at least 100 % are wanted.')
assert log.contains('1 mutant survived; see the sentences above.')
assert log.contains('Let scenarios look at what survived, or lower trestle.mutate.minimumScore.')

String json = new File(basedir, 'target/trestle/mutations.json').text
assert json.contains('"kind":"MISSING","field":"$.total","verdict":"killed"')
assert json.contains('"message":"The response status is 502, not 200.')
assert json.contains('"kind":"PLUS_ONE","field":"$.total","verdict":"survived"')
assert new File(basedir, 'target/trestle/mutations.md').text.contains('| shop -> prices | 7 | 6 | 0 | 1 | 0 | 0 | 0 | 85 % | 85 % |')
assert !new File(basedir, 'target/allure-results').exists()
assert !new File(basedir, 'target/trestle/metrics.json').exists()
assert !ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains('src/Shop.java') }
