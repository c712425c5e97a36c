package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.WireEnum;
import com.configcat.management.openapi.check.ContractFacts;
import com.google.gson.Gson;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads from the facade's bytecode what it uses of the generated client and which of its public
 * methods do, and holds used-by-facade.txt to it.
 *
 * <p>A document that takes away or changes one of those is not built from, so the file must be
 * complete.
 */
class UsedByFacadeTest {
  private static final Gson GSON = ManagementGson.create().newBuilder().serializeNulls().create();

  private static final String ROOT = "com.configcat.management.";
  private static final Set<String> HANDWRITTEN =
      Set.of(
          "SettingValue",
          "JsonPatchOperation",
          "WireEnum",
          "CallRunner",
          "OperationsFactory",
          "SdkKey",
          "Apis");

  /** Has the file written instead of compared. */
  private static final String WRITE = "used.by.facade.write";

  private static final String RAW = ROOT + "internal.rest";

  /** Their calls go where links or users lead, and are no operations of the contract. */
  private static final Set<String> CALLS_OF_ANY_PATH =
      Set.of(ROOT + "hal.HalApi", ROOT + "internal.client.RequestCalls$Api");

  /** Facts, each with the public methods that rely on it. */
  private final Map<String, Set<String>> lines = new TreeMap<>();

  private final Map<List<String>, Set<String>> operations =
      new TreeMap<>(java.util.Comparator.comparing(List::toString));
  private final Map<List<String>, Set<String>> options = new HashMap<>();
  private final PublicCallers callers = new PublicCallers();
  private ContractFacts facts;

  @Test
  void theFileSaysWhatTheFacadeUses() throws Exception {
    // Whatever the client was generated from, it is this document that the file is written for.
    facts = ContractFacts.of(Path.of(System.getProperty("contract.directory"), "pinned.json"));
    JavaClasses facade = FacadeClasses.read();
    for (JavaClass type : facade) {
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(JavaClass::getBaseComponentType)
          .filter(used -> !used.isPrimitive())
          .forEach(this::addClass);
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        addMember(access);
      }
      addOwnMethods(type);
      addAccessors(type);
      if (type.isInterface()
          && !type.getPackageName().equals(RAW)
          && !CALLS_OF_ANY_PATH.contains(type.getName())) {
        addOperationsCalledByPath(type);
      }
    }
    addWhatTheServiceDocuments();
    operations.forEach(this::addOperation);
    addRetrofitCalls(facade);
    List<String> expected = lines.entrySet().stream().map(UsedByFacadeTest::written).toList();

    Path file = Path.of(System.getProperty("contract.sources"), "used-by-facade.txt");
    List<String> before = Files.readAllLines(file);
    if (Boolean.getBoolean(WRITE)) {
      Stream<String> head = before.stream().takeWhile(line -> line.startsWith("#"));
      Files.write(file, Stream.concat(head, expected.stream()).toList());
      return;
    }
    assertThat(before.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
        .as(
            "%s; run this test with -D%s=true to have it written, and read what changed",
            file, WRITE)
        .containsExactlyElementsOf(expected);
  }

  private static String written(Map.Entry<String, Set<String>> line) {
    return line.getKey()
        + (line.getValue().isEmpty() ? "" : " # " + String.join(", ", line.getValue()));
  }

  private void add(String line, Set<String> users) {
    lines.computeIfAbsent(line, none -> new TreeSet<>()).addAll(users);
  }

  /** Interfaces of the facade's own, for operations whose bodies it takes as they come. */
  private void addOperationsCalledByPath(JavaClass type) throws Exception {
    for (Method method : Class.forName(type.getName()).getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        if (annotation.annotationType().getPackageName().equals("retrofit2.http")) {
          String path = (String) annotation.annotationType().getMethod("value").invoke(annotation);
          String key = annotation.annotationType().getSimpleName() + " /" + path;
          add(known(facts.operationLine(key, List.of()), type), callers(type, method));
        }
      }
    }
  }

  /** The first example of every user, although no code of the facade calls it. */
  private void addWhatTheServiceDocuments() {
    operations.computeIfAbsent(List.of("Products", "list"), none -> new TreeSet<>());
    add(facts.propertyLine("ProductModel", "name").orElseThrow(), Set.of());
  }

  /** Calls that carry JSON are operations of the generated interfaces, by other methods. */
  private void addRetrofitCalls(JavaClasses facade) {
    Map<String, Method> generated = new HashMap<>();
    FacadeClasses.readApis().stream()
        .flatMap(type -> RetrofitCalls.of(type.reflect()))
        .forEach(method -> generated.put(RetrofitCalls.operation(method), method));
    facade.stream()
        .filter(type -> type.getPackageName().equals(RAW))
        .filter(type -> !CALLS_OF_ANY_PATH.contains(type.getName()))
        .forEach(
            type ->
                RetrofitCalls.of(type.reflect())
                    .forEach(
                        raw -> {
                          Method method = generated.get(RetrofitCalls.operation(raw));
                          String stem = stem(method.getDeclaringClass().getSimpleName(), "Api");
                          String id = stem(method.getName(), "WithAll");
                          add(
                              facts
                                  .operationLineByJavaId(stem, id, RetrofitCalls.queries(raw))
                                  .orElseThrow(),
                              callers(type, raw));
                        }));
  }

  /** Returns the public methods that lead to a method of an interface. */
  private Set<String> callers(JavaClass type, Method method) {
    return callers.of(type.getMethod(method.getName(), method.getParameterTypes()));
  }

  /** How a user reaches the operations of a resource. */
  private void addAccessors(JavaClass type) {
    if (!type.isEquivalentTo(ConfigCatManagementClient.class)) {
      return;
    }
    for (JavaMethod method : type.getMethods()) {
      JavaClass resource = method.getRawReturnType();
      Stream.concat(Stream.of(resource), resource.getAllRawSuperclasses().stream())
          .filter(above -> above.getPackageName().equals(ROOT + "operations"))
          .filter(above -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .filter(above -> method.getRawParameterTypes().isEmpty())
          .map(above -> stem(above.getSimpleName(), "Operations"))
          .forEach(stem -> add("accessor " + method.getName() + " " + stem, Set.of()));
    }
  }

  /** What a resource of the facade adds to the operations that it extends. */
  private void addOwnMethods(JavaClass type) {
    type.getRawSuperclass()
        .filter(above -> above.getPackageName().equals(ROOT + "operations"))
        .map(above -> stem(above.getSimpleName(), "Operations"))
        .ifPresent(
            resource ->
                type.getMethods().stream()
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(
                        method -> add("method " + resource + "." + method.getName(), Set.of())));
  }

  private void addClass(JavaClass type) {
    String name = outermost(type);
    if (HANDWRITTEN.contains(name)) {
      return;
    }
    switch (type.getPackageName()) {
      case ROOT + "api" -> add(known(facts.classLine(stem(name, "Api")), type), Set.of());
      case ROOT + "operations" ->
          add(known(facts.classLine(stem(name, "Operations")), type), Set.of());
      case ROOT + "model" -> add(known(facts.schemaLine(name), type), Set.of());
      default -> {}
    }
  }

  private void addMember(JavaAccess<?> access) throws Exception {
    JavaClass owner = owner(access);
    String name = access.getTarget().getName();
    String outermost = outermost(owner);
    if (HANDWRITTEN.contains(outermost) || name.equals("<init>")) {
      return;
    }
    switch (owner.getPackageName()) {
      case ROOT + "operations" ->
          operations
              .computeIfAbsent(
                  List.of(stem(outermost, "Operations"), name), none -> new TreeSet<>())
              .addAll(callers.of(access.getOrigin()));
      case ROOT + "api" -> addOption(owner, name);
      case ROOT + "model" -> addModelMember(owner, name, access.getOrigin());
      default -> {}
    }
  }

  /** The class that declares the member, which may be above the one named in the bytecode. */
  private static JavaClass owner(JavaAccess<?> access) {
    Optional<? extends JavaMember> member =
        access.getTarget().resolveMember().map(JavaMember.class::cast);
    return member.map(JavaMember::getOwner).orElseGet(access::getTargetOwner);
  }

  private void addOption(JavaClass builder, String option) {
    if (builder.getName().endsWith("Options$Builder") && !option.equals("build")) {
      String[] names = builder.getName().split("\\$", -1);
      String stem = stem(outermost(builder), "Api");
      String id = names[1].replaceFirst("Options$", "");
      String javaId = id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1);
      options.computeIfAbsent(List.of(stem, javaId), none -> new TreeSet<>()).add(option);
    }
  }

  private void addModelMember(JavaClass owner, String name, JavaCodeUnit user) throws Exception {
    Class<?> model = Class.forName(ROOT + "model." + outermost(owner));
    if (model.isEnum()) {
      for (Object constant : model.getEnumConstants()) {
        String wireValue = ((WireEnum) constant).wireValue();
        if (((Enum<?>) constant).name().equals(name) && wireValue != null) {
          add(known(facts.enumLine(model.getSimpleName(), wireValue), owner), callers.of(user));
        }
      }
      return;
    }
    if (owner.getSimpleName().equals("Builder")) {
      add(facts.builtLine(model.getSimpleName()).orElseThrow(), callers.of(user));
    }
    properties(model)
        .filter(property -> Set.of(plain(property), "get" + plain(property)).contains(plain(name)))
        .forEach(
            property ->
                add(
                    known(facts.propertyLine(model.getSimpleName(), property), owner),
                    callers.of(user)));
  }

  private void addOperation(List<String> operation, Set<String> users) {
    String stem = operation.get(0);
    String plain = facts.operationLine(stem, operation.get(1), List.of()).orElseThrow();
    Set<String> used =
        options.entrySet().stream()
            .filter(entry -> entry.getKey().get(0).equals(stem))
            .filter(
                entry ->
                    facts
                        .operationLineByJavaId(stem, entry.getKey().get(1), List.of())
                        .orElseThrow()
                        .equals(plain))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
    add(facts.operationLine(stem, operation.get(1), used).orElseThrow(), users);
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
    assertThat(name).endsWith(suffix);
    return name.substring(0, name.length() - suffix.length());
  }

  private static String known(Optional<String> line, JavaClass type) {
    return line.orElseThrow(
        () -> new AssertionError("The contract does not know " + type.getName()));
  }
}
