namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>
/// One mistake made in the small scenario: what is reported, and exactly where. The sign § stands before each place
/// where a problem must be found, and is not part of the file; problems elsewhere are given with line and column.
/// </summary>
public sealed class BadScenarioTests
{
    [Theory]
    [InlineData("format: 1", "format: §2", "format.version")]
    [InlineData("format: 1\n", "", "2:1 key.missing")]
    [InlineData("title: Trois", "§titel: Trois", "key.unknown", "2:1 key.missing")]
    [InlineData("period: 2026-H1", "period: §2026-H3", "period.shape")]
    [InlineData("period: 2026-H1", "period: {start: §2026-02-30, end: 2026-06-30}", "date.none")]
    [InlineData("period: 2026-H1", "period: {start: 2026-07-01, end: §01/06/2026}", "date.shape")]
    [InlineData("period: 2026-H1", "period: {start: 2026-07-01, end: §2026-06-30}", "period.reversed")]
    [InlineData("seat: les-tilleuls", "seat: §les-tileuls", "reference.unknown")]
    [InlineData("key: sites.max-per-professional", "key: §sites.max", "setting.unknown")]
    [InlineData("value: 2, from", "value: §0, from", "number.range")]
    [InlineData("value: 2, from", "value: §2.5, from", "type.integer")]
    [InlineData("mode: soft", "mode: §souple", "choice.unknown")]
    [InlineData("{km: 20, mode", "{km: §-20, mode", "number.negative")]
    [InlineData("{key: distance.from-base, value: {km: 20, mode: soft}", "§{key: sites.max-per-professional, value: 3", "setting.duplicate")]
    [InlineData("key: distance.from-base, value: {km: 20, mode: soft}", "key: sites.exempt-services, value: [§informatique]", "setting.service-unknown")]
    [InlineData("kind: public-establishment", "kind: §hopital", "choice.unknown")]
    [InlineData("id: foyer-erables,", "id: §ehpad-tilleuls,", "id.duplicate", "26:13 reference.unknown")]
    [InlineData("id: foyer-erables,", "id: §Foyer des Érables,", "id.shape", "26:13 reference.unknown")]
    [InlineData("name: Association Les Érables", "name: §fondation les acacias", "name.duplicate")]
    [InlineData("Érables, kind: private-non-profit}", "Érables, kind: private-non-profit, quota-per-year: §-5}", "number.negative")]
    [InlineData("commune: Nesle", "commune: §Néant-les-Chimères", "commune.unknown")]
    [InlineData("commune: Nesle", "commune: §Neslle", "commune.unknown-near")]
    [InlineData("    commune: Roye\n    postcode: \"80700\"\n", "    commune: §Roye\n", "commune.ambiguous")]
    [InlineData("commune: Roye\n    postcode: \"80700\"", "commune: §Roye\n    postcode: \"80190\"", "commune.unknown-near")]
    [InlineData("commune: Nesle", "insee: §80999", "commune.insee-unknown")]
    [InlineData("commune: Nesle", "insee: \"80585\", commune: §Ham", "commune.insee-mismatch")]
    [InlineData("commune: Nesle", "insee: \"80585\", postcode: §02520", "commune.postcode-mismatch")]
    [InlineData("places: 80", "coordinates: §{latitude: 2.91, longitude: 49.76}", "coordinates.far")]
    [InlineData("places: 80", "places: §-80", "number.negative")]
    [InlineData("places: 80", "opening: {days-per-year: §300, days-per-week: 5}", "opening.impossible")]
    [InlineData("places: 80", "closures: [{from: 2026-08-03, to: §2026-08-01}]", "period.reversed")]
    [InlineData("places: 80", "holidays: §alsace", "choice.unknown")]
    [InlineData("places: 80", "accepted-statuses: [civil-servant, §stagiaire]", "choice.unknown")]
    [InlineData("employer: ehpad-tilleuls, base: les-tilleuls, fte: 0.8", "employer: §foyer-erables, base: les-tilleuls, fte: 0.8", "professional.not-employer")]
    [InlineData("fte: 0.8", "fte: §0,§8", "number.range", "number.comma-in-map")]
    [InlineData("fte: 0.8", "fte: §\"0,8\"", "number.comma")]
    [InlineData("fte: 0.8", "fte: §1.2", "number.range")]
    [InlineData("fte: 0.8", "fte: §-0.8", "number.negative")]
    [InlineData("fte: 0.8", "fte: §1e0", "type.number")]
    [InlineData("fte: 0.8", "fte: §[0.8]", "type.text")]
    [InlineData("fte: 0.8", "§fte: ", "key.empty")]
    [InlineData("working-time: prive, consent", "working-time: §privé, consent", "reference.unknown")]
    [InlineData("consent: [les-acacias, les-erables]", "consent: §yes", "consent.shape")]
    [InlineData("consent: [les-acacias, les-erables]", "consent: {§because: x}", "key.unknown", "38:184 key.missing")]
    [InlineData("consent: [les-acacias, les-erables]", "consent: [les-acacias, §les-acacias]", "reference.twice")]
    [InlineData("consent: [les-acacias, les-erables]", "consent: [les-acacias], refuses: §[les-acacias]", "consent.contradiction")]
    [InlineData("prefers: [les-tilleuls]", "prefers: [les-tilleuls], avoids: §[les-tilleuls]", "preference.contradiction")]
    [InlineData("quantity: 280 half-days/year", "quantity: §-280 half-days/year", "number.negative")]
    [InlineData("quantity: 280 half-days/year", "quantity: §280 demi-journées/an", "quantity.unit")]
    [InlineData("quantity: 280 half-days/year", "quantity: §beaucoup", "quantity.shape")]
    [InlineData("quantity: 280 half-days/year", "quantity: §\"1,5 half-days/week\"", "number.comma")]
    [InlineData("quantity: 280 half-days/year", "quantity: §21 hours/60 weeks", "number.range")]
    [InlineData("quantity: 280 half-days/year", "quantity: {amount: 280, unit: §half-days/yaer}", "quantity.unit")]
    [InlineData("{site: les-acacias, profession: ergotherapeute,", "§{site: les-tilleuls, profession: ergotherapeute,", "need.duplicate")]
    [InlineData("need: les-erables/dieteticien", "need: §les-erables/kine", "reference.unknown")]
    [InlineData("half-days: 13}", "half-days: §-1}", "number.negative")]
    [InlineData("half-days: 13}", "half-days: 13}\n  - §{professional: diet-2, need: les-erables/dieteticien, half-days: 12}", "cell.duplicate")]
    [InlineData("half-days: 13}", "half-days: 13}\ndistances:\n  - {from: les-acacias, to: §les-acacias, km: 3}", "distance.same")]
    [InlineData("half-days: 13}", "half-days: 13}\nplan-in-force:\n  - {professional: diet-2, need: les-erables/dieteticien, half-days: §0}", "number.range")]
    [InlineData("half-days: 13}", "half-days: 13}\nwaivers:\n  - §{professional: diet-2, site: les-erables}", "key.missing")]
    [InlineData("half-days: 13}", "half-days: 13}\nworking-time:\n  - {id: §fph, name: Autre, annual-hours: 1600, weekly-hours: 35, reference: Accord}", "id.duplicate")]
    [InlineData("members:\n  - {", "members: &tous\n  - {", "16:10 yaml.anchor")]
    [InlineData("prefers: [les-tilleuls]", "§prefers: §*tous", "key.empty", "yaml.alias")]
    [InlineData("\npins:", "\n§period: 2026\npins:", "yaml.duplicate-key")]
    [InlineData("places: 40\n", "places: 40\n    §places: 41\n", "yaml.duplicate-key")]
    [InlineData("title: Trois résidences", "title: §!important Trois résidences", "yaml.tag")]
    [InlineData("half-days: 13}\n", "half-days: 13}\n§---\ntitle: autre\n", "yaml.documents")]
    [InlineData("pins:\n  - {", "§[a, b]: 1\npins:\n  - {", "yaml.complex-key")]
    [InlineData("grouping: {name: GCSMS des Trois Résidences}", "grouping: §GCSMS des Trois Résidences", "type.map")]
    [InlineData("pins:\n  - {professional: diet-2, need: les-erables/dieteticien, half-days: 13}", "pins: §aucun", "type.list")]
    public void A_mistake_is_reported_where_it_stands(string what, string by, params string[] expected)
    {
        var text = ScenarioFiles.TextOf("trois-residences");
        text.ShouldContain(what);
        var marked = text.Replace(what, by, StringComparison.Ordinal);
        var places = Places(marked).ToList();
        var problems = expected.Select((code, i) => i < places.Count ? $"{places[i]} {code}" : code).ToArray();

        ScenarioFiles.ShouldFailWith(ScenarioFiles.Read(marked.Replace("§", "", StringComparison.Ordinal)), problems);
    }

    [Fact]
    public void Every_problem_is_reported_at_once_in_the_order_of_the_file()
    {
        var text = ScenarioFiles.TextOf("trois-residences")
            .Replace("fte: 0.5", "fte: 5", StringComparison.Ordinal)
            .Replace("commune: Nesle", "commune: Neslle", StringComparison.Ordinal)
            .Replace("quantity: 20 %", "quantity: -20 %", StringComparison.Ordinal)
            .Replace("seat: les-tilleuls", "seat: nulle-part", StringComparison.Ordinal);

        var reading = ScenarioFiles.Read(text);

        reading.Scenario.ShouldBeNull();
        reading.Problems.Select(p => p.Message.Key).ShouldBe(
            ["reference.unknown", "commune.unknown-near", "number.range", "number.negative"]);
    }

    [Fact]
    public void A_broken_entry_raises_no_second_problem_where_it_is_referred_to() =>
        ScenarioFiles.ShouldFailWith(
            ScenarioFiles.ReadChanged("commune: Nesle, kind: ehpad", "commune: Nesle, kind: ehpads"), "22:90 choice.unknown");

    [Fact]
    public void A_mistyped_word_gets_the_word_that_was_meant()
    {
        ScenarioFiles.ReadChanged("title: Trois", "titel: Trois").Problems[1].Advice.ToString()
            .ShouldBe("Vouliez-vous dire\u00A0: title\u00A0?");
        ScenarioFiles.ReadChanged("mode: soft", "mode: sft").Problems[0].Advice.ToString()
            .ShouldBe("Vouliez-vous dire\u00A0: soft\u00A0?");
        ScenarioFiles.ReadChanged("commune: Nesle", "commune: Neslle").Problems[0].Advice.ToString()
            .ShouldContain("Nesle (80190, INSEE 80585)");
        ScenarioFiles.ReadChanged("    postcode: \"80700\"\n", "").Problems[0].Advice.ToString()
            .ShouldBe("Ajouter postcode: ou insee: pour choisir entre Roye (70200, INSEE 70455) ; Roye (80700, INSEE 80685).");
    }

    [Fact]
    public void Without_synthetic_every_entry_must_say_where_it_comes_from()
    {
        var reading = ScenarioFiles.ReadChanged("synthetic: true\n", "\n");

        // One grouping, one agreement, 3 members, 3 sites, 2 professions, 4 professionals, 6 needs, 3 simulated cases.
        reading.Problems.Count.ShouldBe(23);
        reading.Problems.ShouldAllBe(p => p.Message.Key == "provenance.missing");
    }

    [Theory]
    [InlineData("places: 40", "places: 40\n    source: Rapport\n    synthetic: true", "provenance.both")]
    [InlineData("places: 40", "places: 40\n    synthetic: [places]", "provenance.keys-without-source")]
    [InlineData("places: 40", "places: 40\n    source: Rapport\n    synthetic: [opening]", "provenance.key-absent")]
    [InlineData("places: 40", "places: 40\n    synthetic: false", "provenance.missing")]
    public void Provenance_is_one_thing_or_the_other(string what, string by, string expected) =>
        ScenarioFiles.ReadChanged(what, by).Problems.ShouldHaveSingleItem().Message.Key.ShouldBe(expected);

    [Theory]
    [InlineData("{format: 1}", "key.missing", 3)]
    [InlineData("{format: 1, period: 2026}", "key.missing", 7)]
    [InlineData("format: 1\ntitle: t\nsynthetic: true\nmembers: []\nsites: []\nprofessions: []\nneeds: []\n", "section.empty", 4)]
    [InlineData("- a\n- b\n", "type.map", 1)]
    [InlineData("bonjour", "type.map", 1)]
    public void A_scenario_with_nothing_in_it_says_what_to_add(string text, string code, int times)
    {
        var reading = ScenarioFiles.Read(text);

        reading.Scenario.ShouldBeNull();
        reading.Problems.Count(p => p.Message.Key == code).ShouldBeGreaterThanOrEqualTo(times);
    }

    [Fact]
    public void A_scenario_without_professional_is_legal()
    {
        var text = ScenarioFiles.TextOf("trois-residences");
        var start = text.IndexOf("professionals:", StringComparison.Ordinal);
        var end = text.IndexOf("# Half-days of 2026-H1", StringComparison.Ordinal);
        var without = text.Remove(start, end - start);
        without = without.Remove(without.IndexOf("pins:", StringComparison.Ordinal));

        ScenarioFiles.Read(without).Scenario.ShouldNotBeNull().Grouping.Professionals.ShouldBeEmpty();
    }

    private static IEnumerable<string> Places(string marked)
    {
        var (line, column) = (1, 1);
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case '§':
                    yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line}:{column}");
                    break;
                case '\n':
                    (line, column) = (line + 1, 1);
                    break;
                default:
                    column++;
                    break;
            }
        }
    }
}
