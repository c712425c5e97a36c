package com.configcat.management.openapi.pull;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that fails, and stops reading, once it is or says it will be larger than allowed. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final HttpResponse.BodySubscriber<byte[]> delegate;
  private final long announced;
  private long left;
  private Flow.@Nullable Subscription subscription;

  CappedBody(HttpResponse.BodySubscriber<byte[]> delegate, long maxBytes, long announced) {
    this.delegate = delegate;
    this.left = maxBytes;
    this.announced = announced;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return delegate.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    delegate.onSubscribe(newSubscription);
    if (announced > left) {
      refuse();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (left < 0) {
      return;
    }
    left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left >= 0) {
      delegate.onNext(buffers);
      return;
    }
    refuse();
  }

  private void refuse() {
    left = -1;
    if (subscription != null) {
      subscription.cancel();
    }
    delegate.onError(new IOException("the document is too large"));
  }

  @Override
  public void onError(Throwable throwable) {
    delegate.onError(throwable);
  }

  @Override
  public void onComplete() {
    if (left >= 0) {
      delegate.onComplete();
    }
  }
}
