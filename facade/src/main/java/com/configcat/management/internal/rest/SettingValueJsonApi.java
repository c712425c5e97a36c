package com.configcat.management.internal.rest;

import com.configcat.management.codec.EmptyAnswerAllowed;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateEvaluationFormulasModel;
import com.configcat.management.model.UpdateSettingValuesWithIdModel;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Operations on the values of flags. Bodies are JSON, to keep properties unknown to the models;
 * models are only the responses to a PUT or a proposal, and the requests that replace many values.
 */
public interface SettingValueJsonApi {
  @GET("v1/environments/{environmentId}/settings/{settingId}/value")
  Call<JsonObject> v1(
      @Path("environmentId") UUID environmentId, @Path("settingId") Integer settingId);

  @EmptyAnswerAllowed
  @PATCH("v1/environments/{environmentId}/settings/{settingId}/value")
  Call<JsonObject> patchV1(
      @Path("environmentId") UUID environmentId,
      @Path("settingId") Integer settingId,
      @Body List<JsonPatchOperation> patch,
      @Query("reason") @Nullable String reason);

  @GET("v1/settings/{settingKeyOrId}/value")
  Call<JsonObject> v1BySdkKey(
      @Path("settingKeyOrId") String settingKey, @Header("X-CONFIGCAT-SDKKEY") String sdkKey);

  @EmptyAnswerAllowed
  @PATCH("v1/settings/{settingKeyOrId}/value")
  Call<JsonObject> patchV1BySdkKey(
      @Path("settingKeyOrId") String settingKey,
      @Header("X-CONFIGCAT-SDKKEY") String sdkKey,
      @Body List<JsonPatchOperation> patch,
      @Query("reason") @Nullable String reason);

  @GET("v2/environments/{environmentId}/settings/{settingId}/value")
  Call<JsonObject> v2(
      @Path("environmentId") UUID environmentId, @Path("settingId") Integer settingId);

  @EmptyAnswerAllowed
  @PATCH("v2/environments/{environmentId}/settings/{settingId}/value")
  Call<JsonObject> patchV2(
      @Path("environmentId") UUID environmentId,
      @Path("settingId") Integer settingId,
      @Body List<JsonPatchOperation> patch,
      @Query("bypassApproval") @Nullable Boolean bypassApproval,
      @Query("latestVersionId") @Nullable String latestVersionId,
      @Query("reason") @Nullable String reason);

  @GET("v2/settings/{settingKeyOrId}/value")
  Call<JsonObject> v2BySdkKey(
      @Path("settingKeyOrId") String settingKey, @Header("X-CONFIGCAT-SDKKEY") String sdkKey);

  @EmptyAnswerAllowed
  @PATCH("v2/settings/{settingKeyOrId}/value")
  Call<JsonObject> patchV2BySdkKey(
      @Path("settingKeyOrId") String settingKey,
      @Header("X-CONFIGCAT-SDKKEY") String sdkKey,
      @Body List<JsonPatchOperation> patch,
      @Query("bypassApproval") @Nullable Boolean bypassApproval,
      @Query("latestVersionId") @Nullable String latestVersionId,
      @Query("reason") @Nullable String reason);

  @PUT("v1/environments/{environmentId}/settings/{settingId}/value")
  Call<SettingValueModel> replaceV1(
      @Path("environmentId") UUID environmentId,
      @Path("settingId") Integer settingId,
      @Body JsonObject body,
      @Query("reason") @Nullable String reason);

  @PUT("v1/settings/{settingKeyOrId}/value")
  Call<SettingValueModel> replaceV1BySdkKey(
      @Path("settingKeyOrId") String settingKey,
      @Header("X-CONFIGCAT-SDKKEY") String sdkKey,
      @Body JsonObject body,
      @Query("reason") @Nullable String reason);

  @PUT("v2/environments/{environmentId}/settings/{settingId}/value")
  Call<SettingFormulaModel> replaceV2(
      @Path("environmentId") UUID environmentId,
      @Path("settingId") Integer settingId,
      @Body JsonObject body,
      @Query("bypassApproval") @Nullable Boolean bypassApproval,
      @Query("reason") @Nullable String reason);

  @PUT("v2/settings/{settingKeyOrId}/value")
  Call<SettingFormulaModel> replaceV2BySdkKey(
      @Path("settingKeyOrId") String settingKey,
      @Header("X-CONFIGCAT-SDKKEY") String sdkKey,
      @Body JsonObject body,
      @Query("bypassApproval") @Nullable Boolean bypassApproval,
      @Query("reason") @Nullable String reason);

  @POST("v2/configs/{configId}/environments/{environmentId}/change-requests")
  Call<ChangeRequestModel> propose(
      @Path("configId") UUID configId,
      @Path("environmentId") UUID environmentId,
      @Body JsonObject body);

  @GET("v1/configs/{configId}/environments/{environmentId}/values")
  Call<JsonObject> listV1(
      @Path("configId") UUID configId, @Path("environmentId") UUID environmentId);

  @GET("v2/configs/{configId}/environments/{environmentId}/values")
  Call<JsonObject> listV2(
      @Path("configId") UUID configId, @Path("environmentId") UUID environmentId);

  @POST("v1/configs/{configId}/environments/{environmentId}/values")
  Call<JsonObject> replaceManyV1(
      @Path("configId") UUID configId,
      @Path("environmentId") UUID environmentId,
      @Body UpdateSettingValuesWithIdModel values,
      @Query("reason") @Nullable String reason);

  @POST("v2/configs/{configId}/environments/{environmentId}/values")
  Call<JsonObject> replaceManyV2(
      @Path("configId") UUID configId,
      @Path("environmentId") UUID environmentId,
      @Body UpdateEvaluationFormulasModel values,
      @Query("bypassApproval") @Nullable Boolean bypassApproval,
      @Query("latestVersionId") @Nullable String latestVersionId,
      @Query("reason") @Nullable String reason);
}
