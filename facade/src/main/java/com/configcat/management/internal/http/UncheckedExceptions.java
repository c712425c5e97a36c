package com.configcat.management.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okio.Okio;
import retrofit2.Retrofit;

/** Distinguishes what the code of a user throws from what the libraries below a call throw. */
public final class UncheckedExceptions {
  /** Found by class, since an application may have relocated the libraries. */
  private static final List<String> LIBRARIES =
      Stream.concat(
              Stream.of(OkHttpClient.class, Okio.class, Retrofit.class, UncheckedExceptions.class)
                  .map(Class::getPackageName),
              Stream.of("java", "javax", "jdk", "sun", "com.sun", "kotlin"))
          .map(name -> name + ".")
          .toList();

  private UncheckedExceptions() {}

  /**
   * Returns an IOException in place of a library's exception; throws a user's again, as it is.
   *
   * @param catcher the class that caught it, after which its stack trace is no longer of interest
   */
  public static IOException checked(RuntimeException thrown, Class<?> catcher) {
    if (isUsers(thrown, catcher)) {
      throw thrown;
    }
    return new IOException(thrown.toString(), thrown);
  }

  private static boolean isUsers(RuntimeException thrown, Class<?> catcher) {
    return Stream.of(thrown.getStackTrace())
        .map(StackTraceElement::getClassName)
        .takeWhile(name -> !name.equals(catcher.getName()))
        .anyMatch(name -> LIBRARIES.stream().noneMatch(name::startsWith));
  }
}
