package com.configcat.management.hal;

import com.configcat.management.core.Operation;
import okhttp3.HttpUrl;

/**
 * The request that resources were read with; their links are relative to its URL.
 *
 * @param browser follows links
 * @param baseUrl the base URL of the API's paths
 * @param url the URL that was read
 */
record HalContext(HalBrowser browser, HttpUrl baseUrl, HttpUrl url) {
  Operation operation() {
    return ReadOperations.of(baseUrl, url);
  }
}
