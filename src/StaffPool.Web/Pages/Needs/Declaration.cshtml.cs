using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Needs;

/// <summary>A member declares its needs. Lines left empty are ignored, so the form has spare ones and needs no script.</summary>
public sealed class DeclarationModel(ListCampaigns campaigns, ListMembers members, ReadDeclaration read, DeclareNeeds declare) : GroupingPage
{
    private const int SpareLines = 3;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Which campaign; the one that is open, else the last, where none is named.</summary>
    [BindProperty(Name = "campagne", SupportsGet = true)]
    public Guid? CampaignId { get; set; }

    /// <summary>Which member; the user's own where none is named.</summary>
    [BindProperty(Name = "membre", SupportsGet = true)]
    public Guid? MemberId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Confirms { get; set; }

    [BindProperty]
    public List<LineInput> Lines { get; set; } = [];

    public IReadOnlyList<CampaignView> Campaigns { get; private set; } = [];

    /// <summary>To choose from; empty where there is no choice.</summary>
    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    /// <summary>Null where there is no campaign or no member to declare for.</summary>
    public DeclarationView? View { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Campaigns = await campaigns.RunAsync(Grouping.Id, Nothing.More, stop);
        Members = await ChoiceAsync(stop);
        CampaignId ??= Campaigns.OrderByDescending(c => c.Status == CampaignStatus.Open).Select(c => (Guid?)c.Id).FirstOrDefault();
        MemberId ??= Members.OrderByDescending(m => m.IsOwn).FirstOrDefault()?.Id ?? (Own is [{ } own, ..] ? own : null);
        if (CampaignId is not { } campaign || MemberId is not { } member)
        {
            return null;
        }

        View = await read.RunAsync(Grouping.Id, new DeclarationOfMember(campaign, member), stop);
        if (!IsRedrawn)
        {
            Version = View.Version;
            Lines = [.. View.Needs.Select(LineInput.Of)];
        }

        Lines.AddRange(Enumerable.Range(0, SpareLines - Lines.TakeLast(SpareLines).Count(l => l.IsEmpty)).Select(_ => new LineInput()));
        return null;
    }

    private IReadOnlyList<Guid?> Own => [.. Grouping.Grants.Where(g => g is { Role: Role.MemberRepresentative, MemberId: not null }).Select(g => g.MemberId).Distinct()];

    // Who speaks for one member alone has nothing to choose: the page that most people open does not read all members.
    private async Task<IReadOnlyList<MemberView>> ChoiceAsync(CancellationToken stop)
    {
        var seesAll = Grouping.Has(Role.Administrator, Role.Auditor);
        return seesAll || Own.Count > 1
            ? [.. (await members.RunAsync(Grouping.Id, Nothing.More, stop)).Where(m => seesAll || m.IsOwn)]
            : [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var (needs, problems) = LineInput.Read(Lines);
        if (problems.Count > 0)
        {
            return await RefuseAsync(problems, stop);
        }

        await declare.RunAsync(Grouping.Id, new Declaration(CampaignId ?? Guid.Empty, MemberId ?? Guid.Empty, Version, Confirms, needs), stop);
        Notice = NeedPageTexts.Of(Confirms ? "declaration.confirmed" : "declaration.saved").ToString();
        return RedirectToPage(new { campagne = CampaignId, membre = MemberId });
    }

    /// <summary>Half-days of a line of the declaration as it is kept; null for one that is not.</summary>
    public CountedNeed? CountOf(LineInput line) =>
        View!.Needs.Index().Where(n => n.Item.SiteId == line.SiteId && n.Item.ProfessionId == line.ProfessionId).Select(n => View.HalfDays?[n.Index]).FirstOrDefault();

    public sealed class LineInput
    {
        public Guid? SiteId { get; set; }

        public Guid? ProfessionId { get; set; }

        /// <summary>As typed: a comma or a point.</summary>
        public string? Amount { get; set; }

        public NeedUnit Unit { get; set; }

        public int? EveryWeeks { get; set; }

        public bool IsPriority { get; set; }

        public bool AcceptsSmallBlocks { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Amount);

        public static LineInput Of(DeclaredNeed need) => new()
        {
            SiteId = need.SiteId,
            ProfessionId = need.ProfessionId,
            Amount = need.Amount.ToString("0.####", French),
            Unit = need.Unit,
            EveryWeeks = need.Unit == NeedUnit.HoursPerWeeks ? need.EveryWeeks : null,
            IsPriority = need.IsPriority,
            AcceptsSmallBlocks = need.AcceptsSmallBlocks,
        };

        /// <summary>The needs of the lines that are filled in, and what cannot be read of them.</summary>
        public static (List<DeclaredNeed> Needs, List<Violation> Problems) Read(IReadOnlyList<LineInput> lines)
        {
            var needs = new List<DeclaredNeed>();
            var problems = new List<Violation>();
            foreach (var (i, line) in lines.Index().Where(l => !l.Item.IsEmpty))
            {
                var isNumber = FrenchNumber.TryRead(line.Amount, out var amount);
                if (!isNumber)
                {
                    problems.Add(Problem("declaration.number", i + 1, line.Amount));
                }

                if (line.SiteId is null || line.ProfessionId is null)
                {
                    problems.Add(Problem("declaration.choose", i + 1));
                }

                needs.Add(new DeclaredNeed(
                    line.SiteId ?? Guid.Empty,
                    line.ProfessionId ?? Guid.Empty,
                    amount,
                    line.Unit,
                    line.Unit == NeedUnit.HoursPerWeeks ? line.EveryWeeks ?? 1 : 1,
                    line.IsPriority,
                    line.AcceptsSmallBlocks));
            }

            return (needs, problems);
        }

        private static Violation Problem(string key, params object?[] arguments) =>
            new(key, Severity.Blocking, NeedPageTexts.Of(key, arguments), [], null);
    }
}
