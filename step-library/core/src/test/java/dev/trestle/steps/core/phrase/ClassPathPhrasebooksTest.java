package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathPhrasebooksTest {

  @TempDir Path folder;

  @Test
  void phrasebooks_are_found_in_jars_and_in_folders() throws IOException {
    Path jar = folder.resolve("a.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          new String[] {
            "shop/", "shop/deep/a.phrases.feature", "shop/b.feature", "x/c.phrases.feature"
          }) {
        out.putNextEntry(new JarEntry(name));
        if (!name.endsWith("/")) {
          out.write(("of jar " + name).getBytes(StandardCharsets.UTF_8));
        }
        out.closeEntry();
      }
    }
    Path classes = Files.createDirectories(folder.resolve("classes/shop"));
    Files.writeString(classes.resolve("d.phrases.feature"), "of folder");

    URL[] urls = {jar.toUri().toURL(), folder.resolve("classes/").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      SortedMap<String, String> found =
          new ClassPathPhrasebooks(loader).below(URI.create("classpath:/shop"));

      assertThat(found)
          .containsExactly(
              entry("shop/d.phrases.feature", "of folder"),
              entry("shop/deep/a.phrases.feature", "of jar shop/deep/a.phrases.feature"));
    }
  }
}
