package com.configcat.management.internal.rest;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonObject;
import java.util.List;
import okhttp3.RequestBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** Operations on resources, with JSON bodies to keep properties unknown to the models. */
public interface ResourceJsonApi {
  @GET("v1/products")
  Call<List<JsonObject>> products();

  @POST("v1/organizations/{organizationId}/products")
  Call<JsonObject> createProduct(
      @Path("organizationId") String organizationId, @Body RequestBody product);

  @GET("v1/products/{productId}")
  Call<JsonObject> product(@Path("productId") String productId);

  @PUT("v1/products/{productId}")
  Call<JsonObject> replaceProduct(@Path("productId") String productId, @Body RequestBody product);

  @DELETE("v1/products/{productId}")
  Call<Void> deleteProduct(@Path("productId") String productId);

  @GET("v1/products/{productId}/configs")
  Call<List<JsonObject>> configs(@Path("productId") String productId);

  @POST("v1/products/{productId}/configs")
  Call<JsonObject> createConfig(@Path("productId") String productId, @Body RequestBody config);

  @GET("v1/configs/{configId}")
  Call<JsonObject> config(@Path("configId") String configId);

  @PUT("v1/configs/{configId}")
  Call<JsonObject> replaceConfig(@Path("configId") String configId, @Body RequestBody config);

  @DELETE("v1/configs/{configId}")
  Call<Void> deleteConfig(@Path("configId") String configId);

  @GET("v1/products/{productId}/environments")
  Call<List<JsonObject>> environments(@Path("productId") String productId);

  @POST("v1/products/{productId}/environments")
  Call<JsonObject> createEnvironment(
      @Path("productId") String productId, @Body RequestBody environment);

  @GET("v1/environments/{environmentId}")
  Call<JsonObject> environment(@Path("environmentId") String environmentId);

  @PUT("v1/environments/{environmentId}")
  Call<JsonObject> replaceEnvironment(
      @Path("environmentId") String environmentId, @Body RequestBody environment);

  @DELETE("v1/environments/{environmentId}")
  Call<Void> deleteEnvironment(@Path("environmentId") String environmentId);

  @GET("v1/configs/{configId}/settings")
  Call<List<JsonObject>> settings(@Path("configId") String configId);

  @POST("v1/configs/{configId}/settings")
  Call<JsonObject> createSetting(@Path("configId") String configId, @Body RequestBody setting);

  @GET("v1/settings/{settingId}")
  Call<JsonObject> setting(@Path("settingId") String settingId);

  @PATCH("v1/settings/{settingId}")
  Call<JsonObject> patchSetting(
      @Path("settingId") String settingId, @Body List<JsonPatchOperation> patch);

  @GET("v1/products/{productId}/tags")
  Call<List<JsonObject>> tags(@Path("productId") String productId);

  @POST("v1/products/{productId}/tags")
  Call<JsonObject> createTag(@Path("productId") String productId, @Body RequestBody tag);

  @GET("v1/tags/{tagId}")
  Call<JsonObject> tag(@Path("tagId") String tagId);

  @PUT("v1/tags/{tagId}")
  Call<JsonObject> replaceTag(@Path("tagId") String tagId, @Body RequestBody tag);

  @DELETE("v1/tags/{tagId}")
  Call<Void> deleteTag(@Path("tagId") String tagId);

  @GET("v1/tags/{tagId}/settings")
  Call<List<JsonObject>> settingsWithTag(@Path("tagId") String tagId);

  @GET("v1/products/{productId}/segments")
  Call<List<JsonObject>> segments(@Path("productId") String productId);

  @POST("v1/products/{productId}/segments")
  Call<JsonObject> createSegment(@Path("productId") String productId, @Body RequestBody segment);

  @GET("v1/segments/{segmentId}")
  Call<JsonObject> segment(@Path("segmentId") String segmentId);

  @PUT("v1/segments/{segmentId}")
  Call<JsonObject> replaceSegment(@Path("segmentId") String segmentId, @Body RequestBody segment);

  @DELETE("v1/segments/{segmentId}")
  Call<Void> deleteSegment(@Path("segmentId") String segmentId);
}
