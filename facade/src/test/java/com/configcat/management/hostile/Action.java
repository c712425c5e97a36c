package com.configcat.management.hostile;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.UpdateProductRequest;
import java.util.List;
import java.util.UUID;
import retrofit2.Call;

/** A call of each HTTP method, answered by an object that has a name. */
enum Action {
  GET(true) {
    @Override
    Call<?> of(ConfigCatManagementClient client) {
      return client.api(ProductsApi.class).getProduct(ID);
    }
  },
  PUT(true) {
    @Override
    Call<?> of(ConfigCatManagementClient client) {
      return client
          .api(ProductsApi.class)
          .updateProduct(ID, UpdateProductRequest.builder().name("shop").build());
    }
  },
  POST(false) {
    @Override
    Call<?> of(ConfigCatManagementClient client) {
      return client
          .api(ProductsApi.class)
          .createProduct(ID, CreateProductRequest.builder().name("shop").build());
    }
  },
  PATCH(false) {
    @Override
    Call<?> of(ConfigCatManagementClient client) {
      return client
          .api(FlagsApi.class)
          .updateSetting(1, List.of(JsonPatchOperation.replace("/name", "shop")));
    }
  };

  private static final UUID ID = new UUID(0, 1);

  /** Whether it is sent again where the first may have been applied. */
  final boolean idempotent;

  Action(boolean idempotent) {
    this.idempotent = idempotent;
  }

  abstract Call<?> of(ConfigCatManagementClient client);

  static String name(Object answer) {
    return answer instanceof ProductModel product
        ? product.getName()
        : ((SettingModel) answer).getName();
  }
}
