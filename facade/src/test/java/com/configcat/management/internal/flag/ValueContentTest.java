package com.configcat.management.internal.flag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueContentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'value':true} | {'value':true,'rolloutRules':[],'x':null} | true",
        "{'value':10} | {'value':10.0} | true",
        "{'value':10} | {'value':'10'} | false",
        "{'value':true,'rolloutRules':[]} | {'value':true} | true",
        "{'value':true} | {'value':true,'rolloutRules':[{'value':false}]} | false",
        "{'value':true,'rolloutRules':[{'value':false}]} | {'value':true,'rolloutRules':[]} |"
            + " false",
        "{'r':[{'v':1},{'v':2}]} | {'r':[{'v':2},{'v':1}]} | false",
        "{'r':[{'v':1}]} | {'r':[{'v':1},{'v':1}]} | false",
        "{'r':[{'v':1}]} | {'r':{'v':1}} | false",
        "{'d':{'predefinedVariationId':'a'}} | {'d':{'boolValue':true,'predefinedVariationId':'a'}}"
            + " | true",
        "{'d':{'predefinedVariationId':'a'}} | {'d':{'boolValue':true,'predefinedVariationId':'b'}}"
            + " | false",
        "{'d':{'boolValue':true}} | {'d':{'boolValue':false}} | false",
        "{'attribute':'Plan'} | {'attribute':null} | false",
        "{'d':{'intValue':1}} | {} | false",
      })
  void comparesWhatIsServedWithWhatWasToBe(String wanted, String served, boolean same) {
    assertThat(
            ValueContent.isServed(JsonParser.parseString(wanted), JsonParser.parseString(served)))
        .isEqualTo(same);
  }
}
