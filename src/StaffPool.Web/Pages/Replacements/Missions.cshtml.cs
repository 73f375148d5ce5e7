using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>The missions of a year, and what they add up to: credits, reciprocity, shared risk.</summary>
public sealed class MissionsModel(
    ListMissions list, ReadReplacementLedger read, GrantReplacementCredit grant, ListMembers members, TimeProvider clock) : GroupingPage
{
    [BindProperty(Name = "annee", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public CreditInput Input { get; set; } = new();

    /// <summary>Null for who reads sums only.</summary>
    public IReadOnlyList<MissionView>? Missions { get; private set; }

    /// <summary>Null for a professional.</summary>
    public ReplacementLedgerView? Ledger { get; private set; }

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public bool MayGrant => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Year ??= ParisTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        var asked = new MissionsOfYear(Year.Value);
        Missions = Grouping.Has([.. Work.RolesOf(typeof(ListMissions))]) ? await list.RunAsync(Grouping.Id, asked, stop) : null;
        Ledger = Grouping.Has([.. Work.RolesOf(typeof(ReadReplacementLedger))]) ? await read.RunAsync(Grouping.Id, asked, stop) : null;
        Members = MayGrant ? await members.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var year = Year ?? ParisTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        await grant.RunAsync(Grouping.Id, new ReplacementCredit(Input.MemberId, year, Input.Hours, Input.Reference), stop);
        Notice = ReplacementPageTexts.Of("credit.saved").ToString();
        return RedirectToPage(new { annee = year });
    }

    public sealed class CreditInput
    {
        public Guid MemberId { get; set; }

        public decimal Hours { get; set; }

        public string Reference { get; set; } = "";
    }
}
