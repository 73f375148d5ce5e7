using StaffPool.Data.Costs;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Scenarios;

/// <summary>The rows of one grouping that make a scenario: what it is, and the needs of one campaign.</summary>
public sealed record GroupingRows
{
    public required GroupingRow Grouping { get; init; }

    /// <summary>The agreement in force.</summary>
    public required AgreementRow Agreement { get; init; }

    public IReadOnlyList<MemberRow> Members { get; init; } = [];

    public IReadOnlyList<SiteRow> Sites { get; init; } = [];

    public IReadOnlyList<ProfessionRow> Professions { get; init; } = [];

    public IReadOnlyList<WorkingTimeRow> WorkingTimes { get; init; } = [];

    /// <summary>With their answers.</summary>
    public IReadOnlyList<ProfessionalRow> Professionals { get; init; } = [];

    /// <summary>With its needs; null where nothing is to plan.</summary>
    public CampaignRow? Campaign { get; init; }

    /// <summary>The plan whose pins hold and from which the next one should change little, with its assignments; or null.</summary>
    public PlanRow? PlanInForce { get; init; }

    /// <summary>With agenda, motions, ballots and attendances.</summary>
    public IReadOnlyList<AssemblyRow> Assemblies { get; init; } = [];

    public IReadOnlyList<ExpenseRow> Expenses { get; init; } = [];

    public IReadOnlyList<WorkDoneRow> WorkDone { get; init; } = [];

    /// <summary>Codes of the site and of the profession of each need of the campaign: there is one need for each pair.</summary>
    public IReadOnlyDictionary<Guid, (string Site, string Profession)> NeedKeys()
    {
        var sites = Sites.ToDictionary(s => s.Id, s => s.Code);
        var professions = Professions.ToDictionary(p => p.Id, p => p.Code);
        return (Campaign?.Needs ?? []).ToDictionary(n => n.Id, n => (sites[n.SiteId], professions[n.ProfessionId]));
    }
}
