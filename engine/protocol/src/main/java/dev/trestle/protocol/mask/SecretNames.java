package dev.trestle.protocol.mask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which names are names of secrets. A name is split into words, so that {@code userPassword},
 * {@code DB_PASSWORD} and {@code $.user.password} are, and {@code passenger} is not. The table is
 * in docs/configuration.md; the system property {@value #PROPERTY} adds names, and removes those
 * with a minus sign before them.
 */
public final class SecretNames {

  /** The system property with a project's own names, separated by commas. */
  public static final String PROPERTY = "trestle.secrets";

  /** The names that Trestle knows, each of one or more words. */
  static final List<String> KNOWN =
      List.of(
          "password, passwd, passphrase, pass phrase, passcode, pass code, pass, pwd, pswd",
          "pin, pin code, puk, otp, totp, security code, verification code, one time code",
          "recovery code, backup code, cvv, cvc, csc, card code",
          "secret, token, jwt, bearer, csrf, xsrf, credential, mnemonic, seed phrase",
          "api key, private key, secret key, access key, signing key, encryption key, master key",
          "auth key, shared key, account key, subscription key, license key, licence key",
          "deploy key, session key, hmac key, connection string",
          "session, session id, signature, sig, authorization, cookie",
          "client assertion, saml response, saml assertion",
          "passwort, kennwort, senha, contraseña, contrasena, mot de passe, wachtwoord, hasło",
          "lösenord, пароль, 密码, 密碼, パスワード, 비밀번호");

  /** What these follow is about a secret and is none: {@code tokenType}, {@code passwordLength}. */
  private static final Set<String> HARMLESS_AFTER =
      words(
          "type types policy policies length size min max minimum maximum count counts name names"
              + " user username url uri endpoint expires expiry expired expiration expire ttl"
              + " timeout lifetime age at on in date time algorithm alg method methods format"
              + " strength rule rules required enabled disabled valid invalid verified changed"
              + " updated created status state version domain path prefix suffix scope scopes"
              + " audience issuer id ids index position field label placeholder error errors"
              + " message attempts limit limits rate usage provider mode kind store manager"
              + " service header param parameter file encoder validator factory filter page"
              + " present exists percent ratio host port consent banner feature java kt groovy json yaml"
              + " yml xml properties txt log sql csv md html js ts py rb go cs php");

  /** {@code maxTokens}, {@code hasPassword}. */
  private static final Set<String> HARMLESS_BEFORE =
      words(
          "is has have needs require requires allow allows can use uses enable disable show forgot"
              + " max min total num number count prompt completion input output cached");

  /** These are lists of something else more often than of secrets. */
  private static final Set<String> NO_PLURAL = words("session pass pin");

  /** How words end that are several secret words written as one. */
  private static final List<String> ENDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey",
          "signingkey",
          "sessionid",
          "sessid",
          "credential");

  /** What people choose; {@code pas} is the singular of {@code pass}. */
  private static final Set<String> CHOSEN =
      words(
          "pas pwd pswd passcode pin secret passwort kennwort senha contraseña contrasena"
              + " wachtwoord hasło lösenord пароль");

  private static final List<String> ENDS_OF_CHOSEN = List.of("password", "passwd", "passphrase");

  private static final int MOST_WORDS_OF_A_NAME = 4;
  private static final int LETTER_BITS = 5;
  private static final int LETTER = (1 << LETTER_BITS) - 1;
  private static final int LONGEST = 200;
  private static final int MOST_REMEMBERED = 4096;

  private final Set<String> terms = new HashSet<>();
  private final Set<String> never = new HashSet<>();

  /** Which three letters some secret name begins with; a name with none of these is none. */
  private final boolean[] beginnings = new boolean[1 << 3 * LETTER_BITS];

  private boolean anyMayBe;
  private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

  /** The known names with those of a project. */
  public SecretNames(String own) {
    KNOWN.forEach(line -> addAll(line));
    addAll(own);
    terms.forEach(this::addBeginning);
    ENDS.forEach(this::addBeginning);
  }

  private void addBeginning(String term) {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      char c = i < term.length() ? term.charAt(i) : ' ';
      anyMayBe |= c == ' ';
      code = code << LETTER_BITS | c & LETTER;
    }
    beginnings[code] = true;
  }

  /** Whether a part of a text may be such a name, which is quickly said. */
  boolean mayContain(String text, int from, int to) {
    int code = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      code = (code << LETTER_BITS | c & LETTER) & beginnings.length - 1;
      if ((beginnings[code] && i >= from + 2) || c >= 128 || c == '\\') {
        return true;
      }
    }
    return anyMayBe;
  }

  private void addAll(String names) {
    for (String name : names.split(",")) {
      String plain = name.strip();
      String term = String.join(" ", split(plain));
      if (!term.isEmpty()) {
        (plain.startsWith("-") ? never : terms).add(term);
      }
    }
  }

  /** Whether what has this name is a secret; the name may be a path such as {@code $.a.token}. */
  public boolean contains(String name) {
    if (name.length() > LONGEST) {
      return isSecret(name.substring(name.length() - LONGEST));
    }
    Boolean known = remembered.get(name);
    if (known == null) {
      known = isSecret(name);
      if (remembered.size() < MOST_REMEMBERED) {
        remembered.put(name, known);
      }
    }
    return known;
  }

  /** Whether people choose what has this secret name, as they do passwords, and not keys. */
  public static boolean isOfChosen(String name) {
    List<String> words = split(name.substring(Math.max(0, name.length() - LONGEST)));
    return words.stream()
        .map(SecretNames::singular)
        .anyMatch(
            word ->
                CHOSEN.contains(word)
                    || ENDS_OF_CHOSEN.stream().anyMatch(end -> word.endsWith(end)));
  }

  /** Whether it is the header or the field of cookies, of which only the values are secret. */
  static boolean isCookie(String name) {
    List<String> words = split(name);
    return !words.isEmpty() && words.get(words.size() - 1).matches("cookies?");
  }

  private boolean isSecret(String name) {
    List<String> words = split(name);
    for (int from = 0; from < words.size(); from++) {
      int to = match(words, from);
      if (to > 0 && !isHarmless(words, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHarmless(List<String> words, int from, int to) {
    return words.subList(to, words.size()).stream().anyMatch(HARMLESS_AFTER::contains)
        || (from > 0 && HARMLESS_BEFORE.contains(words.get(from - 1)));
  }

  /** The end of the longest secret name that begins at a word, or 0. */
  private int match(List<String> words, int from) {
    int last = Math.min(words.size(), from + MOST_WORDS_OF_A_NAME);
    for (int to = last; to > from; to--) {
      String term = String.join(" ", words.subList(from, to));
      if (isTerm(term) || (to == from + 1 && endsLikeOne(term))) {
        return to;
      }
    }
    return 0;
  }

  private boolean isTerm(String term) {
    if (terms.contains(term)) {
      return !never.contains(term);
    }
    String singular = singular(term);
    return terms.contains(singular) && !never.contains(singular) && !NO_PLURAL.contains(singular);
  }

  private boolean endsLikeOne(String word) {
    String singular = singular(word);
    return !never.contains(singular)
        && ENDS.stream().anyMatch(end -> singular.endsWith(end) && !never.contains(end));
  }

  private static String singular(String term) {
    return term.endsWith("s") ? term.substring(0, term.length() - 1) : term;
  }

  /** The words of a name in lower case: {@code APIKey-v2} is api, key, v. */
  static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      if (start >= 0 && (!letter || startsWord(name, i))) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        start = letter ? i : -1;
      } else if (start < 0 && letter) {
        start = i;
      }
    }
    return words;
  }

  private static boolean startsWord(String name, int i) {
    boolean upper = Character.isUpperCase(name.charAt(i));
    boolean afterLower = Character.isLowerCase(name.charAt(i - 1));
    boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return upper && (afterLower || (beforeLower && !isPluralOfUpper(name, i)));
  }

  /** The last capital of {@code TOKENs} begins no word. */
  private static boolean isPluralOfUpper(String name, int i) {
    return name.charAt(i + 1) == 's'
        && (i + 2 == name.length() || !Character.isLetter(name.charAt(i + 2)));
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
