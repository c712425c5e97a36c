package com.configcat.management.internal.flag;

import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.operations.FlagsOperations;

/** What handles of flags call. */
public record FlagServices(
    SettingValueJsonApi values,
    CallRunner runner,
    FlagsOperations flags,
    ConfigsOperations configs,
    EvaluationVersionCache versions) {}
