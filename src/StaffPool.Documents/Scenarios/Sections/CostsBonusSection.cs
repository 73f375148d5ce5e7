using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Staff;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class CostsBonusSection
{
    public static readonly string[] Keys = ["tables", "territorial-practice-professions", "paid"];

    public static readonly string[] TableKeys = ["from", "professions", "bands", "reference", "confidence"];

    public static readonly string[] BandKeys = ["trips", "is-reached-at", "structures", "amount"];

    public static readonly string[] PaidKeys = ["id", "date", "profession", "trips", "structures", Provenance.Source, Provenance.Synthetic];

    public static List<PaidBonus> Read(Node? section, ScenarioContext context)
    {
        var paid = new Registry<PaidBonus>("paid", context.Problems);
        if (section is null || Fields.Of(section, "bonuses", Keys, context.Problems) is not { } fields)
        {
            return [];
        }

        var problems = context.Problems.Count;
        var territorial = MultiSiteBonusTable.TerritorialPractice2020 with { Professions = Words(fields, "territorial-practice-professions") };
        var tables = CostsTables.Read(fields, TableKeys, [territorial], (t, from) => Table(t, from, context), context);
        var areWhole = context.Problems.Count == problems;
        foreach (var bonus in context.Entries(fields.Required("paid"), "paid", PaidKeys))
        {
            var id = Identifier.Read(bonus);
            var table = CostsTables.InForce(bonus, tables, areWhole);
            var profession = bonus.RequiredText("profession");
            var trips = bonus.RequiredNumber("trips", 0, 10_000);
            var structures = bonus.RequiredInteger("structures", 0, 1_000);
            Provenance.Check(bonus, context);
            paid.Declare(id, bonus.PositionOf("id"), id is null || table is null || profession is null || trips is null || structures is null
                ? null
                : new PaidBonus(id, table, profession, trips.Value, structures.Value));
        }

        return [.. paid.Values];
    }

    private static MultiSiteBonusTable? Table(Fields table, DateOnly from, ScenarioContext context)
    {
        var reference = References.Read(table);
        table.Required("professions");
        var bands =
            (from band in context.Entries(table.Required("bands"), "bands", BandKeys)
             let trips = band.RequiredNumber("trips", 0, 10_000)
             let isReachedAt = band.Flag("is-reached-at")
             let structures = band.Integer("structures", 1, 1_000)
             let amount = MoneyReader.Required(band, "amount")
             where trips is not null && amount is not null
             select new BonusBand(trips.Value, isReachedAt ?? true, structures ?? 1, amount.Value)).ToList();
        return reference is null ? null : new MultiSiteBonusTable(from, Words(table, "professions"), bands, reference);
    }

    private static List<string> Words(Fields fields, string key) => [.. fields.Scalars(key).Select(s => s.Value.Trim())];
}
