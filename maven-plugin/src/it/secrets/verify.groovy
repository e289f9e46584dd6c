import java.util.zip.GZIPInputStream
import java.util.zip.InflaterInputStream

// Every secret of this build looks like this; what is masked, and what is made of it, does not.
def marked = ~/L3ak\d\dZx/
def leaks = new TreeMap<String, Set<String>>()
def look = { String where, String text ->
  def matcher = marked.matcher(text)
  while (matcher.find()) {
    leaks.computeIfAbsent(matcher.group(), { new TreeSet<String>() }).add(where)
  }
}

// The report keeps its files in compressed blocks, as base64 within scripts.
def blocks = { String html, Closure found ->
  def base64 = html =~ /[A-Za-z0-9+\/]{200,}={0,2}/
  int count = 0
  while (base64.find()) {
    byte[] bytes
    try {
      String text = base64.group()
      bytes = Base64.decoder.decode(text.substring(0, text.length() - text.length() % 4))
    } catch (IllegalArgumentException e) {
      continue
    }
    [{ new GZIPInputStream(it) }, { new InflaterInputStream(it) },
     { new InflaterInputStream(it, new java.util.zip.Inflater(true)) }, { it }].each { open ->
      def out = new ByteArrayOutputStream()
      try {
        open(new ByteArrayInputStream(bytes)).transferTo(out)
      } catch (IOException ignored) {
      }
      if (out.size() > 0) {
        count++
        found(out.toString('UTF-8'))
      }
    }
  }
  count
}

int files = 0
int inflated = 0
def own = ['src', 'compose.yaml', 'pom.xml'].collect { new File(basedir, it).toPath() }
basedir.eachFileRecurse { file ->
  if (file.file && own.every { !file.toPath().startsWith(it) }) {
    files++
    String text = file.getText('UTF-8')
    look(basedir.toPath().relativize(file.toPath()).toString(), text)
    if (file.name.endsWith('.html')) {
      inflated += blocks(text) { look(file.name + ' (block)', it) }
    }
  }
}
String console = new File(basedir, 'build.log').text
look('console', console)

assert files > 30
assert inflated > 0
assert leaks.isEmpty() : leaks.size() + ' secrets leaked: ' + leaks

assert console.contains('17 of 17 scenarios are red: 17 failed')
assert console.contains('*****')
assert console.contains('Path=/shop')
assert console =~ /\*{5} \(8 characters, #[0-9a-f]{4}\)'?, not '?\*{5} \(8 characters, #[0-9a-f]{4}\)/
assert console.contains('An escape \\u001b[31m in a name')
assert !(console =~ /escape \x1b/).find()

// Of the processes of this build, which work in its folder.
if (new File('/proc').directory) {
  def lines = new File(basedir, 'target/trestle/logs/vault.log').text =~ /command lines: (\d+), leaking: (\d+)/
  assert lines.find() && lines.group(1).toInteger() >= 2 && lines.group(2) == '0'
}
assert new File(basedir, 'target/trestle/logs/runner.log').file

// Others may read a report, as the umask says.
def posix = java.nio.file.FileSystems.default.supportedFileAttributeViews().contains('posix')
if (posix) {
  def plain = new File(basedir, 'target/plain')
  plain.text = ''
  def modes = { java.nio.file.Files.getPosixFilePermissions(it.toPath()) }
  ['report/index.html', 'junit/TEST-trestle.xml', 'metrics.json', 'interactions.json', 'interactions.md'].each {
    def file = new File(basedir, 'target/trestle/' + it)
    assert modes(file) == modes(plain) : it
  }
}

// The value of the last expression would be taken for the result.
return true
