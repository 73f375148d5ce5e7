using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Staff;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What shared professionals cost.</summary>
internal static class CostsStaffSection
{
    public static readonly string[] Keys = ["reimbursements", "mileage", "bonuses", "surcharges"];

    public static readonly string[] ReimbursementKeys =
    [
        "professional", "employer", "wages", "social-charges", "expenses", "hours", "invoiced", Provenance.Source, Provenance.Synthetic,
    ];

    public static StaffCosts Read(Node? section, Registry<CostCentre> centres, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "staff", Keys, context.Problems) is not { } fields)
        {
            return new StaffCosts();
        }

        return new StaffCosts
        {
            Reimbursements = Reimbursements(fields.Node("reimbursements"), context),
            Trips = CostsMileageSection.Read(fields.Node("mileage"), context),
            Bonuses = CostsBonusSection.Read(fields.Node("bonuses"), context),
            Surcharges = CostsSurchargeSection.Read(fields.Node("surcharges"), centres, context),
        };
    }

    private static List<Reimbursement> Reimbursements(Node? section, ScenarioContext context)
    {
        var found = new List<Reimbursement>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in context.Entries(section, "reimbursements", ReimbursementKeys))
        {
            var professional = fields.RequiredText("professional");
            var employer = fields.RequiredReference("employer", context.Members);
            var wages = MoneyReader.Required(fields, "wages");
            var charges = MoneyReader.Required(fields, "social-charges");
            var expenses = MoneyReader.Optional(fields, "expenses");
            var problems = context.Problems.Count;
            var hours = MemberValues.RequiredNumbers(fields, "hours", context);
            if (context.Problems.Count == problems && hours.Sum(h => h.Quantity) == 0)
            {
                context.Problems.Add(fields.PositionOf("hours"), "costs.no-hours");
            }

            var invoiced = MemberValues.Amounts(fields.Node("invoiced"), "invoiced", context);
            Provenance.Check(fields, context);
            if (professional is not null && !lines.TryAdd(professional, fields.Position.Line))
            {
                context.Problems.Add(fields.PositionOf("professional"), "id.duplicate", professional, "reimbursements", lines[professional]);
            }
            else if (professional is not null && employer is not null && wages is not null && charges is not null)
            {
                found.Add(new Reimbursement(
                    new ProfessionalCost(professional, employer.Id, wages.Value, charges.Value, expenses ?? default),
                    [.. hours.Select(h => new HostTime(h.MemberId, h.Quantity))],
                    [.. invoiced.Select(i => new InvoicedLending(professional, i.MemberId, i.Amount))]));
            }
        }

        return found;
    }
}
