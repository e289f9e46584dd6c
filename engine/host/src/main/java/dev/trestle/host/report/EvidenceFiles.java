package dev.trestle.host.report;

import io.qameta.allure.DefaultResultsVisitor;
import io.qameta.allure.entity.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attachments of one result, which go into its block under its id. */
final class EvidenceFiles implements ResultNode.Evidence {

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private final Path folder;
  private final String uid;
  private final Block block = new Block();
  private int count;

  EvidenceFiles(Path folder, String uid) {
    this.folder = folder;
    this.uid = uid;
  }

  /** The block with what was taken so far. */
  Block block() {
    return block;
  }

  @Override
  public Attachment take(@Nullable String name, String source, @Nullable String type) {
    Path file = folder.resolve(source);
    Attachment attachment = new Attachment().setName(name).setType(type).setSize(0L);
    byte[] content = content(file);
    if (content == null) {
      return attachment;
    }
    count++;
    String id = uid + "-" + count;
    Matcher extension = EXTENSION.matcher(source);
    String stored = id + (extension.find() ? extension.group() : "");
    block.add("data/attachments/" + stored, content);
    return attachment
        .setUid(id)
        .setName(name == null ? source : name)
        .setSource(stored)
        .setType(type == null ? DefaultResultsVisitor.probeContentType(file) : type)
        .setSize((long) content.length);
  }

  /** The content of a file of the folder, or null when it is not there. */
  private byte @Nullable [] content(Path file) {
    if (!file.normalize().startsWith(folder.normalize())) {
      return null;
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
