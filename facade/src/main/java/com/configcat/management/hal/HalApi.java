package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import okhttp3.HttpUrl;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** Reads the target of any link as JSON+HAL. */
interface HalApi {
  /**
   * Reads a URL.
   *
   * @param url the URL to read
   * @param operation the operation whose rate limit applies
   * @return the call, not yet sent
   */
  @GET
  @Headers("Accept: application/hal+json")
  Call<HalDocument> get(@Url HttpUrl url, @Tag Operation operation);
}
