package com.configcat.management.internal.call;

import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.http.DecodingConverterFactory;
import com.configcat.management.internal.http.NoContent;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;
import retrofit2.http.HTTP;

/** Turns the calls of Retrofit interfaces into {@link ManagedCall}s. */
public final class ManagedCallAdapterFactory extends CallAdapter.Factory {
  private final CallDispatcher dispatcher;
  private final CallOptions options;
  private final @Nullable CallObserver observer;

  public ManagedCallAdapterFactory(
      CallDispatcher dispatcher, CallOptions options, @Nullable CallObserver observer) {
    this.dispatcher = dispatcher;
    this.options = options;
    this.observer = observer;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    if (getRawType(returnType) != Call.class || !(returnType instanceof ParameterizedType call)) {
      return null;
    }
    Type answer = getParameterUpperBound(0, call);
    boolean mayBeEmpty = answer == Void.class || DecodingConverterFactory.mayBeEmpty(annotations);
    // Retrofit ignores the body of a Void; our converter of NoContent refuses an HTML page.
    Type read = answer == Void.class ? NoContent.class : answer;
    return new Adapter<>(read, operation(annotations), mayBeEmpty, options, dispatcher, observer);
  }

  /** Returns the operation that the annotations of a method name. */
  public static Operation operation(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof HTTP http) {
        return operation(http.method(), http.path());
      }
      if (annotation.annotationType().getPackage().equals(HTTP.class.getPackage())) {
        return operation(annotation.annotationType().getSimpleName(), path(annotation));
      }
    }
    throw new IllegalArgumentException(
        "The method has no annotation that names its HTTP method and path");
  }

  private static Operation operation(String method, String path) {
    return new Operation(method, path.startsWith("/") ? path : "/" + path);
  }

  private static String path(Annotation annotation) {
    try {
      return (String) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Adapter<R>(
      Type responseType,
      Operation operation,
      boolean mayBeEmpty,
      CallOptions options,
      CallDispatcher dispatcher,
      @Nullable CallObserver observer)
      implements CallAdapter<R, Call<R>> {
    @Override
    public Call<R> adapt(Call<R> call) {
      return new ManagedCall<>(call, operationOf(call), mayBeEmpty, options, dispatcher, observer);
    }

    /** A method with a @Url parameter has a @Tag parameter for the operation. */
    private Operation operationOf(Call<R> call) {
      Operation tag = operation.path().equals("/") ? call.request().tag(Operation.class) : null;
      return tag == null ? operation : tag;
    }
  }
}
