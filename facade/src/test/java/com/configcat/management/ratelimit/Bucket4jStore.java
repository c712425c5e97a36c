package com.configcat.management.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One instance's way to buckets in a map, with its own clock. */
public final class Bucket4jStore extends AbstractCompareAndSwapBasedProxyManager<String> {
  private final Map<String, byte[]> buckets;

  /** What every question begins with; may fail. */
  Runnable onAsk = () -> {};

  public Bucket4jStore(Map<String, byte[]> buckets, LongSupplier nanos) {
    super(ClientSideConfig.getDefault().withClientClock(new Clock(nanos)));
    this.buckets = buckets;
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
    return new CompareAndSwapOperation() {
      @Override
      public Optional<byte[]> getStateData(Optional<Long> timeout) {
        onAsk.run();
        return Optional.ofNullable(buckets.get(key));
      }

      @Override
      public boolean compareAndSwap(
          byte @Nullable [] old, byte[] next, RemoteBucketState state, Optional<Long> timeout) {
        synchronized (buckets) {
          if (!Arrays.equals(buckets.get(key), old)) {
            return false;
          }
          buckets.put(key, next);
          return true;
        }
      }
    };
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  protected CompletableFuture<Void> removeAsync(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeProxy(String key) {
    buckets.remove(key);
  }

  private record Clock(LongSupplier nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
