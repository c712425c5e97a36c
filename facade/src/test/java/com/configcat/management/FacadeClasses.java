package com.configcat.management;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The bytecode of the facade that is tested. */
public final class FacadeClasses {
  private FacadeClasses() {}

  /** Reads it from where it was loaded, without the tests. */
  public static JavaClasses read() {
    URL place = ConfigCatManagementClient.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new ClassFileImporter().importPath(Path.of(place.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
