package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import okhttp3.HttpUrl;

/**
 * Where resources came from, which is what their links are relative to.
 *
 * @param browser follows links
 * @param baseUrl what the API's paths follow
 * @param url what was read
 */
record HalContext(HalBrowser browser, HttpUrl baseUrl, HttpUrl url) {
  Operation operation() {
    return ReadOperations.of(baseUrl, url);
  }
}
