package com.configcat.management.resource;

import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateValueModel;

/** A value as V2 Configs carry it: in the member that belongs to its type. */
final class FormulaValue {
  private FormulaValue() {}

  static UpdateValueModel of(SettingValue value) {
    UpdateValueModel.Builder builder = UpdateValueModel.builder();
    return switch (member(value)) {
      case "boolValue" -> builder.boolValue(value.asBoolean()).build();
      case "stringValue" -> builder.stringValue(value.asString()).build();
      case "intValue" -> builder.intValue(value.asNumber().intValueExact()).build();
      default -> builder.doubleValue(value.asNumber().doubleValue()).build();
    };
  }

  /** Returns the name of the member, having checked that the value fits into it. */
  static String member(SettingValue value) {
    if (value.isBoolean()) {
      return "boolValue";
    }
    if (value.isString()) {
      return "stringValue";
    }
    return value.isWholeNumber() ? intMember(value) : "doubleValue";
  }

  private static String intMember(SettingValue value) {
    try {
      int unused = value.asNumber().intValueExact();
      return "intValue";
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          value + " does not fit into a whole-number setting, which holds 32 bits", e);
    }
  }
}
