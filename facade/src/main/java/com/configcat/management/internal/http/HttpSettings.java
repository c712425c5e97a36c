package com.configcat.management.internal.http;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * How the client speaks HTTP.
 *
 * @param users an HTTP client to derive ours from, which is never changed; null for one of our own
 * @param connectTimeout the longest time to connect; null for that of the user's client
 * @param readTimeout the longest time between two bytes; null for that of the user's client
 * @param application what follows our own name in the user agent; null for nothing
 */
public record HttpSettings(
    @Nullable OkHttpClient users,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable String application) {}
