using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Accounts;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Work for clients that are not members.</summary>
internal static class CostsNonMembersSection
{
    public static readonly string[] Keys = ["all-half-days", "invoices"];

    public static readonly string[] InvoiceKeys = ["id", "client", "lines", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] LineKeys = ["label", "half-days", "amount"];

    public static NonMemberActivity? Read(Node? section, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "non-members", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var problems = context.Problems.Count;
        var all = fields.Number("all-half-days", 0.01m, 1_000_000_000);
        var invoices = new Registry<NonMemberInvoice>("invoices", context.Problems);
        foreach (var invoice in context.Entries(fields.Required("invoices"), "invoices", InvoiceKeys))
        {
            var id = Identifier.Read(invoice);
            var client = invoice.RequiredText("client");
            var lines =
                (from line in context.Entries(invoice.Required("lines"), "lines", LineKeys)
                 let label = line.RequiredText("label")
                 let halfDays = line.Number("half-days", 0, 1_000_000)
                 let amount = MoneyReader.Required(line, "amount")
                 where label is not null && amount is not null
                 select new InvoiceLine(label, halfDays ?? 0, amount.Value)).ToList();
            Provenance.Check(invoice, context);
            invoices.Declare(id, invoice.PositionOf("id"), id is null || client is null ? null : new NonMemberInvoice(id, client, lines));
        }

        var worked = invoices.Values.SelectMany(i => i.Lines).Sum(l => l.HalfDays);
        if (context.Problems.Count == problems && worked > all)
        {
            context.Problems.Add(fields.PositionOf("all-half-days"), "costs.half-days-of-clients", worked, all);
        }

        return new NonMemberActivity(invoices.Values, all);
    }
}
