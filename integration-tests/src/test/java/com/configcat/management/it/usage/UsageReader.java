package com.configcat.management.it.usage;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.WireEnum;
import com.configcat.management.openapi.check.ContractFacts;
import com.google.gson.Gson;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from bytecode what it uses of the generated client, as lines about the contract. */
final class UsageReader {
  private static final Gson GSON = ManagementGson.create().newBuilder().serializeNulls().create();

  static final String ROOT = "com.configcat.management.";
  private static final Set<String> HANDWRITTEN =
      Set.of("SettingValue", "JsonPatchOperation", "WireEnum", "CallRunner", "SdkKey");
  private static final Pattern KEY = Pattern.compile("operation (\\S+ \\S+) as .*");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import com\\.configcat\\.management\\.(api|operations|model)\\.(\\w+)");

  private final ContractFacts facts;
  private final Set<String> lines = new TreeSet<>();

  /** By operation, the optional parameters that are used. */
  private final Map<String, Set<String>> operations = new TreeMap<>();

  /** By class of options, the parameters that are set with it: of an operation that is used. */
  private final Map<List<String>, Set<String>> options =
      new TreeMap<>(java.util.Comparator.comparing(List::toString));

  UsageReader(ContractFacts facts) {
    this.facts = facts;
  }

  /** Returns what was found, sorted. */
  Set<String> lines() {
    options.forEach(
        (call, names) ->
            addOptions(
                key(facts.operationLineByJavaId(call.get(0), call.get(1), List.of())), names));
    Set<String> all = new TreeSet<>(lines);
    operations.forEach((key, names) -> all.add(facts.operationLine(key, names).orElseThrow()));
    return all;
  }

  void add(Optional<String> line, String user) {
    lines.add(
        line.orElseThrow(
            () ->
                new AssertionError("The contract does not know something that " + user + " uses")));
  }

  /** Adds an operation, whatever its parameters. */
  void addOperation(String key, Collection<String> optional) {
    operations.computeIfAbsent(key, none -> new TreeSet<>()).addAll(optional);
  }

  /** An operation that is not used is not so because somebody makes options for it. */
  private void addOptions(String key, Set<String> names) {
    operations.computeIfPresent(
        key,
        (known, used) -> {
          used.addAll(names);
          return used;
        });
  }

  /** Adds what a class uses. */
  void read(JavaClass type) {
    type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(used -> !used.isPrimitive())
        .forEach(used -> addClass(used.getPackageName(), outermost(used), type.getName()));
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      addMember(access, type.getName());
    }
  }

  /** Adds what a source imports, if only for a comment or a variable that leaves no trace. */
  void readImports(String source, String user) {
    Matcher found = IMPORT.matcher(source);
    while (found.find()) {
      addClass(ROOT + found.group(1), found.group(2), user);
    }
  }

  private void addClass(String packageName, String name, String user) {
    if (HANDWRITTEN.contains(name)) {
      return;
    }
    switch (packageName) {
      case ROOT + "api" -> {
        if (name.endsWith("Api")) {
          add(facts.classLine(stem(name, "Api")), user);
        }
      }
      case ROOT + "operations" -> add(facts.classLine(stem(name, "Operations")), user);
      case ROOT + "model" -> add(facts.schemaLine(name), user);
      default -> {}
    }
  }

  private void addMember(JavaAccess<?> access, String user) {
    JavaClass owner = owner(access);
    String name = access.getTarget().getName();
    if (owner.isArray() || !owner.getPackageName().startsWith(ROOT)) {
      return;
    }
    String outermost = outermost(owner);
    if (HANDWRITTEN.contains(outermost) || name.equals("<init>")) {
      return;
    }
    switch (owner.getPackageName()) {
      case ROOT + "operations" ->
          addOperation(
              key(facts.operationLine(stem(outermost, "Operations"), name, List.of())), List.of());
      case ROOT + "api" -> addCall(owner, name);
      case ROOT + "model" -> addModelMember(owner, name, user);
      default -> {}
    }
  }

  /** The class that declares the member, which may be above the one named in the bytecode. */
  private static JavaClass owner(JavaAccess<?> access) {
    Optional<? extends JavaMember> member =
        access.getTarget().resolveMember().map(JavaMember.class::cast);
    return member.map(JavaMember::getOwner).orElseGet(access::getTargetOwner);
  }

  private void addCall(JavaClass owner, String name) {
    String outermost = outermost(owner);
    if (!outermost.endsWith("Api")) {
      return;
    }
    String stem = stem(outermost, "Api");
    if (owner.getName().endsWith("Options$Builder")) {
      if (!name.equals("build")) {
        String id = owner.getName().split("\\$", -1)[1].replaceFirst("Options$", "");
        String javaId = id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1);
        options.computeIfAbsent(List.of(stem, javaId), none -> new TreeSet<>()).add(name);
      }
    } else if (owner.getSimpleName().equals(outermost)) {
      String javaId = name.replaceFirst("WithAll$", "");
      addOperation(key(facts.operationLineByJavaId(stem, javaId, List.of())), List.of());
    }
  }

  private void addModelMember(JavaClass owner, String name, String user) {
    Class<?> model = model(outermost(owner));
    if (model.isEnum()) {
      for (Object constant : model.getEnumConstants()) {
        String wireValue = ((WireEnum) constant).wireValue();
        if (((Enum<?>) constant).name().equals(name) && wireValue != null) {
          add(facts.enumLine(model.getSimpleName(), wireValue), user);
        }
      }
      return;
    }
    if (owner.getSimpleName().equals("Builder")) {
      add(facts.builtLine(model.getSimpleName()), user);
    }
    properties(model)
        .filter(property -> Set.of(plain(property), "get" + plain(property)).contains(plain(name)))
        .forEach(property -> add(facts.propertyLine(model.getSimpleName(), property), user));
  }

  private static Class<?> model(String name) {
    try {
      return Class.forName(ROOT + "model." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(Optional<String> line) {
    Matcher key = KEY.matcher(line.orElse("an operation that the contract does not know"));
    if (!key.matches()) {
      throw new AssertionError(line);
    }
    return key.group(1);
  }

  /** Returns the names in JSON of all properties. */
  private static Stream<String> properties(Class<?> model) {
    return GSON.toJsonTree(GSON.fromJson("{}", model), model).getAsJsonObject().keySet().stream();
  }

  /** How a property is written in Java depends on its first letters. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static String outermost(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
  }

  private static String stem(String name, String suffix) {
    if (!name.endsWith(suffix)) {
      throw new AssertionError(name + " does not end with " + suffix);
    }
    return name.substring(0, name.length() - suffix.length());
  }
}
