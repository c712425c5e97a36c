package com.configcat.management.it.soak;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.Formula;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Reads and writes, on Settings and Tags that no other worker writes, until it is time. */
final class SoakWorker implements Runnable {
  private static final int SETTINGS = 4;

  /** What is done. */
  enum Task {
    READ,
    ENSURE,
    EDIT,
    TEMPORARY,
    BULK
  }

  private final SoakShop shop;
  private final ConfigCatManagementClient client;
  private final BooleanSupplier goesOn;
  private final String name;
  private final Random random;
  private final List<FakeFlag> settings;
  private final Ledger ledger = new Ledger();
  private final Map<Task, Integer> done = new EnumMap<>(Task.class);
  private final Map<Task, Integer> failed = new EnumMap<>(Task.class);
  private long last;

  SoakWorker(SoakShop shop, ConfigCatManagementClient client, int number, BooleanSupplier goesOn) {
    this.shop = shop;
    this.client = client;
    this.goesOn = goesOn;
    this.name = "w" + number;
    this.random = new Random(number);
    this.settings =
        IntStream.range(0, SETTINGS).mapToObj(i -> shop.setting(name + "s" + i)).toList();
    settings.forEach(setting -> ledger.setting(setting.id()));
  }

  Ledger ledger() {
    return ledger;
  }

  List<FakeFlag> settings() {
    return settings;
  }

  Map<Task, Integer> done() {
    return done;
  }

  Map<Task, Integer> failed() {
    return failed;
  }

  @Override
  public void run() {
    Task[] tasks = Task.values();
    while (goesOn.getAsBoolean()) {
      Task task = tasks[random.nextInt(tasks.length)];
      try {
        run(task);
        done.merge(task, 1, Integer::sum);
      } catch (ConfigCatException e) {
        failed.merge(task, 1, Integer::sum);
      }
    }
  }

  private void run(Task task) {
    switch (task) {
      case READ -> read();
      case ENSURE -> ensure();
      case EDIT -> edit();
      case TEMPORARY -> temporarily();
      case BULK -> replaceAll();
    }
  }

  private FakeFlag any() {
    return settings.get(random.nextInt(settings.size()));
  }

  private Flag flag(FakeFlag setting) {
    return client.flag(shop.environment.id(), setting.id());
  }

  private void read() {
    FakeFlag setting = any();
    long value = flag(setting).getDefault(FlagType.INT);
    if (!ledger.setting(setting.id()).values().contains(value)) {
      throw new AssertionError(
          setting.key() + " serves " + value + ", not " + ledger.setting(setting.id()).values());
    }
    var unused = client.products().list();
  }

  private void edit() {
    FakeFlag setting = any();
    long value = ++last;
    try {
      var unused = flag(setting).setDefault(value);
    } catch (ConfigCatException e) {
      ledger.setting(setting.id()).failed(e, value);
      throw e;
    }
    ledger.setting(setting.id()).wrote(value);
  }

  private void temporarily() {
    FakeFlag setting = any();
    Ledger.Entry entry = ledger.setting(setting.id());
    Set<Long> before = entry.values();
    long value = ++last;
    TemporaryFlag temporary;
    try {
      temporary = flag(setting).temporarily(value);
    } catch (ConfigCatException e) {
      entry.failed(e, value);
      throw e;
    }
    entry.wrote(value);
    try {
      temporary.close();
    } catch (ConfigCatException e) {
      entry.perhapsPutBack(before);
      throw e;
    }
    entry.putBack(before);
  }

  private void replaceAll() {
    long value = ++last;
    BulkReplacement<UpdateEvaluationFormulaModel> replacement =
        client.flags().bulkReplacement(shop.config.id(), shop.environment.id());
    for (FakeFlag setting : settings) {
      replacement = replacement.replace(setting.id(), Formula.byDefault(value).toModel());
    }
    BulkResult result = replacement.plan().chunkSize(2).apply();
    result
        .outcomes()
        .values()
        .forEach(
            outcome -> {
              Ledger.Entry entry = ledger.setting(outcome.settingId());
              switch (outcome.status()) {
                case DONE -> entry.wrote(value);
                case UNKNOWN, CONFLICT -> entry.perhapsWrote(value);
                case UNCHANGED ->
                    throw new AssertionError("Nobody else writes " + outcome.settingId());
                case FAILED, NOT_TRIED -> {}
              }
            });
  }

  private void ensure() {
    String tag = name + "-" + ++last;
    Ensured<TagModel> ensured;
    try {
      ensured =
          client
              .tags()
              .ensure(
                  shop.product.id(), CreateTagModel.builder().name(tag).color("panther").build());
    } catch (ConfigCatException e) {
      ledger.tag(tag, 0, e.requestMayHaveBeenApplied() ? 1 : 0);
      throw e;
    }
    try {
      client.tags().delete(ensured.value().getTagId());
    } catch (ConfigCatException e) {
      ledger.tag(tag, e.requestMayHaveBeenApplied() ? 0 : 1, 1);
      throw e;
    }
    ledger.tag(tag, 0, 0);
  }
}
