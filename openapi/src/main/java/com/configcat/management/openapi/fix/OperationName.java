package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ContractException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The resource that an operation belongs to, and its method there: {@code Products.list}.
 *
 * @param resource the stem of {@code ProductsApi} and {@code ProductsOperations}
 * @param method the blocking method
 */
public record OperationName(String resource, String method) {
  private static final Pattern FORM = Pattern.compile("([A-Z][A-Za-z0-9]*)\\.([a-z][A-Za-z0-9]*)");

  static OperationName parse(String operation, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !SourceVersion.isName(matcher.group(2))) {
      throw new ContractException(
          "fixes.yaml calls "
              + operation
              + " '"
              + text
              + "', which is not of the form Resource.method");
    }
    return new OperationName(matcher.group(1), matcher.group(2));
  }

  @Override
  public String toString() {
    return resource + "." + method;
  }
}
