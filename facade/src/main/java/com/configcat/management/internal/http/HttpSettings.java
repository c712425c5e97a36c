package com.configcat.management.internal.http;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * HTTP settings of the builder.
 *
 * @param users the user's client to derive ours from; null for a new one
 * @param connectTimeout null for that of the user's client
 * @param readTimeout null for that of the user's client
 * @param application appended to the user agent, unless null
 * @param maxResponseBytes the limit of a body, unpacked
 */
public record HttpSettings(
    @Nullable OkHttpClient users,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable String application,
    long maxResponseBytes) {}
