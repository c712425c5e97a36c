package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import okhttp3.HttpUrl;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** Reads whatever a link leads to, as JSON+HAL. */
interface HalApi {
  /**
   * Reads resources.
   *
   * @param url where they are
   * @param operation what the call counts as
   * @return the call, not yet sent
   */
  @GET
  @Headers("Accept: application/hal+json")
  Call<HalDocument> get(@Url HttpUrl url, @Tag Operation operation);
}
