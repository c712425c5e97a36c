package com.configcat.management;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

@AnalyzeClasses(
    packages = "com.configcat.management",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ImportOption.DoNotIncludeJars.class,
      ArchitectureTest.FacadeOnly.class
    })
class ArchitectureTest {
  private static final String BUCKET4J = ".*\\.ratelimit\\.Bucket4j.*";

  private static final String MICROMETER = "com.configcat.management.micrometer";
  private static final String SPRING = "com.configcat.management.spring";

  @ArchTest
  static final ArchRule internalStaysInside =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..internal..")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(notNameInternalTypes())
          .because("what is internal may change with every release, and is not exported");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .assignedFrom(new EachPackage())
          .should()
          .beFreeOfCycles()
          .because("a package may name those below it and none above it; see CONTRIBUTING.md");

  @ArchTest
  static final ArchRule constructorsOfTheClientStayInside =
      constructors()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..internal..")
          .should(notTakeTheClientsPartsAlone())
          .because("users construct only what they are meant to");

  @ArchTest
  static final ArchRule twoClassesJudgeStatuses =
      noClasses()
          .that()
          .doNotHaveSimpleName("ErrorDecoder")
          .and()
          .doNotHaveSimpleName("AttemptOutcome")
          .and()
          .doNotHaveSimpleName("HiddenStatus")
          .and()
          .doNotHaveSimpleName("AmbiguousFraming")
          .and()
          .resideOutsideOfPackage("..error")
          .should()
          .callMethod(okhttp3.Response.class, "code")
          .orShould()
          .callMethod(retrofit2.Response.class, "code")
          .because(
              "what a status means is decided in two places: which exception, and whether to"
                  + " retry; others only hide some from OkHttp, and see where a"
                  + " response ends");

  @ArchTest
  static final ArchRule timeComesThroughSeams =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .because("tests replace the clock, and nothing sleeps");

  @ArchTest
  static final ArchRule noStaticState =
      fields().that().areStatic().should().beFinal().because("several clients live side by side");

  @ArchTest
  static final ArchRule classesAreFinal =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .doNotHaveSimpleName("package-info")
          .and()
          .doNotHaveSimpleName("module-info")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is made to be extended");

  @ArchTest
  static final ArchRule bucket4jIsOptional =
      noClasses()
          .that()
          .haveNameNotMatching(BUCKET4J)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bucket4j..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(BUCKET4J)
          .because("it is there only where an application adds it");

  @ArchTest
  static final ArchRule springIsOptional =
      noClasses()
          .that()
          .resideOutsideOfPackage(SPRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", SPRING)
          .because("it is there only where an application adds it");

  @ArchTest
  static final ArchRule micrometerIsOptional =
      noClasses()
          .that()
          .resideOutsideOfPackages(MICROMETER, SPRING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", MICROMETER)
          .because("it is there only where an application adds it");

  @ArchTest
  static final ArchRule gsonMayBeOld =
      noClasses()
          .should()
          .callMethod(JsonObject.class, "asMap")
          .orShould()
          .callMethod(JsonObject.class, "isEmpty")
          .orShould()
          .callMethod(JsonArray.class, "asList")
          .because("Gson has them since 2.10, and applications manage older ones");

  @ArchTest static final ArchRule noStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  private static ArchCondition<JavaMethod> notNameInternalTypes() {
    var internal =
        describe("internal", (JavaClass type) -> type.getPackageName().contains(".internal"));
    return new ArchCondition<>("not name internal types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAllInvolvedRawTypes().stream()
            .filter(internal)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " names " + type.getName())));
      }
    };
  }

  /** What is made of Retrofit's parts takes a type that no module exports, so that users cannot. */
  private static ArchCondition<JavaConstructor> notTakeTheClientsPartsAlone() {
    return new ArchCondition<>("not take Retrofit or runners of calls alone") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        List<String> names =
            constructor.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean parts =
            names.stream()
                .anyMatch(
                    name ->
                        name.startsWith("retrofit2.")
                            || name.startsWith("com.configcat.management.operations.")
                            || name.startsWith("com.configcat.management.api."));
        if (parts && names.stream().noneMatch(name -> name.contains(".internal."))) {
          events.add(
              SimpleConditionEvent.violated(
                  constructor, constructor.getFullName() + " can be called by users"));
        }
      }
    };
  }

  /** Takes each package for a slice, the client's own included. */
  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("com.configcat.management")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }

  /** Leaves out the other modules, which have the same root package. */
  static final class FacadeOnly implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return location.contains("/facade/");
    }
  }
}
