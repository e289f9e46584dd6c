['allure-results/.trestle', 'allure-results/1-result.json', 'allure-results/categories.json',
 'trestle/report/index.html', 'trestle/junit/TEST-trestle.xml', 'trestle/metrics.json'].each {
    File file = new File(basedir, "target/$it")
    file.parentFile.mkdirs()
    file.text = 'of an earlier run'
}
return true
