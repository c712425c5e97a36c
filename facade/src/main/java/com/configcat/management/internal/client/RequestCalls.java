package com.configcat.management.internal.client;

import com.configcat.management.codec.EmptyAnswerAllowed;
import com.configcat.management.core.Operation;
import com.configcat.management.internal.http.Attempt;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** Makes calls of requests for which there is no method. */
public final class RequestCalls {
  private final Retrofit retrofit;

  public RequestCalls(ResourceContext context) {
    this.retrofit = context.retrofit();
  }

  /** Stands for any request, whose method and body are set later, and whose answer has any type. */
  private interface Api {
    @GET
    Call<Object> call(@Url HttpUrl url, @Tag Operation operation);

    @GET
    @EmptyAnswerAllowed
    Call<Object> callThatMayBeAnsweredWithoutContent(@Url HttpUrl url, @Tag Operation operation);
  }

  /**
   * Makes a call.
   *
   * @param operation its method is that of the request
   * @param sdkKey sent as a header, unless null
   * @param answer the type of the response body
   * @param mayBeEmpty whether the response may have no content, for which the call returns null
   */
  public Call<Object> call(
      Operation operation,
      HttpUrl url,
      @Nullable String sdkKey,
      @Nullable RequestBody body,
      Type answer,
      boolean mayBeEmpty) {
    okhttp3.Call.Factory calls = retrofit.callFactory();
    Retrofit.Builder builder =
        retrofit
            .newBuilder()
            .callFactory(
                request -> calls.newCall(completed(request, operation.method(), sdkKey, body)));
    builder.converterFactories().add(0, new AnswerConverterFactory(answer));
    Api api = builder.build().create(Api.class);
    return mayBeEmpty
        ? api.callThatMayBeAnsweredWithoutContent(url, operation)
        : api.call(url, operation);
  }

  private static Request completed(
      Request request, String method, @Nullable String sdkKey, @Nullable RequestBody body) {
    Request.Builder builder = request.newBuilder().method(method, body);
    if (sdkKey != null) {
      builder.header(Attempt.SDK_KEY_HEADER, sdkKey);
    }
    return builder.build();
  }

  /** Decodes the body of any answer as one type. */
  private static final class AnswerConverterFactory extends Converter.Factory {
    private final Type answer;

    AnswerConverterFactory(Type answer) {
      this.answer = answer;
    }

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return type == Object.class && answer != Object.class
          ? retrofit.responseBodyConverter(answer, annotations)
          : null;
    }
  }
}
