import com.configcat.management.ConfigCatManagementClient
import com.configcat.management.fake.ConfigCatFake
import com.configcat.management.flag.WriteOptions
import com.configcat.management.targeting.FlagType
import com.configcat.management.targeting.Targeting.userAttribute
import com.configcat.management.targeting.TargetingRule
import java.util.UUID

/** Runs the cookbook's Kotlin on a fake of the service. */
fun main() {
    ConfigCatFake.start().use { fake ->
        val shop = fake.world().product("Shop")
        val production = shop.environment("Production")
        val flag = shop.v2Config("Main").flag("newCheckout")
        ConfigCatManagementClient.builder()
            .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
            .baseUrl(fake.baseUrl())
            .build()
            .use { client -> switchOn(client, production.id(), flag.id()) }
        val served = flag.served(production, "defaultValue").toString()
        check("\"boolValue\":true" in served) { "The flag serves $served" }
        check("HU" in flag.served(production, "targetingRules").toString()) { "No rule was added" }
    }
    println("The Kotlin recipe works")
}

private fun switchOn(configcat: ConfigCatManagementClient, environmentId: UUID, settingId: Int) {
    configcat.products().list().forEach { println(it.name) }

    val checkout = configcat.flag(environmentId, settingId)
    checkout.setDefault(true, WriteOptions.because("Ticket 42"))
    checkout.edit { formula ->
        formula.addRule(TargetingRule.`when`(userAttribute("Country").isOneOf("HU")).serve(false))
    }
    checkout.temporarily(false).use { off -> println("It was ${off.before()}") }
    val on: Boolean = checkout.getDefault(FlagType.BOOLEAN)
    println(on)
}
