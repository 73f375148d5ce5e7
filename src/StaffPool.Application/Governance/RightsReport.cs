using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Governance;

/// <summary>Rights and votes on each day on which they change; the last day is the section <c>rights</c>.</summary>
internal static class RightsReport
{
    public static IEnumerable<ReportSection> Of(Scenario scenario)
    {
        if (RightsOverTime.Of(scenario) is not { } rights)
        {
            return [];
        }

        var days = rights.Days.Select(day => (Day: day, Outcome: rights.On(day))).ToList();
        return days.Select((d, i) => Section(
            scenario, rights, d.Day, d.Outcome, i == 0 ? null : days[i - 1].Outcome.Shares, isLast: i == days.Count - 1));
    }

    /// <summary>Rights and votes on one day; nothing where the scenario tells none.</summary>
    public static IEnumerable<ReportSection> On(Scenario scenario, DateOnly day) => RightsOverTime.Of(scenario) is { } rights
        ? [Section(scenario, rights, day, rights.On(day), before: null, isLast: true)]
        : [];

    /// <summary>What the needs of a new campaign change in the rights; nothing where either gives no table.</summary>
    /// <param name="before">The grouping with the needs of the former campaign.</param>
    /// <param name="after">The same with those of the new one.</param>
    /// <param name="day">First day of the period of the new one.</param>
    public static IEnumerable<ReportSection> RevisionBetween(Scenario before, Scenario after, DateOnly day)
    {
        if (RightsOverTime.Of(before)?.On(day).Shares is not { } former
            || RightsOverTime.Of(after) is not { } rights || rights.On(day).Shares is not { } shares || rights.TermsOn(day) is not { } terms)
        {
            return [];
        }

        var values = shares.HasCapital ? after.Governance.ShareValues : null;
        if (values is null && shares.HasCapital)
        {
            return [];
        }

        var revision = ShareRevision.Between(former, shares, day, terms.Revision, values, id => NameOf(after, id));
        return
        [
            new ReportSection(
                "revision",
                ReportTexts.Of("rights.revision-on", day),
                [Revision(after, revision, hasCapital: values is not null)],
                [.. revision.Value.Assess(id => NameOf(after, id))]),
        ];
    }

    private static ReportSection Section(
        Scenario scenario, RightsOverTime rights, DateOnly day, RightsOutcome outcome, ShareTable? before, bool isLast)
    {
        var id = isLast ? "rights" : FormattableString.Invariant($"rights-{day:yyyy-MM-dd}");
        var tables = new List<ReportTable>();
        var findings = outcome.Violations.ToList();
        if (isLast)
        {
            findings.AddRange(LockedSettingsAreKept.Assess(scenario.Grouping.Agreement));
        }

        if (outcome is { Table: { } table, BeforeNoMajority: { } raw, Shares: { } shares })
        {
            tables.Add(Votes(scenario, table, raw));
            tables.Add(Summary(scenario, table.Value, outcome.AgreeingMembers));
            if (table.Value.Rows.Any(r => r.College is not null || r.Holder is not null))
            {
                tables.Add(Seats(scenario, table.Value, rights.TermsOn(day)!.Voting.CollegeNames));
            }

            var values = shares.HasCapital ? scenario.Governance.ShareValues : null;
            if (values is not null)
            {
                tables.Add(Capital(scenario, shares, values.On(day)));
            }

            if (before is not null && (values is not null || !shares.HasCapital))
            {
                var revision = ShareRevision.Between(
                    before, shares, day, rights.TermsOn(day)!.Revision, values, id => NameOf(scenario, id));
                tables.Add(Revision(scenario, revision, hasCapital: values is not null));
                findings.AddRange(revision.Value.Assess(id => NameOf(scenario, id)));
            }
        }

        return new ReportSection(id, ReportTexts.Of("rights.title", day), tables, findings);
    }

    private static ReportTable Votes(Scenario scenario, Traced<VoteTable> table, VoteTable raw)
    {
        var votes = table.Value;
        return new ReportTable(
            "votes", ReportTexts.Of("rights.votes"), ReportTexts.Of("header.member"),
            ReportTexts.Columns("rights", "raw-votes", "votes", "rights-percent", "votes-percent"),
            [
                .. votes.Rows.Select(r => r.MemberId).Distinct(StringComparer.Ordinal).Select(id => Line(
                    id, NameOf(scenario, id), votes.RightsOf(id), raw.VotesOf(id), votes.VotesOf(id), [])),
                Line("total", ReportTexts.Of("row.total"), votes.TotalRights, raw.TotalVotes, votes.TotalVotes, table.Trace),
            ]);

        ReportRow Line(string id, object label, long rights, long rawVotes, long ownVotes, IReadOnlyList<Text> trace) => new(
            id,
            label,
            [
                new ReportFigure(rights),
                new ReportFigure(rawVotes),
                new ReportFigure(ownVotes, trace),
                Percent(rights, votes.TotalRights),
                Percent(ownVotes, votes.TotalVotes),
            ]);
    }

    private static ReportFigure Percent(long part, long whole) => new(
        whole == 0 ? 0m : decimal.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero),
        whole == 0 ? [] : [ReportTexts.Of("rights.percent", part, whole)]);

    private static ReportTable Summary(Scenario scenario, VoteTable table, int agreeing)
    {
        // Who sits in a college in person has votes and is no member.
        var byHolder = table.Rows.GroupBy(r => r.MemberId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(r => r.Votes));
        var ofMembers = byHolder.Where(v => scenario.Grouping.Members.Any(m => m.Id == v.Key)).Select(v => v.Value).ToList();
        return new ReportTable(
            "summary", ReportTexts.Of("rights.summary"), ReportTexts.Of("header.figure"), ReportTexts.Columns("value"),
            [
                ReportTexts.Row("members", (long)ofMembers.Count(v => v > 0)),
                ReportTexts.Row("consultative", (long)ofMembers.Count(v => v == 0)),
                ReportTexts.Row("agreeing-members", (long)agreeing),
                ReportTexts.Row("largest-percent", Percent(byHolder.Values.Max(), table.TotalVotes).Value),
            ]);
    }

    private static ReportTable Seats(Scenario scenario, VoteTable table, IReadOnlyDictionary<string, string> colleges) => new(
        "seats", ReportTexts.Of("rights.seats"), ReportTexts.Of("header.member"), ReportTexts.Columns("votes"),
        [
            .. table.Rows
                .GroupBy(r => string.Join('-', new[] { r.MemberId, r.College, r.Holder }.OfType<string>()), StringComparer.Ordinal)
                .Select(g => new ReportRow(
                    g.Key,
                    string.Join(" · ", new[] { NameOf(scenario, g.First().MemberId), CollegeOf(g.First(), colleges), g.First().Holder }.OfType<string>()),
                    [new ReportFigure(g.Sum(r => r.Votes))])),
        ]);

    private static string? CollegeOf(VoteRow row, IReadOnlyDictionary<string, string> names) =>
        row.College is { } college ? names.GetValueOrDefault(college, college) : null;

    private static ReportTable Capital(Scenario scenario, ShareTable shares, Money value)
    {
        return new ReportTable(
            "capital", ReportTexts.Of("rights.capital"), ReportTexts.Of("header.member"), ReportTexts.Columns("shares", "value", "capital"),
            [
                .. shares.Rows.Select(r => Line(r.MemberId, NameOf(scenario, r.MemberId), r.Shares)),
                Line("total", ReportTexts.Of("row.total"), shares.Total),
            ]);

        ReportRow Line(string id, object label, long held) => new(
            id,
            label,
            [
                new ReportFigure(held),
                new ReportFigure(value),
                new ReportFigure(value * held, [ReportTexts.Of("rights.capital-of", held, value, value * held)]),
            ]);
    }

    private static ReportTable Revision(Scenario scenario, Traced<ShareRevision> revision, bool hasCapital)
    {
        var rows = revision.Value.Rows;
        return new ReportTable(
            "revision", ReportTexts.Of("rights.revision"), ReportTexts.Of("header.member"),
            ReportTexts.Columns(["before", "after", "difference", .. hasCapital ? ["capital"] : Array.Empty<string>()]),
            [
                .. rows.Select(r => Line(r.MemberId, NameOf(scenario, r.MemberId), r.Before, r.After, r.Capital, [])),
                Line(
                    "total", ReportTexts.Of("row.total"), rows.Sum(r => r.Before), rows.Sum(r => r.After),
                    rows.Sum(r => r.Capital), revision.Trace),
            ]);

        ReportRow Line(string id, object label, long was, long becomes, Money capital, IReadOnlyList<Text> trace) => new(
            id,
            label,
            [
                new ReportFigure(was),
                new ReportFigure(becomes),
                new ReportFigure(becomes - was, trace),
                .. hasCapital ? [new ReportFigure(capital)] : Array.Empty<ReportFigure>(),
            ]);
    }

    internal static string NameOf(Scenario scenario, string id) =>
        scenario.Grouping.Members.FirstOrDefault(m => m.Id == id)?.Name ?? id;
}
