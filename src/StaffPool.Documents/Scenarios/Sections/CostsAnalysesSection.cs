using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What the figures are held against: exchanges, years, other ways to be served, absences, needs of each month.</summary>
internal static class CostsAnalysesSection
{
    public static readonly string[] AbsenceKeys = ["host", "employer", "planned", "lost", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] ExchangeKeys =
        ["from", "to", "function", "half-days", "value", "solidarity", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] YearKeys = ["year", "paid", "used", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] ComparisonKeys =
    [
        "member", "half-days", "due", "hidden", "agency-work", "alone", "cost-before", "resident-days", Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] HiddenKeys = ["kind", "amount"];

    public static readonly string[] RedistributionKeys = ["id", "envelope", "months", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] MonthKeys = ["month", "needs"];

    public static List<AbsenceLine> Absences(Node? section, ScenarioContext context)
    {
        var absences = new List<AbsenceLine>();
        foreach (var fields in context.Entries(section, "absences", AbsenceKeys))
        {
            var host = fields.RequiredReference("host", context.Members);
            var employer = fields.RequiredReference("employer", context.Members);
            var planned = fields.RequiredNumber("planned", 0, 1_000_000);
            var lost = fields.RequiredNumber("lost", 0, 1_000_000);
            Provenance.Check(fields, context);
            if (lost > planned)
            {
                context.Problems.Add(fields.PositionOf("lost"), "costs.more-lost-than-planned", lost, planned);
            }
            else if (host is not null && employer is not null && planned is not null && lost is not null)
            {
                absences.Add(new AbsenceLine(host.Id, employer.Id, planned.Value, lost.Value));
            }
        }

        return absences;
    }

    public static List<Exchange> Exchanges(Node? section, ScenarioContext context) =>
    [
        .. from fields in context.Entries(section, "exchanges", ExchangeKeys)
           let giver = fields.RequiredReference("from", context.Members)
           let receiver = fields.RequiredReference("to", context.Members)
           let function = fields.RequiredText("function")
           let halfDays = fields.RequiredNumber("half-days", 0, 1_000_000)
           let value = MoneyReader.Required(fields, "value")
           let solidarity = fields.Flag("solidarity")
           let isTold = Provenance.CheckEntry(fields, context)
           where giver is not null && receiver is not null && function is not null && halfDays is not null && value is not null
           select new Exchange(giver.Id, receiver.Id, function, halfDays.Value, value.Value, solidarity ?? false),
    ];

    public static List<YearOfMember> Years(Node? section, ScenarioContext context)
    {
        var years = new List<YearOfMember>();
        var lines = new Dictionary<int, int>();
        foreach (var fields in context.Entries(section, "years", YearKeys))
        {
            var year = fields.RequiredInteger("year", 1900, 2200);
            var paid = MemberValues.Amounts(fields.Required("paid"), "paid", context);
            var used = MemberValues.RequiredNumbers(fields, "used", context);
            Provenance.Check(fields, context);
            if (year is { } number && !lines.TryAdd(number, fields.Position.Line))
            {
                context.Problems.Add(fields.PositionOf("year"), "costs.year-twice", number, lines[number]);
            }

            years.AddRange(paid.Select(p => p.MemberId).Union(used.Select(u => u.MemberId), StringComparer.Ordinal)
                .Select(id => new YearOfMember(
                    year ?? 0,
                    id,
                    paid.FirstOrDefault(p => p.MemberId == id)?.Amount ?? Money.Zero,
                    used.FirstOrDefault(u => u.MemberId == id)?.Quantity ?? 0)));
        }

        return years;
    }

    public static List<ComparedMember> Compared(Node? section, ScenarioContext context)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. from fields in context.Entries(section, "comparisons", ComparisonKeys)
               let member = ComparedOnce(fields, lines, context)
               let halfDays = fields.RequiredNumber("half-days", 0.01m, 1_000_000)
               let due = MoneyReader.Optional(fields, "due")
               let hidden = Hidden(fields.Node("hidden"), context)
               let agency = MoneyReader.Optional(fields, "agency-work")
               let alone = MoneyReader.Optional(fields, "alone")
               let before = MoneyReader.Required(fields, "cost-before")
               let days = fields.RequiredNumber("resident-days", 1, 1_000_000_000)
               let isTold = Provenance.CheckEntry(fields, context)
               where member is not null && halfDays is not null && before is not null && days is not null
               let alternatives = new[] { (Kind: AlternativeKind.AgencyWork, Cost: agency), (Kind: AlternativeKind.Alone, Cost: alone) }
                   .Where(a => a.Cost is not null)
                   .Select(a => new Alternative(a.Kind, a.Cost!.Value))
               select new ComparedMember(
                   new MemberCosts(member.Id, halfDays.Value, due ?? Money.Zero, hidden, [.. alternatives], before.Value, days.Value),
                   !fields.Has("due")),
        ];
    }

    public static List<Redistribution> Redistributions(Node? section, ScenarioContext context)
    {
        var found = new Registry<Redistribution>("redistributions", context.Problems);
        foreach (var fields in context.Entries(section, "redistributions", RedistributionKeys))
        {
            var id = Identifier.Read(fields);
            var envelope = MoneyReader.Required(fields, "envelope");
            var months = context.Entries(fields.Required("months"), "months", MonthKeys).Select(m => Month(m, context)).ToList();
            Provenance.Check(fields, context);
            found.Declare(id, fields.PositionOf("id"), id is null || envelope is null || months.Count == 0
                ? null
                : new Redistribution(id, envelope.Value, months));
        }

        return [.. found.Values];
    }

    private static Member? ComparedOnce(Fields fields, Dictionary<string, int> lines, ScenarioContext context)
    {
        var member = fields.RequiredReference("member", context.Members);
        if (member is not null && !lines.TryAdd(member.Id, fields.Position.Line))
        {
            context.Problems.Add(fields.Position, "costs.member-twice", member.Name, "comparisons", lines[member.Id]);
        }

        return member;
    }

    private static MonthlyNeeds Month(Fields fields, ScenarioContext context)
    {
        var month = fields.RequiredDate("month");
        var problems = context.Problems.Count;
        var needs = MemberValues.RequiredNumbers(fields, "needs", context);
        if (context.Problems.Count == problems && needs.Sum(n => n.Quantity) == 0)
        {
            context.Problems.Add(fields.PositionOf("needs"), "costs.month-without-need");
        }

        return new MonthlyNeeds(month ?? DateOnly.MinValue, needs);
    }

    private static List<HiddenCost> Hidden(Node? section, ScenarioContext context) =>
    [
        .. from fields in context.Entries(section, "hidden", HiddenKeys)
           let kind = fields.RequiredChoice<HiddenCostKind>("kind")
           let amount = MoneyReader.Required(fields, "amount")
           where kind is not null && amount is not null
           select new HiddenCost(kind.Value, amount.Value),
    ];
}
