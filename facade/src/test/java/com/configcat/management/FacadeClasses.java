package com.configcat.management;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.function.Function;

/** The bytecode of the facade and of the generated interfaces; of other classes only the names. */
public final class FacadeClasses {
  private FacadeClasses() {}

  /** Reads the facade from where it was loaded, without the tests. */
  public static JavaClasses read() {
    URL place = ConfigCatManagementClient.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      Path classes = Path.of(place.toURI());
      return read(importer -> importer.importPath(classes));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the generated Retrofit interfaces. */
  public static JavaClasses readApis() {
    return read(importer -> importer.importPackages("com.configcat.management.api"));
  }

  private static JavaClasses read(Function<ClassFileImporter, JavaClasses> read) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
          configuration.setClassResolverArguments("com.configcat.management");
          return read.apply(new ClassFileImporter());
        });
  }
}
