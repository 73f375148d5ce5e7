using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Life;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Who comes and goes, who runs the grouping, its debts, its nature and its tax.</summary>
internal static class LifeSection
{
    public static readonly string[] Keys =
    [
        "founded", "on", "kind", "nature", "memberships", "admissions", "withdrawals", "exclusions", "mandates", "debts",
        "dissolution", "vat", "budget", Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] BudgetKeys = ["year", "voted-on"];

    /// <param name="section">The map, or null where it is absent.</param>
    /// <param name="consultative">Identifiers of those who are no members of the grouping.</param>
    /// <param name="context">The members declared.</param>
    public static DeclaredLife? Read(Node? section, IReadOnlySet<string> consultative, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "life", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        Provenance.Check(fields, context);
        var founded = fields.RequiredDate("founded");
        var on = fields.RequiredDate("on");
        LifeEventsReader.RefuseReversed(fields, founded, "on", on);
        var kind = fields.Choice<GroupingKind>("kind");
        var nature = fields.Choice<LegalNature>("nature");
        var events = new LifeEventsReader(context);
        var told = events.Memberships(fields.Node("memberships"));
        var admissions = events.Admissions(fields.Node("admissions"));
        var withdrawals = events.Withdrawals(fields.Node("withdrawals"));
        var exclusions = events.Exclusions(fields.Node("exclusions"));
        var mandates = events.Mandates(fields.Node("mandates"));
        var debts = events.Debts(fields.Node("debts"));
        var end = LifeEndReader.Dissolution(fields.Node("dissolution"), context.Problems);
        var members = context.Members.Values.Where(m => !consultative.Contains(m.Id)).ToList();
        var vat = LifeEndReader.Vat(fields.Node("vat"), members, context);
        var budget = Budget(fields.Node("budget"), context.Problems);
        if (founded is null || on is null)
        {
            return null;
        }

        var apart = told.Select(m => m.Member).Concat(admissions.Select(a => a.Newcomer)).ToHashSet();
        return new DeclaredLife
        {
            On = on.Value,
            Kind = kind ?? GroupingKind.Gcsms,
            Nature = nature,
            Memberships = [.. members.Where(m => !apart.Contains(m)).Select(m => new Membership(m, founded.Value)), .. told],
            Admissions = admissions,
            Withdrawals = withdrawals,
            Exclusions = exclusions,
            Mandates = mandates,
            Debts = debts,
            End = end,
            Vat = vat,
            Budget = budget,
        };
    }

    private static DeclaredBudget? Budget(Node? node, ProblemList problems)
    {
        if (node is null || Fields.Of(node, "budget", BudgetKeys, problems) is not { } fields)
        {
            return null;
        }

        var year = fields.RequiredInteger("year", 1900, 2200);
        var votedOn = fields.Date("voted-on");
        return year is null ? null : new DeclaredBudget(year.Value, votedOn);
    }
}
