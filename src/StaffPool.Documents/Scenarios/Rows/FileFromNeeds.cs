using StaffPool.Application.Scenarios;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The needs of a campaign, and the plan that the next one starts from.</summary>
internal sealed class FileFromNeeds(
    CampaignRow campaign, Dictionary<Guid, string> sites, Dictionary<Guid, string> professions, string? origin)
{
    public void Put(WrittenEntry file, GroupingRows rows)
    {
        FileFromRows.PutEntries(file, "needs", campaign.Needs, NeedOf);
        if (rows.PlanInForce is not { } plan)
        {
            return;
        }

        var professionals = rows.Professionals.ToDictionary(p => p.Id, p => p.Code);
        var needs = campaign.Needs.ToDictionary(n => n.Id, CodeOf);
        FileFromRows.PutEntries(file, "pins", plan.Assignments.Where(a => a.IsPinned), CellOf);

        // A draft that holds nothing but pins says nothing of what people live by.
        if (plan.Status != PlanStatus.Draft || plan.Assignments.Exists(a => !a.IsPinned))
        {
            file.Put("plan-in-force", new ListNode(default, []));
            FileFromRows.PutEntries(file, "plan-in-force", plan.Assignments.Where(a => a.HalfDays > 0), CellOf);
        }

        MapNode CellOf(AssignmentRow row) => new WrittenEntry(null)
            .Put("professional", professionals[row.ProfessionalId])
            .Put("need", needs[row.NeedId])
            .Put("half-days", row.HalfDays)
            .In(CellsSection.Keys);
    }

    private MapNode NeedOf(NeedRow row) => new WrittenEntry(row.Extras)
        .Put("site", sites[row.SiteId])
        .Put("profession", professions[row.ProfessionId])
        .Put("quantity", QuantityWriter.Of(new NeedQuantity(row.Amount, row.Unit, row.EveryWeeks)))
        .Put("priority", row.IsPriority)
        .Put("small-blocks", row.AcceptsSmallBlocks)
        .In(NeedsSection.Keys, origin);

    private string CodeOf(NeedRow row) => new WrittenEntry(row.Extras).TextOf("id") ?? $"{sites[row.SiteId]}/{professions[row.ProfessionId]}";
}
