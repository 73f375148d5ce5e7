using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Staff;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class CostsSurchargeSection
{
    public static readonly string[] Keys = ["tables", "lines"];

    public static readonly string[] TableKeys = ["from", "rates", "reference", "confidence"];

    public static readonly string[] RateKeys = ["hour", "percent", "euros-per-hour"];

    public static readonly string[] LineKeys =
        ["id", "date", "euros-per-hour", "night", "sunday", "public-holiday", "centre", "paid-by", Provenance.Source, Provenance.Synthetic];

    public static List<SurchargedHours> Read(Node? section, Registry<CostCentre> centres, ScenarioContext context)
    {
        var lines = new Registry<SurchargedHours>("lines", context.Problems);
        if (section is null || Fields.Of(section, "surcharges", Keys, context.Problems) is not { } fields)
        {
            return [];
        }

        var problems = context.Problems.Count;
        var tables = CostsTables.Read(fields, TableKeys, [SurchargeTable.PublicHospital2024], (t, from) => Table(t, from, context), context);
        var areWhole = context.Problems.Count == problems;
        foreach (var line in context.Entries(fields.Required("lines"), "lines", LineKeys))
        {
            var id = Identifier.Read(line);
            var table = CostsTables.InForce(line, tables, areWhole);
            var euros = line.RequiredNumber("euros-per-hour", 0, 10_000);
            var hours =
                (from kind in Enum.GetValues<HourKind>()
                 let worked = line.Number(EnumWords.Of(kind), 0, 1_000_000)
                 where worked is not null
                 select new SpecialHours(kind, worked.Value)).ToList();
            var centre = line.Reference("centre", centres);
            var payer = line.Reference("paid-by", context.Members);
            if (payer is not null && !line.Has("centre"))
            {
                context.Problems.Add(line.PositionOf("paid-by"), "key.missing", "lines", "centre");
            }

            Provenance.Check(line, context);
            lines.Declare(id, line.PositionOf("id"), id is null || table is null || euros is null
                ? null
                : new SurchargedHours(id, table, euros.Value, hours) { CentreId = centre?.Id, PaidBy = payer?.Id });
        }

        return [.. lines.Values];
    }

    private static SurchargeTable? Table(Fields table, DateOnly from, ScenarioContext context)
    {
        var reference = References.Read(table);
        var rates =
            (from rate in context.Entries(table.Required("rates"), "rates", RateKeys)
             let hour = rate.RequiredChoice<HourKind>("hour")
             let percent = rate.Number("percent", 0, 1_000)
             let euros = rate.Number("euros-per-hour", 0, 10_000)
             where hour is not null
             select new SurchargeRate(hour.Value, percent ?? 0, euros ?? 0)).ToList();
        return reference is null ? null : new SurchargeTable(from, rates, reference);
    }
}
