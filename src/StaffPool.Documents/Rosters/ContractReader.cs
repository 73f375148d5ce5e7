using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Rosters;

/// <summary>The contracts of a roster file.</summary>
internal static class ContractReader
{
    private const int MostWeight = 1_000_000;
    private const int MostCount = 1_000_000;

    /// <summary>Rule sets known by name.</summary>
    public static readonly Dictionary<string, string> RuleSets =
        WorkingTimeLimits.Known.Select(k => k.RuleSet).Distinct(StringComparer.Ordinal).ToDictionary(r => r, StringComparer.Ordinal);

    public static RosterContract? Read(JsonFields fields, DateOnly day)
    {
        var id = fields.Text("id");
        var ruleSet = fields.Known("ruleSet", RuleSets);
        var twelve = fields.Flag("twelveHourDuties", false);
        var overtime = fields.Flag("overtime", false);
        var rest = fields.Whole("dailyRestHours", 9, 24, false);
        var counts = fields.List("counts").Select(Count).ToList();
        var runs = fields.List("runs").Select(Run).ToList();
        var successions = fields.List("successions").Select(Following).ToList();
        var halfWeekEnd = Weight(fields, "halfWeekEndWeight");
        var isolatedRest = Weight(fields, "isolatedRestWeight");
        var isolatedWork = Weight(fields, "isolatedWorkWeight");
        if (id is null || ruleSet is null || counts.Contains(null) || runs.Contains(null) || successions.Contains(null))
        {
            return null;
        }

        if (WorkingTimeLimits.Find(ruleSet, day) is not { } limits)
        {
            fields.ReportField("ruleSet", "too-early", ruleSet);
            return null;
        }

        limits = twelve ? limits.WithTwelveHourDuties() : limits;
        limits = overtime ? limits.WithOvertime() : limits;
        return new RosterContract
        {
            Id = id,
            Limits = rest is { } hours ? limits.WithDailyRest(hours * 60, new LegalReference("dailyRestHours", Confidence.Choice)) : limits,
            Counts = [.. counts.OfType<CountLimit>()],
            Runs = [.. runs.OfType<RunLimit>()],
            Successions = [.. successions.OfType<Succession>()],
            HalfWeekEndWeight = halfWeekEnd,
            IsolatedRestWeight = isolatedRest,
            IsolatedWorkWeight = isolatedWork,
        };
    }

    private static CountLimit? Count(JsonFields fields)
    {
        var measure = fields.Word("measure", RosterWords.Measures);
        var window = fields.Word("window", RosterWords.Windows);
        var least = fields.Whole("least", 0, MostCount, false);
        var most = fields.Whole("most", 0, MostCount, false);
        var weight = fields.Whole("weight", 1, MostWeight, false);
        var days = fields.Whole("days", 1, 366, window == CountWindow.Sliding);
        if (measure is null || window is null || (window == CountWindow.Sliding && days is null))
        {
            return null;
        }

        if (least is null && most is null)
        {
            fields.ReportField("most", "no-limit");
            return null;
        }

        if (least > most)
        {
            fields.ReportField("least", "above", least, most);
            return null;
        }

        if (least is not null && weight is null)
        {
            // A minimum that must be kept could leave no roster at all.
            fields.ReportField("weight", "least-needs-weight");
            return null;
        }

        return new CountLimit(measure.Value, window.Value, least, most, weight, days ?? 0);
    }

    private static RunLimit? Run(JsonFields fields)
    {
        var kind = fields.Word("kind", RosterWords.Runs);
        var most = fields.Whole("most", 1, 60);
        var weight = fields.Whole("weight", 1, MostWeight, false);
        return kind is null || most is null ? null : new RunLimit(kind.Value, most.Value, weight);
    }

    private static Succession? Following(JsonFields fields)
    {
        var first = fields.Text("first");
        var next = fields.Text("next");
        var days = fields.Whole("days", 1, 31, false);
        var weight = fields.Whole("weight", 1, MostWeight, false);
        return first is null || next is null ? null : new Succession(first, next, days ?? 1, weight);
    }

    private static int Weight(JsonFields fields, string field) => fields.Whole(field, 0, MostWeight, false) ?? 0;
}
