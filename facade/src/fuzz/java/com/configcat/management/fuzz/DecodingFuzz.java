package com.configcat.management.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.http.DecodingConverterFactory;
import com.configcat.management.internal.http.UndecodableBodyException;
import com.configcat.management.model.AuditLogItemModelPagedList;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.ConfigSettingFormulasModel;
import com.configcat.management.model.ConfigSettingValuesModel;
import com.configcat.management.model.IntegrationModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.ProxyProfileModel;
import com.configcat.management.model.SegmentModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.StatisticsV2Model;
import com.configcat.management.model.WebhookResponseModel;
import com.google.gson.Gson;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Converter;

/** Any bytes are a model, which written and read again is the same, or cannot be decoded. */
class DecodingFuzz {
  private static final List<Class<?>> MODELS =
      List.of(
          AuditLogItemModelPagedList.class,
          ChangeRequestModel.class,
          ConfigSettingFormulasModel.class,
          ConfigSettingValuesModel.class,
          IntegrationModel.class,
          ProductModel.class,
          ProxyProfileModel.class,
          SegmentModel.class,
          SettingFormulaModel.class,
          SettingModel.class,
          SettingValueModel.class,
          StatisticsV2Model.class,
          WebhookResponseModel.class);

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Gson GSON = ManagementGson.create();
  private static final DecodingConverterFactory CONVERTERS = new DecodingConverterFactory(GSON);

  /** The first byte chooses the model. */
  static Stream<byte[]> seeds() {
    List<byte[]> bodies = Seeds.bodies().toList();
    return IntStream.range(0, bodies.size()).mapToObj(i -> with(i % MODELS.size(), bodies.get(i)));
  }

  private static byte[] with(int model, byte[] body) {
    byte[] seed = new byte[body.length + 1];
    seed[0] = (byte) model;
    System.arraycopy(body, 0, seed, 1, body.length);
    return seed;
  }

  @MethodSource("seeds")
  @FuzzTest
  void decodesOrRefuses(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    Class<?> model = MODELS.get((data[0] & 0xff) % MODELS.size());
    Converter<ResponseBody, ?> converter =
        CONVERTERS.responseBodyConverter(model, new Annotation[0], null);
    Object decoded;
    try {
      decoded =
          converter.convert(ResponseBody.create(Arrays.copyOfRange(data, 1, data.length), JSON));
    } catch (UndecodableBodyException e) {
      Objects.requireNonNull(e.reason());
      return;
    }
    if (decoded != null) {
      check(model, decoded);
    }
  }

  private static void check(Class<?> model, Object decoded) {
    String shown = decoded.toString();
    int hash = decoded.hashCode();
    String written;
    try {
      written = GSON.toJson(decoded, model);
    } catch (IllegalArgumentException e) {
      return; // Half of a surrogate pair, or a word that this version does not know.
    }
    Object again = GSON.fromJson(written, model);
    if (!decoded.equals(again) || hash != again.hashCode() || !shown.equals(again.toString())) {
      throw new AssertionError(decoded + " was written as " + written + " and read as " + again);
    }
  }
}
