package com.configcat.management.openapi;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that fails, and stops reading, once it is larger than allowed. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final HttpResponse.BodySubscriber<byte[]> delegate;
  private long left;
  private Flow.@Nullable Subscription subscription;

  CappedBody(HttpResponse.BodySubscriber<byte[]> delegate, long maxBytes) {
    this.delegate = delegate;
    this.left = maxBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return delegate.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    delegate.onSubscribe(newSubscription);
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
