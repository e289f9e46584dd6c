String log = new File(basedir, 'build.log').text
assert log.contains('The scenarios cover 0 % of the interactions, and 50 % are asked for.')
assert log.contains('7 of 7 cells are empty:')
assert log.contains('  doorkeeper -> greeter: exercised')
assert log =~ /All of them are in \S+interactions\.md and in the tab 'Interactions' of \S+index\.html/
assert log.contains('or lower trestle.minimumInteractionCoverage.')
assert log.contains('Interactions: 0 % of 7 cells; ')
assert log.contains('A selection of scenarios: the coverage of interactions is not checked')
assert log.contains("The value 'most' of trestle.minimumInteractionCoverage is not valid.")
assert log.count('Starting 2 services') == 2
String markdown = new File(basedir, 'target/trestle/interactions.md').text
assert markdown.contains('| `doorkeeper → greeter` | **EMPTY** |')
assert new File(basedir, 'target/allure-results/interactions.json').exists()
