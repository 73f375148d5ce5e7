using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Staff;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class CostsMileageSection
{
    public static readonly string[] Keys = ["tables", "trips"];

    public static readonly string[] TableKeys = ["from", "rates", "reference", "confidence"];

    public static readonly string[] RateKeys = ["vehicle", "above-km", "euros-per-km"];

    public static readonly string[] TripKeys = ["id", "date", "vehicle", "before-km", "km", Provenance.Source, Provenance.Synthetic];

    public static List<RepaidTrip> Read(Node? section, ScenarioContext context)
    {
        var trips = new Registry<RepaidTrip>("trips", context.Problems);
        if (section is null || Fields.Of(section, "mileage", Keys, context.Problems) is not { } fields)
        {
            return [];
        }

        var problems = context.Problems.Count;
        var tables = CostsTables.Read(fields, TableKeys, [MileageTable.Public2022], (t, from) => Table(t, from, context), context);
        var areWhole = context.Problems.Count == problems;
        foreach (var trip in context.Entries(fields.Required("trips"), "trips", TripKeys))
        {
            var id = Identifier.Read(trip);
            var table = CostsTables.InForce(trip, tables, areWhole);
            var vehicle = trip.RequiredChoice<VehicleClass>("vehicle");
            var before = trip.Number("before-km", 0, 1_000_000);
            var km = trip.RequiredNumber("km", 0, 1_000_000);
            Provenance.Check(trip, context);
            if (areWhole && table is not null && vehicle is not null && table.Rates.All(r => r.Vehicle != vehicle))
            {
                context.Problems.Add(trip.PositionOf("vehicle"), "costs.vehicle-without-rate", trip.Text("vehicle"), table.EffectiveFrom);
            }

            trips.Declare(id, trip.PositionOf("id"), id is null || table is null || vehicle is null || km is null
                ? null
                : new RepaidTrip(id, table, vehicle.Value, before ?? 0, km.Value));
        }

        return [.. trips.Values];
    }

    private static MileageTable? Table(Fields table, DateOnly from, ScenarioContext context)
    {
        var reference = References.Read(table);
        var rates =
            (from rate in context.Entries(table.Required("rates"), "rates", RateKeys)
             let vehicle = rate.RequiredChoice<VehicleClass>("vehicle")
             let above = rate.Number("above-km", 0, 1_000_000)
             let euros = rate.RequiredNumber("euros-per-km", 0, 100)
             where vehicle is not null && euros is not null
             select new MileageRate(vehicle.Value, above ?? 0, euros.Value)).ToList();
        return reference is null ? null : new MileageTable(from, rates, reference);
    }
}
